/** What Discord's refusals mean for a delivery, as data. */

import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { DeliveryError } from "#core";

type Retry = DeliveryError["retry"];

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const codes: Readonly<Record<string, Retry>> = {
  10003: "never", // unknown channel
  10004: "never", // unknown guild
  10013: "never", // unknown user
  20016: "later", // slow mode
  20028: "later", // write limit of the channel
  20029: "later", // write limit of the server
  40001: "later", // token refused: no fault of the destination
  40002: "later", // account to be verified first
  40004: "later", // sending is switched off for a while
  40006: "later", // this is switched off for a while
  40062: "later", // resource is being limited
  50001: "never", // missing access
  50007: "never", // this person takes no messages
  50013: "never", // missing permission
  50014: "later", // token refused
  50278: "never", // no server in common with this person
  130000: "later", // overloaded
  160005: "never", // thread is locked
  160006: "later", // too many open threads
  160007: "later", // too many open threads in an announcement channel
};

/** For codes that the table lacks. */
const statuses: Readonly<Record<number, Retry>> = {
  401: "later",
  403: "never",
  404: "never",
  408: "unclear",
  429: "later",
};

/** Failures to connect: nothing was sent. */
const neverLeft = new Set([
  "EAI_AGAIN",
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** A refused token will not be better in seconds, and each try counts as an invalid request. */
const afterRefusedToken = Temporal.Duration.from({ minutes: 15 });

export function deliveryErrorOf(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  if (error instanceof RateLimitError) {
    const wait = Temporal.Duration.from({ milliseconds: waitOf(error) });
    return made(error, "later", "429", wait);
  }
  if (error instanceof DiscordAPIError) {
    const code = String(error.code ?? error.status);
    const retry = codes[code] ?? statuses[error.status] ?? "defect";
    const wait = error.status === 401 ? afterRefusedToken : namedWait(error.rawError);
    return made(error, retry, code, retry === "later" ? wait : undefined);
  }
  if (error instanceof HTTPError) return made(error, "unclear", String(error.status));
  const code = codeOf(error);
  if (code === "no-token") return made(error, "later", "401", afterRefusedToken);
  return made(error, neverLeft.has(code) ? "later" : "unclear", code);
}

/** Milliseconds. Discord always names them; where a proxy has lost them, a second makes sense. */
export function waitOf(error: RateLimitError): number {
  const wait = Math.max(error.retryAfter, error.sublimitTimeout, error.timeToReset);
  return wait > 0 ? Math.ceil(wait) : 1_000;
}

/** True for requests that count against the limit of 10,000 in ten minutes. */
export function countsAsInvalid(error: unknown): boolean {
  if (error instanceof RateLimitError) return false;
  return error instanceof DiscordAPIError && [401, 403, 429].includes(error.status);
}

function made(
  cause: unknown,
  retry: Retry,
  code: string,
  retryAfter?: Temporal.Duration,
): DeliveryError {
  const options = { retry, code, cause, ...(retryAfter && { retryAfter }) };
  return new DeliveryError(`Discord did not take the message (${code})`, options);
}

function namedWait(raw: unknown): Temporal.Duration | undefined {
  const seconds =
    typeof raw === "object" && raw !== null && "retry_after" in raw
      ? Number(raw.retry_after)
      : Number.NaN;
  if (!Number.isFinite(seconds)) return undefined;
  return Temporal.Duration.from({ milliseconds: Math.ceil(seconds * 1_000) });
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  // The library forgets its token after a 401 and then refuses without asking.
  if (error.message.startsWith("Expected token to be set")) return "no-token";
  if ("code" in error && typeof error.code === "string") return error.code;
  if (error.name === "AbortError") return "timeout";
  return error.cause === undefined ? "network" : codeOf(error.cause);
}
