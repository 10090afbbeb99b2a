/** What every back end keeps of subscriptions, editions and deliveries. */
import { afterEach, describe, expect, it } from "vitest";
import type { Delivery, Edition, Store, Subscription } from "#core";

type Keeps = Pick<Store, "subscriptions" | "editions" | "ledger">;

const at = (time: string): Temporal.Instant => Temporal.Instant.from(`2026-11-22T${time}:00Z`);
const iso = (time: string): string => at(time).toString();

export function subscription(id: string, more: Partial<Subscription> = {}): Subscription {
  return {
    id,
    destination: { platform: "console", workspace: "local", channel: "general" },
    dossier: "us-iran",
    schedule: { zone: "Europe/London", times: ["08:00"], days: { type: "week", days: [1, 2, 3] } },
    filter: { topics: ["nuclear"], actors: [] },
    depth: "90s",
    quietDays: "short",
    placement: "channel",
    state: { type: "active" },
    nextRunAt: iso("08:00"),
    owner: "U1",
    created: iso("01:00"),
    changes: [{ at: iso("01:00"), person: "U1", what: "subscribed" }],
    ...more,
  };
}

export function delivery(id: string, more: Partial<Delivery> = {}): Delivery {
  return {
    id,
    kind: "digest",
    subscription: "s1",
    destination: { platform: "console", workspace: "local", channel: "general" },
    edition: "e1",
    scheduled: iso("08:00"),
    late: false,
    state: "planned",
    attempts: 0,
    notBefore: iso("08:00"),
    updated: iso("08:00"),
    pages: [],
    ...more,
  };
}

function edition(id: string, composed = "07:00"): Edition {
  return {
    id,
    dossier: "us-iran",
    input: { version: "abc", slot: "2026-11-22 08:00", topics: [], actors: [], depth: "90s" },
    composed: iso(composed),
    claims: { a: "1" },
    shown: { items: ["a"] },
    quiet: false,
    document: {} as Edition["document"],
  };
}

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);
const elsewhere = { platform: "console", workspace: "local", channel: "other" };

