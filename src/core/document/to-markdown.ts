import { escapeWith } from "./escape.ts";
import { markdownRules, markdownStartRules } from "./escape-markdown.ts";
import { textRules } from "./escape-text.ts";
import { code, markdownBlocks } from "./markdown-blocks.ts";
import {
  createProse,
  type InlineHandlers,
  inlineRenderer,
  type Prose,
  renderNode,
} from "./render.ts";
import { say } from "./sentence.ts";
import { afterTitle, listedOf, statusWord } from "./source-line.ts";
import { stampSentence } from "./stamp.ts";
import type { Document, Footnote, FootnoteSource } from "./tree.ts";

const safe = (text: string) => escapeWith(markdownRules, text);
const start = (text: string) => escapeWith(markdownStartRules, text);

const markdownInlines: InlineHandlers = {
  text: (node) => safe(node.value),
  strong: (node, children) => span("**", children(node.children)),
  emphasis: (node, children) => span("*", children(node.children)),
  inlineCode: (node) => code(escapeWith(textRules, node.value)),
  link: (node, children) => `[${children(node.children)}](${destination(node.url)})`,
  time: (node) => safe(node.value),
  derived: (node) => safe(node.value),
  record: (node) => safe(node.value),
  asked: (node) => `“${safe(node.value)}”`,
  channel: (node) => safe(`#${node.value}`),
};

const children = inlineRenderer(markdownInlines);

/**
 * Blanks stand outside: a delimiter beside a blank on its inner side is printed as it is.
 * https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run
 */
function span(mark: string, text: string): string {
  const inner = text.trim();
  return inner === "" ? text : text.replace(inner, () => mark + inner + mark);
}

/** GitHub-flavoured Markdown for files and wikis. Ends without a line break. */
export function toMarkdown(document: Document): string {
  const prose = createProse(document, children, (footnote) => `[${footnote.number}]`);
  const stamp = document.stamp && prose.sentence(stampSentence(document.stamp));
  return [
    `# ${start(prose.sentence(document.title))}`,
    ...(stamp ? [document.stamp?.stale ? `> **${stamp}**` : `*${stamp}*`] : []),
    ...(document.layout?.map((sentence) => `*${prose.sentence(sentence)}*`) ?? []),
    ...(document.lead ? [`**${prose.sentence(document.lead)}**`] : []),
    ...document.blocks.map((block) => renderNode(markdownBlocks, block, prose)),
    ...sourceList(document, prose),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function sourceList(document: Document, prose: Prose): readonly string[] {
  const listed = listedOf(document.sources);
  if (listed.length === 0) return [];
  return [`## ${prose.quiet(say("label.sources"))}`, listed.map(sourceLine).join("\n")];
}

function sourceLine(footnote: Footnote): string {
  const status = statusWord(footnote);
  const sources = footnote.sources.map(sourceMarkdown).join("; ");
  return `${footnote.number}. ${sources}${status && ` · **${status}**`}`;
}

function sourceMarkdown(source: FootnoteSource): string {
  const title = safe(source.title);
  return [
    safe(source.publisher),
    source.url === undefined ? title : `[${title}](${destination(source.url)})`,
    safe(afterTitle(source)),
  ].join(", ");
}

/** Only web addresses become links; what would end the destination is percent-encoded. */
function destination(url: string): string {
  if (!/^https?:\/\//i.test(url)) throw new Error(`"${url}" is no web address`);
  return url.replaceAll(
    /[\s<>()\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}
