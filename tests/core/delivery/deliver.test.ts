import { describe, expect, it } from "vitest";
import { plainText, toText } from "#core";
import { createDelivering } from "../../fakes/delivering.ts";

const typesOf = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);

describe("a delivery", () => {
  it("is on disk as sending before the call, and sent with its receipt after", async () => {
    const scene = await createDelivering();
    let during: string | undefined;
    const { send } = scene.platform.adapter;
    Object.assign(scene.platform.adapter, {
      send: async (...call: Parameters<typeof send>) => {
        during = (await scene.store.ledger.get("d1"))?.state;
        return send(...call);
      },
    });
    const row = await scene.finish();
    expect(during).toBe("sending");
    expect(row).toMatchObject({
      state: "sent",
      attempts: 1,
      pages: [{ receipt: { message: "1", thread: "fake:W1:C1:1" } }],
    });
    expect(typesOf(scene.events)).toEqual(["sent"]);
  });

  it("becomes the base of the next edition, and its thread a conversation", async () => {
    const scene = await createDelivering();
    await scene.finish();
    expect((await scene.store.subscriptions.get("s1"))?.lastEdition).toBe("e1");
    expect(await scene.store.conversations.get("fake:W1:C1:1")).toMatchObject({
      dossier: "us-iran",
      depth: "90s",
      turns: [{ question: "digest of 2026-11-22", answered: true }],
    });
  });

  it("posts its pages in order, those below the first in its thread", async () => {
    const scene = await createDelivering({ pages: 3 });
    await scene.finish();
    expect(scene.platform.posts.map(({ to, page }) => [page, to])).toEqual([
      [1, "fake:W1:C1"],
      [2, "fake:W1:C1:fake:W1:C1:1"],
      [3, "fake:W1:C1:fake:W1:C1:1"],
    ]);
    const keys = new Set(scene.platform.posts.map(({ key }) => key));
    expect(keys.size).toBe(3);
  });

  it("opens the standing thread that later editions go into", async () => {
    const scene = await createDelivering({ subscription: { placement: "thread" } });
    await scene.finish();
    expect((await scene.store.subscriptions.get("s1"))?.standingThread).toBe("fake:W1:C1:1");
  });

  it("goes on at the page where it stopped", async () => {
    const scene = await createDelivering({ pages: 3 });
    scene.platform.faults.push("busy");
    await scene.deliver("d1");
    expect(scene.platform.posts).toEqual([]);
    await scene.finish();
    expect(scene.platform.posts.map(({ page }) => page)).toEqual([1, 2, 3]);
    expect(typesOf(scene.events)).toEqual(["retried", "sent"]);
  });
});

describe("a platform that", () => {
  it("is busy is tried again, later each time, and given up after a day", async () => {
    const scene = await createDelivering();
    scene.platform.faults.push(...Array<"busy">(200).fill("busy"));
    const times: number[] = [];
    let outcome = await scene.deliver("d1");
    while (outcome.type === "again") {
      times.push(outcome.at.since(scene.time.now()).total("seconds"));
      await scene.time.pass(outcome.at.since(scene.time.now()));
      outcome = await scene.deliver("d1");
    }
    expect(times.slice(0, 3).map(Math.round)).toEqual([4, 8, 16]);
    expect(Math.max(...times)).toBeLessThanOrEqual(15 * 60 * 1.2);
    expect(await scene.store.ledger.get("d1")).toMatchObject({
      state: "failed",
      code: "unavailable",
    });
    expect(scene.time.now().toString() > "2026-11-23T09:00:00Z").toBe(true);
  });

  it("asks for quiet gets it, for the whole workspace", async () => {
    const scene = await createDelivering({
      budgets: [{ per: "workspace", posts: 10, seconds: 1 }],
    });
    scene.platform.faults.push("limited");
    const outcome = await scene.deliver("d1");
    expect(outcome.type === "again" && outcome.at.toString()).toBe("2026-11-22T09:00:30Z");
    await scene.store.ledger.plan(
      [
        {
          ...(await scene.store.ledger.get("d1"))!,
          id: "d2",
          state: "planned",
          pages: [],
          notBefore: "2026-11-22T09:00:00Z",
          destination: { platform: "fake", workspace: "W1", channel: "C2" },
        },
      ],
      [],
    );
    const other = scene.deliver("d2");
    await scene.time.pass({ seconds: 29 });
    expect(scene.platform.posts).toEqual([]);
    await scene.time.pass({ seconds: 1 });
    await other;
    expect(scene.platform.posts).toHaveLength(1);
  });

  it("refuses the payload fills the dead letter, and nothing else stops", async () => {
    const scene = await createDelivering();
    scene.platform.faults.push("refused");
    expect(await scene.finish()).toMatchObject({ state: "failed", code: "invalid_blocks" });
    expect((await scene.store.subscriptions.get("s1"))?.state).toEqual({ type: "active" });
    expect((await scene.store.ledger.failed(10)).map(({ id }) => id)).toEqual(["d1"]);
  });

  it("closes the channel ends its subscriptions at once, and their owner is told elsewhere", async () => {
    const scene = await createDelivering();
    scene.platform.closed.add("C1");
    expect(await scene.finish()).toMatchObject({ state: "failed", code: "channel_closed" });
    const { state, nextRunAt, changes } = (await scene.store.subscriptions.get("s1"))!;
    expect(state).toEqual({ type: "off", code: "channel_closed", at: "2026-11-22T09:00:00Z" });
    expect(nextRunAt).toBeUndefined();
    expect(changes.at(-1)).toMatchObject({ person: "bot", what: "off: channel_closed" });
    expect(scene.platform.told.map(({ person }) => person)).toEqual(["U1"]);
    const { document } = scene.platform.told[0]!.page;
    expect(plainText(document.title)).toBe("A digest of yours has stopped");
    expect(toText(document)).toContain("I may no longer post in #C1: the platform answered");
  });
});

describe("a delivery is not posted", () => {
  it.each([
    [{ type: "paused" }, "paused"],
    [{ type: "off", code: "gone", at: "2026-11-22T08:00:00Z" }, "off"],
  ] as const)("when its subscription is %o", async (state, code) => {
    const scene = await createDelivering({ subscription: { state } });
    expect(await scene.finish()).toMatchObject({ state: "withdrawn", code });
    expect(scene.platform.posts).toEqual([]);
  });

  it("when its subscription is gone", async () => {
    const scene = await createDelivering();
    await scene.store.subscriptions.remove("s1");
    expect(await scene.finish()).toMatchObject({ state: "withdrawn", code: "unsubscribed" });
  });

  it("in quiet hours, but at their end", async () => {
    const scene = await createDelivering({
      subscription: { quietHours: { from: "08:00", until: "10:30" } },
    });
    await scene.finish();
    expect(scene.time.now().toString()).toBe("2026-11-22T10:30:00Z");
    expect(scene.platform.posts).toHaveLength(1);
  });

  it("by the one who was slower", async () => {
    const scene = await createDelivering();
    await Promise.all([scene.deliver("d1"), scene.deliver("d1")]);
    expect(scene.platform.posts).toHaveLength(1);
    expect(scene.entries.map(({ event }) => event)).toEqual(["delivery-taken-over"]);
  });
});
