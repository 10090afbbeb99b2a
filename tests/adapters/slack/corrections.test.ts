/** What an answer stated and the record later rejects is corrected in its thread, once. */
import { setImmediate } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { createDigests, type Digests } from "../../../src/runtime/digests.ts";
import { openSqlite } from "../../../src/runtime/store/sqlite.ts";
import { createSqlStore } from "../../../src/runtime/store/store.ts";
import { type Connected, connect } from "../../fakes/slack/connected.ts";
import { write } from "../../fakes/slack/people.ts";
import { canalDossier } from "../../fixtures/dossiers.ts";
import { rejecting } from "../../fixtures/rejecting.ts";

let at: Connected;
let digests: Digests;
afterEach(async () => {
  expect(at.slack.state.breaches).toEqual([]);
  expect(at.log.entries.filter(({ level }) => level === "error")).toEqual([]);
  await digests.stop();
  await at.stop();
});

test("a command's thread and a mention's are told, once through a restart; private ones are not", async () => {
  let record = canalDossier();
  const library = { ids: [record.id], get: () => record };
  const clock = { now: Temporal.Now.instant };
  const sql = openSqlite("memory");
  const store = await createSqlStore(sql);
  at = await connect("socket", {}, { store, clock, library });
  const { slack } = at;
  const begin = async () => {
    digests = createDigests({
      ...{ store, sql, library, clock, log: at.log.log, commandName: "brief" },
      adapters: [at.adapter],
    });
    await digests.start();
  };

  await slack.command("topic tolls");
  await slack.until(() => slack.posted("C1").length === 1);
  const { ts } = await write(slack, "<@UBOT> topic tolls");
  await slack.until(() => slack.posted("C1").length === 2);
  await slack.command("topic tolls privately");
  await slack.until(({ messages }) => messages.some(({ to }) => to === "U1"));
  await write(slack, "topic tolls", { channel: "D1" });
  await slack.until(() => slack.posted("D1").length === 1);
  await begin();
  await digests.stop();
  expect(slack.posted("C1")).toHaveLength(2);

  record = rejecting(record, "toll-begins-2023", "council-voted-2023");
  await begin();
  await slack.until(() => slack.posted("C1").length === 4);
  const notices = slack.posted("C1").slice(2);
  expect(notices.map(({ thread_ts }) => thread_ts).sort()).toEqual(
    [slack.posted("C1")[0]?.ts, ts].sort(),
  );
  const words = JSON.stringify(notices[0]?.blocks);
  expect(words).toContain("A statement made here is now rejected by the record.");
  expect(words).toContain("The minutes say otherwise.");
  expect(words).not.toContain("Unsubscribe");

  await digests.stop();
  await at.restart();
  await begin();
  await digests.stop();
  expect(slack.posted("C1")).toHaveLength(4);
  expect(slack.posted("D1")).toHaveLength(1);
  expect(slack.state.messages.filter(({ to }) => to === "U1")).toHaveLength(1);
});

test("after forget me nothing is said of it", async () => {
  let record = canalDossier();
  const library = { ids: [record.id], get: () => record };
  const clock = { now: Temporal.Now.instant };
  const sql = openSqlite("memory");
  const store = await createSqlStore(sql);
  at = await connect("http", {}, { store, clock, library });
  await at.slack.command("topic tolls");
  await at.slack.until(() => at.slack.posted("C1").length === 1);
  const thread = `slack:T1:C1:${at.slack.posted("C1")[0]?.ts}`;
  while (!(await store.conversations.get(thread))) await setImmediate();
  await at.slack.command("forget me");
  await at.slack.until(({ messages }) => messages.some(({ to }) => to === "U1"));
  record = rejecting(record, "toll-begins-2023", "council-voted-2023");
  digests = createDigests({
    ...{ store, sql, library, clock, log: at.log.log, commandName: "brief" },
    adapters: [at.adapter],
  });
  await digests.start();
  await digests.stop();
  expect(at.slack.posted("C1")).toHaveLength(1);
  expect(await store.ledger.count()).toEqual({});
});
