/**
 * What a subcommand is. One grammar serves slash commands, mentions, direct messages and buttons;
 * one file per subcommand in this folder.
 */
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
  | "actor"
  | "term"
  | "dispute"
  | "date"
  | "choice"
  | "text"
  | "number"
  | "flag"
  | "zone"
  | "dossier";

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
  readonly conversation: Conversation | undefined;
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

export interface Command extends CommandSpec {
  run(values: OptionValues, context: CommandContext): Promise<Draft>;
}
