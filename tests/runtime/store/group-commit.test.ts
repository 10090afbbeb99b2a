import { expect, test } from "vitest";
import { createGroup } from "../../../src/runtime/store/group-commit.ts";
import { openSqlite } from "../../../src/runtime/store/sqlite.ts";

function createFake(faults: { begin?: number; commit?: number } = {}) {
  const steps: string[] = [];
  const counts = { begin: 0, commit: 0 };
  let open = false;
  const step = (name: "begin" | "commit") => {
    counts[name] += 1;
    if (faults[name] === counts[name]) throw new Error(`${name} failed`);
    steps.push(name);
    open = name === "begin";
  };
  const group = createGroup({
    begin: () => step("begin"),
    commit: () => step("commit"),
    rollback: () => {
      steps.push("rollback");
      open = false;
    },
    isOpen: () => open,
  });
  return { group, steps };
}

test("works that wait together go to disk together, in order, and are told afterwards", async () => {
  const { group, steps } = createFake();
  const results = await Promise.all(
    ["a", "b", "c"].map(async (name) => {
      const result = await group.add(() => {
        steps.push(name);
        return name;
      });
      steps.push(`told ${name}`);
      return result;
    }),
  );
  expect(results).toEqual(["a", "b", "c"]);
  expect(steps).toEqual(["begin", "a", "b", "c", "commit", "told a", "told b", "told c"]);
});

test("a work that fails fails alone; a commit that fails fails for all of its group", async () => {
  const { group } = createFake({ commit: 2 });
  const first = await Promise.allSettled([
    group.add(() => 1),
    group.add(() => Promise.reject(new Error("mine"))),
  ]);
  expect(first.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
  const second = await Promise.allSettled([group.add(() => 1), group.add(() => 2)]);
  expect(second.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await group.add(() => 3)).toBe(3);
});

test("a database that is held by somebody is told to one, and tried again for the next", async () => {
  const { group } = createFake({ begin: 1 });
  const both = await Promise.allSettled([group.add(() => 1), group.add(() => 2)]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
});

test("on SQLite a transaction that throws takes back its own rows and no others", async () => {
  const sql = openSqlite("memory");
  await sql.query("create table t (id text primary key)");
  const put = (id: string) => sql.query("insert into t values ($1)", [id]);
  const settled = await Promise.allSettled([
    put("a"),
    sql.transaction(async (inside) => {
      await inside.query("insert into t values ($1)", ["b"]);
      throw new Error("no");
    }),
    put("a"),
    put("c"),
  ]);
  expect(settled.map(({ status }) => status)).toEqual([
    "fulfilled",
    "rejected",
    "rejected",
    "fulfilled",
  ]);
  expect(await sql.query("select id from t order by id")).toEqual([{ id: "a" }, { id: "c" }]);
  await sql.close();
});
