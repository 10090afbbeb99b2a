/** Ten thousand subscriptions: memory, the loop during a tick, and how fast a platform's limit lets us be. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import {
  type Budget,
  type Clock,
  composeEdition,
  createDeliver,
  createGate,
  createMemoryBudgets,
  createMemoryStore,
  editionId,
  planDue,
  type Sleep,
  type Store,
} from "#core";
import { openDossiers } from "../../src/runtime/dossiers.ts";
import { createEmbeddedOutbox } from "../../src/runtime/outbox/embedded.ts";
import { sleepBy } from "../../src/runtime/outbox/outbox.ts";
import { openSqlite } from "../../src/runtime/store/sqlite.ts";
import { createSqlStore } from "../../src/runtime/store/store.ts";
import { delivery, subscription } from "../contracts/deliveries.ts";
import { editionOf, pagesOfEach } from "../fakes/editions.ts";
import { createFakePlatform } from "../fakes/platform.ts";
import { createHandTime } from "../fakes/time.ts";
import type { Bench, Measure } from "./bench.ts";

const root = new URL("../..", import.meta.url);
const many = 10_000;
const silent = { debug() {}, info() {}, warn: console.error, error: console.error };

export const digests: Bench = {
  name: "digests",
  run: async () => [
    await memory(),
    await tick(),
    ...(await atFiftyASecond(1_000)),
    ...(await atFiftyASecond(many)),
    ...(await oneWorkspace(1_000)),
    ...(await oneWorkspace(many)),
  ],
};

async function subscribeMany(store: Store, nextRunAt: Temporal.Instant): Promise<void> {
  const topics = ["nuclear", "sanctions", "prisoners", "shipping"];
  for (let at = 0; at < many; at += 1) {
    await store.subscriptions.put(
      subscription(at.toString(16).padStart(6, "0"), {
        destination: { platform: "fake", workspace: `T${at % 50}`, channel: `C${at}` },
        schedule: { zone: "Europe/London", times: ["08:00"], days: { type: "every" } },
        filter: { topics: topics.filter((_, bit) => (at >> bit) & 1), actors: [] },
        nextRunAt: nextRunAt.toString(),
      }),
    );
  }
}

/** The whole bot, by its own account, with nothing and with ten thousand subscriptions. */
async function memory(): Promise<Measure> {
  const folder = mkdtempSync(join(tmpdir(), "backchannel-bench-"));
  const empty = await restingMemory(folder);
  const store = await createSqlStore(openSqlite({ folder }));
  await subscribeMany(store, Temporal.Now.instant().add({ hours: 20 }));
  await store.close();
  const full = await restingMemory(folder);
  rmSync(folder, { recursive: true });
  return {
    what: "memory with 10,000 subscriptions",
    value: full / empty,
    unit: "x",
    most: 1.3,
    from: `${Math.round(full / 1e6)} MB to the empty bot's ${Math.round(empty / 1e6)} MB`,
  };
}

