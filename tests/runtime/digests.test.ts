import { expect, it } from "vitest";
import { createDigests } from "../../src/runtime/digests.ts";
import { openSqlite } from "../../src/runtime/store/sqlite.ts";
import { createSqlStore } from "../../src/runtime/store/store.ts";
import { createHandClock } from "../fakes/clock.ts";
import { createFakeLog } from "../fakes/log.ts";
import { canalDossier } from "../fixtures/dossiers.ts";
import { rejecting } from "../fixtures/rejecting.ts";

it("looks for what is to be corrected at a new version of the record, and again each hour", async () => {
  let record = canalDossier();
  const clock = createHandClock();
  const sql = openSqlite("memory");
  const store = await createSqlStore(sql);
  const { log, entries } = createFakeLog();
  const digests = createDigests({
    ...{ store, sql, clock, log, commandName: "brief", adapters: [] },
    library: { ids: [record.id], get: () => record },
  });
  const answer = (last: string) =>
    store.conversations.put({
      thread: `slack:T1:C1:${last}`,
      dossier: record.id,
      turns: [
        {
          at: clock.now().toString(),
          person: "p",
          question: "tolls?",
          answered: true,
          citations: ["toll-begins-2023"],
          stated: ["toll-begins-2023"],
          carried: {},
        },
      ],
      updated: clock.now().toString(),
    });
  /** How many corrections are planned after a look. */
  const look = async () => {
    await digests.start();
    await digests.stop();
    return (await store.ledger.count()).planned ?? 0;
  };
  await answer("1");
  expect(await look()).toBe(0);
  record = rejecting(record, "toll-begins-2023", "council-voted-2023");
  expect(await look()).toBe(1);
  // Said by a replica that had not read the new version yet.
  await answer("2");
  clock.move({ minutes: 59 });
  expect(await look()).toBe(1);
  clock.move({ minutes: 1 });
  expect(await look()).toBe(2);
  const told = entries.filter(({ event }) => event === "corrections-planned");
  expect(told.map(({ fields }) => fields)).toEqual([{ deliveries: 1 }, { deliveries: 1 }]);
  await store.close();
});
