/** Where an answer comes from: a compact line below it, and all of it in a modal. */
import {
  afterTitle,
  type Document,
  type Footnote,
  type FootnoteSource,
  listedOf,
  plainText,
  ratingInWords,
  say,
  statusWord,
} from "#core";
import { type SlackBlock, sections } from "./blocks.ts";
import { link, mrkdwn, plain } from "./escape.ts";

/**
 * One entry for each footnote: its first source with rating, and how many more there are. The same
 * source behind several footnotes stands once. All of them, with their places, are in the modal.
 */
export function sourceLines({ sources }: Pick<Document, "sources">): readonly string[] {
  const entries = new Map<string, number[]>();
  for (const footnote of listedOf(sources)) {
    const [first, ...more] = footnote.sources;
    if (!first) continue;
    const status = statusWord(footnote);
    const said = [
      `${name(first)}, ${mrkdwn(first.locator)} ${first.rating}`,
      ...(more.length > 0 ? [`+${more.length}`] : []),
      ...(status ? [span(status)] : []),
    ].join(" ");
    entries.set(said, [...(entries.get(said) ?? []), footnote.number]);
  }
  const lines = [...entries].map(
    ([said, numbers]) => `${numbers.map((number) => `[${number}]`).join("")} ${said}`,
  );
  const [first, ...rest] = lines;
  if (first === undefined) return [];
  return [`*${mrkdwn(plainText(say("label.sources")))}:* ${first}`, ...rest];
}

/** Every claim in full with its sources, ratings in words. */
export function evidenceBlocks(sources: readonly Footnote[]): readonly SlackBlock[] {
  const entries = sources.map((footnote) => {
    const status = statusWord(footnote);
    return [
      `*[${footnote.number}]* ${mrkdwn(footnote.text)}${status ? ` ${span(status)}` : ""}`,
      ...footnote.sources.map((source) => `• ${sourceLine(source)}`),
    ].join("\n");
  });
  return sections(entries, "\n\n");
}

function sourceLine(source: FootnoteSource): string {
  const { reliability, credibility } = ratingInWords(source.rating);
  const title = mrkdwn(source.title);
  const day = source.published === undefined ? "" : `, ${mrkdwn(source.published)}`;
  return [
    `${mrkdwn(source.publisher)}: ${source.url === undefined ? title : link(source.url, title)}`,
    `${day}, ${mrkdwn(afterTitle(source))}: _${reliability}; ${credibility}_`,
  ].join("");
}

function name({ publisher, url, party }: FootnoteSource): string {
  const label = plain(publisher);
  const linked = url === undefined ? mrkdwn(publisher) : link(url, label);
  return party === undefined ? linked : `${linked} (${mrkdwn(party)})`;
}

function span(status: string): string {
  return `_${status}_`;
}
