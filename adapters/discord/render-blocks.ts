/** Blocks in Discord's Markdown: one handler for each. */
import {
  type Block,
  type Callout,
  escapeWith,
  type Handlers,
  type ListItem,
  plainText,
  renderNode,
  say,
  type Table,
} from "#core";
import { discordStartRules } from "./escape.ts";
import type { DiscordProse } from "./render-inlines.ts";

/** Blocks that are text; buttons, charts and rules are components of their own. */
type TextBlock = Exclude<Block, { type: "actions" | "chart" | "thematicBreak" }>;

const handlers: Handlers<TextBlock, [DiscordProse]> = {
  // A title is "##"; what stands below it is smaller.
  heading: (node, prose) =>
    node.depth === 2
      ? `### ${startOf(prose.sentence(node.sentence))}`
      : `**${prose.bold.sentence(node.sentence)}**`,
  paragraph: (node, prose) => startOf(prose.sentences(node.sentences)),
  list: (node, prose) =>
    node.items
      .map((item, index) =>
        itemText(node.ordered ? `${(node.start ?? 1) + index}.` : "-", item, prose),
      )
      .join("\n"),
  table: tableText,
  facts: (node, prose) =>
    node.rows
      .map((row) => `**${prose.bold.label(row.label, row.value)}:** ${prose.sentences(row.value)}`)
      .join("\n"),
  timeline: (node, prose) =>
    node.entries
      .map(
        (entry) =>
          `- **${prose.bold.label(entry.date, entry.sentences)}:** ${prose.sentences(entry.sentences)}`,
      )
      .join("\n"),
  callout: calloutText,
};

export function renderTextBlock(block: TextBlock, prose: DiscordProse): string {
  return renderNode(handlers, block, prose);
}

/** Text at the beginning of a line, where more characters mean something. */
export function startOf(text: string): string {
  return escapeWith(discordStartRules, text);
}

function itemText(mark: string, item: ListItem, prose: DiscordProse): string {
  const details = item.details.map((detail) => `\n  - ${startOf(prose.sentence(detail))}`);
  return `${mark} ${startOf(prose.sentences(item.sentences))}${details.join("")}`;
}

/** Discord has no tables, and a phone has no room for one: each row is a few labelled lines. */
function tableText(node: Table, prose: DiscordProse): string {
  if (node.rows.length === 0) return node.columns.map(prose.sentence).join(" · ");
  return node.rows
    .map((row) => {
      const [head, ...cells] = row;
      if (head === undefined) return "";
      const labelled = cells.map((cell, index) => {
        const column = node.columns[index + 1];
        return column
          ? `${prose.label(column, [cell])}: ${prose.sentence(cell)}`
          : prose.sentence(cell);
      });
      return [`- **${prose.bold.sentence(head)}**`, ...labelled.map((line) => `  ${line}`)].join(
        "\n",
      );
    })
    .join("\n");
}

/** The tone is a word, never colour alone. */
function calloutText(node: Callout, prose: DiscordProse): string {
  const tone = plainText(say(`tone.${node.tone}`));
  const title = node.title ? `${tone}: ${prose.bold.sentence(node.title)}` : tone;
  return [`**${title}**`, ...node.children.map((child) => renderNode(handlers, child, prose))]
    .join("\n")
    .replaceAll(/^/gm, "> ");
}
