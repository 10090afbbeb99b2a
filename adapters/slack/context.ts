/** What every handler of the adapter works with. */
import { createHash } from "node:crypto";
import type { Bot, Clock, Footnote, Log, Receipt, SeenStore } from "#core";
import type { Clients } from "./client.ts";
import type { People } from "./people.ts";
import type { Recent } from "./recent.ts";
import type { Responder } from "./respond.ts";

export interface Self {
  /** The bot's person and its app's bot id: who not to listen to. */
  readonly user: string;
  readonly bot: string;
  /** How people mention and invite it. */
  readonly name: string;
  readonly workspace: string;
}

export interface Context {
  readonly bot: Bot;
  readonly clients: Clients;
  readonly clock: Clock;
  readonly log: Log;
  readonly seen: SeenStore;
  readonly self: Self;
  readonly people: People;
  readonly respond: Responder;
  /** Footnotes of recent answers, for "show evidence". */
  readonly evidence: Recent<readonly Footnote[]>;
  /** Answers to recent questions by the question's `channel:ts`, for edits and deletions. */
  readonly answers: Recent<readonly Receipt[]>;
  readonly newKey: () => string;
  readonly wait: (duration: Temporal.Duration) => Promise<void>;
  /** Until a status says that it works: milliseconds. */
  readonly moment: number;
  /** The conversation with one person. */
  directChannel(person: string): Promise<string>;
}

/**
 * True for the first handling of an event, command or press. Slack repeats events that were
 * acknowledged too late, and anybody may send a signed request again within five minutes.
 */
export function isNew({ seen, clock }: Context, key: string): Promise<boolean> {
  return seen.claim(`slack:handled:${key}`, clock.now());
}

/**
 * Names one command or press: what comes a second time has all of these the same. Without Slack's own
 * id nothing can be told apart, so everything counts as new.
 */
export function callKey(
  { newKey }: Pick<Context, "newKey">,
  trigger: string | undefined,
  ...more: readonly (string | undefined)[]
): string {
  if (!trigger) return newKey();
  return createHash("sha256")
    .update(JSON.stringify([trigger, ...more]))
    .digest("base64url");
}
