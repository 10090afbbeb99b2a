/** A native table; Slack draws it with a scroll bar on phones. */
import type { types } from "@slack/bolt";
import { claimsOf, type Inline, type Prose, type Sentence, type Table } from "#core";
import { literal } from "./escape.ts";
import { kit } from "./limits.ts";

/** True when Slack can draw it: the rows count the one with the column names. */
export function tableFits(node: Table): boolean {
  return (
    node.rows.length > 0 &&
    node.columns.length > 0 &&
    node.rows.length < kit.tableRows &&
    node.columns.length <= kit.tableColumns &&
    node.rows.every((row) => row.length === node.columns.length)
  );
}

export function tableBlock(node: Table, marks: (sentence: Sentence) => string): types.TableBlock {
  return {
    type: "table",
    rows: [
      node.columns.map((column) => cell(column, marks, true)),
      ...node.rows.map((row) => row.map((sentence) => cell(sentence, marks, false))),
    ],
    column_settings: node.columns.map(() => ({ is_wrapped: true })),
  };
}

/** Citations of a sentence as "[1][2]". */
export function marksOf(prose: Prose): (sentence: Sentence) => string {
  return (sentence) =>
    claimsOf(sentence).length === 0 ? "" : prose.sentence({ ...sentence, children: [] });
}

function cell(
  sentence: Sentence,
  marks: (sentence: Sentence) => string,
  head: boolean,
): types.RichTextBlock {
  const elements = sentence.children.flatMap((node) => pieces(node, head ? { bold: true } : {}));
  const mark = marks(sentence);
  return {
    type: "rich_text",
    elements: [
      {
        type: "rich_text_section",
        elements: [
          ...(elements.length > 0 ? elements : [{ type: "text" as const, text: "–" }]),
          ...(mark ? [{ type: "text" as const, text: mark }] : []),
        ],
      },
    ],
  };
}

type Style = { readonly bold?: boolean; readonly italic?: boolean; readonly code?: boolean };

/** Text in rich text is literal: it needs no escaping and cannot mention anybody. */
function pieces(node: Inline, style: Style): types.RichTextElement[] {
  switch (node.type) {
    case "text":
    case "derived":
    case "record":
    case "time":
      return text(node.value, style);
    case "channel":
      return text(`#${node.value}`, style);
    case "asked":
      return text(`“${node.value}”`, style);
    case "inlineCode":
      return text(node.value, { ...style, code: true });
    case "strong":
      return node.children.flatMap((child) => pieces(child, { ...style, bold: true }));
    case "emphasis":
      return node.children.flatMap((child) => pieces(child, { ...style, italic: true }));
    case "link":
      return [
        { type: "link", url: node.url, text: literal(node.children.map(wordsOf).join("")), style },
      ];
    default:
      throw new Error(`cannot render a "${(node satisfies never as Inline).type}"`);
  }
}

function text(value: string, style: Style): types.RichTextElement[] {
  const clean = literal(value);
  if (clean === "") return [];
  return [{ type: "text", text: clean, ...(Object.keys(style).length > 0 && { style }) }];
}

function wordsOf(node: Inline): string {
  return "children" in node ? node.children.map(wordsOf).join("") : node.value;
}
