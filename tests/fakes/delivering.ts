/** Everything around one delivery, on the memory store and a time that moves by hand. */
import {
  createDeliver,
  createGate,
  createMemoryBudgets,
  createMemoryStore,
  type Delivery,
  type DeliveryEvent,
  type Subscription,
} from "#core";
import { delivery, subscription } from "../contracts/deliveries.ts";
import { editionOf, pagesOfEach } from "./editions.ts";
import { createFakeLog } from "./log.ts";
import { createFakePlatform, type FakePlatformOptions } from "./platform.ts";
import { createHandTime } from "./time.ts";

export interface DeliveringOptions extends Partial<FakePlatformOptions> {
  readonly pages?: number;
  readonly subscription?: Partial<Subscription>;
  readonly delivery?: Partial<Delivery>;
}

const place = { platform: "fake", workspace: "W1", channel: "C1" };

/** One subscription `s1` and one planned delivery `d1` of 09:00, at 09:00. */
export async function createDelivering(options: DeliveringOptions = {}) {
  const time = createHandTime();
  const store = createMemoryStore();
  const platform = createFakePlatform({ clock: time, ...options });
  const events: DeliveryEvent[] = [];
  const { log, entries } = createFakeLog();
  const budgets = createMemoryBudgets();
  const parts = {
    store,
    adapters: new Map([[platform.adapter.platform, platform.adapter]]),
    pagesOf: pagesOfEach(options.pages ?? 1),
    budgets,
    gate: createGate({ budgets, clock: time, sleep: time.sleep }),
    clock: time,
    log,
    commandName: "brief",
    isGone: async () => true,
    observe: (event: DeliveryEvent) => {
      events.push(event);
    },
  };
  const restarted = () => createDeliver(parts);
  const deliver = restarted();
  await store.subscriptions.put(
    subscription("s1", { destination: place, ...options.subscription }),
  );
  await store.editions.keep(editionOf("e1"));
  const first = delivery("d1", {
    destination: place,
    scheduled: "2026-11-22T09:00:00Z",
    notBefore: "2026-11-22T09:00:00Z",
    updated: "2026-11-22T09:00:00Z",
    ...options.delivery,
  });
  await store.ledger.plan([first], []);
  return {
    time,
    store,
    platform,
    events,
    entries,
    deliver,
    /** The same in a process that began anew. */
    restarted,
    /** Tries again each time it is told to, until nothing is left to do. */
    async finish(id = "d1", by = deliver): Promise<Delivery | undefined> {
      for (let tries = 0; tries < 50; tries += 1) {
        const outcome = await by(id);
        if (outcome.type === "done") return store.ledger.get(id);
        await time.pass(outcome.at.since(time.now()));
      }
      throw new Error("it never ends");
    },
  };
}
