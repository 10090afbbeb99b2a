/** The Web API, by clients that fail in different ways. */
import { type Logger, LogLevel, WebClient, type WebClientOptions } from "@slack/web-api";
import type { Log } from "#core";

export interface Clients {
  /** Posts: never repeats a call by itself, and gives up. The outbox decides what to do next. */
  readonly post: WebClient;
  /** The same for the outbox, a few at a time: people's answers neither queue behind it nor wait for it. */
  readonly outbox: WebClient;
  /** Reads and small changes that may be repeated, within moments that a person waits. */
  readonly call: WebClient;
}

export interface ClientOptions {
  readonly token: string;
  readonly apiUrl?: string | undefined;
  readonly log: Log;
  /** Milliseconds until a post counts as unclear. */
  readonly timeout: number;
}

/** Slack takes a few posts a second from one workspace; more calls at once only crowd the loop. */
const mostAtOnce = 12;

export function createClients({ token, apiUrl, log, timeout }: ClientOptions): Clients {
  const shared = sharedOptions(apiUrl, log);
  // Measured: the SDK's own retries post twice when an answer is lost, and without a timeout it
  // waits for ever; with its waiting for rate limits a post is waited out and then not made.
  const once = {
    ...shared,
    retryConfig: { retries: 0 },
    timeout,
    rejectRateLimitedCalls: true,
  };
  return {
    post: new WebClient(token, once),
    outbox: new WebClient(token, { ...once, maxRequestConcurrency: mostAtOnce }),
    call: new WebClient(token, {
      ...shared,
      retryConfig: { retries: 2, minTimeout: 200, maxTimeout: 2_000, randomize: true },
      timeout: Math.min(timeout, 5_000),
      rejectRateLimitedCalls: true,
    }),
  };
}

function sharedOptions(apiUrl: string | undefined, log: Log): WebClientOptions {
  return { logger: sdkLogger(log), ...(apiUrl !== undefined && { slackApiUrl: apiUrl }) };
}

/** The SDK's log lines in ours. Its debug lines hold people's words and are left out. */
export function sdkLogger(log: Log): Logger {
  const say =
    (level: "info" | "warn" | "error") =>
    (...message: readonly unknown[]) =>
      log[level]("slack-sdk", { message: message.map(String).join(" ").slice(0, 500) });
  return {
    debug() {},
    info: (...message) => log.debug("slack-sdk", { message: message.map(String).join(" ") }),
    warn: say("warn"),
    error: say("error"),
    setLevel() {},
    getLevel: () => LogLevel.INFO,
    setName() {},
  };
}
