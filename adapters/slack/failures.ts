/** Slack's words for a failed post, and what the outbox is to do about each. */
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from "@slack/web-api";
import { DeliveryError } from "#core";

/**
 * Error codes of chat.postMessage, https://docs.slack.dev/reference/methods/chat.postMessage#errors.
 * A code that stands in no list is a refusal that we do not know: `defect`, so that nothing repeats.
 */
const codes: Readonly<Record<"later" | "unclear" | "never", readonly string[]>> = {
  later: [
    "ratelimited",
    "rate_limited",
    "message_limit_exceeded",
    "service_unavailable",
    "request_timeout",
    "accesslimited",
    "team_added_to_org",
    "external_channel_migrating",
  ],
  // "It's possible some aspect of the operation succeeded before the error was raised."
  unclear: ["fatal_error", "internal_error"],
  never: [
    "channel_not_found",
    "not_in_channel",
    "is_archived",
    "account_inactive",
    "token_revoked",
    "token_expired",
    "invalid_auth",
    "not_authed",
    "no_permission",
    "missing_scope",
    "access_denied",
    "app_access_restricted",
    "ekm_access_denied",
    "enterprise_is_restricted",
    "org_login_required",
    "team_access_not_granted",
    "team_not_found",
    "team_disabled",
    "messages_tab_disabled",
    "cannot_dm_bot",
    "user_disabled",
    "user_not_found",
    "user_not_visible",
    "restricted_action",
    "restricted_action_read_only_channel",
    "restricted_action_thread_only_channel",
    "restricted_action_non_threadable_channel",
    "restricted_action_thread_locked",
    "cannot_reply_to_message",
    "thread_not_found",
  ],
};

/** System errors in which no byte of the request left this machine. */
const unsent: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

export function toDeliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  if (error instanceof WebAPIRateLimitedError) {
    return failure("later", "ratelimited", error, Math.max(1, error.retryAfter));
  }
  if (error instanceof WebAPIPlatformError) {
    const code = error.data.error;
    // Not Slack's own answer but some page in front of it: nobody knows what happened behind it.
    if (!/^[a-z][a-z0-9_:.-]{0,80}$/.test(code)) return failure("unclear", "no-json", error);
    return failure(kindOf(code), code, error, retryAfterOf(error));
  }
  if (error instanceof WebAPIHTTPError) {
    const code = `http_${error.statusCode}`;
    if (error.statusCode >= 500) return failure("unclear", code, error);
    return failure("defect", code, error);
  }
  if (error instanceof WebAPIRequestError) {
    const code = systemCode(error);
    return failure(unsent.has(code) ? "later" : "unclear", code, error);
  }
  // A 429 without Retry-After is the SDK's one bare error.
  if (error instanceof Error && error.message.startsWith("Retry header")) {
    return failure("later", "ratelimited", error, 60);
  }
  return failure("unclear", "unknown", error);
}

/** Slack's own code in an error of the SDK; empty when it has none. */
export function codeOf(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return error.data.error;
  if (error instanceof DeliveryError) return error.code;
  return "";
}

function kindOf(code: string): DeliveryError["retry"] {
  if (codes.later.includes(code)) return "later";
  if (codes.unclear.includes(code)) return "unclear";
  if (codes.never.includes(code)) return "never";
  return "defect";
}

function retryAfterOf(error: WebAPIPlatformError): number | undefined {
  const seconds = error.data.response_metadata?.["retryAfter"];
  return typeof seconds === "number" ? seconds : undefined;
}

function systemCode(error: WebAPIRequestError): string {
  let cause: unknown = error.original;
  for (let depth = 0; depth < 5 && cause instanceof Error; depth += 1) {
    if ("code" in cause && typeof cause.code === "string") return cause.code;
    if (cause.name === "TimeoutError") return "timeout";
    cause = cause.cause;
  }
  return "request_error";
}

function failure(
  retry: DeliveryError["retry"],
  code: string,
  cause: unknown,
  seconds?: number,
): DeliveryError {
  return new DeliveryError(`Slack did not take the message: ${code}`, {
    retry,
    code,
    cause,
    ...(seconds !== undefined && { retryAfter: Temporal.Duration.from({ seconds }) }),
  });
}
