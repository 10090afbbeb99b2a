/** What an answer stated and the record later rejects is corrected in its thread, once. */
import { expect, test } from "vitest";
import { createDigests } from "../../../src/runtime/digests.ts";
import { openSqlite } from "../../../src/runtime/store/sqlite.ts";
import { createSqlStore } from "../../../src/runtime/store/store.ts";
import { createTestBot } from "../../fakes/bot.ts";
import { createHandClock } from "../../fakes/clock.ts";
import { canalDossier } from "../../fixtures/dossiers.ts";
import { rejecting } from "../../fixtures/rejecting.ts";
import { connect, wordsOf } from "./connected.ts";

test("an answer in a channel is corrected below it, and a private one is not", async () => {
  let record = canalDossier();
  const library = { ids: [record.id], get: () => record };
  const clock = createHandClock();
  const sql = openSqlite("memory");
  const store = await createSqlStore(sql);
  const { bot } = createTestBot({ store, clock, library });
  await using on = await connect({ bot, clock });
  const { discord, log } = on;
  const { general, people } = discord;
  people.command(general.id, "topic", { topic: "tolls" });
  const answer = await on.next(general.id, 0);
  const alone = people.command(general.id, "topic", { topic: "tolls", privately: true });
  await discord.until(() => alone.messages.length > 0);

  const pass = async () => {
    const digests = createDigests({
      ...{ store, sql, library, clock, log: log.log, commandName: "brief" },
      adapters: [on.adapter],
    });
    await digests.start();
    await digests.stop();
  };
  await pass();
  expect(discord.posts(answer.id)).toEqual([]);
  record = rejecting(record, "toll-begins-2023", "council-voted-2023");
  await pass();
  await pass();
  const [notice, ...more] = discord.posts(answer.id);
  expect(wordsOf(notice!)).toContain("A statement made here is now rejected by the record.");
  expect(more).toEqual([]);
  expect(discord.posts(general.id)).toHaveLength(1);
  expect(alone.messages).toHaveLength(1);
  expect(discord.refused).toEqual([]);
});
