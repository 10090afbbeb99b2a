/** Plain text: one handler for each block. */
import { escapeWith } from "./escape.ts";
import { textRules } from "./escape-text.ts";
import type { Handlers, Prose } from "./render.ts";
import { renderNode } from "./render.ts";
import { say } from "./sentence.ts";
import { columns, hanging, underlined } from "./text-layout.ts";
import type { Action, Block, Callout, ListItem, Table } from "./tree.ts";
import { typedLine } from "./typed-line.ts";

export const textBlocks: Handlers<Block, [Prose]> = {
  heading: (node, prose) =>
    node.depth === 2
      ? underlined(prose.sentence(node.sentence), "-")
      : `${prose.sentence(node.sentence)}:`,
  paragraph: (node, prose) => prose.sentences(node.sentences),
  list: (node, prose) =>
    node.items
      .map((item, index) =>
        hanging(node.ordered ? `${(node.start ?? 1) + index}. ` : "- ", itemText(item, prose)),
      )
      .join("\n"),
  table: tableText,
  facts: (node, prose) =>
    node.rows
      .map((row) => `${prose.label(row.label, row.value)}: ${prose.sentences(row.value)}`)
      .join("\n"),
  timeline: (node, prose) =>
    node.entries
      .map((entry) =>
        hanging(
          "- ",
          `${prose.label(entry.date, entry.sentences)}: ${prose.sentences(entry.sentences)}`,
        ),
      )
      .join("\n"),
  chart: (node, prose) =>
    [prose.label(node.title, node.alt), prose.sentences(node.alt)]
      .filter((line) => line !== "")
      .join("\n"),
  callout: (node, prose) =>
    hanging(
      "| ",
      [
        calloutTitle(node, prose),
        ...node.children.map((child) => renderNode(textBlocks, child, prose)),
      ].join("\n"),
    ).replaceAll("\n  ", "\n| "),
  actions: (node, prose) =>
    [
      prose.quiet(say("layout.next")),
      ...node.actions.map((action) => suggestion(action, prose)),
    ].join("\n"),
  thematicBreak: () => "* * *",
};

function itemText(item: ListItem, prose: Prose): string {
  return [prose.sentences(item.sentences), ...item.details.map(prose.sentence)]
    .filter((line) => line !== "")
    .join("\n");
}

/** The line to type, and what it gives where the line alone does not say it. */
function suggestion(action: Action, prose: Prose): string {
  const label = prose.quiet(action.label);
  const typed = escapeWith(textRules, typedLine(action.line));
  return label === typed ? `  ${typed}` : `  ${typed}  (${label})`;
}

/** "Disputed: who fired first" */
function calloutTitle(node: Callout, prose: Prose): string {
  const tone = prose.quiet(say(`tone.${node.tone}`));
  return node.title ? `${tone}: ${prose.sentence(node.title)}` : tone;
}

function tableText(node: Table, prose: Prose): string {
  const head = node.columns.map(prose.sentence);
  const set = columns([head, ...node.rows.map((row) => row.map(prose.sentence))]);
  if (set !== undefined) return set;
  return node.rows
    .map((row) =>
      row
        .map((cell, column) =>
          [node.columns[column], cell]
            .filter((sentence) => sentence !== undefined)
            .map((sentence) => (sentence === cell ? prose.sentence(cell) : prose.quiet(sentence)))
            .join(": "),
        )
        .join("\n"),
    )
    .join("\n\n");
}
