/**
 * The sources of a page in small print: for each claim its best source, and how many more there are.
 * All of them, with the claim in full, stand behind "show evidence".
 */
import {
  afterTitle,
  type Document,
  escapeWith,
  type Footnote,
  type FootnoteSource,
  listedOf,
  plainText,
  say,
  statusWord,
} from "#core";
import { discordRules } from "./escape.ts";
import { maskedLink } from "./render-inlines.ts";

const safe = (text: string) => escapeWith(discordRules, text);

/** Where a page cites more claims than this, the places in the sources stand in the evidence alone. */
const mostWithPlaces = 6;

/** "-# Sources: 1, 3 Reuters, para 2 (B2) +1 · 2 IAEA, p. 4 (A1)"; nothing when the page lists none. */
export function renderSources(document: Document): readonly string[] {
  const numbers = new Map<string, string[]>();
  const listed = listedOf(document.sources);
  for (const footnote of listed) {
    const source = sourceText(footnote, listed.length <= mostWithPlaces);
    const status = statusWord(footnote);
    const number = status ? `${footnote.number} (${safe(status)})` : `${footnote.number}`;
    numbers.set(source, [...(numbers.get(source) ?? []), number]);
  }
  if (numbers.size === 0) return [];
  const line = [...numbers].map(([source, on]) => `${on.join(", ")} ${source}`).join(" · ");
  return [`-# ${plainText(say("label.sources"))}: ${line}`];
}

function sourceText({ sources }: Footnote, withPlace: boolean): string {
  const [best, ...others] = sources.toSorted(bestFirst);
  if (!best) return "";
  const publisher = safe(best.publisher);
  const name = best.url === undefined ? publisher : maskedLink(publisher, best.url);
  const more = others.length > 0 ? ` +${others.length}` : "";
  if (withPlace) return `${name}, ${safe(afterTitle(best))}${more}`;
  const rating = [best.rating, best.party].filter((part) => part !== undefined).join(", ");
  return `${name} (${safe(rating)})${more}`;
}

/** By rating, "A1" before "B2"; of equals, what can be opened. */
function bestFirst(a: FootnoteSource, b: FootnoteSource): number {
  if (a.rating !== b.rating) return a.rating < b.rating ? -1 : 1;
  return Number(a.url === undefined) - Number(b.url === undefined);
}
