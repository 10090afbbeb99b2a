import { escapeWith } from "./escape.ts";
import { textRules } from "./escape-text.ts";
import { plainText, textInlines } from "./plain-text.ts";
import { plot } from "./plot/plot.ts";
import { createProse, inlineRenderer, type Prose, renderNode } from "./render.ts";
import { say } from "./sentence.ts";
import { afterTitle, listedOf, statusWord } from "./source-line.ts";
import { stampSentence } from "./stamp.ts";
import { textBlocks } from "./text-blocks.ts";
import { underlined } from "./text-layout.ts";
import type { Document, Footnote } from "./tree.ts";

const children = inlineRenderer(textInlines);

/** A picture has its title, unless it is the document's, a plot of its figure, and its words. */
function withPlots(document: Document): typeof textBlocks {
  const title = plainText(document.title);
  return {
    ...textBlocks,
    chart(node, prose) {
      const lines = plot(node.figure);
      if (lines.length === 0) return textBlocks.chart(node, prose);
      return [
        plainText(node.title) === title ? "" : prose.label(node.title, node.alt),
        lines.map(cleanLine).join("\n"),
        prose.sentences(node.alt),
      ]
        .filter((part) => part !== "")
        .join("\n\n");
    },
  };
}

/** The spaces of a line are its drawing; all else that a text may not carry goes. */
function cleanLine(line: string): string {
  return line
    .split(" ")
    .map((word) => escapeWith(textRules, word))
    .join(" ");
}

/** Plain text for terminals, files and logs. Ends without a line break. */
export function toText(document: Document): string {
  const prose = textProse(document);
  const blocks = withPlots(document);
  const head = [
    underlined(prose.sentence(document.title), "="),
    ...(document.stamp ? [prose.sentence(stampSentence(document.stamp))] : []),
    ...(document.layout?.map(prose.sentence) ?? []),
  ].join("\n");
  return [
    head,
    ...(document.lead ? [prose.sentence(document.lead)] : []),
    ...document.blocks.map((block) => renderNode(blocks, block, prose)),
    ...sourceList(document, prose),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** The answer alone: no title, stamp, layout, sources, buttons or citation marks. */
export function bodyText(document: Document): string {
  const prose = createProse(document, children, () => "");
  const body = [
    ...(document.lead ? [prose.sentence(document.lead)] : []),
    ...document.blocks
      .filter((block) => block.type !== "actions")
      .map((block) => renderNode(textBlocks, block, prose)),
  ].filter((part) => part !== "");
  return body.length > 0 ? body.join("\n\n") : prose.sentence(document.title);
}

function textProse(document: Document): Prose {
  return createProse(document, children, (footnote) => `[${footnote.number}]`);
}

function sourceList(document: Document, prose: Prose): readonly string[] {
  const listed = listedOf(document.sources);
  if (listed.length === 0) return [];
  const title = underlined(prose.quiet(say("label.sources")), "-");
  return [[title, ...listed.map(sourceLine)].join("\n")];
}

function sourceLine(footnote: Footnote): string {
  const sources = footnote.sources.map((source) =>
    [source.publisher, source.title, afterTitle(source)].join(", "),
  );
  const status = statusWord(footnote);
  return escapeWith(
    textRules,
    `${footnote.number}. ${sources.join("; ")}${status && ` · ${status}`}`,
  );
}
