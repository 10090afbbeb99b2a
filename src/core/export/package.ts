/** What is taken along, before any format: records with what stands behind them. */
import { plainText } from "../document/plain-text.ts";
import type { Document } from "../document/tree.ts";
import type { Claim, Dossier } from "../dossier/dossier.ts";
import type { AgendaRecord, SourceRecord } from "../dossier/schema.ts";

export interface Package {
  /** For people; also the file's name. */
  readonly title: string;
  readonly dossier: Dossier;
  /** Words as people read them; becomes the Markdown. */
  readonly document: Document;
  /** What its rows are. */
  readonly of: "claims" | "agenda" | "sources";
  readonly claims: readonly Claim[];
  readonly agenda: readonly AgendaRecord[];
}

export type Parts = Pick<Package, "dossier" | "document" | "of"> &
  Partial<Pick<Package, "claims" | "agenda">>;

export function packageOf({ dossier, document, of, claims = [], agenda = [] }: Parts): Package {
  return { title: plainText(document.title), dossier, document, of, claims, agenda };
}

/** Each source once, in order of first citation. */
export function sourcesIn({ dossier, claims, agenda }: Package): readonly SourceRecord[] {
  const cited = [
    ...claims,
    ...agenda.flatMap((item) => item.claims.flatMap((id) => dossier.claims.get(id) ?? [])),
  ].flatMap(({ citations }) => citations.map(({ source }) => source));
  return [...new Set(cited)].flatMap((id) => dossier.sources.get(id) ?? []);
}
