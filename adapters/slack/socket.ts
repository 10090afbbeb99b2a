/**
 * Socket Mode with connections of our own making. Measured with socket-mode 3.1.0: its reconnect waits
 * five seconds for each failure while slash commands fail for people, and an error of
 * apps.connections.open ends the process by an unhandled rejection. Here each connection is made
 * once; a new one is made when it ends, and already when Slack announces that it will.
 */
import { type App, type Receiver, SocketModeReceiver } from "@slack/bolt";
import { WebAPIRateLimitedError } from "@slack/web-api";
import type { Log } from "#core";
import { sdkLogger } from "./client.ts";
import { codeOf } from "./failures.ts";

export interface SocketOptions {
  readonly appToken: string;
  readonly apiUrl?: string | undefined;
  readonly log: Log;
  readonly wait: (duration: Temporal.Duration) => Promise<void>;
  readonly random: () => number;
}

/** Codes after which Slack will say the same again: a person has to mend the token. */
const final: ReadonlySet<string> = new Set([
  "not_authed",
  "invalid_auth",
  "account_inactive",
  "user_removed_from_team",
  "team_disabled",
  "token_revoked",
  "not_allowed_token_type",
  "missing_scope",
]);

/** Seconds between attempts double up to this. */
const longestPause = 30;
/** Milliseconds until a connection that says nothing is given up. */
const helloTimeout = 15_000;

export function createSocketReceiver(options: SocketOptions): Receiver {
  const { log, wait, random } = options;
  const open = new Set<SocketModeReceiver>();
  let app: App | undefined;
  let stopped = false;
  let fruitless = 0;

  /** @throws what apps.connections.open said, once. */
  async function connect(): Promise<void> {
    const socket = createConnection(options);
    if (app) socket.init(app);
    let replaced = false;
    let useful = false;
    const replace = (why: string) => {
      if (replaced || stopped) return;
      replaced = true;
      // One that brought nothing but its end: when that goes on, Slack is asked more slowly.
      fruitless = useful ? 0 : fruitless + 1;
      log.info("slack-socket-replaced", { why, fruitless });
      // Never rejects.
      keepConnecting().catch(() => {});
    };
    const { client } = socket;
    client.on("ws_message", (data: unknown) => {
      if (typeof data !== "string") return;
      const type = typeOf(data);
      // Slack recycles connections and says so first: the next one stands before this one goes.
      if (type === "disconnect") replace("asked to");
      else if (type !== "hello") useful = true;
    });
    open.add(socket);
    try {
      await within(helloTimeout, socket.start());
    } catch (error) {
      open.delete(socket);
      await socket.stop();
      throw error;
    }
    client.on("disconnected", () => {
      open.delete(socket);
      replace("dropped");
    });
    log.info("slack-socket-connected", { open: open.size });
  }

  async function keepConnecting(): Promise<void> {
    // A Slack that takes and drops connections at once is not asked in a tight loop.
    // Slack itself says 429 when that is still too fast.
    const pause = fruitless > 5 ? 500 : 20;
    await wait(Temporal.Duration.from({ milliseconds: Math.round(pause * (1 + random())) }));
    for (let failures = 0; !stopped; failures += 1) {
      try {
        await connect();
        return;
      } catch (error) {
        const code = codeOf(error);
        const level = final.has(code) ? "error" : "warn";
        log[level]("slack-socket-failed", { code, failures: failures + 1, error: nameOf(error) });
        const seconds =
          error instanceof WebAPIRateLimitedError
            ? error.retryAfter
            : Math.min(longestPause, 2 ** failures / 4) * (0.5 + random() / 2);
        await wait(Temporal.Duration.from({ milliseconds: Math.round(seconds * 1000) }));
      }
    }
  }

  return {
    init: (initialised) => {
      app = initialised;
    },
    async start() {
      stopped = false;
      for (let failures = 0; ; failures += 1) {
        try {
          return await connect();
        } catch (error) {
          if (stopped || final.has(codeOf(error)) || failures >= 5) throw error;
          log.warn("slack-socket-failed", { code: codeOf(error), error: nameOf(error) });
          await wait(Temporal.Duration.from({ milliseconds: 500 * 2 ** failures }));
        }
      }
    },
    async stop() {
      stopped = true;
      await Promise.all([...open].map((socket) => socket.stop()));
      open.clear();
    },
  };
}

function createConnection({ appToken, apiUrl, log }: SocketOptions): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken,
    logger: sdkLogger(log),
    autoReconnectEnabled: false,
    // Slack's own pings come late under load: with the defaults, healthy connections are dropped
    // (slackapi/bolt-js#2496).
    clientPingTimeout: 20_000,
    serverPingTimeout: 60_000,
    installerOptions: {
      clientOptions: {
        ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
        retryConfig: { retries: 0 },
        timeout: 10_000,
        rejectRateLimitedCalls: true,
      },
    },
  });
}

/** @throws Error when the time is over. */
async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("Slack sent no hello")), milliseconds);
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
  }
}

function typeOf(data: string): unknown {
  try {
    return (JSON.parse(data) as { readonly type?: unknown }).type;
  } catch {
    return undefined;
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : String(error);
}
