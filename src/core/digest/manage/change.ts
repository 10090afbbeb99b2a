/** Changes to subscriptions, each with who made it and when. */
import type { CommandContext } from "../../command/command.ts";
import { fingerprint } from "../../dossier/fingerprint.ts";
import { nextRun } from "../next-run.ts";
import type { Subscription } from "../subscription.ts";

type By = Pick<CommandContext, "origin" | "now" | "store">;

/** Kept with a subscription; older ones are forgotten. */
const mostChanges = 50;

/** Puts the subscription with the change noted. */
export async function keepChange(
  { origin, now, store }: By,
  subscription: Subscription,
  what: string,
): Promise<Subscription> {
  const change = { at: now.toString(), person: origin.person, what };
  const changed = {
    ...subscription,
    changes: [...subscription.changes, change].slice(-mostChanges),
  };
  // A digest that is posted meanwhile moves its base on, which must not be lost.
  const stored = await store.subscriptions.change(subscription.id, (current) => ({
    ...changed,
    ...(current.lastEdition !== undefined && { lastEdition: current.lastEdition }),
    ...(current.standingThread !== undefined && { standingThread: current.standingThread }),
  }));
  if (stored) return stored;
  await store.subscriptions.put(changed);
  return changed;
}

/** The same running, its next run after an instant; absent when there is none. */
export function runningFrom(subscription: Subscription, after: Temporal.Instant): Subscription {
  const { nextRunAt: _, ...rest } = subscription;
  const next = nextRun(subscription.schedule, after, subscription.quietHours);
  return {
    ...rest,
    state: { type: "active" },
    ...(next && { nextRunAt: next.toString() }),
  };
}

/** The next runs as they would come, at most `count`. */
export function nextRuns(
  { schedule, quietHours }: Pick<Subscription, "schedule" | "quietHours">,
  after: Temporal.Instant,
  count: number,
): readonly Temporal.Instant[] {
  const runs: Temporal.Instant[] = [];
  for (let from = after; runs.length < count; ) {
    const next = nextRun(schedule, from, quietHours);
    if (next === undefined) break;
    runs.push(next);
    from = next;
  }
  return runs;
}

/** Six hexadecimal digits: short enough to type, and free in the store. */
export async function freeId({ origin, now, store }: By, words: string): Promise<string> {
  const { platform, workspace, channel, person } = origin;
  const seed = [platform, workspace, channel, person, now.toString(), words].join("\n");
  for (let salt = 0; ; salt += 1) {
    const id = fingerprint(new Map([["subscription", `${seed}\n${salt}`]])).slice(0, 6);
    if ((await store.subscriptions.get(id)) === undefined) return id;
  }
}
