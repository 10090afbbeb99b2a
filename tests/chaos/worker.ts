/** A bot that only delivers, until nothing is left: started, killed and started again by the harness. */
import { createOutbox } from "../../src/runtime/outbox/create-outbox.ts";
import { openPostgres } from "../../src/runtime/store/postgres.ts";
import { lockFolder, openSqlite } from "../../src/runtime/store/sqlite.ts";
import { createSqlStore } from "../../src/runtime/store/store.ts";
import { pagesOfEach } from "../fakes/editions.ts";
import { createRemoteAdapter } from "../fakes/remote-platform.ts";

const [where = "", platform = "", finds = "yes"] = process.argv.slice(2);
const shared = where.startsWith("postgresql:");
if (!shared) lockFolder(where);
const sql = shared ? openPostgres(where, () => {}) : openSqlite({ folder: where });
const store = await createSqlStore(sql);
const say = (event: string, fields: object = {}) =>
  process.stderr.write(
    `${JSON.stringify({ event, ...fields }, (_, value) => (value instanceof Error ? value.message : value))}\n`,
  );
const outbox = createOutbox({
  store,
  sql,
  databaseUrl: shared ? where : undefined,
  adapters: [createRemoteAdapter(platform, finds === "yes")],
  pagesOf: pagesOfEach(1),
  clock: { now: Temporal.Now.instant },
  log: { debug: () => {}, info: () => {}, warn: say, error: say },
  commandName: "brief",
  observe: () => {},
});
await outbox.start();
process.stdout.write("working\n");
// In place of the scheduler's minute.
const poking = setInterval(() => outbox.poke().catch(() => {}), 2_000);
for (;;) {
  const { planned = 0, sending = 0, unclear = 0 } = await store.ledger.count();
  if (planned + sending + unclear === 0) break;
  await new Promise((resolve) => setTimeout(resolve, 200));
}
clearInterval(poking);
await outbox.stop();
await store.close();
