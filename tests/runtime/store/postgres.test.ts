import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { holdAdvisoryLock, isFree } from "../../../src/runtime/store/advisory-lock.ts";
import { createSharedBudgets, forgetBudgets } from "../../../src/runtime/store/budgets.ts";
import { migrate, migrations } from "../../../src/runtime/store/migrations.ts";
import { openPostgres } from "../../../src/runtime/store/postgres.ts";
import { createSqlStore } from "../../../src/runtime/store/store.ts";
import { budgetsContract } from "../../contracts/budgets.ts";
import { deliveriesContract } from "../../contracts/deliveries.ts";
import { storeContract } from "../../contracts/store.ts";
import { startPostgres, type TestPostgres } from "../../fakes/postgres.ts";

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop(), 60_000);

const open = (url: string) =>
  openPostgres(url, (error) => {
    throw error;
  });
const fresh = async () => createSqlStore(open(await server.database()));

storeContract("the PostgreSQL store", fresh);
deliveriesContract("the PostgreSQL store", fresh);
budgetsContract("shared budgets", async () => {
  const sql = open(await server.database());
  await migrate(sql);
  return { budgets: createSharedBudgets(sql), close: () => sql.close() };
});

describe("PostgreSQL", () => {
  it("comes forward from every earlier version, and is then the same as a new one", async () => {
    const shape =
      "select table_name, column_name, data_type from information_schema.columns where table_schema = 'public' order by 1, 2";
    const indexes = "select indexdef from pg_indexes where schemaname = 'public' order by 1";
    const shapes: unknown[] = [];
    for (let version = migrations.length; version >= 0; version -= 1) {
      const sql = open(await server.database());
      await migrate(sql, version);
      expect(await migrate(sql)).toBe(version);
      shapes.push([await sql.query(shape), await sql.query(indexes)]);
      await sql.close();
    }
    expect(new Set(shapes.map((each) => JSON.stringify(each))).size).toBe(1);
  });

  it("is brought forward once when four replicas start together", async () => {
    const url = await server.database();
    const replicas = Array.from({ length: 4 }, () => open(url));
    const found = await Promise.all(replicas.map((sql) => migrate(sql)));
    expect(found.toSorted()).toEqual([0, ...Array(3).fill(migrations.length)]);
    await Promise.all(replicas.map((sql) => sql.close()));
  });

  it("never lets more through for all replicas together than a budget allows", async () => {
    const sql = open(await server.database());
    await migrate(sql);
    const replicas = Array.from({ length: 4 }, () => createSharedBudgets(sql));
    const bucket = { key: "slack:T1", posts: 5, seconds: 1 };
    const now = Temporal.Instant.from("2026-11-22T09:00:00Z");
    const taken = await Promise.all(
      Array.from({ length: 40 }, (_, at) => replicas[at % 4]!.take([bucket], now)),
    );
    expect(taken.filter(({ type }) => type === "taken")).toHaveLength(5);
    expect(await forgetBudgets(sql, now.add({ seconds: 1 }))).toBe(1);
    await sql.close();
  });

  it("holds a lock for one at a time, and frees it when its holder's connection ends", async () => {
    const url = await server.database();
    const sql = open(url);
    expect(await isFree(sql, "gateway")).toBe(true);
    const first = await holdAdvisoryLock(url, "gateway");
    expect(await isFree(sql, "gateway")).toBe(false);
    const [holder] = await sql.query(
      "select pid from pg_locks where locktype = 'advisory' and granted",
    );
    const waiting = holdAdvisoryLock(url, "gateway");
    await sql.query("select pg_terminate_backend($1)", [Number(holder?.["pid"])]);
    await first.lost;
    await (await waiting).release();
    const called = new AbortController();
    const third = await holdAdvisoryLock(url, "gateway");
    const fourth = holdAdvisoryLock(url, "gateway", called.signal);
    called.abort(new Error("stopping"));
    await expect(fourth).rejects.toThrow("stopping");
    await third.release();
    await sql.close();
  });
});
