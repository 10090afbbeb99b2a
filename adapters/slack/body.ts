/** One handler for each block of a document. */
import { type Block, type Callout, type Prose, plainText, type Sentence, say } from "#core";
import { divider, type SlackBlock, sections } from "./blocks.ts";
import { chartBlock } from "./chart.ts";
import { kit } from "./limits.ts";
import { bold, span } from "./mrkdwn.ts";
import { marksOf, tableBlock, tableFits } from "./table.ts";

/** Native blocks on the message so far; absent where they are not wanted. */
export interface Used {
  tables: number;
  charts: number;
}

/** @throws Error on a block of an unknown type: nothing is dropped in silence. */
export function renderBlock(
  node: Exclude<Block, { type: "actions" }>,
  prose: Prose,
  used: Used | undefined,
): readonly SlackBlock[] {
  switch (node.type) {
    case "heading":
      return sections([bold(node.sentence.children, prose.sentence(node.sentence))]);
    case "table":
      if (used && used.tables === 0 && tableFits(node)) {
        used.tables += 1;
        return [tableBlock(node, marksOf(prose))];
      }
      return sections(linesOf(node, prose));
    case "chart": {
      const block = used && used.charts < kit.chartsPerMessage ? chartBlock(node) : undefined;
      if (used && block) used.charts += 1;
      return [...(block ? [block] : []), ...sections(linesOf(node, prose))];
    }
    case "thematicBreak":
      return [divider()];
    case "timeline":
      return sections(linesOf(node, prose), "\n\n");
    case "paragraph":
    case "list":
    case "facts":
    case "callout":
      return sections(linesOf(node, prose));
    default:
      throw new Error(`cannot render a "${(node satisfies never as Block).type}"`);
  }
}

type Textual = Exclude<Block, { type: "actions" | "heading" | "thematicBreak" }>;

/** A block as lines of mrkdwn. */
function linesOf(node: Textual, prose: Prose): readonly string[] {
  switch (node.type) {
    case "paragraph":
      return [prose.sentences(node.sentences)];
    case "list":
      return node.items.flatMap((item, index) => {
        const mark = node.ordered ? `${(node.start ?? 1) + index}.` : "•";
        return [
          `${mark} ${prose.sentences(item.sentences)}`,
          ...item.details.map((detail) => `      ${italic(detail, prose)}`),
        ];
      });
    case "table":
      return node.rows.map((row) =>
        row
          .map((cell, index) => {
            const column = node.columns[index];
            const label = column ? `${bold(column.children, prose.label(column, [cell]))}: ` : "";
            return label + prose.sentence(cell);
          })
          .join(" · "),
      );
    case "facts":
      return node.rows.map(
        ({ label, value }) =>
          `${bold(label.children, `${prose.label(label, value)}:`)} ${prose.sentences(value)}`,
      );
    case "timeline":
      return node.entries.map(
        ({ date, sentences: said }) =>
          `${span("_", prose.label(date, said))}\n${prose.sentences(said)}`,
      );
    case "chart":
      return [
        bold(node.title.children, prose.label(node.title, node.alt)),
        prose.sentences(node.alt),
      ];
    case "callout":
      return calloutLines(node, prose);
    default:
      throw new Error(`cannot render a "${(node satisfies never as Block).type}"`);
  }
}

/** A symbol beside the word, never alone. */
const symbols: Readonly<Record<Callout["tone"], string>> = {
  note: "ℹ️",
  caution: "⚠️",
  dispute: "⚖️",
  correction: "✏️",
};

function calloutLines(node: Callout, prose: Prose): readonly string[] {
  const tone = plainText(say(`tone.${node.tone}`));
  const title = node.title ? `${tone}: ${prose.sentence(node.title)}` : tone;
  const nodes = node.title?.children ?? [];
  const lines = node.children.flatMap((child) => linesOf(child, prose));
  return [`${symbols[node.tone]} ${bold(nodes, title)}`, ...lines].map((line) =>
    line.replaceAll(/^/gm, "> "),
  );
}

function italic(sentence: Sentence, prose: Prose): string {
  const text = prose.sentence(sentence);
  return sentence.children.some(({ type }) => type !== "text" && type !== "derived")
    ? text
    : span("_", text);
}
