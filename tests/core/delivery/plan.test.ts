import { describe, expect, it } from "vitest";
import {
  createMemoryStore,
  type Dossier,
  type Planned,
  planDue,
  type Subscription,
  UserError,
} from "#core";
import { subscription } from "../../contracts/deliveries.ts";
import { editionOf, fakeCompose, fakeEditionId } from "../../fakes/editions.ts";
import { createFakeLog } from "../../fakes/log.ts";
import { createHandTime } from "../../fakes/time.ts";

const daily = { zone: "Europe/London", times: ["08:00"], days: { type: "every" } } as const;
const weekly = { ...daily, days: { type: "week", days: [1] } } as const;

/** A planner at an instant, with one subscription due at 08:00 of 23 November 2026, a Monday. */
async function planner(now: string, more: Partial<Subscription> = {}) {
  const time = createHandTime(now);
  const store = createMemoryStore();
  const { log, entries } = createFakeLog();
  let composed = 0;
  await store.subscriptions.put(
    subscription("s1", { schedule: daily, nextRunAt: "2026-11-23T08:00:00Z", ...more }),
  );
  return {
    time,
    store,
    entries,
    composed: () => composed,
    plan: (): Promise<Planned> =>
      planDue({
        store,
        library: {
          ids: ["us-iran"],
          get: (id) => {
            if (id !== "us-iran") throw new UserError([]);
            return { id } as Dossier;
          },
        },
        editionId: fakeEditionId,
        compose: (request) => {
          composed += 1;
          return fakeCompose(request);
        },
        clock: time,
        log,
        yieldTurn: async () => {},
      }),
  };
}

describe("planning", () => {
  it("makes one delivery of what is due, and moves the subscription on", async () => {
    const { plan, store } = await planner("2026-11-23T08:00:20Z");
    const planned = await plan();
    expect(planned).toMatchObject({ due: 1, late: 0, passedOver: 0 });
    expect(await store.ledger.get(planned.deliveries[0]!)).toMatchObject({
      subscription: "s1",
      scheduled: "2026-11-23T08:00:00Z",
      notBefore: "2026-11-23T08:00:00Z",
      late: false,
      state: "planned",
      edition: "2026-11-23 08:00 | nuclear | 90s | first",
    });
    expect((await store.subscriptions.get("s1"))?.nextRunAt).toBe("2026-11-24T08:00:00Z");
    expect((await plan()).due).toBe(0);
  });

  it("plans the same delivery however often it is planned", async () => {
    const { plan, store } = await planner("2026-11-23T08:00:20Z");
    const [first] = (await plan()).deliveries;
    await store.subscriptions.put(
      subscription("s1", { schedule: daily, nextRunAt: "2026-11-23T08:00:00Z" }),
    );
    expect((await plan()).deliveries).toEqual([]);
    expect(await store.ledger.get(first!)).toBeDefined();
  });

  it("composes an edition once for all who get the same", async () => {
    const { plan, store, composed } = await planner("2026-11-23T08:00:20Z");
    for (let at = 2; at <= 250; at += 1) {
      await store.subscriptions.put(
        subscription(`s${at}`, {
          schedule: daily,
          nextRunAt: "2026-11-23T08:00:00Z",
          destination: { platform: "console", workspace: "local", channel: `c${at}` },
        }),
      );
    }
    const { due, deliveries } = await plan();
    expect([due, deliveries.length, composed()]).toEqual([250, 250, 1]);
  });

  it("takes what the destination got last as the base", async () => {
    const { plan, store } = await planner("2026-11-23T08:00:20Z", { lastEdition: "e0" });
    await store.editions.keep(editionOf("e0"));
    const [id] = (await plan()).deliveries;
    expect((await store.ledger.get(id!))?.edition).toBe("2026-11-23 08:00 | nuclear | 90s | e0");
  });

  it("sends the editions of a standing thread there", async () => {
    const thread = "console:local:general:7";
    const { plan, store } = await planner("2026-11-23T08:00:20Z", {
      placement: "thread",
      standingThread: thread,
    });
    const [id] = (await plan()).deliveries;
    expect((await store.ledger.get(id!))?.destination.thread).toBe(thread);
  });
});

describe("after downtime", () => {
  // Every two hours, so that each outage swallows several runs.
  const often = {
    ...daily,
    times: Array.from({ length: 12 }, (_, at) => `${String(at * 2).padStart(2, "0")}:00`),
  };

  it.each([
    ["a minute", daily, "2026-11-23T08:01:00Z", ["2026-11-23T08:00:00Z"], 0],
    ["an hour", daily, "2026-11-23T09:00:00Z", ["2026-11-23T08:00:00Z"], 1],
    ["an hour and more runs", often, "2026-11-23T12:30:00Z", ["2026-11-23T12:00:00Z"], 1],
    ["three days", daily, "2026-11-26T09:00:00Z", ["2026-11-26T08:00:00Z"], 1],
    ["three days, to the evening", daily, "2026-11-26T21:00:00Z", [], 0],
    ["three days and many runs", often, "2026-11-26T09:00:00Z", ["2026-11-26T08:00:00Z"], 1],
    ["two days, weekly", weekly, "2026-11-25T09:00:00Z", ["2026-11-23T08:00:00Z"], 1],
    ["four days, weekly", weekly, "2026-11-27T09:00:00Z", [], 0],
  ])("of %s there is one late edition at most", async (_, schedule, now, runs, late) => {
    const { plan, store } = await planner(now, { schedule });
    const planned = await plan();
    const rows = await Promise.all(planned.deliveries.map((id) => store.ledger.get(id)));
    expect(rows.map((row) => row?.scheduled)).toEqual(runs);
    expect(planned.late).toBe(late);
    expect(planned.passedOver).toBe(runs.length === 0 ? 1 : 0);
    const next = (await store.subscriptions.get("s1"))?.nextRunAt ?? "";
    expect(next > now).toBe(true);
    expect((await plan()).due).toBe(0);
  });
});

describe("nothing goes out", () => {
  it("on a quiet day that is to be skipped", async () => {
    const { plan, store } = await planner("2026-11-23T08:00:20Z", { quietDays: "skip" });
    await store.editions.keep(
      editionOf("2026-11-23 08:00 | nuclear | 90s | first", { quiet: true }),
    );
    expect(await plan()).toMatchObject({ due: 1, deliveries: [], passedOver: 1 });
    expect((await store.subscriptions.get("s1"))?.nextRunAt).toBe("2026-11-24T08:00:00Z");
  });

  it("during a pause, and again after its end", async () => {
    const pause = { type: "paused", until: "2026-11-24T00:00:00Z" } as const;
    const { plan, store, time } = await planner("2026-11-23T08:00:20Z", { state: pause });
    expect((await plan()).deliveries).toEqual([]);
    await time.pass({ hours: 24 });
    expect((await plan()).deliveries).toHaveLength(1);
    expect((await store.subscriptions.get("s1"))?.state).toEqual({ type: "active" });
  });

  it("for a dossier that is not loaded, while others get theirs", async () => {
    const { plan, store, entries } = await planner("2026-11-23T08:00:20Z", { dossier: "gone" });
    await store.subscriptions.put(
      subscription("s2", { schedule: daily, nextRunAt: "2026-11-23T08:00:00Z" }),
    );
    expect((await plan()).deliveries).toHaveLength(1);
    expect(entries.map(({ event }) => event)).toEqual(["edition-not-composed"]);
  });
});
