import { afterAll, beforeAll } from "vitest";
import { openPostgres } from "../../../src/runtime/store/postgres.ts";
import { createSqlStore } from "../../../src/runtime/store/store.ts";
import { outboxContract } from "../../contracts/outbox.ts";
import { startPostgres, type TestPostgres } from "../../fakes/postgres.ts";

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop(), 60_000);

outboxContract("the outbox on PostgreSQL", async () => {
  const databaseUrl = await server.database();
  const sql = openPostgres(databaseUrl, () => {});
  return { sql, store: await createSqlStore(sql), databaseUrl };
});
