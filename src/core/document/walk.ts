/** Every sentence of a document, in the order in which people read them. */
import type { Block, Document, ListItem, Sentence } from "./tree.ts";

/** `label` sentences are titles, headings, columns, dates and buttons: short, and repeated on later pages. */
export interface Said {
  readonly sentence: Sentence;
  readonly role: "label" | "sentence" | "button";
}

export function saidIn(document: Pick<Document, "title" | "lead" | "blocks">): readonly Said[] {
  return [
    label(document.title),
    ...(document.lead ? [said(document.lead)] : []),
    ...document.blocks.flatMap(saidInBlock),
  ];
}

export function saidInBlock(block: Block): readonly Said[] {
  switch (block.type) {
    case "heading":
      return [label(block.sentence)];
    case "paragraph":
      return block.sentences.map(said);
    case "list":
      return block.items.flatMap(saidInItem);
    case "table":
      return [...block.columns.map(label), ...block.rows.flat().map(said)];
    case "facts":
      return block.rows.flatMap((row) => [label(row.label), ...row.value.map(said)]);
    case "timeline":
      return block.entries.flatMap((entry) => [label(entry.date), ...entry.sentences.map(said)]);
    case "chart":
      return [label(block.title), ...block.alt.map(said)];
    case "callout":
      return [...(block.title ? [label(block.title)] : []), ...block.children.flatMap(saidInBlock)];
    case "actions":
      return block.actions.map((action) => ({ sentence: action.label, role: "button" }));
    case "thematicBreak":
      return [];
    default:
      throw new Error(`unknown block ${JSON.stringify(block satisfies never)}`);
  }
}

function saidInItem(item: ListItem): readonly Said[] {
  return [...item.sentences.map(said), ...item.details.map(said)];
}

function said(sentence: Sentence): Said {
  return { sentence, role: "sentence" };
}

function label(sentence: Sentence): Said {
  return { sentence, role: "label" };
}
