import { describe, expect, it } from "vitest";
import {
  type Claim,
  type Conversation,
  claimSentence,
  createDocument,
  createMemoryStore,
  type Dossier,
  planCorrections,
  type Store,
  say,
  type Turn,
  toText,
} from "#core";
import { delivery } from "../../contracts/deliveries.ts";
import { createDelivering } from "../../fakes/delivering.ts";
import { claim, dossierOf } from "../../fakes/dossier.ts";
import { editionOf } from "../../fakes/editions.ts";

const now = Temporal.Instant.from("2026-11-22T09:00:00Z");
const stated = claim("vane-director", { text: "Vane was director of the canal." });
const truth = claim("vane-clerk", { text: "Vane was a clerk.", rejects: ["vane-director"] });

/** The dossier before and after it came to reject what Vane was. */
function dossier(rejected: boolean): Dossier {
  const reason = "The register of the canal has him as a clerk.";
  const first: Claim = rejected ? { ...stated, status: "rejected", reason } : stated;
  return dossierOf(rejected ? [first, truth] : [first], {
    links: {
      rejectedBy: new Map(rejected ? [["vane-director", [truth]]] : []),
    } as Partial<Dossier["links"]> as Dossier["links"],
  });
}

function stating(id: string, composed: string, record = dossier(false)) {
  const document = createDocument(
    {
      title: say("label.sources"),
      blocks: [
        { type: "paragraph", sentences: [claimSentence([record.claims.get("vane-director")!])] },
      ],
    },
    record,
  );
  return editionOf(id, { dossier: "toy", composed, document });
}

const receipt = (message: string) => ({
  message,
  at: "2026-11-20T08:00:00Z",
  thread: `console:local:general:${message}`,
});
const posted = (id: string, edition: string, message: string) =>
  delivery(id, {
    edition,
    state: "sent",
    pages: [{ key: id, started: "2026-11-20T08:00:00Z", receipt: receipt(message) }],
  });

const plan = (store: Store, record: Dossier, at: Temporal.Instant) =>
  planCorrections({ store, yieldTurn: async () => {} }, record, at);

async function scene() {
  const store = createMemoryStore();
  await store.editions.keep(stating("e1", "2026-11-20T08:00:00Z"));
  await store.editions.keep(stating("e2", "2026-11-21T08:00:00Z"));
  await store.ledger.plan([posted("d1", "e1", "1"), posted("d2", "e2", "2")], []);
  return store;
}

describe("a claim that the record comes to reject", () => {
  it("is corrected once, in the thread of the latest digest that stated it", async () => {
    const store = await scene();
    expect(await plan(store, dossier(false), now)).toEqual([]);
    const ids = await plan(store, dossier(true), now);
    expect(ids).toHaveLength(1);
    expect(await plan(store, dossier(true), now.add({ hours: 24 }))).toEqual([]);
    const row = await store.ledger.get(ids[0]!);
    expect(row).toMatchObject({
      kind: "correction",
      destination: { channel: "general", thread: "console:local:general:2" },
      state: "planned",
    });
    const edition = await store.editions.get(row?.edition ?? "");
    expect(toText(edition!.document)).toBe(`Correction
==========

A statement made here is now rejected by the record.

| Correction
| “Vane was director of the canal.”[1] The register of the canal has him as a clerk.[1][2]

What the record says now:

- Vane was a clerk.[2]

Sources
-------
1. Daily Record, Five prisoners fly home, para 1 (B2) · rejected
2. Daily Record, Five prisoners fly home, para 1 (B2)`);
  });

  it("is not corrected where it was already told as rejected, or never posted", async () => {
    const store = createMemoryStore();
    await store.editions.keep(stating("e1", "2026-11-20T08:00:00Z", dossier(true)));
    await store.editions.keep(stating("e2", "2026-11-21T08:00:00Z"));
    await store.ledger.plan(
      [posted("d1", "e1", "1"), delivery("d2", { edition: "e2", state: "failed" })],
      [],
    );
    expect(await plan(store, dossier(true), now)).toEqual([]);
  });
});

