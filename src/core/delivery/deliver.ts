/**
 * Takes one delivery as far as it goes: its pages in order, from where it stopped before. Every call
 * is on disk before it is made, so that a crash at any point leaves a row that says what to ask.
 */

import type { Edition } from "../digest/edition.ts";
import { waited } from "../digest/next-run.ts";
import type { Subscription } from "../digest/subscription.ts";
import type { Limits } from "../document/fit.ts";
import type { Adapter, Clock, Log, Store } from "../ports.ts";
import type { Budgets } from "./budgets.ts";
import { isStillSaid } from "./corrections.ts";
import { type Delivery, type EditionPage, isClosed } from "./delivery.ts";
import type { Gate } from "./gate.ts";
import { createPosting, Stopped, Superseded } from "./posting.ts";
import { interrupted, settling } from "./retry.ts";

export interface DeliverParts {
  readonly store: Pick<Store, "ledger" | "subscriptions" | "editions" | "conversations">;
  /** By platform. */
  readonly adapters: ReadonlyMap<string, Adapter>;
  readonly pagesOf: PagesOf;
  readonly budgets: Budgets;
  readonly gate: Gate;
  readonly clock: Clock;
  readonly log: Log;
  readonly commandName: string;
  /** Name of this replica, where there are several. */
  readonly replica?: string;
  /** True when the replica that made a call will not come back with its outcome. */
  readonly isGone: (replica: string | undefined) => Promise<boolean>;
  readonly observe: (event: DeliveryEvent) => void;
}

/** The same pages each time for the same edition and limits: a delivery resumes by page number. */
export type PagesOf = (
  edition: Edition,
  limits: Limits,
  delivery: Delivery,
) => readonly EditionPage[];

/** What operators count. */
export type DeliveryEvent =
  | { readonly type: "sent"; readonly platform: string; readonly late: boolean }
  | { readonly type: "reconciled"; readonly platform: string; readonly late: boolean }
  /** The outcome of a call is not known. */
  | { readonly type: "unclear"; readonly platform: string }
  /** Posted once more because the platform could not say. */
  | { readonly type: "repeated"; readonly platform: string }
  | { readonly type: "retried"; readonly platform: string; readonly code: string }
  | { readonly type: "failed"; readonly platform: string; readonly code: string };

export type Outcome =
  | { readonly type: "done" }
  | { readonly type: "again"; readonly at: Temporal.Instant };

const done: Outcome = { type: "done" };
// Long enough for a call to end.
const patience = Temporal.Duration.from({ seconds: 10 });
// The platform may be connected again by then.
const withoutAdapter = Temporal.Duration.from({ minutes: 10 });

export function createDeliver(parts: DeliverParts): (id: string) => Promise<Outcome> {
  const { store, adapters, clock, log } = parts;
  const { ledger } = store;
  // An edition never changes, and many destinations get the same one.
  const editions = remember((id: string) => store.editions.get(id));

  async function move(row: Delivery, next: Partial<Delivery>): Promise<Delivery> {
    const changed = { ...row, ...next, updated: clock.now().toString() };
    if (!(await ledger.replace(row, changed))) throw new Superseded();
    return changed;
  }

  async function later(row: Delivery, at: Temporal.Instant, next: Partial<Delivery> = {}) {
    await move(row, { ...next, notBefore: at.toString() });
    return { type: "again", at } as const;
  }

  const turns = new Map<string, Promise<unknown>>();
  function oneAtATime(key: string, work: () => Promise<Outcome>): Promise<Outcome> {
    const turn = (turns.get(key) ?? Promise.resolve()).then(work);
    turns.set(
      key,
      turn.catch(() => undefined),
    );
    return turn;
  }

  async function deliver(id: string): Promise<Outcome> {
    const row = await ledger.get(id);
    if (!row || isClosed(row)) return done;
    if (row.state === "sending") {
      if (!(await parts.isGone(row.by))) return { type: "again", at: clock.now().add(patience) };
      // Whoever made this call is gone. What it had posted may not be findable at once.
      const begun = row.pages.at(-1)?.started ?? row.updated;
      parts.observe({ type: "unclear", platform: row.destination.platform });
      return later(row, Temporal.Instant.from(begun).add(settling), {
        state: "unclear",
        code: interrupted,
      });
    }
    const now = clock.now();
    const notBefore = Temporal.Instant.from(row.notBefore);
    if (isAfter(notBefore, now)) return { type: "again", at: notBefore };

    const subscription = await store.subscriptions.get(row.subscription);
    if (row.kind === "digest" && subscription?.state.type !== "active") {
      await move(row, { state: "withdrawn", code: subscription?.state.type ?? "unsubscribed" });
      return done;
    }
    if (!(await isStillSaid(row, store.conversations))) {
      await move(row, { state: "withdrawn", code: "forgotten" });
      return done;
    }
    const quietUntil = subscription && endOfQuiet(subscription, now);
    if (quietUntil && isAfter(quietUntil, now)) return later(row, quietUntil);
    const adapter = adapters.get(row.destination.platform);
    if (!adapter) return later(row, now.add(withoutAdapter), { code: "not-connected" });
    const edition = await editions(row.edition);
    if (!edition) {
      await move(row, { state: "failed", code: "edition-missing" });
      parts.observe({ type: "failed", platform: adapter.platform, code: "edition-missing" });
      return done;
    }
    const pages = parts.pagesOf(edition, adapter.limits, row);
    const work = () => createPosting(parts, { row, edition, pages, subscription, adapter }).run();
    // Where nobody can be asked, a crash must leave one unclear post at most, not one for each under way.
    return adapter.find ? work() : oneAtATime(adapter.platform, work);
  }

  return async (id) => {
    try {
      return await deliver(id);
    } catch (error) {
      if (error instanceof Superseded) {
        log.info("delivery-taken-over", { delivery: id });
        return done;
      }
      if (error instanceof Stopped) return { type: "again", at: clock.now() };
      throw error;
    }
  };
}

const mostKept = 32;

function keepLast<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > mostKept && oldest !== undefined) map.delete(oldest);
}

function remember<Value>(get: (key: string) => Promise<Value | undefined>) {
  const kept = new Map<string, Value>();
  return async (key: string): Promise<Value | undefined> => {
    const value = kept.get(key) ?? (await get(key));
    if (value !== undefined) keepLast(kept, key, value);
    return value;
  };
}

function endOfQuiet({ schedule, quietHours }: Subscription, now: Temporal.Instant) {
  return waited(now, schedule.zone, quietHours);
}

const isAfter = (a: Temporal.Instant, b: Temporal.Instant): boolean =>
  Temporal.Instant.compare(a, b) > 0;
