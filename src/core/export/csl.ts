/** Sources for reference managers. https://docs.citationstyles.org/en/stable/specification.html */
import { parseEdtf } from "../dossier/edtf.ts";
import type { SourceRecord } from "../dossier/schema.ts";

export interface CslItem {
  readonly id: string;
  readonly type: "webpage" | "document";
  readonly title: string;
  readonly publisher: string;
  readonly "container-title"?: string;
  readonly URL?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly note: string;
}
export interface CslDate {
  /** `[year, month, day]`, as far as known; two of them for a stretch. */
  readonly "date-parts": readonly (readonly number[])[];
  readonly circa?: true;
}

export function cslItems(sources: readonly SourceRecord[]): readonly CslItem[] {
  return sources.map(({ id, title, publisher, url, published, retrieved, reliability, party }) => ({
    id,
    type: url === undefined ? "document" : "webpage",
    title,
    publisher,
    ...(url !== undefined && { "container-title": publisher, URL: url }),
    ...(published !== undefined && { issued: dateOf(published) }),
    ...(retrieved !== undefined && { accessed: dateOf(retrieved) }),
    note: `Source reliability ${reliability} (Admiralty code)${party ? `; ${party.as}` : ""}`,
  }));
}

function dateOf(edtf: string): CslDate {
  const { approximate, uncertain } = parseEdtf(edtf);
  const parts = edtf
    .split("/")
    .filter((end) => end !== "..")
    .map((end) =>
      end
        .replace(/[~?%]$/, "")
        .split("-")
        .map(Number),
    );
  return { "date-parts": parts, ...((approximate || uncertain) && { circa: true }) };
}

export function toCslJson(sources: readonly SourceRecord[]): string {
  return `${JSON.stringify(cslItems(sources), undefined, 2)}\n`;
}
