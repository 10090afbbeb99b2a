import { plainText } from "./plain-text.ts";
import { say } from "./sentence.ts";
import type { Footnote, FootnoteSource } from "./tree.ts";

/** Footnotes that this document or page lists itself; the others are listed on a neighbouring page. */
export function listedOf(sources: readonly Footnote[]): readonly Footnote[] {
  return sources.filter((footnote) => footnote.sources.length > 0);
}

/** What follows a source's title: "para 12 (B2, state media (Iran))", as parts to escape. */
export function afterTitle(source: FootnoteSource): string {
  const rating = [source.rating, source.party].filter((part) => part !== undefined).join(", ");
  return `${source.locator} (${rating})`;
}

/** Said behind the sources of a claim that does not stand as it is; empty for a current one. */
export function statusWord(footnote: Footnote): string {
  switch (footnote.status) {
    case "current":
      return "";
    case "superseded":
      return plainText(say("status.superseded"));
    case "disputed":
      return plainText(say("status.disputed"));
    case "rejected":
      return plainText(say("status.rejected"));
    default:
      throw new Error(`unknown status ${JSON.stringify(footnote.status satisfies never)}`);
  }
}
