/** An answer of running claims: the leading one with what stands beside it, then the others below. */
import { claimSentence } from "../../document/sentence.ts";
import type { Sentence } from "../../document/tree.ts";
import type { Claim, Dossier } from "../../dossier/dossier.ts";
import type { Composed } from "../answerer.ts";
import { bullets, paragraph, unique } from "./blocks.ts";
import { standing } from "./standing.ts";

/** `first`: the leading claim's own sentence, as its question wants it. */
export function told(
  lead: Claim,
  first: Sentence,
  others: readonly Claim[],
  dossier: Dossier,
): Composed | undefined {
  const cautions = new Set<string>();
  const top = standing(lead, first, dossier, cautions);
  const rest = others.map((claim) => standing(claim, claimSentence([claim]), dossier, cautions));
  const [opening, ...more] = top.sentences;
  if (!opening) return undefined;
  return {
    lead: opening,
    blocks: [...paragraph(more), ...bullets(rest.map(({ sentences }) => sentences))],
    claims: unique([...top.claims, ...rest.flatMap(({ claims }) => claims)]),
  };
}
