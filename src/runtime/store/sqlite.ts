/**
 * The embedded back end: one file, written through to disk at every commit (WAL with
 * synchronous=FULL), and a process lock in a file of its own, so that a second bot is refused while
 * `status`, backup and the dossier tools can read.
 */
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import type { Sql, SqlRow, SqlValue } from "./sql.ts";

/** Milliseconds. */
const longestBusy = 8;

/** Another process runs on this data folder. */
export class FolderInUseError extends Error {
  override readonly name = "FolderInUseError";
}

/** The data folder cannot hold the bot's data. The message says what to do. */
export class DataFolderError extends Error {
  override readonly name = "DataFolderError";
}

export const databaseFile = (folder: string): string => join(folder, "backchannel.db");

/**
 * Takes the data folder for this process until `release`, or until the process ends in any way: the
 * lock is the kernel's, so a crash leaves nothing behind. Not for network file systems.
 * @throws FolderInUseError when another process has it; DataFolderError when it cannot be written.
 */
export function lockFolder(folder: string): { release(): void } {
  const lock = openLock(folder);
  try {
    lock.exec("pragma locking_mode = exclusive; begin exclusive");
  } catch (cause) {
    lock.close();
    throw new FolderInUseError(
      `The data folder ${folder} is in use by another Backchannel. Stop that one, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
  return { release: () => lock.close() };
}

function openDatabase(file: string): DatabaseSync {
  try {
    const database = new DatabaseSync(file, { timeout: 5_000 });
    database.exec("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on");
    return database;
  } catch (cause) {
    throw new DataFolderError(
      `The data in ${file} cannot be opened (${(cause as Error).message}). Put back a backup, or move the file away to begin anew.`,
      { cause },
    );
  }
}

function openLock(folder: string): DatabaseSync {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    return new DatabaseSync(join(folder, "lock.db"), { timeout: 0 });
  } catch (cause) {
    throw new DataFolderError(
      `The data folder ${folder} cannot be written (${(cause as Error).message}). Let this account write there, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
}

/**
 * Opens the database of a folder, or a fresh one in memory.
 * @throws DataFolderError when the file is not a database that SQLite can read and write.
 */
export function openSqlite(where: { readonly folder: string } | "memory"): Sql {
  const database = openDatabase(where === "memory" ? ":memory:" : databaseFile(where.folder));
  const statements = new Map<string, StatementSync>();

  function run(text: string, parameters: readonly SqlValue[] = []): readonly SqlRow[] {
    let statement = statements.get(text);
    if (!statement) {
      statement = database.prepare(text.replace(/\$(\d+)/g, "?$1"));
      statements.set(text, statement);
    }
    return statement.all(...parameters) as SqlRow[];
  }

  // One connection: what awaits inside a transaction must not let another statement in between.
  let last: Promise<unknown> = Promise.resolve();
  let busy = 0;
  function inTurn<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    const turn = last.then(async () => {
      // Statements run at once and promises go before timers and sockets: a long queue of them would
      // let nothing else have its turn.
      if (busy > longestBusy) {
        await setImmediate();
        busy = 0;
      }
      const began = performance.now();
      try {
        return await work();
      } finally {
        busy += performance.now() - began;
      }
    });
    last = turn.catch(() => undefined);
    return turn;
  }

  return {
    query: (text, parameters) => inTurn(() => run(text, parameters)),
    transaction: (work) =>
      inTurn(async () => {
        database.exec("begin immediate");
        try {
          const result = await work({
            query: async (text, parameters) => run(text, parameters),
          });
          database.exec("commit");
          return result;
        } catch (error) {
          database.exec("rollback");
          throw error;
        }
      }),
    close: () =>
      inTurn(() => {
        statements.clear();
        database.close();
      }),
  };
}
