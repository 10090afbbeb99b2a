/**
 * `npm run restore -- FILE`: puts a backup in the place of the embedded store. What went out after the
 * backup was made is not known to it, so that nothing that may have been posted is posted again
 * without asking: runs that have come since are passed over, and open deliveries are unclear.
 */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
} from "node:fs";
import { resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { asUnclear, type Delivery, nextRun, type Store } from "#core";
import { migrations } from "../store/migrations.ts";
import { bodyOf, type Sql } from "../store/sql.ts";
import { databaseFile, FolderInUseError, lockFolder, openSqlite } from "../store/sqlite.ts";
import { createSqlStore } from "../store/store.ts";
import { problemOf } from "./backup.ts";
import type { OperatorIo } from "./status.ts";

/** Resolves to the exit code: 0 done, 1 refused, 2 not understood. */
export async function restoreCommand(words: readonly string[], io: OperatorIo): Promise<number> {
  const refuse = (text: string, code = 1) => {
    io.stderr.write(`${text}\n`);
    return code;
  };
  const [name, ...more] = words;
  if (name === undefined || more.length > 0) return refuse("Usage: npm run restore -- FILE", 2);
  const { databaseUrl, folder } = io.store;
  if (databaseUrl !== undefined) {
    return refuse(
      'The store is PostgreSQL: restore it with its own tool, pg_restore --clean --if-exists --dbname="$DATABASE_URL" FILE.',
    );
  }
  const file = resolve(name);
  if (!existsSync(file)) return refuse(`There is no file ${file}.`);
  const problem = problemOf(file) ?? strangeness(file);
  if (problem !== undefined) return refuse(`${file} cannot be restored: ${problem}`);

  let lock: ReturnType<typeof lockFolder>;
  try {
    lock = lockFolder(folder);
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error;
    return refuse(`${error.message} A store is restored only while nobody uses it.`);
  }
  try {
    const kept = putInPlace(file, folder, io.now());
    await settle(folder, io.now());
    io.stdout.write(
      `Restored ${file}.${kept === undefined ? "" : ` The store as it was is kept in ${kept}.`} Digests that came due since the backup are passed over; what was on its way is asked for before it is posted.\n`,
    );
    return 0;
  } finally {
    lock.release();
  }
}

/** Why a whole database is not one of ours. */
function strangeness(file: string): string | undefined {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const row = database.prepare("select version from schema_version").get();
    const version = Number(row?.["version"] ?? 0);
    return version > migrations.length
      ? `it is of version ${version}, and this Backchannel knows ${migrations.length}.`
      : undefined;
  } catch {
    return "it is no backup of a Backchannel.";
  } finally {
    database.close();
  }
}

/** Returns where the store as it was is kept; undefined when there was none. */
function putInPlace(file: string, folder: string, now: Temporal.Instant): string | undefined {
  const target = databaseFile(folder);
  const fresh = `${target}.restoring`;
  copyFileSync(file, fresh);
  const handle = openSync(fresh, "r+");
  fsyncSync(handle);
  closeSync(handle);
  let kept: string | undefined;
  if (existsSync(target)) {
    // What the write-ahead log still holds belongs to the old file.
    const old = new DatabaseSync(target);
    old.exec("pragma wal_checkpoint(truncate)");
    old.close();
    kept = `${target}.before-${now.round("second").toString().replace(/[:-]/g, "")}`;
    renameSync(target, kept);
  }
  for (const rest of ["-wal", "-shm"]) rmSync(`${target}${rest}`, { force: true });
  renameSync(fresh, target);
  return kept;
}

async function settle(folder: string, now: Temporal.Instant): Promise<void> {
  const sql = openSqlite({ folder });
  const store = await createSqlStore(sql);
  await passOver(store, now);
  await doubt(store, sql, now);
  await store.close();
}

async function passOver({ subscriptions, ledger }: Store, now: Temporal.Instant): Promise<void> {
  for (;;) {
    const due = await subscriptions.due(now, 100);
    if (due.length === 0) return;
    const moves = due.map(({ id, nextRunAt = "", schedule, quietHours }) => {
      const next = nextRun(schedule, now, quietHours);
      return { subscription: id, from: nextRunAt, ...(next && { to: next.toString() }) };
    });
    await ledger.plan([], moves);
  }
}

async function doubt({ ledger }: Store, sql: Sql, now: Temporal.Instant): Promise<void> {
  const rows = await sql.query("select body from deliveries where state in ('planned', 'unclear')");
  for (const row of rows.map(bodyOf<Delivery>)) await ledger.replace(row, asUnclear(row, now));
}
