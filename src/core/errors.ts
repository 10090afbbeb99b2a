/**
 * Two kinds of errors are expected. Everything else is a defect: it is logged with its context, and
 * the person sees one calm sentence and a reference.
 */
import type { Action, ServiceSentence } from "./document/tree.ts";
import type { BudgetScope } from "./ports.ts";

/** The person can mend it. Shown privately, with what to do. */
export class UserError extends Error {
  override readonly name = "UserError";
  /** What happened, why, what to do. */
  readonly sentences: readonly ServiceSentence[];
  /** Ways on, as buttons. */
  readonly actions: readonly Action[];

  constructor(sentences: readonly ServiceSentence[], actions: readonly Action[] = []) {
    super(sentences.map((sentence) => sentence.text).join(" "));
    this.sentences = sentences;
    this.actions = actions;
  }
}

/** Why a post did not arrive, and what the outbox is to do about it. Made only in `adapters/<platform>/send.ts`. */
export class DeliveryError extends Error {
  override readonly name = "DeliveryError";
  /**
   * `later`: surely not posted, try again. `unclear`: it may have been posted, ask first (`find`).
   * `never`: this destination is gone or closed to us; switch it off and tell its owner.
   * `defect`: the payload itself was refused; trying again changes nothing.
   */
  readonly retry: "later" | "unclear" | "never" | "defect";
  /** Earliest next attempt, when the platform named one. */
  readonly retryAfter: Temporal.Duration | undefined;
  /** Which budget `retryAfter` closes. */
  readonly scope: BudgetScope;
  /** The platform's own word for it, such as `channel_not_found`; never a secret. */
  readonly code: string;

  constructor(
    message: string,
    options: {
      readonly retry: DeliveryError["retry"];
      readonly code: string;
      readonly retryAfter?: Temporal.Duration;
      /** Default: `workspace`. */
      readonly scope?: BudgetScope;
      readonly cause?: unknown;
    },
  ) {
    super(message, { cause: options.cause });
    this.retry = options.retry;
    this.code = options.code;
    this.retryAfter = options.retryAfter;
    this.scope = options.scope ?? "workspace";
  }
}
