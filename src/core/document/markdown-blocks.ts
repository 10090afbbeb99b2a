/** GitHub-flavoured Markdown: one handler for each block. */
import { escapeWith } from "./escape.ts";
import { markdownStartRules } from "./escape-markdown.ts";
import { textRules } from "./escape-text.ts";
import { plainText } from "./plain-text.ts";
import { type Handlers, type Prose, renderNode } from "./render.ts";
import { say } from "./sentence.ts";
import { hanging } from "./text-layout.ts";
import type { Action, Block, ListItem, Sentence } from "./tree.ts";
import { typedLine } from "./typed-line.ts";

export const markdownBlocks: Handlers<Block, [Prose]> = {
  heading: (node, prose) => `${"#".repeat(node.depth)} ${start(prose.sentence(node.sentence))}`,
  paragraph: (node, prose) => start(prose.sentences(node.sentences)),
  list: (node, prose) =>
    node.items
      .map((item, index) =>
        hanging(node.ordered ? `${(node.start ?? 1) + index}. ` : "- ", itemMarkdown(item, prose)),
      )
      .join("\n"),
  table(node, prose) {
    const line = (cells: readonly Sentence[]) => `| ${cells.map(prose.sentence).join(" | ")} |`;
    const rule = `| ${node.columns.map(() => "---").join(" | ")} |`;
    return [line(node.columns), rule, ...node.rows.map(line)].join("\n");
  },
  facts: (node, prose) =>
    node.rows
      .map((row) => `- **${prose.label(row.label, row.value)}:** ${prose.sentences(row.value)}`)
      .join("\n"),
  timeline: (node, prose) =>
    node.entries
      .map(
        (entry) =>
          `- **${prose.label(entry.date, entry.sentences)}:** ${prose.sentences(entry.sentences)}`,
      )
      .join("\n"),
  chart: (node, prose) =>
    [`**${prose.label(node.title, node.alt)}**`, start(prose.sentences(node.alt))]
      .filter((part) => part !== "")
      .join("\n\n"),
  callout(node, prose) {
    const tone = prose.quiet(say(`tone.${node.tone}`));
    const title = node.title ? `${tone}: ${prose.sentence(node.title)}` : tone;
    const parts = [
      `**${title}**`,
      ...node.children.map((child) => renderNode(markdownBlocks, child, prose)),
    ];
    return parts.join("\n\n").replaceAll(/^/gm, "> ").replaceAll(/^> $/gm, ">");
  },
  actions: (node, prose) =>
    [
      prose.quiet(say("layout.next")),
      node.actions.map((action) => suggestion(action, prose)).join("\n"),
    ].join("\n\n"),
  thematicBreak: () => "---",
};

function itemMarkdown(item: ListItem, prose: Prose): string {
  return [prose.sentences(item.sentences), ...item.details.map(prose.sentence)]
    .filter((line) => line !== "")
    .map(start)
    .join("  \n");
}

/** The line to type, and what it gives where the line alone does not say it. */
function suggestion({ label, line }: Action, prose: Prose): string {
  const typed = escapeWith(textRules, typedLine(line));
  return plainText(label) === typed
    ? `- ${code(typed)}`
    : `- ${code(typed)} (${prose.quiet(label)})`;
}

/** Text at the beginning of a block, where more characters mean something. */
function start(text: string): string {
  return escapeWith(markdownStartRules, text);
}

/**
 * Code with as many backticks around it as it needs.
 * https://spec.commonmark.org/0.31.2/#code-spans
 */
export function code(value: string): string {
  const runs = value.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const pad = value.startsWith("`") || value.endsWith("`") ? " " : "";
  return fence + pad + value + pad + fence;
}
