/** The adapter and a bot, connected to the local Slack by either transport. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createMemoryStore, type Store } from "#core";
import {
  createSlackAdapter,
  type SlackAdapter,
  type SlackOptions,
} from "../../../adapters/slack/index.ts";
import { createTestBot, type TestBot } from "../bot.ts";
import { createFakeLog } from "../log.ts";
import { createFakeSlack, type FakeSlack } from "./slack.ts";
import { signingSecret } from "./transport.ts";

export type Transport = "socket" | "http";

export interface Connected {
  readonly slack: FakeSlack;
  readonly adapter: SlackAdapter;
  readonly test: TestBot;
  readonly store: Store;
  readonly log: ReturnType<typeof createFakeLog>;
  /** Stops the bot and starts it again on the same store, as after a restart. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function connect(
  transport: Transport,
  options: Partial<SlackOptions> = {},
  parts: Parameters<typeof createTestBot>[0] = {},
): Promise<Connected> {
  const slack = await createFakeSlack();
  const log = createFakeLog();
  const store = parts.store ?? createMemoryStore();
  // Slack's signatures are of today.
  const clock = parts.clock ?? { now: () => Temporal.Now.instant() };
  const test = createTestBot({ flood: "none", ...parts, store, clock });
  let adapter: SlackAdapter;
  const server = createServer((request, response) => adapter.route.node(request, response));
  const begin = async () => {
    adapter = createSlackAdapter({
      botToken: "xoxb-1234567890",
      ...(transport === "socket" ? { appToken: "xapp-1234567890" } : { signingSecret }),
      apiUrl: slack.url,
      clock,
      log: log.log,
      seen: store.seen,
      wait: async () => {},
      ...options,
    });
    await adapter.start(test.bot);
  };
  if (transport === "http") {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    slack.target = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  }
  await begin();
  return {
    slack,
    test,
    store,
    log,
    get adapter() {
      return adapter;
    },
    async restart() {
      await adapter.stop();
      const bot = createTestBot({ flood: "none", ...parts, store, clock });
      Object.assign(test, bot);
      await begin();
    },
    async stop() {
      await adapter.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await slack.stop();
    },
  };
}
