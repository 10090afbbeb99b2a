/** The digest side of the memory store: subscriptions, editions and the ledger. */
import type { Delivery } from "../delivery/delivery.ts";
import { destinationKey } from "../delivery/destination.ts";
import type { Edition } from "../digest/edition.ts";
import type { Subscription } from "../digest/subscription.ts";
import type { EditionStore, Ledger, SubscriptionStore } from "../ports.ts";

export interface MemoryDeliveries {
  readonly subscriptions: SubscriptionStore;
  readonly editions: EditionStore;
  readonly ledger: Ledger;
}

export function createMemoryDeliveries(): MemoryDeliveries {
  const subscriptions = new Map<string, Subscription>();
  const editions = new Map<string, Edition>();
  const deliveries = new Map<string, Delivery>();
  return {
    subscriptions: subscriptionStore(subscriptions),
    editions: {
      get: async (id) => editions.get(id),
      keep: async (edition) => {
        const kept = editions.get(edition.id) ?? structured(edition);
        editions.set(edition.id, kept);
        return kept;
      },
      since: async (instant, most, after = "") =>
        [...editions.values()]
          .filter(({ id, composed }) => id > after && !isBefore(composed, instant))
          .sort((a, b) => (a.id < b.id ? -1 : 1))
          .slice(0, most),
      forgetBefore: async (instant) => {
        const needed = new Set([
          ...[...deliveries.values()].map((delivery) => delivery.edition),
          ...[...subscriptions.values()].map((subscription) => subscription.lastEdition),
        ]);
        return drop(
          editions,
          (edition) => isBefore(edition.composed, instant) && !needed.has(edition.id),
        );
      },
    },
    ledger: ledger(deliveries, subscriptions),
  };
}

function subscriptionStore(subscriptions: Map<string, Subscription>): SubscriptionStore {
  const inOrder = (a: Subscription, b: Subscription) =>
    byTime(a.created, b.created) || (a.id < b.id ? -1 : 1);
  return {
    get: async (id) => subscriptions.get(id),
    put: async (subscription) => {
      subscriptions.set(subscription.id, structured(subscription));
    },
    remove: async (id) => {
      subscriptions.delete(id);
    },
    change: async (id, to) => {
      const current = subscriptions.get(id);
      const changed = current && structured(to(current));
      if (changed) subscriptions.set(id, changed);
      return changed;
    },
    ofChannel: async (platform, workspace, channel) =>
      [...subscriptions.values()]
        .filter(
          ({ destination: to }) =>
            to.platform === platform && to.workspace === workspace && to.channel === channel,
        )
        .sort(inOrder),
    ofOwner: async (platform, workspace, owner) =>
      [...subscriptions.values()]
        .filter(
          ({ destination: to, owner: whose }) =>
            to.platform === platform && to.workspace === workspace && whose === owner,
        )
        .sort(inOrder),
    due: async (now, most) =>
      [...subscriptions.values()]
        .flatMap((each) =>
          each.state.type !== "off" && each.nextRunAt !== undefined
            ? [{ each, at: each.nextRunAt }]
            : [],
        )
        .filter(({ at }) => Temporal.Instant.compare(at, now) <= 0)
        .sort((a, b) => byTime(a.at, b.at) || (a.each.id < b.each.id ? -1 : 1))
        .slice(0, most)
        .map(({ each }) => each),
    count: async () => {
      const counts = { active: 0, paused: 0, off: 0 };
      for (const { state } of subscriptions.values()) counts[state.type] += 1;
      return counts;
    },
    forgetThreads: async (prefix) =>
      drop(subscriptions, ({ destination: to }) =>
        `${to.platform}:${to.workspace}:${to.channel}:`.startsWith(prefix),
      ),
  };
}

function ledger(
  deliveries: Map<string, Delivery>,
  subscriptions: Map<string, Subscription>,
): Ledger {
  const inOrder = (a: Delivery, b: Delivery) =>
    byTime(a.scheduled, b.scheduled) || (a.id < b.id ? -1 : 1);
  const open = new Set<Delivery["state"]>(["planned", "sending", "unclear"]);
  return {
    plan: async (planned, moves) => {
      const fresh = planned.filter((delivery) => !deliveries.has(delivery.id));
      for (const delivery of fresh) deliveries.set(delivery.id, structured(delivery));
      for (const { subscription: id, from, to } of moves) {
        const current = subscriptions.get(id);
        if (current?.nextRunAt !== from) continue;
        const { nextRunAt: _, ...rest } = current;
        subscriptions.set(id, { ...rest, ...(to !== undefined && { nextRunAt: to }) });
      }
      return fresh.map((delivery) => delivery.id);
    },
    get: async (id) => deliveries.get(id),
    replace: async (previous, next, learned) => {
      const current = deliveries.get(previous.id);
      if (JSON.stringify(current) !== JSON.stringify(previous)) return false;
      deliveries.set(next.id, structured(next));
      const taught = learned && subscriptions.get(next.subscription);
      if (taught) subscriptions.set(taught.id, structured({ ...taught, ...learned }));
      return true;
    },
    head: async (destination) =>
      [...deliveries.values()]
        .filter(
          (each) =>
            open.has(each.state) &&
            destinationKey(each.destination) === destinationKey(destination),
        )
        .sort(inOrder)[0],
    oldest: async () =>
      [...deliveries.values()]
        .filter((each) => open.has(each.state))
        .map((each) => Temporal.Instant.from(each.notBefore))
        .sort(Temporal.Instant.compare)[0],
    ready: async (now, most, except = []) => {
      const earliest = new Map<string, Delivery>();
      for (const delivery of [...deliveries.values()].filter((each) => open.has(each.state))) {
        const place = destinationKey(delivery.destination);
        const other = earliest.get(place);
        if (!other || inOrder(delivery, other) < 0) earliest.set(place, delivery);
      }
      return [...earliest.values()]
        .filter(({ state, notBefore }) => state !== "sending" && !isAfter(notBefore, now))
        .filter(
          ({ destination }) => !except.some((one) => destinationKey(destination).startsWith(one)),
        )
        .sort(inOrder)
        .slice(0, most);
    },
    interrupted: async () =>
      [...deliveries.values()].filter((each) => each.state === "sending").sort(inOrder),
    failed: async (most) =>
      [...deliveries.values()]
        .filter((each) => each.state === "failed")
        .sort((a, b) => byTime(b.updated, a.updated) || (a.id < b.id ? -1 : 1))
        .slice(0, most),
    count: async () => {
      const counts: Partial<Record<Delivery["state"], number>> = {};
      for (const { state } of deliveries.values()) counts[state] = (counts[state] ?? 0) + 1;
      return counts;
    },
    ofEditions: async (editions) =>
      [...deliveries.values()].filter((each) => editions.includes(each.edition)).sort(inOrder),
    forgetBefore: async (instant) =>
      drop(deliveries, (each) => !open.has(each.state) && isBefore(each.updated, instant)),
  };
}

/** A copy, as a store on disk would give back: later changes by the caller do not reach it. */
function structured<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

const byTime = (a: string, b: string): number => Temporal.Instant.compare(a, b);
const isBefore = (iso: string, instant: Temporal.Instant): boolean =>
  Temporal.Instant.compare(iso, instant) < 0;
const isAfter = (iso: string, instant: Temporal.Instant): boolean =>
  Temporal.Instant.compare(iso, instant) > 0;

function drop<Value>(map: Map<string, Value>, matches: (value: Value) => boolean): number {
  const size = map.size;
  for (const [key, value] of map) if (matches(value)) map.delete(key);
  return size - map.size;
}
