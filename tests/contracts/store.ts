/** What every store keeps and forgets. A back end's own test calls this with a way to open a fresh one. */
import { afterEach, describe, expect, it } from "vitest";
import {
  type Conversation,
  type Dossier,
  type Feedback,
  planCorrections,
  type Store,
  type Turn,
} from "#core";
import { claim, dossierOf } from "../fakes/dossier.ts";

const at = (time: string): Temporal.Instant => Temporal.Instant.from(`2026-11-22T${time}:00Z`);

function turn(person: string, question: string, more: Partial<Turn> = {}): Turn {
  return {
    at: at("10:00").toString(),
    person,
    question,
    answered: true,
    citations: ["a", "b"],
    carried: { topic: "nuclear", actors: ["iran"] },
    ...more,
  };
}

function conversation(thread: string, turns: readonly Turn[], updated = "10:00"): Conversation {
  return { thread, dossier: "us-iran", turns, updated: at(updated).toString() };
}

export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} keeps what the bot must remember`, () => {
    const opened: Store[] = [];
    const fresh = async (): Promise<Store> => {
      const store = await open();
      opened.push(store);
      return store;
    };
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
    });

    it("gives back a conversation as it was put, and only the last version", async () => {
      const { conversations } = await fresh();
      const thread = "slack:T1:C1:1712.34";
      expect(await conversations.get(thread)).toBeUndefined();
      await conversations.put(conversation(thread, [turn("p1", "who mediates?")]));
      const whole: Conversation = {
        ...conversation(thread, [turn("p1", "who mediates?"), turn("p2", "و قطر؟ 🙂")], "11:00"),
        asOf: "2023-10-01",
        depth: "headline",
      };
      await conversations.put(whole);
      expect(await conversations.get(thread)).toEqual(whole);
    });

    it("is not changed by what the caller does to the value afterwards", async () => {
      const { conversations } = await fresh();
      const turns = [turn("p1", "one")];
      await conversations.put(conversation("t:w:c:1", turns));
      turns.push(turn("p1", "two"));
      expect((await conversations.get("t:w:c:1"))?.turns).toHaveLength(1);
    });

    it("forgets one person's turns everywhere and leaves the others'", async () => {
      const { conversations } = await fresh();
      await conversations.put(
        conversation("t:w:c:1", [turn("p1", "mine"), turn("p2", "theirs"), turn("p1", "mine too")]),
      );
      await conversations.put(conversation("t:w:c:2", [turn("p1", "mine alone")]));
      expect(await conversations.forgetPerson("p1")).toBe(3);
      expect((await conversations.get("t:w:c:1"))?.turns.map((one) => one.question)).toEqual([
        "theirs",
      ]);
      expect(await conversations.get("t:w:c:2")).toBeUndefined();
      expect(await conversations.forgetPerson("p1")).toBe(0);
    });

    it("forgets a workspace by its prefix, taken literally", async () => {
      const { conversations } = await fresh();
      for (const thread of ["slack:T1:C1:1", "slack:T1:C2:2", "slack:T10:C1:3", "slack:T_:C1:4"]) {
        await conversations.put(conversation(thread, [turn("p1", "x")]));
      }
      expect(await conversations.forgetThreads("slack:T1:")).toBe(2);
      expect(await conversations.forgetThreads("slack:%:")).toBe(0);
      expect(await conversations.get("slack:T10:C1:3")).toBeDefined();
      expect(await conversations.forgetThreads("slack:T_:")).toBe(1);
    });

    it("goes through the conversations that had a turn since an instant, some at a time", async () => {
      const { conversations } = await fresh();
      for (const [thread, time] of [
        ["t:w:c:4", "10:00"],
        ["t:w:c:1", "09:00"],
        ["t:w:c:2", "08:59"],
        ["t:w:c:3", "11:00"],
      ] as const) {
        await conversations.put(conversation(thread, [turn("p1", "x", { stated: ["a"] })], time));
      }
      const first = await conversations.since(at("09:00"), 2);
      expect(first.map(({ thread }) => thread)).toEqual(["t:w:c:1", "t:w:c:3"]);
      expect(first[0]?.turns[0]?.stated).toEqual(["a"]);
      const rest = await conversations.since(at("09:00"), 2, "t:w:c:3");
      expect(rest.map(({ thread }) => thread)).toEqual(["t:w:c:4"]);
      expect(await conversations.since(at("09:00"), 2, "t:w:c:4")).toEqual([]);
    });

    it("forgets conversations that had no turn since an instant", async () => {
      const { conversations } = await fresh();
      await conversations.put(conversation("t:w:c:old", [turn("p1", "x")], "08:00"));
      await conversations.put(conversation("t:w:c:edge", [turn("p1", "x")], "09:00"));
      expect(await conversations.forgetBefore(at("09:00"))).toBe(1);
      expect(await conversations.get("t:w:c:old")).toBeUndefined();
      expect(await conversations.get("t:w:c:edge")).toBeDefined();
    });

    it("lets exactly one of many callers claim a key", async () => {
      const { seen } = await fresh();
      const claims = await Promise.all(
        Array.from({ length: 20 }, () => seen.claim("event:1", at("10:00"))),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await seen.claim("event:2", at("10:00"))).toBe(true);
      expect(await seen.claim("event:2", at("12:00"))).toBe(false);
    });

    it("forgets claimed keys by their first use", async () => {
      const { seen } = await fresh();
      await seen.claim("old", at("08:00"));
      await seen.claim("new", at("10:00"));
      expect(await seen.forgetBefore(at("09:00"))).toBe(1);
      expect(await seen.claim("old", at("11:00"))).toBe(true);
      expect(await seen.claim("new", at("11:00"))).toBe(false);
    });

    it("keeps an adapter's notes by kind and place, and only the last one", async () => {
      const { notes } = await fresh();
      await notes.put("answer", "slack:T1:C1:7", { messages: ["8"] }, at("08:00"));
      await notes.put("answer", "slack:T1:C1:7", { messages: ["8", "9"] }, at("10:00"));
      await notes.put("server", "slack:T1:", { may: true }, at("08:00"));
      expect(await notes.get("answer", "slack:T1:C1:7")).toEqual({ messages: ["8", "9"] });
      expect(await notes.get("server", "slack:T1:C1:7")).toBeUndefined();
      expect(await notes.places("server")).toEqual(["slack:T1:"]);
      await notes.remove("server", "slack:T1:");
      expect(await notes.places("server")).toEqual([]);
    });

    it("forgets notes by place and by age", async () => {
      const { notes } = await fresh();
      for (const place of ["slack:T1:", "slack:T1:C1:7", "slack:T10:C1:7", "slack:T_:C1:7"]) {
        await notes.put("answer", place, {}, at("09:00"));
      }
      expect(await notes.forgetThreads("slack:T_:")).toBe(1);
      expect(await notes.forgetThreads("slack:T1:")).toBe(2);
      await notes.put("answer", "slack:T2:C1:7", {}, at("08:00"));
      expect(await notes.forgetBefore(at("09:00"))).toBe(1);
      expect(await notes.places("answer")).toEqual(["slack:T10:C1:7"]);
    });

    it("counts an unanswered question once, whatever its case, spaces and closing marks", async () => {
      const { unanswered } = await fresh();
      await unanswered.add("What about  North Korea?", "us-iran", at("08:00"));
      await unanswered.add("Who won the match?", "us-iran", at("08:30"));
      await unanswered.add("what about north korea", "us-iran", at("09:00"));
      await unanswered.add("What about North Korea?", "other", at("09:30"));
      expect(await unanswered.list("us-iran")).toEqual([
        {
          question: "What about  North Korea?",
          count: 2,
          first: at("08:00").toString(),
          last: at("09:00").toString(),
        },
        {
          question: "Who won the match?",
          count: 1,
          first: at("08:30").toString(),
          last: at("08:30").toString(),
        },
      ]);
      expect(await unanswered.forgetBefore(at("09:00"))).toBe(1);
      expect((await unanswered.list("us-iran")).map((one) => one.count)).toEqual([2]);
    });

    it("keeps feedback in the order it came", async () => {
      const { feedback } = await fresh();
      const given: Feedback[] = [
        {
          at: at("08:00").toString(),
          verdict: "wrong",
          dossier: "us-iran",
          question: "who?",
          citations: ["a"],
          note: "the date is off by a day",
        },
        {
          at: at("09:00").toString(),
          verdict: "useful",
          dossier: "us-iran",
          question: "when?",
          citations: [],
        },
      ];
      for (const one of given) await feedback.add(one);
      expect(await feedback.list()).toEqual(given);
    });

    it("plans a correction once, however many replicas look at the same time", async () => {
      const store = await fresh();
      const wrong = claim("wrong", { status: "rejected", reason: "The minutes say otherwise." });
      const links = { rejectedBy: new Map() } as Partial<Dossier["links"]> as Dossier["links"];
      const dossier = dossierOf([wrong], { links });
      await store.conversations.put({
        ...conversation("t:w:c:1", [turn("p1", "x", { stated: ["wrong"] })]),
        dossier: dossier.id,
      });
      const looks = Array.from({ length: 4 }, () =>
        planCorrections({ store, yieldTurn: async () => {} }, dossier, at("11:00")),
      );
      const planned = (await Promise.all(looks)).flat();
      expect(planned).toHaveLength(1);
      expect(await store.ledger.get(planned[0] ?? "")).toMatchObject({
        kind: "correction",
        destination: { platform: "t", workspace: "w", channel: "c", thread: "t:w:c:1" },
      });
    });

    it("keeps two stores apart", async () => {
      const [one, other] = [await fresh(), await fresh()];
      await one.seen.claim("key", at("10:00"));
      expect(await other.seen.claim("key", at("10:00"))).toBe(true);
    });
  });
}
