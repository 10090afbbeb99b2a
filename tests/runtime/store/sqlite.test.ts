import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openPersonHash } from "../../../src/runtime/store/installation.ts";
import { migrate, migrations, NewerSchemaError } from "../../../src/runtime/store/migrations.ts";
import {
  DataFolderError,
  databaseFile,
  FolderInUseError,
  lockFolder,
  openSqlite,
} from "../../../src/runtime/store/sqlite.ts";
import { createSqlStore } from "../../../src/runtime/store/store.ts";
import { deliveriesContract, subscription } from "../../contracts/deliveries.ts";
import { storeContract } from "../../contracts/store.ts";

deliveriesContract("the embedded store", () => createSqlStore(openSqlite("memory")));
storeContract("the embedded store", () => createSqlStore(openSqlite("memory")));

const folders: string[] = [];
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "backchannel-store-"));
  folders.push(path);
  return path;
}
afterEach(() => {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true });
});

describe("the embedded store", () => {
  it("gives everything back after it was closed", async () => {
    const where = { folder: folder() };
    const first = await createSqlStore(openSqlite(where));
    await first.seen.claim("event:1", Temporal.Instant.from("2026-11-22T08:00:00Z"));
    await first.close();
    const second = await createSqlStore(openSqlite(where));
    expect(await second.seen.claim("event:1", Temporal.Instant.from("2026-11-22T09:00:00Z"))).toBe(
      false,
    );
    await second.close();
  });

  it("says what to do about a folder or a file that it cannot use", () => {
    const where = folder();
    const file = join(where, "notes");
    writeFileSync(file, "");
    expect(() => lockFolder(file)).toThrow(DataFolderError);
    expect(() => lockFolder(file)).toThrow(`${file} cannot be written (EEXIST`);
    writeFileSync(databaseFile(where), "no database ".repeat(400));
    expect(() => openSqlite({ folder: where })).toThrow(DataFolderError);
    expect(() => openSqlite({ folder: where })).toThrow("Put back a backup");
  });

  it("undoes a transaction that fails, and lets no other statement into it", async () => {
    const sql = openSqlite("memory");
    await sql.query("create table t (n bigint)");
    const failing = sql.transaction(async (step) => {
      await step.query("insert into t values (1)");
      await Promise.resolve();
      throw new Error("no");
    });
    const beside = sql.query("insert into t values (2)");
    await expect(failing).rejects.toThrow("no");
    await beside;
    expect(await sql.query("select n from t")).toEqual([{ n: 2 }]);
    await sql.close();
  });

  it("comes forward from every earlier version, and is then the same as a new one", async () => {
    const shape =
      "select name, sql from sqlite_schema where name not like 'sqlite_%' order by name";
    const fresh = openSqlite("memory");
    await migrate(fresh);
    for (let version = 0; version <= migrations.length; version += 1) {
      const old = openSqlite("memory");
      await migrate(old, version);
      expect(await migrate(old)).toBe(version);
      expect(await old.query(shape)).toEqual(await fresh.query(shape));
      await old.close();
    }
    await fresh.close();
  });

  it("knows whose a subscription of an earlier version is", async () => {
    const sql = openSqlite("memory");
    await migrate(sql, 2);
    const old = subscription("a");
    await sql.query(
      "insert into subscriptions (id, platform, workspace, channel, state, created, body) values ('a', 'console', 'local', 'general', 'active', 1, $1)",
      [JSON.stringify(old)],
    );
    const { subscriptions, close } = await createSqlStore(sql);
    expect(await subscriptions.ofOwner("console", "local", old.owner)).toEqual([old]);
    await close();
  });

  it("refuses a store that a later version wrote", async () => {
    const sql = openSqlite("memory");
    await migrate(sql);
    await sql.query("update schema_version set version = 99");
    await expect(createSqlStore(sql)).rejects.toThrow(NewerSchemaError);
    await sql.close();
  });

  it("lets one process into a folder, and the next one in after a kill", async () => {
    const path = folder();
    const holder = spawn(process.execPath, [
      "--input-type=module",
      "--eval",
      `import { lockFolder } from ${JSON.stringify(new URL("../../../src/runtime/store/sqlite.ts", import.meta.url).href)};
       lockFolder(${JSON.stringify(path)}); console.log("held"); setInterval(() => {}, 1000);`,
    ]);
    await once(holder.stdout, "data");
    expect(() => lockFolder(path)).toThrow(FolderInUseError);
    holder.kill("SIGKILL");
    await once(holder, "exit");
    lockFolder(path).release();
    expect(statSync(path).mode & 0o777).toBe(0o700);
  });
});

describe("the key of an installation", () => {
  it("hides people the same way after a restart, and another way elsewhere", async () => {
    const where = { folder: folder() };
    const first = openSqlite(where);
    await migrate(first);
    const hash = (await openPersonHash(first))("U123");
    await first.close();
    const again = openSqlite(where);
    await migrate(again);
    expect((await openPersonHash(again))("U123")).toBe(hash);
    await again.close();
    const other = openSqlite("memory");
    await migrate(other);
    expect((await openPersonHash(other))("U123")).not.toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{32}$/);
    await other.close();
  });
});