async function restingMemory(folder: string): Promise<number> {
  const bot = spawn(process.execPath, ["src/main.ts"], {
    cwd: fileURLToPath(root),
    env: { PATH: process.env["PATH"], DATA_DIR: folder, PORT: "0", LOG_LEVEL: "error" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [greeting] = await once(bot.stdout, "data");
  const url = /http:\/\/\S+/.exec(String(greeting))?.[0];
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const figures = await (await fetch(`${url}/metrics`)).text();
  bot.kill("SIGTERM");
  await once(bot, "exit");
  return Number(/^process_resident_memory_bytes (\d+)/m.exec(figures)?.[1]);
}

/** Plans ten thousand due subscriptions, of sixteen editions. Our own work between two turns of the loop counts. */
async function tick(): Promise<Measure> {
  const folder = mkdtempSync(join(tmpdir(), "backchannel-bench-"));
  const store = await createSqlStore(openSqlite({ folder }));
  const opened = await openDossiers({
    folder: fileURLToPath(new URL("briefings", root)),
    log: silent,
  });
  if (opened.type === "problems") throw new Error(opened.lines.join("\n"));
  const clock = { now: Temporal.Now.instant };
  await subscribeMany(store, clock.now().subtract({ minutes: 1 }));
  const loop = watchLoop();
  const began = performance.now();
  const planned = await planDue({
    ...{ store, library: opened.dossiers, editionId, compose: composeEdition, clock, log: silent },
    yieldTurn: () => setImmediate(),
  });
  const took = performance.now() - began;
  const longest = await loop.stop();
  await store.close();
  rmSync(folder, { recursive: true });
  if (planned.deliveries.length !== many) throw new Error(JSON.stringify(planned.due));
  return {
    what: "longest turn of the loop in a tick with 10,000 due",
    value: longest,
    unit: "ms",
    most: 50,
    from: `the tick took ${(took / 1000).toFixed(1)} s`,
  };
}

/** Processor time of this thread in the longest turn: what others take of a busy machine does not count. */
function watchLoop() {
  let running = true;
  let longest = 0;
  const watching = (async () => {
    let before = threadTime();
    while (running) {
      await setImmediate();
      const now = threadTime();
      longest = Math.max(longest, now - before);
      before = now;
    }
  })();
  return {
    async stop(): Promise<number> {
      running = false;
      await watching;
      return longest;
    },
  };
}

function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** As many channels, all below one limit of fifty a second, in real time and on disk. */
async function atFiftyASecond(count: number): Promise<Measure[]> {
  const budget: Budget = { per: "platform", posts: 50, seconds: 1 };
  const folder = mkdtempSync(join(tmpdir(), "backchannel-bench-"));
  const store = await createSqlStore(openSqlite({ folder }));
  const clock = { now: Temporal.Now.instant };
  const stopping = new AbortController();
  const run = await drain(store, clock, sleepBy(clock, stopping.signal), [budget], count);
  await run.finished;
  stopping.abort();
  await run.stop();
  await store.close();
  rmSync(folder, { recursive: true });
  // Fifty at once, then fifty each second.
  return run.measures(`${count} channels at 50 a second`, (count - 50) / 50);
}

/** As many channels of one workspace that takes one post a second, in time that moves by itself. */
async function oneWorkspace(count: number): Promise<Measure[]> {
  const time = createHandTime();
  const budgets: readonly Budget[] = [
    { per: "channel", posts: 1, seconds: 1 },
    { per: "workspace", posts: 1, seconds: 1 },
  ];
  const run = await drain(createMemoryStore(), time, time.sleep, budgets, count);
  let done = false;
  run.finished.then(
    () => {
      done = true;
    },
    () => {},
  );
  while (!done) await time.next();
  return run.measures(`${count} channels of one workspace at one a second`, count - 1);
}

async function drain(
  store: Store,
  clock: Clock,
  sleep: Sleep,
  budgets: readonly Budget[],
  count: number,
) {
  const platform = createFakePlatform({ clock, budgets });
  const adapters = new Map([[platform.adapter.platform, platform.adapter]]);
  const buckets = createMemoryBudgets();
  const finished = Promise.withResolvers<void>();
  const deliver = createDeliver({
    ...{ store, adapters, clock, log: silent, commandName: "brief" },
    pagesOf: pagesOfEach(1),
    budgets: buckets,
    gate: createGate({ budgets: buckets, clock, sleep }),
    isGone: async () => true,
    observe: ({ type }) => {
      if (type === "sent" && platform.posts.length === count) finished.resolve();
    },
  });
  const outbox = createEmbeddedOutbox({
    ...{ ledger: store.ledger, deliver, adapters, clock, sleep, log: silent },
  });
  await store.editions.keep(editionOf("e1"));
  const now = clock.now().toString();
  const rows = Array.from({ length: count }, (_, at) =>
    delivery(`d${at}`, {
      subscription: `s${at}`,
      destination: { platform: "fake", workspace: "T1", channel: `C${at}` },
      scheduled: now,
      notBefore: now,
      updated: now,
    }),
  );
  for (const { subscription: id, destination } of rows) {
    await store.subscriptions.put(subscription(id, { destination }));
  }
  await store.ledger.plan(rows, []);
  const began = clock.now();
  await outbox.start();
  return {
    finished: finished.promise,
    stop: () => outbox.stop(),
    measures(what: string, least: number): Measure[] {
      const seconds = clock.now().since(began).total("seconds");
      return [
        {
          what,
          value: seconds / least,
          unit: "x",
          most: 1.05,
          from: `${seconds.toFixed(1)} s to the platform's least of ${least.toFixed(1)} s`,
        },
        { what: "  calls over its limits", value: platform.limited, unit: "calls", most: 0 },
      ];
    },
  };
}
