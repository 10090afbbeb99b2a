/** One frozen digest. The same for every destination for which its five inputs are equal. Plain JSON. */
import type { Document } from "../document/tree.ts";

export interface Edition {
  /** Hash of the five inputs below. */
  readonly id: string;
  readonly dossier: string;
  readonly input: EditionInput;
  /** ISO instant of composition. */
  readonly composed: string;
  /** Claim id → hash of the claim's content as used: what "changed since" compares with. */
  readonly claims: Readonly<Record<string, string>>;
  /** Claims shown as items, "from the file" and "on this day", by which nothing repeats. */
  readonly shown: {
    readonly items: readonly string[];
    readonly file?: string;
    readonly history?: string;
  };
  /** What a follow-up in its thread is to know. */
  readonly carried?: Readonly<Record<string, unknown>>;
  /** Nothing new since the base. */
  readonly quiet: boolean;
  /** The card in the channel. */
  readonly document: Document;
  /** Depth below it, in the thread. */
  readonly depth?: Document;
}

export interface EditionInput {
  readonly version: string;
  /** Local ISO day and slot, as in `2026-11-22 08:00`. */
  readonly slot: string;
  readonly topics: readonly string[];
  readonly actors: readonly string[];
  readonly less?: readonly string[];
  readonly depth: "headline" | "90s" | "full";
  /** Edition that the destination got last. */
  readonly base?: string;
}
