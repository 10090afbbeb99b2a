/** What every outbox does with what the ledger has planned. */
import { afterEach, describe, expect, it } from "vitest";
import { deliveryId, type Store } from "#core";
import { createOutbox } from "../../src/runtime/outbox/create-outbox.ts";
import type { Outbox } from "../../src/runtime/outbox/outbox.ts";
import type { Sql } from "../../src/runtime/store/sql.ts";
import { editionOf, pagesOfEach } from "../fakes/editions.ts";
import { createFakeLog } from "../fakes/log.ts";
import { createFakePlatform, type FakePlatform } from "../fakes/platform.ts";
import { delivery, subscription } from "./deliveries.ts";

export interface OutboxStore {
  readonly store: Store;
  readonly sql: Sql;
  readonly databaseUrl?: string;
}

const clock = { now: Temporal.Now.instant };
const past = "2026-01-01T08:00:00Z";

interface OutboxScene {
  readonly store: Store;
  readonly platform: FakePlatform;
  readonly outbox: Outbox;
  readonly events: string[];
  /** Plans and adds deliveries for subscriptions `s0` … */
  plan(count: number, scheduled?: string): Promise<readonly string[]>;
  /** Until the ledger has nothing open. */
  drained(): Promise<void>;
}

async function openOutboxScene(
  { store, sql, databaseUrl }: OutboxStore,
  platform = createFakePlatform({ clock }),
): Promise<OutboxScene> {
  const events: string[] = [];
  const outbox = createOutbox({
    store,
    sql,
    databaseUrl,
    adapters: [platform.adapter],
    pagesOf: pagesOfEach(1),
    clock,
    log: createFakeLog().log,
    commandName: "brief",
    observe: ({ type }) => {
      events.push(type);
    },
  });
  await store.editions.keep(editionOf("e1"));
  return {
    store,
    platform,
    outbox,
    events,
    async plan(count, scheduled = clock.now().toString()) {
      const planned = Array.from({ length: count }, (_, at) =>
        delivery(deliveryId(`s${at}`, Temporal.Instant.from(scheduled)), {
          subscription: `s${at}`,
          destination: { platform: "fake", workspace: `W${at % 3}`, channel: `C${at}` },
          scheduled,
          notBefore: past,
          updated: past,
        }),
      );
      for (const { subscription: id, destination } of planned) {
        await store.subscriptions.put(subscription(id, { destination }));
      }
      const ids = await store.ledger.plan(planned, []);
      await outbox.added(ids);
      return ids;
    },
    async drained() {
      const open = ["planned", "sending", "unclear"] as const;
      for (;;) {
        const counts = await store.ledger.count();
        if (open.every((state) => (counts[state] ?? 0) === 0)) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}

export function outboxContract(name: string, open: () => Promise<OutboxStore>): void {
  describe(`${name}`, () => {
    const scenes: OutboxScene[] = [];
    async function scene({ start = true } = {}): Promise<OutboxScene> {
      const one = await openOutboxScene(await open());
      scenes.push(one);
      if (start) await one.outbox.start();
      return one;
    }
    afterEach(async () => {
      for (const { outbox, store } of scenes.splice(0)) {
        await outbox.stop();
        await store.close();
      }
    }, 30_000);

    it("posts each planned delivery, once", { timeout: 30_000 }, async () => {
      const { plan, drained, platform, store, events } = await scene();
      const ids = await plan(150);
      await drained();
      expect(platform.posts).toHaveLength(150);
      expect(new Set(platform.posts.map(({ to }) => to)).size).toBe(150);
      expect(await store.ledger.count()).toEqual({ sent: 150 });
      expect(events).toEqual(Array(150).fill("sent"));
      expect((await store.subscriptions.get("s7"))?.lastEdition).toBe("e1");
      expect(ids).toHaveLength(150);
    });

    it("keeps a destination's deliveries in order", { timeout: 30_000 }, async () => {
      const { plan, drained, platform, outbox, store } = await scene();
      platform.faults.push("busy");
      const now = clock.now();
      for (const minutes of [10, 9, 8]) await plan(2, now.subtract({ minutes }).toString());
      await outbox.poke();
      await drained();
      expect(platform.posts).toHaveLength(6);
      for (const channel of ["C0", "C1"]) {
        const messages = (await store.ledger.ofEditions(["e1"]))
          .filter(({ destination }) => destination.channel === channel)
          .map(({ pages }) => Number(pages[0]?.receipt?.message));
        expect(messages).toEqual(messages.toSorted((a, b) => a - b));
      }
    });

    it("takes up what was planned while it was away", { timeout: 30_000 }, async () => {
      const { store, outbox, drained, platform } = await scene({ start: false });
      const now = clock.now().toString();
      const destination = { platform: "fake", workspace: "W", channel: "C" };
      await store.subscriptions.put(subscription("s1", { destination }));
      const missed = delivery(deliveryId("s1", clock.now()), {
        destination,
        scheduled: now,
        notBefore: past,
      });
      await store.ledger.plan([missed], []);
      await outbox.start();
      await drained();
      expect(platform.posts).toHaveLength(1);
    });

    it("asks for what a crash left behind", { timeout: 30_000 }, async () => {
      const { store, outbox, drained, platform } = await scene({ start: false });
      const destination = { platform: "fake", workspace: "W", channel: "C" };
      await store.subscriptions.put(subscription("s1", { destination }));
      const started = clock.now().subtract({ minutes: 1 }).toString();
      const key = "3f0e7c2a-0000-5000-8000-000000000001";
      const cut = delivery(deliveryId("s1", clock.now()), {
        destination,
        scheduled: started,
        notBefore: past,
        state: "sending",
        attempts: 1,
        pages: [{ key, started }],
      });
      platform.posts.push({ key, to: "fake:W:C", page: 1, at: 0 });
      await store.ledger.plan([cut], []);
      await outbox.start();
      await outbox.added([cut.id]);
      await drained();
      expect(platform.posts).toHaveLength(1);
      expect(await store.ledger.get(cut.id)).toMatchObject({ state: "reconciled" });
    });
  });
}