export function deliveriesContract(
  name: string,
  open: () => Promise<Keeps & Partial<Store>>,
): void {
  describe(`${name} keeps subscriptions, editions and deliveries`, () => {
    const opened: Partial<Store>[] = [];
    const fresh = async (): Promise<Keeps> => {
      const store = await open();
      opened.push(store);
      return store;
    };
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close?.();
    });

    it("gives back a subscription as it was put, by id and by channel", async () => {
      const { subscriptions } = await fresh();
      const later = subscription("a", { created: iso("02:00"), lastEdition: "e1" });
      await subscriptions.put(later);
      await subscriptions.put(subscription("b"));
      await subscriptions.put(subscription("c", { destination: elsewhere }));
      expect(await subscriptions.get("a")).toEqual(later);
      expect(idsOf(await subscriptions.ofChannel("console", "local", "general"))).toEqual([
        "b",
        "a",
      ]);
      await subscriptions.remove("a");
      expect(await subscriptions.get("a")).toBeUndefined();
    });

    it("finds what one person subscribed in a workspace, wherever it goes, oldest first", async () => {
      const { subscriptions } = await fresh();
      const to = (platform: string, workspace: string, channel: string) => ({
        destination: { platform, workspace, channel },
      });
      const late = { created: iso("02:00") };
      await subscriptions.put(subscription("late", { ...to("slack", "T1", "C1"), ...late }));
      await subscriptions.put(subscription("early", to("slack", "T1", "D1")));
      await subscriptions.put(subscription("theirs", { ...to("slack", "T1", "C1"), owner: "U2" }));
      await subscriptions.put(subscription("elsewhere", to("slack", "T2", "C1")));
      await subscriptions.put(subscription("other", to("discord", "T1", "C1")));
      const ids = async (owner: string) => idsOf(await subscriptions.ofOwner("slack", "T1", owner));
      expect(await ids("U1")).toEqual(["early", "late"]);
      expect(await ids("U%")).toEqual([]);
      await subscriptions.change("late", (current) => ({ ...current, owner: "U2" }));
      expect(await ids("U1")).toEqual(["early"]);
      expect(await ids("U2")).toEqual(["theirs", "late"]);
    });

    it("finds what is due: active, its time come, earliest first", async () => {
      const { subscriptions } = await fresh();
      await subscriptions.put(subscription("late", { nextRunAt: iso("09:00") }));
      await subscriptions.put(subscription("first", { nextRunAt: iso("07:00") }));
      await subscriptions.put(subscription("second", { nextRunAt: iso("08:00") }));
      const { nextRunAt: _, ...never } = subscription("never", { state: { type: "paused" } });
      await subscriptions.put(never);
      const pause = { type: "paused", until: iso("08:00") } as const;
      await subscriptions.put(subscription("third", { state: pause }));
      const off = { type: "off", code: "gone", at: iso("07:00") } as const;
      await subscriptions.put(subscription("off", { state: off }));
      expect(idsOf(await subscriptions.due(at("08:00"), 10))).toEqual(["first", "second", "third"]);
      expect(idsOf(await subscriptions.due(at("08:00"), 1))).toEqual(["first"]);
      expect(await subscriptions.count()).toEqual({ active: 3, paused: 2, off: 1 });
    });

    it("forgets the subscriptions of a workspace or a channel, taken literally", async () => {
      const { subscriptions } = await fresh();
      const to = (workspace: string, channel: string) => ({
        platform: "slack",
        workspace,
        channel,
      });
      await subscriptions.put(subscription("a", { destination: to("T1", "C1") }));
      await subscriptions.put(subscription("b", { destination: to("T1", "C2") }));
      await subscriptions.put(subscription("c", { destination: to("T10", "C1") }));
      expect(await subscriptions.forgetThreads("slack:T_:")).toBe(0);
      expect(await subscriptions.forgetThreads("slack:T1:C1:")).toBe(1);
      expect(await subscriptions.forgetThreads("slack:T1:")).toBe(1);
      expect(await subscriptions.get("c")).toBeDefined();
    });

    it("never changes an edition, and keeps one that is still needed", async () => {
      const { editions, ledger, subscriptions } = await fresh();
      const first = edition("e1");
      expect(await editions.keep(first)).toEqual(first);
      expect(await editions.keep({ ...first, quiet: true })).toEqual(first);
      await editions.keep(edition("e2"));
      await editions.keep(edition("e3"));
      await editions.keep(edition("e4", "10:00"));
      await subscriptions.put(subscription("s1", { lastEdition: "e2" }));
      await ledger.plan([delivery("d1")], []);
      expect(idsOf(await editions.since(at("08:00"), 10))).toEqual(["e4"]);
      expect(idsOf(await editions.since(at("07:00"), 2))).toEqual(["e1", "e2"]);
      expect(idsOf(await editions.since(at("07:00"), 2, "e2"))).toEqual(["e3", "e4"]);
      expect(idsOf(await editions.since(at("07:00"), 2, "e4"))).toEqual([]);
      expect(await editions.forgetBefore(at("09:00"))).toBe(1);
      expect(await editions.get("e3")).toBeUndefined();
      for (const id of ["e1", "e2", "e4"]) expect(await editions.get(id)).toBeDefined();
    });

    it("changes a subscription as it stands, not as it was read before", async () => {
      const { subscriptions } = await fresh();
      await subscriptions.put(subscription("s1"));
      const changed = await Promise.all(
        ["headline", "full"].map((depth) =>
          subscriptions.change("s1", (current) => ({
            ...current,
            depth: depth as Subscription["depth"],
            changes: [...current.changes, { at: iso("09:00"), person: "U2", what: depth }],
          })),
        ),
      );
      expect(changed.map((each) => each?.changes.length).sort()).toEqual([2, 3]);
      expect((await subscriptions.get("s1"))?.changes).toHaveLength(3);
      expect(await subscriptions.change("none", (current) => current)).toBeUndefined();
    });

    it("plans each delivery once, and moves the subscription on in the same step", async () => {
      const { ledger, subscriptions } = await fresh();
      await subscriptions.put(subscription("s1"));
      const move = { subscription: "s1", from: iso("08:00"), to: iso("20:00") };
      expect(await ledger.plan([delivery("d1"), delivery("d2")], [move])).toEqual(["d1", "d2"]);
      expect(await subscriptions.get("s1")).toEqual(
        subscription("s1", { nextRunAt: iso("20:00") }),
      );
      expect(await ledger.plan([delivery("d1"), delivery("d3")], [])).toEqual(["d3"]);
    });

    it("moves a subscription only from where the planner saw it", async () => {
      const { ledger, subscriptions } = await fresh();
      await subscriptions.put(subscription("s1", { nextRunAt: iso("06:00"), depth: "full" }));
      await ledger.plan(
        [],
        [
          { subscription: "s1", from: iso("08:00"), to: iso("20:00") },
          { subscription: "gone", from: iso("08:00"), to: iso("20:00") },
        ],
      );
      expect((await subscriptions.get("s1"))?.nextRunAt).toBe(iso("06:00"));
      expect(await subscriptions.get("gone")).toBeUndefined();
      await ledger.plan([], [{ subscription: "s1", from: iso("06:00") }]);
      const { nextRunAt: _, ...never } = subscription("s1", { depth: "full" });
      expect(await subscriptions.get("s1")).toEqual(never);
    });

    it("replaces a delivery only if it still is what the writer saw, and teaches its subscription", async () => {
      const { ledger, subscriptions } = await fresh();
      await subscriptions.put(subscription("s1"));
      const planned = delivery("d1");
      await ledger.plan([planned], []);
      const sending = delivery("d1", { state: "sending", attempts: 1 });
      const both = await Promise.all([
        ledger.replace(planned, sending),
        ledger.replace(planned, { ...sending, attempts: 7 }),
      ]);
      expect([...both].sort()).toEqual([false, true]);
      const stored = await ledger.get("d1");
      const sent = delivery("d1", { state: "sent", attempts: 1 });
      expect(await ledger.replace(planned, sent, { lastEdition: "e1" })).toBe(false);
      expect((await subscriptions.get("s1"))?.lastEdition).toBeUndefined();
      expect(await ledger.replace(stored ?? planned, sent, { lastEdition: "e1" })).toBe(true);
      expect(await ledger.get("d1")).toEqual(sent);
      expect(await subscriptions.get("s1")).toEqual(subscription("s1", { lastEdition: "e1" }));
    });

    it("hands out one delivery per destination, in order, when its time has come", async () => {
      const { ledger } = await fresh();
      const a = delivery("a", { notBefore: iso("08:30") });
      await ledger.plan(
        [
          delivery("b", { scheduled: iso("09:00"), notBefore: iso("08:00") }),
          a,
          delivery("c", { destination: elsewhere, scheduled: iso("07:00"), state: "unclear" }),
        ],
        [],
      );
      expect(idsOf(await ledger.ready(at("08:00"), 10))).toEqual(["c"]);
      expect(idsOf(await ledger.ready(at("08:30"), 10))).toEqual(["c", "a"]);
      expect(idsOf(await ledger.ready(at("08:30"), 10, ["console:local:other"]))).toEqual(["a"]);
      expect(idsOf(await ledger.ready(at("08:30"), 10, ["console:local:", "none"]))).toEqual([]);
      expect((await ledger.head(a.destination))?.id).toBe("a");
      expect(await ledger.oldest()).toEqual(at("08:00"));
      const sending: Delivery = { ...a, state: "sending" };
      await ledger.replace(a, sending);
      expect(idsOf(await ledger.ready(at("10:00"), 10))).toEqual(["c"]);
      expect(idsOf(await ledger.interrupted())).toEqual(["a"]);
      await ledger.replace(sending, { ...a, state: "failed", updated: iso("10:00"), code: "gone" });
      expect(idsOf(await ledger.ready(at("10:00"), 10))).toEqual(["c", "b"]);
      expect((await ledger.head(a.destination))?.id).toBe("b");
      expect(idsOf(await ledger.failed(10))).toEqual(["a"]);
      expect(await ledger.count()).toEqual({ planned: 1, unclear: 1, failed: 1 });
    });

    it("finds deliveries by edition, and forgets only what is finished", async () => {
      const { ledger } = await fresh();
      await ledger.plan(
        [
          delivery("done", { state: "sent", updated: iso("08:00") }),
          delivery("open", { edition: "e2", updated: iso("08:00") }),
          delivery("recent", { state: "reconciled", updated: iso("12:00") }),
          delivery("ended", { edition: "e3", state: "withdrawn", updated: iso("08:00") }),
        ],
        [],
      );
      expect(idsOf(await ledger.ofEditions(["e1"]))).toEqual(["done", "recent"]);
      expect(await ledger.ofEditions([])).toEqual([]);
      expect(await ledger.forgetBefore(at("10:00"))).toBe(2);
      expect(await ledger.get("done")).toBeUndefined();
      expect(await ledger.get("open")).toBeDefined();
      expect(await ledger.oldest()).toEqual(at("08:00"));
    });
  });
}
