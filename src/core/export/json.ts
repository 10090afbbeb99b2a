/** The records themselves, for programs. */
import type { Claim } from "../dossier/dossier.ts";
import { type Package, sourcesIn } from "./package.ts";

export function jsonOf(parts: Package): string {
  const { title, dossier, of, claims, agenda } = parts;
  const asOf = dossier.asOf?.toString();
  return `${JSON.stringify(
    {
      title,
      dossier: dossier.id,
      version: dossier.version,
      coverageUntil: dossier.until.toString(),
      ...(asOf !== undefined && { asOf }),
      ...(of === "claims" && { claims: claims.map(claimJson) }),
      ...(of === "agenda" && { agenda }),
      sources: sourcesIn(parts),
    },
    undefined,
    2,
  )}\n`;
}

/** As curators wrote it; what the parser worked out is left out. */
function claimJson({ span: _span, order: _order, knownFrom, ...claim }: Claim) {
  return { ...claim, known_from: knownFrom.toString() };
}
