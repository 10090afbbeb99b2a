/** The real outbox on a real ledger: so many deliveries of one document, one channel each. */
import {
  type Adapter,
  createDeliver,
  createGate,
  createMemoryBudgets,
  type Delivery,
  type Document,
  fit,
  type Store,
  type Subscription,
} from "#core";
import { createEmbeddedOutbox } from "../../src/runtime/outbox/embedded.ts";
import { sleepBy } from "../../src/runtime/outbox/outbox.ts";

export interface DrainOptions {
  readonly store: Store;
  readonly adapter: Adapter;
  readonly document: Document;
  readonly count: number;
  /** Of its rows, apart from those of other runs on the same store. */
  readonly name: string;
  /** Each delivery's own place; in words that say nothing when absent. */
  readonly place?: (at: number) => { readonly workspace: string; readonly channel: string };
}

export async function createDrain(options: DrainOptions) {
  const { store, adapter, document, count, name } = options;
  const clock = { now: Temporal.Now.instant };
  const log = { debug() {}, info() {}, warn() {}, error: console.error };
  const now = clock.now().toString();
  // Each in a workspace of its own: what is measured is our work, not Slack's rates.
  const words = (at: number) => ({ workspace: `T${name}${at}`, channel: `C${at}` });
  const place = (at: number) => ({
    platform: adapter.platform,
    ...(options.place ?? words)(at),
  });
  await store.editions.keep({
    id: name,
    dossier: "us-iran",
    input: { version: "1", slot: now, topics: [], actors: [], depth: "90s" },
    composed: now,
    claims: {},
    shown: { items: [] },
    quiet: false,
    document,
  });
  for (let at = 0; at < count; at += 1) {
    await store.subscriptions.put(subscription(`${name}-${at}`, place(at), now));
  }
  const rows = Array.from(
    { length: count },
    (_, at): Delivery => ({
      id: `${name}-d${at}`,
      kind: "digest",
      subscription: `${name}-${at}`,
      destination: place(at),
      edition: name,
      scheduled: now,
      late: false,
      state: "planned",
      attempts: 0,
      notBefore: now,
      updated: now,
      pages: [],
    }),
  );
  await store.ledger.plan(rows, []);

  const ending = new AbortController();
  const sleep = sleepBy(clock, ending.signal);
  const budgets = createMemoryBudgets();
  const adapters = new Map([[adapter.platform, adapter]]);
  let left = count;
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const pages = fit(document, adapter.limits).map(
    (page) => ({ page, place: page.number === 1 ? "destination" : "below" }) as const,
  );
  const deliver = createDeliver({
    store,
    adapters,
    pagesOf: () => pages,
    budgets,
    gate: createGate({ budgets, clock, sleep }),
    clock,
    log,
    commandName: "brief",
    isGone: async () => true,
    observe: ({ type }) => {
      if (type !== "sent") return;
      left -= 1;
      if (left === 0) finish();
    },
  });
  const outbox = createEmbeddedOutbox({
    ledger: store.ledger,
    deliver,
    adapters,
    clock,
    sleep,
    log,
  });
  return {
    async run(): Promise<void> {
      await outbox.start();
      await finished;
      ending.abort();
      await outbox.stop();
    },
  };
}

function subscription(
  id: string,
  destination: Subscription["destination"],
  now: string,
): Subscription {
  return {
    id,
    destination,
    dossier: "us-iran",
    schedule: { zone: "UTC", times: ["08:00"], days: { type: "every" } },
    filter: { topics: [], actors: [] },
    depth: "90s",
    quietDays: "short",
    placement: "channel",
    state: { type: "active" },
    owner: "U1",
    created: now,
    changes: [],
  };
}
