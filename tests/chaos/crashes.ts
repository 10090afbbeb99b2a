/** Kills the delivering process again and again, and counts what was lost and what came twice. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type Delivery, deliveryId, type Store } from "#core";
import { delivery, subscription } from "../contracts/deliveries.ts";
import { editionOf } from "../fakes/editions.ts";
import { type Moment, type RemotePlatform, servePlatform } from "../fakes/remote-platform.ts";

export interface CrashOptions {
  /** Data folder, or address of a database. */
  readonly where: string;
  readonly deliveries: number;
  readonly kills: number;
  /** The platform can be asked for a page by its key. */
  readonly finds: boolean;
  readonly replicas?: number;
  /** Opens the store beside the workers. */
  readonly open: () => Promise<Store>;
  /** After each kill: throws when the store is damaged. */
  readonly check?: () => void;
  readonly onProgress?: (line: string) => void;
}

export interface CrashResult {
  readonly deliveries: number;
  readonly kills: number;
  /** Not delivered in the end. */
  readonly lost: number;
  /** Keys that the platform accepted more than once. */
  readonly twice: number;
  /** Of those, not marked in the ledger. */
  readonly unmarked: number;
  /** Marked as posted a second time, whether or not the first had arrived. */
  readonly marked: number;
  /** Reconciled by asking. */
  readonly reconciled: number;
  /** Destinations that got their deliveries out of order. */
  readonly disordered: number;
  readonly seconds: number;
}

const destinations = 4_000;
const moments: readonly Moment[] = ["arrived", "accepted", "answered"];
const worker = fileURLToPath(new URL("worker.ts", import.meta.url));
const compiled = fileURLToPath(new URL("../../node_modules/.cache/backchannel", import.meta.url));

export async function crash(options: CrashOptions): Promise<CrashResult> {
  const { deliveries, kills, replicas = 1 } = options;
  const began = performance.now();
  const store = await options.open();
  const ids = await planMany(store, deliveries);
  const running = new Set<ChildProcess>();
  let killed = 0;

  const platform = await servePlatform((moment, posts) => {
    // At even distances, at each moment of a call in turn.
    const next = ((killed + 0.5) * deliveries) / kills;
    if (killed < kills && posts >= next && moment === moments[killed % moments.length]) {
      killed += 1;
      const [victim] = running;
      victim?.kill("SIGKILL");
    }
  });
  const faults: string[] = [];
  const workers = Array.from({ length: replicas }, () =>
    keepRunning(options, platform, running, faults),
  );
  await Promise.all(workers);
  const rows = await Promise.all(ids.map((id) => store.ledger.get(id)));
  await store.close();
  await platform.stop();
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return {
    deliveries,
    kills: killed,
    ...counted(
      rows,
      platform.posts.map(({ key }) => key),
    ),
    seconds: (performance.now() - began) / 1000,
  };
}

async function keepRunning(
  options: CrashOptions,
  platform: RemotePlatform,
  running: Set<ChildProcess>,
  faults: string[],
): Promise<void> {
  for (let start = 1; ; start += 1) {
    const child = startWorker(options.where, platform.url, options.finds);
    running.add(child);
    const said: string[] = [];
    child.stderr?.on("data", (text) => said.push(String(text)));
    const [code, signal] = await once(child, "exit");
    running.delete(child);
    options.onProgress?.(`start ${start}: ${signal ?? code}, ${platform.posts.length} posts`);
    if (signal !== "SIGKILL" && code !== 0)
      faults.push(`worker ended with ${code}: ${said.join("")}`);
    options.check?.();
    if (signal !== "SIGKILL") return;
  }
}

export function startWorker(where: string, platform: string, finds: boolean): ChildProcess {
  return spawn(process.execPath, [worker, where, platform, finds ? "yes" : "no"], {
    // As the program itself does: half of a start is reading our sources.
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Plans `count` deliveries over some thousand destinations. */
export async function planMany(store: Store, count: number): Promise<readonly string[]> {
  await store.editions.keep(editionOf("e1"));
  const start = Temporal.Now.instant().subtract({ hours: 2 });
  const places = Math.min(destinations, count);
  for (let at = 0; at < places; at += 1) {
    await store.subscriptions.put(subscription(`s${at}`, { destination: placeOf(at) }));
  }
  const planned = Array.from({ length: count }, (_, at): Delivery => {
    const scheduled = start.add({ milliseconds: at });
    return delivery(deliveryId(`s${at % places}`, scheduled), {
      subscription: `s${at % places}`,
      destination: placeOf(at % places),
      scheduled: scheduled.toString(),
      notBefore: scheduled.toString(),
      updated: scheduled.toString(),
    });
  });
  const ids: string[] = [];
  for (let from = 0; from < count; from += 1_000) {
    ids.push(...(await store.ledger.plan(planned.slice(from, from + 1_000), [])));
  }
  return ids;
}

const placeOf = (at: number) => ({ platform: "fake", workspace: `W${at % 7}`, channel: `C${at}` });

function counted(rows: readonly (Delivery | undefined)[], keys: readonly string[]) {
  const times = new Map<string, number>();
  const position = new Map<string, number>();
  for (const [at, key] of keys.entries()) {
    times.set(key, (times.get(key) ?? 0) + 1);
    if (!position.has(key)) position.set(key, at);
  }
  const byKey = new Map(
    rows.flatMap((row) => row?.pages.map((page) => [page.key, page] as const) ?? []),
  );
  const twice = [...times].filter(([, count]) => count > 1).map(([key]) => key);
  const lost = rows.filter(
    (row) =>
      !row?.pages[0] ||
      (times.get(row.pages[0].key) ?? 0) === 0 ||
      !/sent|reconciled/.test(row.state),
  );
  const last = new Map<string, number>();
  let disordered = 0;
  for (const row of rows) {
    if (!row) continue;
    const at = position.get(row.pages[0]?.key ?? "") ?? -1;
    if (at < (last.get(row.destination.channel) ?? -1)) disordered += 1;
    last.set(row.destination.channel, at);
  }
  return {
    lost: lost.length,
    twice: twice.length,
    unmarked: twice.filter((key) => !byKey.get(key)?.repeated).length,
    marked: [...byKey.values()].filter(({ repeated }) => repeated).length,
    reconciled: rows.filter((row) => row?.state === "reconciled").length,
    disordered,
  };
}
