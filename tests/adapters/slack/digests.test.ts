/** Subscribed by command, posted by the outbox, asked about below: one morning in Slack. */
import { afterEach, expect, test } from "vitest";
import { createDigests, type Digests } from "../../../src/runtime/digests.ts";
import { openSqlite } from "../../../src/runtime/store/sqlite.ts";
import { createSqlStore } from "../../../src/runtime/store/store.ts";
import { type Connected, connect } from "../../fakes/slack/connected.ts";
import { buttonsOf, labelOf, write } from "../../fakes/slack/people.ts";
import type { Json } from "../../fakes/slack/state.ts";
import { canalDossier } from "../../fixtures/dossiers.ts";

let at: Connected;
let digests: Digests;
afterEach(async () => {
  expect(at.slack.state.breaches).toEqual([]);
  await digests.stop();
  await at.stop();
});

/** Real time, moved to a minute before the digest is due. */
function clockAt(start: string) {
  const offset = { by: Temporal.Now.instant().until(Temporal.Instant.from(start)) };
  return {
    now: () => Temporal.Now.instant().add(offset.by),
    move: (by: Temporal.DurationLike) => {
      offset.by = offset.by.add(by);
    },
  };
}

async function morning() {
  const clock = clockAt("2026-11-23T06:59:30Z");
  const sql = openSqlite("memory");
  const store = await createSqlStore(sql);
  at = await connect("socket", { clock, timeout: 500 }, { clock, store });
  const dossier = canalDossier();
  const create = () =>
    createDigests({
      ...{ store, sql, clock, log: at.log.log, commandName: "brief" },
      library: { ids: [dossier.id], get: () => dossier },
      adapters: [at.adapter],
    });
  digests = create();
  await at.slack.command("subscribe daily at 07:00 in UTC");
  await at.slack.until(({ messages }) => messages.length === 1);
  clock.move({ seconds: 45 });
  return { clock, store, create };
}

test("a digest is posted once, its depth below it, and its thread answers", async () => {
  const { store, create } = await morning();
  const { slack } = at;
  await digests.start();
  await slack.until(() => slack.posted("C1").some(({ thread_ts }) => thread_ts !== undefined));
  const [card, depth] = slack.posted("C1");
  expect(card?.thread_ts).toBeUndefined();
  expect(depth?.thread_ts).toBe(card?.ts);
  const payload = card?.metadata?.["event_payload"] as Json | undefined;
  expect(payload?.["key"]).toMatch(/^[0-9a-f-]{36}$/);
  expect(buttonsOf(card!).map(labelOf)).toContain("Unsubscribe");

  const posts = slack.posted("C1").length;
  await write(slack, "what is disputed?", { thread_ts: card?.ts });
  await slack.until(() => slack.posted("C1").length === posts + 1);
  await digests.stop();
  await at.restart();
  digests = create();
  await digests.start();
  await write(slack, "who is Edda Quill?", { thread_ts: card?.ts });
  await slack.until(() => slack.posted("C1").length === posts + 2);
  const threads = slack.posted("C1").map(({ thread_ts }) => thread_ts);
  expect(threads.filter((thread) => thread === undefined)).toHaveLength(1);
  expect(await store.ledger.count()).toMatchObject({ sent: 1 });
});

test("a channel that is gone ends its subscription, and the owner is told", async () => {
  await morning();
  const { slack, store } = at;
  slack.state.channels.set("C1", "archived");
  await digests.start();
  await slack.until(() => slack.posted("D1").length === 1);
  const [subscription] = await store.subscriptions.ofChannel("slack", "T1", "C1");
  expect(subscription?.state).toMatchObject({ type: "off", code: "is_archived" });
});
