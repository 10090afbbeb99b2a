import type { Block } from "./tree.ts";

/**
 * Numbers that a platform states about one of its messages, each with a link to its page beside the
 * value in `adapters/<platform>/limits.ts`.
 */
export interface Limits {
  /** Rendered characters on one page, title, stamp and sources included. */
  readonly pageCharacters: number;
  /** The platform's own blocks or components on one page. */
  readonly pageBlocks: number;
  readonly actionsPerPage: number;
  /** Characters of a button's label. */
  readonly actionLabel: number;
  /** Rows and columns of a native table; 0 where there is none. */
  readonly tableRows: number;
  readonly tableColumns: number;
  /** What a block costs on this platform, rendered and escaped. */
  measure(block: Block): Size;
}

export interface Size {
  readonly characters: number;
  readonly blocks: number;
}
