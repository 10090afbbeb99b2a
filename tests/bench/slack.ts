/** What the Slack adapter costs beside the SDK that it stands on, in one run. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { App, SocketModeReceiver } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import { type Bot, createMemoryStore, fit, type Reply, type Store } from "#core";
import { createSlackAdapter } from "../../adapters/slack/index.ts";
import { limits, render } from "../../adapters/slack/render.ts";
import { openSqlite } from "../../src/runtime/store/sqlite.ts";
import { createSqlStore } from "../../src/runtime/store/store.ts";
import { createTestBot } from "../fakes/bot.ts";
import { usIranDossier } from "../fixtures/dossiers.ts";
import { type Bench, compare, cpu, type Measure } from "./bench.ts";
import { createDrain } from "./drain.ts";
import type { Order, Result } from "./slack-server.ts";

const commands = 300;
const deliveries = Number(process.env["BENCH_DELIVERIES"] ?? 10_000);

export const slack: Bench = { name: "slack", run };

async function run(): Promise<readonly Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), "backchannel-bench-"));
  const sql = openSqlite({ folder });
  const store = await createSqlStore(sql);
  const server = await startServer();
  try {
    const reply = await createTestBot({ flood: "none" }, [usIranDossier()]).slash("now");
    return [
      await commandCost(server, reply),
      await postCost(server, reply, store),
      ...(await underLoad(server, reply, store)),
    ];
  } finally {
    server.child.kill();
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

interface Server {
  readonly child: ChildProcess;
  readonly url: string;
}

async function startServer(): Promise<Server> {
  const child = fork(fileURLToPath(new URL("./slack-server.ts", import.meta.url)));
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  return { child, url: `http://127.0.0.1:${port}/api` };
}

async function send({ child }: Server, order: Order): Promise<Result> {
  child.send(order);
  const [result] = (await once(child, "message")) as [Result];
  return result;
}

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const clock = { now: Temporal.Now.instant };

/** Both take the same commands and post the same blocks; composing is left out of both. */
async function commandCost(server: Server, reply: Reply): Promise<Measure> {
  const order: Order = { commands, window: 8, posts: true };
  const bare = async () => {
    const app = bareApp(server.url, reply);
    await app.start();
    const cost = await cpu(() => send(server, order));
    await app.stop();
    return cost;
  };
  const ours = async () => {
    const adapter = adapterFor(server.url);
    await adapter.start(botOf(reply));
    const cost = await cpu(() => send(server, order));
    await adapter.stop();
    return cost;
  };
  const { ratio, floor } = await compare(bare, ours);
  return {
    what: "CPU for a command, beside a bare bolt handler that posts the same",
    value: ratio,
    unit: "x",
    most: 2,
    from: `floor ${(floor / commands).toFixed(3)} ms`,
  };
}

/** A digest's page with its two writes to the ledger, beside the SDK's call alone. */
async function postCost(server: Server, reply: Reply, store: Store): Promise<Measure> {
  const [page] = fit(reply.document, limits);
  if (!page) throw new Error("no page");
  const { text, blocks } = render(page, { native: true });
  const client = new WebClient("xoxb-1234567890", { slackApiUrl: server.url });
  const bare = () =>
    cpu(async () => {
      for (let at = 0; at < commands; at += 1) {
        await client.chat.postMessage({ channel: "C1", text, blocks: [...blocks] });
      }
    });
  let round = 0;
  const ours = async () => {
    round += 1;
    const drain = await createDrain({
      store,
      adapter: adapterFor(server.url),
      document: reply.document,
      count: commands,
      name: `cost-${round}`,
    });
    return cpu(() => drain.run());
  };
  const { ratio, floor } = await compare(bare, ours);
  return {
    what: "CPU for a digest's post, ledger and outbox included, beside a bare chat.postMessage",
    value: ratio,
    unit: "x",
    most: 2.5,
    from: `floor ${(floor / commands).toFixed(3)} ms`,
  };
}

/** Commands come every 20 ms while the outbox drains. */
async function underLoad(server: Server, reply: Reply, store: Store): Promise<readonly Measure[]> {
  const adapter = adapterFor(server.url);
  await adapter.start(botOf(reply));
  const every = { window: 1, every: 20, posts: false };
  const idle = (await send(server, { commands: 200, ...every })).acknowledged;
  const drain = await createDrain({
    store,
    adapter,
    document: reply.document,
    count: deliveries,
    name: "load",
  });
  const times: number[] = [];
  let draining = true;
  const began = performance.now();
  const drained = drain.run().then(() => {
    draining = false;
  });
  while (draining) {
    const { acknowledged } = await send(server, { commands: 50, ...every });
    if (draining) times.push(...acknowledged);
  }
  await drained;
  const seconds = (performance.now() - began) / 1000;
  await adapter.stop();
  return [
    {
      what: `acknowledgement of a command while ${deliveries} deliveries drain, p99`,
      value: quantile(times, 0.99),
      unit: "ms",
      most: 30,
      from: `${times.length} commands, median ${quantile(times, 0.5).toFixed(1)} ms; with nothing to drain p99 ${quantile(idle, 0.99).toFixed(1)} ms`,
    },
    { what: "deliveries drained meanwhile", value: deliveries / seconds, unit: "per second" },
  ];
}

function adapterFor(apiUrl: string) {
  return createSlackAdapter({
    botToken: "xoxb-1234567890",
    appToken: "xapp-1234567890",
    apiUrl,
    clock,
    log: quiet,
    seen: createMemoryStore().seen,
  });
}

function bareApp(slackApiUrl: string, reply: Reply): App {
  const logger = { ...quiet, setLevel() {}, setName() {}, getLevel: () => "error" as never };
  const clientOptions = { slackApiUrl };
  const app = new App({
    token: "xoxb-1234567890",
    receiver: new SocketModeReceiver({
      appToken: "xapp-1234567890",
      logger,
      installerOptions: { clientOptions },
    }),
    botId: "BBOT",
    botUserId: "UBOT",
    logger,
    clientOptions,
  });
  const [page] = fit(reply.document, limits);
  if (!page) throw new Error("no page");
  const { text, blocks } = render(page, { native: true });
  app.command("/brief", async ({ ack, command, client }) => {
    await ack();
    await client.chat.postMessage({ channel: command.channel_id, text, blocks: [...blocks] });
  });
  return app;
}

function botOf(reply: Reply): Bot {
  return {
    commands: [],
    command: async ({ key }) => ({ ...reply, id: key }),
    message: async () => undefined,
    complete: async () => [],
    posted: async () => {},
    deleted: async () => {},
    owns: async () => false,
    feedback: async () => {},
    removed: async () => {},
  };
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;
}
