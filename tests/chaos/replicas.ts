/** Replicas on one database: they race for the same deliveries, and one dies. */
import { once } from "node:events";
import type { Store } from "#core";
import { servePlatform } from "../fakes/remote-platform.ts";
import { planMany, startWorker } from "./crashes.ts";

export interface RaceResult {
  readonly replicas: number;
  readonly deliveries: number;
  readonly posts: number;
  readonly different: number;
  readonly seconds: number;
}

/** All replicas at once on the same deliveries. */
export async function race(
  url: string,
  open: () => Promise<Store>,
  replicas: number,
  deliveries: number,
): Promise<RaceResult> {
  const store = await open();
  await planMany(store, deliveries);
  await store.close();
  const platform = await servePlatform();
  const began = performance.now();
  const codes = await Promise.all(
    Array.from({ length: replicas }, async () => {
      const [code] = await once(startWorker(url, platform.url, true), "exit");
      return code as number | null;
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  await platform.stop();
  if (codes.some((code) => code !== 0)) throw new Error(`replicas ended with ${codes}`);
  const keys = platform.posts.map(({ key }) => key);
  return { replicas, deliveries, posts: keys.length, different: new Set(keys).size, seconds };
}

export interface ResumeResult {
  /** Deliveries that the killed replica had in hand. */
  readonly inHand: number;
  /** From the kill until the last of them was delivered. */
  readonly seconds: number;
  readonly twice: number;
}

/** Two replicas, one killed in the middle: when is the work that it had in hand done by the other? */
export async function resume(
  url: string,
  open: () => Promise<Store>,
  deliveries: number,
): Promise<ResumeResult> {
  const store = await open();
  const ids = await planMany(store, deliveries);
  const half = Promise.withResolvers<void>();
  const platform = await servePlatform((moment, posts) => {
    if (moment === "accepted" && posts >= deliveries / 2) half.resolve();
  });
  const [victim, survivor] = [true, true].map(() => startWorker(url, platform.url, true));
  if (!victim || !survivor) throw new Error("no workers");
  const ended = once(survivor, "exit");
  await half.promise;
  victim.kill("SIGKILL");
  const killed = performance.now();
  await once(victim, "exit");
  const left = (await store.ledger.interrupted()).map(({ id }) => id);
  const waiting = new Set(left);
  while (waiting.size > 0) {
    for (const id of waiting) {
      if (/sent|reconciled/.test((await store.ledger.get(id))?.state ?? "")) waiting.delete(id);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const seconds = (performance.now() - killed) / 1000;
  await ended;
  await store.close();
  await platform.stop();
  const keys = platform.posts.map(({ key }) => key);
  if (new Set(keys).size !== ids.length) throw new Error("deliveries were lost");
  return { inHand: left.length, seconds, twice: keys.length - new Set(keys).size };
}