const thread = "console:local:general:7";
const answering = (more: Partial<Turn> = {}): Turn => ({
  at: "2026-11-20T08:00:00Z",
  person: "p1",
  question: "who was Vane?",
  answered: true,
  citations: ["vane-director"],
  stated: ["vane-director"],
  carried: {},
  ...more,
});
const conversation = (turns: readonly Turn[], more: Partial<Conversation> = {}): Conversation => ({
  thread,
  dossier: "toy",
  turns,
  updated: "2026-11-20T08:00:00Z",
  ...more,
});

describe("an answer that stated what the record comes to reject", () => {
  it("is corrected once, in its thread, however often it was said there", async () => {
    const store = createMemoryStore();
    const second = answering({ person: "p2", at: "2026-11-21T08:00:00Z" });
    await store.conversations.put(conversation([answering(), second]));
    expect(await plan(store, dossier(false), now)).toEqual([]);
    const ids = await plan(store, dossier(true), now);
    expect(ids).toHaveLength(1);
    expect(await store.ledger.get(ids[0]!)).toMatchObject({
      kind: "correction",
      subscription: "",
      claim: "vane-director",
      destination: { platform: "console", workspace: "local", channel: "general", thread },
      state: "planned",
    });
    expect(await plan(store, dossier(true), now.add({ hours: 24 }))).toEqual([]);
  });

  it("is corrected in every thread, also where they are many", async () => {
    const store = createMemoryStore();
    for (let at = 0; at < 120; at += 1) {
      await store.conversations.put(conversation([answering()], { thread: `${thread}${at}` }));
    }
    expect(new Set(await plan(store, dossier(true), now)).size).toBe(120);
  });

  it("is not corrected again below a digest whose thread is told", async () => {
    const store = await scene();
    await store.conversations.put(
      conversation([answering()], { thread: "console:local:general:2" }),
    );
    expect(await plan(store, dossier(true), now)).toHaveLength(1);
  });

  it("is left alone where one person read it, it was told as rejected, or is forgotten", async () => {
    const store = createMemoryStore();
    const { stated: _, ...privately } = answering();
    const put = (last: string, turns: readonly Turn[], more: Partial<Conversation> = {}) =>
      store.conversations.put(
        conversation(turns, { thread: `console:local:general:${last}`, ...more }),
      );
    await put("1", [privately]);
    await put("2", [answering({ stated: [] })]);
    await put("3", [answering()], { dossier: "other" });
    await put("4", [answering({ at: "2026-10-01T08:00:00Z" })]);
    await put("5", [answering({ person: "gone" })]);
    await store.conversations.forgetPerson("gone");
    expect(await plan(store, dossier(true), now)).toEqual([]);
  });
});

describe("the correction of an answer", () => {
  it("is withdrawn when the answer was forgotten meanwhile", async () => {
    const thread = "fake:W1:C1:7";
    const correction = {
      kind: "correction",
      subscription: "",
      claim: "c1",
      destination: { platform: "fake", workspace: "W1", channel: "C1", thread },
    } as const;
    const turn = (person: string): Turn => ({
      at: "2026-11-22T08:00:00Z",
      person,
      question: "what?",
      answered: true,
      citations: ["c1"],
      stated: ["c1"],
      carried: {},
    });
    const posts = async (forget: string) => {
      const scene = await createDelivering({ delivery: correction });
      const { conversations } = scene.store;
      const updated = "2026-11-22T08:00:00Z";
      await conversations.put({ thread, dossier: "us-iran", turns: [turn("p1")], updated });
      await conversations.forgetPerson(forget);
      const row = await scene.finish();
      return [row?.state, row?.code, scene.platform.posts.length];
    };
    expect(await posts("p2")).toEqual(["sent", undefined, 1]);
    expect(await posts("p1")).toEqual(["withdrawn", "forgotten", 0]);
  });
});
