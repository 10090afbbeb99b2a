/** A request to our Discord, its answer, and what all routes share. */
import type { Message, State } from "./state.ts";

export type Json = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export interface Asked {
  readonly method: string;
  /** Without version and query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Json;
  /** Names of uploaded files. */
  readonly files: readonly string[];
}

/** An interaction as Discord keeps it while its token lives. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly channel: string;
  /** First answer. */
  callback?: { readonly type: number; readonly data: Json };
  /** Messages made by it, the first answer first. */
  readonly messages: (Message & { readonly ephemeral: boolean })[];
  /** Message that holds the pressed button. */
  readonly source?: Message;
}

export interface RestParts {
  readonly state: State;
  readonly interactions: Map<string, Interaction>;
  /** What was refused, and why. */
  readonly refused: { readonly path: string; readonly faults: readonly string[] }[];
  readonly gatewayUrl: () => string;
  dispatch(event: string, data: unknown): void;
  now(): Temporal.Instant;
}

export type Handler = (asked: Asked, ids: readonly string[]) => Answer;
export type Route = readonly [method: string, path: RegExp, handler: Handler];

export const refusal = (status: number, code: number, message = "refused"): Answer => ({
  status,
  body: { code, message },
});
