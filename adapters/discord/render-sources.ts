/** The sources of a page in small print: each one once, behind the numbers that stand on it. */
import {
  afterTitle,
  type Document,
  escapeWith,
  type FootnoteSource,
  listedOf,
  plainText,
  say,
  statusWord,
} from "#core";
import { discordRules } from "./escape.ts";
import { maskedLink } from "./render-inlines.ts";

const safe = (text: string) => escapeWith(discordRules, text);

/** "-# Sources: 1, 3 Reuters, para 2 (B2) · 2 IAEA, p. 4 (A1)" as lines; none when the page lists none. */
export function renderSources(document: Document): readonly string[] {
  const listed = listedOf(document.sources);
  if (listed.length === 0) return [];
  const numbers = new Map<string, string[]>();
  for (const footnote of listed) {
    const status = statusWord(footnote);
    for (const source of footnote.sources) {
      const name = sourceName(source);
      const number = status ? `${footnote.number} (${safe(status)})` : `${footnote.number}`;
      const known = numbers.get(name);
      if (!known) numbers.set(name, [number]);
      else if (!known.includes(number)) known.push(number);
    }
  }
  const line = [...numbers].map(([name, on]) => `${on.join(", ")} ${name}`).join(" · ");
  return [`-# ${plainText(say("label.sources"))}: ${line}`];
}

function sourceName(source: FootnoteSource): string {
  const publisher = safe(source.publisher);
  const name = source.url === undefined ? publisher : maskedLink(publisher, source.url);
  return `${name}, ${safe(afterTitle(source))}`;
}
