/** The two ways to Discord's REST interface. Neither ever repeats a request by itself. */
import { DefaultRestOptions, REST } from "discord.js";

export interface Rest {
  /** With the bot's token: posts, threads, reads. Refuses what Discord's limits do not allow now. */
  readonly api: REST;
  /**
   * Answers to interactions, which need no token and do not count against the bot's global limit.
   * https://docs.discord.com/developers/interactions/receiving-and-responding#endpoints
   */
  readonly replies: REST;
  readonly stopped: boolean;
  stop(): void;
}

/** Longest that an answer to an interaction waits for a limit. */
const patience = 2_000;

/** Base address without version, as the library wants it. */
export function apiBase(url: string | undefined): string {
  return (url ?? DefaultRestOptions.api).replace(/\/+$/, "").replace(/\/v\d+$/, "");
}

export function createRest(
  token: string,
  url: string | undefined,
  limits: { readonly requestTimeout: number; readonly requestsPerSecond: number },
): Rest {
  const common = { api: apiBase(url), version: "10", retries: 0, timeout: limits.requestTimeout };
  const api = new REST({
    ...common,
    globalRequestsPerSecond: limits.requestsPerSecond,
    rejectOnRateLimit: () => true,
  }).setToken(token);
  const replies = new REST({
    ...common,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    rejectOnRateLimit: (data) => {
      const wait = Math.max(data.timeToReset, data.retryAfter, data.sublimitTimeout);
      return wait === 0 || wait > patience;
    },
  });
  let stopped = false;
  return {
    api,
    replies,
    get stopped() {
      return stopped;
    },
    stop() {
      stopped = true;
      for (const each of [api, replies]) {
        each.clearHashSweeper();
        each.clearHandlerSweeper();
      }
    },
  };
}
