/**
 * The core's front door: what an adapter hands in and what it gets back. The same door serves slash
 * commands, mentions, direct messages, buttons and tests.
 */

import type { CommandSpec } from "./command/command.ts";
import type { Document } from "./document/tree.ts";
import type { Feedback, Receipt, ThreadId } from "./ports.ts";

/** Where a call or message came from, as far as the core needs to know. */
export interface Origin {
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
  /** Thread it was said in; absent at the top level of a channel. */
  readonly thread?: ThreadId;
  /** The platform's id of the person. Hashed before it is stored. */
  readonly person: string;
  /** A direct message or an agent conversation. */
  readonly direct: boolean;
  /** The bot may post in this channel, so that a public answer gets a thread. */
  readonly canPost: boolean;
  /** The platform lets this person manage the channel. */
  readonly mayManage: boolean;
  /** BCP 47. */
  readonly locale?: string;
  /** IANA. */
  readonly zone?: string;
}

/** A slash command or a pressed button. */
export interface Call {
  /** The same for a repeated delivery of the same call. */
  readonly key: string;
  readonly origin: Origin;
  /** Words after the command's name, or a button's line; or typed options. */
  readonly input:
    | { readonly type: "line"; readonly line: string }
    | {
        readonly type: "options";
        readonly name: string;
        readonly options: Readonly<Record<string, string | number | boolean>>;
      };
}

/** A message in a thread, a mention or a direct message. */
export interface IncomingMessage {
  readonly key: string;
  readonly origin: Origin;
  readonly text: string;
  /** The bot is addressed by name; its mention is already taken out of `text`. */
  readonly mentioned: boolean;
  /** The platform's id of this message. */
  readonly message?: string;
}

export interface Reply {
  /** Given back to {@link Bot.posted}. */
  readonly id: string;
  readonly document: Document;
  readonly visibility: "public" | "private";
  /** At least one claim is cited as the answer. */
  readonly answered: boolean;
  /** Claim ids, in order of first citation. */
  readonly citations: readonly string[];
  /** Files to take along: exports and pictures. */
  readonly files: readonly ReplyFile[];
  /** The line that gives this reply again, for "share" and for links. */
  readonly line: string;
}

export interface ReplyFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly content: string | Uint8Array;
  /** For people who do not see it. */
  readonly alt: string;
}

export interface Choice {
  readonly label: string;
  readonly value: string;
}

export interface Bot {
  /** For registration, help and autocomplete. */
  readonly commands: readonly CommandSpec[];
  /** Never rejects: a person's mistake is a private reply, a defect a calm one with a reference. */
  command(call: Call): Promise<Reply>;
  /** Undefined when the message is not for the bot, or was handled already. */
  message(message: IncomingMessage): Promise<Reply | undefined>;
  /** At most 25 choices for an option, best first. */
  complete(command: string, option: string, typed: string): Promise<readonly Choice[]>;
  /** A reply was posted: its thread becomes a conversation. */
  posted(reply: string, receipt: Receipt): Promise<void>;
  /** A question was deleted: its turn is forgotten. */
  deleted(thread: ThreadId, message: string): Promise<void>;
  /** True when the bot has a conversation in this thread. */
  owns(thread: ThreadId): Promise<boolean>;
  /** An empty dossier means the standard one. */
  feedback(feedback: Omit<Feedback, "at">): Promise<void>;
  /** The bot was removed from a workspace (`chat:T1:`) or channel: everything below is forgotten. */
  removed(prefix: string): Promise<void>;
}
