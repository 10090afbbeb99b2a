/** What the Discord adapter costs beside the SDK that it stands on, in one run. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  Client,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  REST,
  Routes,
} from "discord.js";
import { type Adapter, type Bot, createMemoryStore, fit, type Reply, type Store } from "#core";
import { createDiscordAdapter } from "../../adapters/discord/index.ts";
import { createLimits } from "../../adapters/discord/limits.ts";
import { bodyOf } from "../../adapters/discord/post.ts";
import { measurePage, renderPage } from "../../adapters/discord/render.ts";
import { openSqlite } from "../../src/runtime/store/sqlite.ts";
import { createSqlStore } from "../../src/runtime/store/store.ts";
import { createTestBot } from "../fakes/bot.ts";
import { usIranDossier } from "../fixtures/dossiers.ts";
import { type Bench, compare, cpu, type Measure } from "./bench.ts";
import { createDrain } from "./drain.ts";
import type { Order, Result } from "./slack-server.ts";

const interactions = 300;
const deliveries = Number(process.env["BENCH_DELIVERIES"] ?? 10_000);
const token = "test.token-that-is-long-enough";

export const discord: Bench = { name: "discord", run };

async function run(): Promise<readonly Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), "backchannel-bench-"));
  const sql = openSqlite({ folder });
  const store = await createSqlStore(sql);
  const server = await startServer();
  try {
    const reply = await createTestBot({ flood: "none" }, [usIranDossier()]).slash("now");
    return [
      await interactionCost(server, reply),
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
  readonly guild: string;
  readonly channel: string;
}

async function startServer(): Promise<Server> {
  const child = fork(fileURLToPath(new URL("./discord-server.ts", import.meta.url)));
  const [{ port, ...places }] = (await once(child, "message")) as [
    { port: number; guild: string; channel: string },
  ];
  return { child, url: `http://127.0.0.1:${port}/api`, ...places };
}

async function send({ child }: Server, order: Order): Promise<Result> {
  child.send(order);
  const [result] = (await once(child, "message")) as [Result];
  return result;
}

const quiet = { debug() {}, info() {}, warn() {}, error: console.error };
const clock = { now: Temporal.Now.instant };

/** Both acknowledge the same commands and post the same components; composing is left out of both. */
async function interactionCost(server: Server, reply: Reply): Promise<Measure> {
  const order: Order = { commands: interactions, window: 8, posts: true };
  const bare = async () => {
    const client = await bareClient(server.url, reply);
    const cost = await cpu(() => send(server, order));
    await client.destroy();
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
    what: "CPU for an interaction, beside a bare discord.js handler that posts the same",
    value: ratio,
    unit: "x",
    most: 2,
    from: `floor ${(floor / interactions).toFixed(3)} ms`,
  };
}

/** A digest's page with its writes to the ledger, beside the SDK's request alone. */
async function postCost(server: Server, reply: Reply, store: Store): Promise<Measure> {
  const adapter = adapterFor(server.url);
  const pages = fit(reply.document, adapter.limits);
  const bodies = pages.map((page) => bodyOf({ components: renderPage(page) }));
  const rest = new REST({ api: server.url, globalRequestsPerSecond: Number.POSITIVE_INFINITY });
  rest.setToken(token);
  const bare = () =>
    cpu(async () => {
      for (let at = 0; at < interactions; at += 1) {
        for (const body of bodies) await rest.post(Routes.channelMessages(channelAt(at)), { body });
      }
    });
  let round = 0;
  const ours = async () => {
    round += 1;
    const drain = await createDrain({
      store,
      adapter,
      document: reply.document,
      count: interactions,
      name: `cost-${round}`,
      place: placeAt,
    });
    return cpu(() => drain.run());
  };
  const { ratio, floor } = await compare(bare, ours);
  await adapter.stop();
  return {
    what: "CPU for a digest's post, ledger and outbox included, beside a bare REST post",
    value: ratio,
    unit: "x",
    most: 3,
    from: `floor ${(floor / interactions).toFixed(3)} ms`,
  };
}

/** Interactions come every 20 ms while the outbox drains. */
async function underLoad(server: Server, reply: Reply, store: Store): Promise<readonly Measure[]> {
  const adapter = adapterFor(server.url);
  await adapter.start(botOf(reply));
  const drain = await createDrain({
    store,
    adapter,
    document: reply.document,
    count: deliveries,
    name: "load",
    place: placeAt,
  });
  const times: number[] = [];
  let draining = true;
  const began = performance.now();
  const drained = drain.run().then(() => {
    draining = false;
  });
  while (draining) {
    const { acknowledged } = await send(server, {
      commands: 50,
      window: 1,
      every: 20,
      posts: false,
    });
    if (draining) times.push(...acknowledged);
  }
  await drained;
  const seconds = (performance.now() - began) / 1000;
  await adapter.stop();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return [
    {
      what: `first response to an interaction while ${deliveries} deliveries drain, p99`,
      value: at(0.99),
      unit: "ms",
      most: 30,
      from: `${sorted.length} interactions, median ${at(0.5).toFixed(1)} ms`,
    },
    { what: "deliveries drained meanwhile", value: deliveries / seconds, unit: "per second" },
  ];
}

/** Ids as Discord's are, each delivery its own server and channel. */
const channelAt = (at: number) => (1_500_000_000_000_000_000n + BigInt(at)).toString();
const placeAt = (at: number) => ({ workspace: "@me", channel: channelAt(at) });

/** Without Discord's own pace: what is measured is our work. */
function adapterFor(apiUrl: string): Adapter {
  const { budgets: _, ...adapter } = createDiscordAdapter({
    config: { token, apiUrl, messageContent: false },
    commandName: "brief",
    clock,
    log: quiet,
    notes: createMemoryStore().notes,
    timing: { requestsPerSecond: Number.POSITIVE_INFINITY },
  });
  return adapter;
}

async function bareClient(api: string, reply: Reply): Promise<Client> {
  const client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
    ],
    rest: { api, globalRequestsPerSecond: Number.POSITIVE_INFINITY },
    allowedMentions: { parse: [] },
  });
  const [page] = fit(reply.document, createLimits(measurePage));
  if (!page) throw new Error("no page");
  const components = renderPage(page);
  const answer = async (interaction: Interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply({ content: "It is below.", flags: MessageFlags.Ephemeral });
    if (interaction.channel?.isSendable()) {
      await interaction.channel.send({ components, flags: MessageFlags.IsComponentsV2 });
    }
  };
  client.on("interactionCreate", (interaction) => {
    answer(interaction).catch((error: unknown) => client.emit("error", error as Error));
  });
  await client.login(token);
  return client;
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
