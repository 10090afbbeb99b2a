import { openSqlite } from "../../../src/runtime/store/sqlite.ts";
import { createSqlStore } from "../../../src/runtime/store/store.ts";
import { outboxContract } from "../../contracts/outbox.ts";

outboxContract("the embedded outbox", async () => {
  const sql = openSqlite("memory");
  return { sql, store: await createSqlStore(sql) };
});
