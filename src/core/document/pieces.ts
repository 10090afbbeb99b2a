/** Blocks as pieces that may stand on different pages, and back to blocks where they do not. */
import type {
  Block,
  Callout,
  Heading,
  List,
  Paragraph,
  Sentence,
  Table,
  Timeline,
} from "./tree.ts";

export interface Piece {
  readonly block: Block;
  /** Pieces of one block share it, and are one block again when they meet on a page. */
  readonly origin: symbol;
  /** The same for what is inside a callout. */
  readonly inner?: symbol;
}

/** One piece for each block. A heading that heads nothing becomes a paragraph, so that it can end a page. */
export function piecesOf(blocks: readonly Block[]): readonly Piece[] {
  return blocks.map((block, index) => {
    const next = blocks[index + 1];
    const heads =
      next !== undefined &&
      next.type !== "thematicBreak" &&
      (next.type !== "heading" || (block.type === "heading" && block.depth < next.depth));
    return pieceOf(block.type === "heading" && !heads ? asParagraph(block) : block);
  });
}

export function asParagraph(heading: Heading): Paragraph {
  return { type: "paragraph", sentences: [heading.sentence] };
}

function pieceOf(block: Block): Piece {
  return { block, origin: Symbol("block") };
}

/** The next finer pieces, or undefined when the piece is a single sentence with its label. */
export function split(piece: Piece): readonly Piece[] | undefined {
  const { block } = piece;
  if (block.type === "callout") return splitCallout(block, piece);
  const parts = several(partsOf(block));
  if (parts) return parts.map((part) => ({ block: part, origin: piece.origin }));
  return several(finerOf(block))?.map(pieceOf);
}

function several<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 1 ? items : undefined;
}

/** A block as blocks of the same type, one for each item, row, entry or sentence. */
function partsOf(block: Exclude<Block, Callout>): readonly Block[] {
  switch (block.type) {
    case "paragraph":
      return block.sentences.map((sentence) => ({ ...block, sentences: [sentence] }));
    case "list":
      return block.items.map((item, index) => ({
        ...block,
        ...(block.ordered && { start: (block.start ?? 1) + index }),
        items: [item],
      }));
    case "table":
      return block.rows.map((row) => ({ ...block, rows: [row] }));
    case "facts":
      return factsOf(block.rows.length > 1 ? block.rows : block.rows.flatMap(oneFactEach));
    case "timeline":
      return timelineParts(block);
    case "actions":
      return block.actions.map((action) => ({ ...block, actions: [action] }));
    case "heading":
    case "chart":
    case "thematicBreak":
      return [block];
    default:
      throw new Error(`unknown block ${JSON.stringify(block satisfies never)}`);
  }
}

/** What cannot be parted keeping its type: as blocks of other types that say the same. */
function finerOf(block: Block): readonly Block[] {
  switch (block.type) {
    case "list":
      return block.items.flatMap(({ sentences, details }) => {
        const [first, ...rest] = [...sentences, ...details];
        if (first === undefined) return [];
        return [
          { ...block, items: [{ type: "listItem", sentences: [first], details: [] }] } as List,
          ...paragraphs(rest),
        ];
      });
    case "table":
      return tableAsFacts(block);
    case "chart": {
      const [first, ...rest] = block.alt;
      return first === undefined ? [] : [{ ...block, alt: [first] }, ...paragraphs(rest)];
    }
    default:
      return [];
  }
}

function paragraphs(sentences: readonly Sentence[]): readonly Paragraph[] {
  return sentences.length > 0 ? [{ type: "paragraph", sentences }] : [];
}

type FactRow = { readonly label: Sentence; readonly value: readonly Sentence[] };

function factsOf(rows: readonly FactRow[]): readonly Block[] {
  return rows.map((row) => ({ type: "facts", rows: [row] }));
}

function oneFactEach({ label, value }: FactRow): readonly FactRow[] {
  return value.map((sentence) => ({ label, value: [sentence] }));
}

function timelineParts(block: Timeline): readonly Block[] {
  const entries =
    block.entries.length > 1
      ? block.entries
      : block.entries.flatMap((entry) =>
          entry.sentences.map((sentence) => ({ ...entry, sentences: [sentence] })),
        );
  return entries.map((entry) => ({ type: "timeline", entries: [entry] }));
}

/** A row too long for a page: its cells below each other, each behind its column. */
function tableAsFacts(block: Table): readonly Block[] {
  if (block.rows.length === 0) return block.columns.flatMap((column) => paragraphs([column]));
  const cells = block.rows.flatMap((row) => row.map((cell, index) => [cell, index] as const));
  return cells.map(([cell, index]): Block => {
    const label = block.columns[index];
    return label
      ? { type: "facts", rows: [{ label, value: [cell] }] }
      : { type: "paragraph", sentences: [cell] };
  });
}

/** The title is said again on each page. */
function splitCallout(block: Callout, piece: Piece): readonly Piece[] | undefined {
  const [only] = block.children;
  if (block.children.length !== 1 || !only) {
    return several(block.children)?.map((child) => ({
      block: { ...block, children: [child] },
      origin: piece.origin,
      inner: Symbol("child"),
    }));
  }
  const origin = piece.inner ?? Symbol("child");
  return split({ block: only, origin })?.map((part) => ({
    block: { ...block, children: [part.block as Paragraph | List] },
    origin: piece.origin,
    inner: part.origin,
  }));
}

/** Blocks of one page from its pieces: what was one block before is one again. */
export function join(pieces: readonly Piece[]): readonly Block[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const block = last && last.origin === piece.origin ? joinTwo(last, piece) : undefined;
    if (block) joined.splice(-1, 1, { ...piece, block });
    else joined.push(piece);
  }
  return joined.map((piece) => piece.block);
}

function joinTwo(a: Piece, b: Piece): Block | undefined {
  const [first, second] = [a.block, b.block];
  if (first.type === "callout" && second.type === "callout") {
    const [last, next] = [first.children.at(-1), second.children[0]];
    const child = a.inner === b.inner && last && next ? joinSame(last, next) : undefined;
    const children = child
      ? [...first.children.slice(0, -1), child as Paragraph | List, ...second.children.slice(1)]
      : [...first.children, ...second.children];
    return { ...first, children };
  }
  return joinSame(first, second);
}

function joinSame(a: Block, b: Block): Block | undefined {
  if (a.type === "paragraph" && b.type === "paragraph")
    return { ...a, sentences: [...a.sentences, ...b.sentences] };
  if (a.type === "list" && b.type === "list") return { ...a, items: [...a.items, ...b.items] };
  if (a.type === "table" && b.type === "table") return { ...a, rows: [...a.rows, ...b.rows] };
  if (a.type === "facts" && b.type === "facts") return { ...a, rows: [...a.rows, ...b.rows] };
  if (a.type === "timeline" && b.type === "timeline")
    return { ...a, entries: [...a.entries, ...b.entries] };
  if (a.type === "actions" && b.type === "actions")
    return { ...a, actions: [...a.actions, ...b.actions] };
  return undefined;
}

/** A rule between two pages separates nothing. */
export function dropEdges(pieces: readonly Piece[]): readonly Piece[] {
  const isRule = (piece: Piece) => piece.block.type === "thematicBreak";
  const first = pieces.findIndex((piece) => !isRule(piece));
  const last = pieces.findLastIndex((piece) => !isRule(piece));
  return first < 0 ? [] : pieces.slice(first, last + 1);
}
