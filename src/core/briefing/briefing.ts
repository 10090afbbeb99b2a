/** What a briefing is before it becomes a document: its words, without stamp and sources. */
import type { Block, Sentence } from "../document/tree.ts";

export interface Briefing {
  readonly title: Sentence;
  readonly lead?: Sentence | undefined;
  readonly blocks: readonly Block[];
  /** What a follow-up in the thread is to know. */
  readonly carried?: Readonly<Record<string, unknown>>;
}

/** Blocks in order, without the gaps where there was nothing to say. */
export function blocks(
  ...parts: readonly (Block | readonly Block[] | undefined)[]
): readonly Block[] {
  return parts.flatMap((part) => part ?? []);
}
