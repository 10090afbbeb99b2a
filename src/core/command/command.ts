/**
 * What a subcommand is. One grammar serves slash commands, mentions, direct messages and buttons;
 * one file per subcommand in this folder.
 */
import type { Answerer } from "../answer/answer.ts";
import type { Origin, ReplyFile } from "../bot.ts";
import type { Document } from "../document/tree.ts";
import type { Dossier } from "../dossier/dossier.ts";
import type { Conversation, Library, Store, Turn } from "../ports.ts";

/** How much is said. Each depth says only what the next one says too. */
export type Depth = "headline" | "90s" | "full";
export const depths: readonly Depth[] = ["headline", "90s", "full"];

/** What an option may be, for parsing, did-you-mean, autocomplete and typed options of platforms. */
export type OptionType =
  | "topic"
  | "topics"
  /** Two or more actors or topics. */
  | "subjects"
  | "actor"
  | "term"
  | "dispute"
  /** A series or a topic. */
  | "drawn"
  | "date"
  | "choice"
  | "text"
  | "number"
  | "flag"
  | "zone"
  | "dossier"
  /** Name of a subcommand. */
  | "command";

export interface OptionSpec {
  readonly type: OptionType;
  /** At most 100 characters. */
  readonly summary: string;
  readonly required?: boolean;
  readonly choices?: readonly string[];
  /** Takes the words that no keyword claims: `topic prisoners`, `ask who mediates`. */
  readonly rest?: boolean;
}

/** What a platform needs to register a subcommand. */
export interface CommandSpec {
  readonly name: string;
  /** At most 100 characters. */
  readonly summary: string;
  /** Lines that work, without the command's name. */
  readonly examples: readonly string[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly visibility: "public" | "private";
  /** Called with none of its options, it is filled in as a form where a platform has forms. */
  readonly form?: boolean;
  /** In the running text of a thread the bare word is a question (`why?`), not this subcommand. */
  readonly asked?: boolean;
}

/** What a subcommand may use. No clock and no store hidden behind it: all of it is here. */
export interface CommandContext {
  /** The dossier asked for, as of the day asked for. */
  readonly dossier: Dossier;
  readonly library: Library;
  readonly now: Temporal.Instant;
  readonly depth: Depth;
  /** True when the person asked for that depth. */
  readonly depthChosen: boolean;
  readonly origin: Origin;
  /** Hash of the person who asks. */
  readonly person: string;
  readonly conversation: Conversation | undefined;
  readonly answerer: Answerer;
  readonly store: Store;
  readonly commandName: string;
  readonly commands: readonly CommandSpec[];
}

/** What a subcommand gives back; the bot adds stamp, id and visibility. */
export interface Draft {
  readonly document: Document;
  readonly answered: boolean;
  readonly files?: readonly ReplyFile[];
  readonly visibility?: "public" | "private";
  /** What a follow-up in the thread is to know. */
  readonly carried?: Turn["carried"];
  /** The record could not answer it: the question is kept for curators, without who asked. */
  readonly gap?: boolean;
}

/** Values of the options as the grammar parsed them. */
export type OptionValues = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>;

/** One file of this folder; `table.ts` lists them all. */
export interface Command extends Omit<CommandSpec, "examples"> {
  /** Lines that work on this dossier, best first; empty where it holds nothing to show. */
  examples(dossier: Dossier): readonly string[];
  run(values: OptionValues, context: CommandContext): Promise<Draft>;
}
