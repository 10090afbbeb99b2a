/**
 * The embedded back end: one file, written through to disk at every commit (WAL with
 * synchronous=FULL), and a process lock in a file of its own, so that a second bot is refused while
 * `status`, backup and the dossier tools can read.
 */
import { chmodSync, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { createGroup } from "./group-commit.ts";
import type { Sql, SqlRow, SqlValue } from "./sql.ts";

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
    makeFolder(folder);
    chmodSync(folder, 0o700);
    return new DatabaseSync(join(folder, "lock.db"), { timeout: 0 });
  } catch (cause) {
    throw new DataFolderError(
      `The data folder ${folder} cannot be written (${(cause as Error).message}). Let this account write there, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
}

/** As `mkdir -p`, whose own form in Node never returns below a folder that takes none, as `/proc`. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" && statSync(folder).isDirectory()) return;
    if (code !== "ENOENT" || existsSync(dirname(folder))) throw error;
    makeFolder(dirname(folder));
    makeFolder(folder);
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

  // Whoever asks while a commit is under way goes to disk with the next one: a commit waits for the
  // disk, and hundreds of deliveries at once would wait for hundreds of them.
  const group = createGroup({
    begin: () => database.exec("begin immediate"),
    commit: () => database.exec("commit"),
    rollback: () => database.exec("rollback"),
    isOpen: () => database.isTransaction,
  });

  return {
    query: (text, parameters) => group.add(() => run(text, parameters)),
    transaction: (work) =>
      group.add(async () => {
        // One that fails takes back its own work, not that of the others in its group.
        database.exec("savepoint one");
        try {
          const result = await work({ query: async (text, parameters) => run(text, parameters) });
          database.exec("release one");
          return result;
        } catch (error) {
          database.exec("rollback to one; release one");
          throw error;
        }
      }),
    async close() {
      await group.ended();
      statements.clear();
      database.close();
    },
  };
}
