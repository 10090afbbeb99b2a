/**
 * Cuts a document into pages that a platform takes. Pages break between blocks. A block too long for
 * a page of its own, and a list that would leave one half empty, break between items, rows, entries
 * or sentences. A sentence is never cut and nothing is left out.
 */
import type { Page } from "../ports.ts";
import { createPager, type Pager } from "./pager.ts";
import { asParagraph, type Piece, piecesOf, split } from "./pieces.ts";
import { spellOut } from "./spell-out.ts";
import type { Actions, Block, Document } from "./tree.ts";

/**
 * What a platform states about one of its messages, each number with a link to its page beside it in
 * `adapters/<platform>/limits.ts`.
 */
export interface Limits {
  /** Most that one message may hold. Characters: at least `smallestPage` of `bounds.ts`. */
  readonly page: Size;
  /** Longest label of a button, and longest command line that it can carry. Longer ones are spelled out as text. */
  readonly actionLabel: number;
  readonly actionLine: number;
  /** What the page takes when it is rendered as it will be sent: escaped, with stamp and sources. */
  measure(page: Page): Size;
}

export interface Size {
  readonly characters: number;
  /** The platform's own blocks or components. */
  readonly blocks: number;
  /** Buttons. */
  readonly actions: number;
}

/**
 * @throws RangeError when a single sentence and the title do not fit on one page together. Cannot
 * happen for documents of `createDocument` and pages of `smallestPage` characters.
 */
export function fit(document: Document, limits: Limits): readonly Page[] {
  const spelled = spellOut(document, limits);
  const pager = createPager(spelled, limits);
  const whole = pager.whole();
  if (whole) return whole;

  const isActions = (block: Block): block is Actions => block.type === "actions";
  const actions = spelled.blocks.filter(isActions).flatMap((block) => block.actions);
  place(piecesOf(spelled.blocks.filter((block) => !isActions(block))), pager);
  if (actions.length > 0) placeLast({ type: "actions", actions }, pager);
  return pager.end();
}

/**
 * Puts pieces on pages: each on the current page if it fits, else on the next, else in finer pieces.
 * A page that would stay half empty is filled with the first items of a list instead.
 */
function place(pieces: readonly Piece[], pager: Pager): void {
  const queue = [...pieces];
  for (let piece = queue.shift(); piece; piece = queue.shift()) {
    if (pager.add(piece)) continue;
    // A heading goes with what it heads.
    const headings = pager.trailing((block) => block.type === "heading");
    const fillsUp = pager.halfEmpty() && hasItems(piece.block);
    if (!fillsUp && pager.turn(headings, piece)) continue;
    const finer = split(piece);
    if (finer) {
      queue.unshift(...finer);
    } else if (headings > 0) {
      pager.demote(headings);
      queue.unshift(piece);
    } else if (piece.block.type === "heading") {
      queue.unshift({ ...piece, block: asParagraph(piece.block) });
    } else {
      pager.force(piece);
    }
  }
}

/** True for blocks that read well when their items stand on two pages. */
function hasItems(block: Block): boolean {
  switch (block.type) {
    case "list":
      return block.items.length > 1;
    case "timeline":
      return block.entries.length > 1;
    case "table":
    case "facts":
      return block.rows.length > 1;
    default:
      return false;
  }
}

/** Buttons stay with the last words where they can. */
function placeLast(block: Actions, pager: Pager): void {
  const [piece] = piecesOf([block]);
  if (!piece || pager.add(piece)) return;
  const last = 1 + pager.trailing((each) => each.type === "heading", 1);
  if (pager.turn(last, piece)) return;
  place([piece], pager);
}
