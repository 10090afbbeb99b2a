/** `npm run backup -- FILE`: a copy of the embedded store as of this moment, also while the bot runs. */
import { chmodSync, existsSync, renameSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { databaseFile } from "../store/sqlite.ts";
import type { OperatorIo } from "./status.ts";

/** Resolves to the exit code: 0 done, 1 refused, 2 not understood. */
export async function backupCommand(words: readonly string[], io: OperatorIo): Promise<number> {
  const refuse = (text: string, code = 1) => {
    io.stderr.write(`${text}\n`);
    return code;
  };
  const [name, ...more] = words;
  if (name === undefined || more.length > 0) return refuse("Usage: npm run backup -- FILE", 2);
  if (io.store.databaseUrl !== undefined) {
    return refuse(
      'The store is PostgreSQL: back it up with its own tool, pg_dump --format=custom --file=FILE "$DATABASE_URL".',
    );
  }
  const source = databaseFile(io.store.folder);
  if (!existsSync(source)) return refuse(`There is no store in ${io.store.folder} yet.`);
  const file = resolve(name);
  if (existsSync(file)) return refuse(`${file} exists. Name a new file: a backup overwrites none.`);

  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  const database = new DatabaseSync(source, { readOnly: true, timeout: 10_000 });
  try {
    // One read transaction: the copy is of one moment, and nobody who writes waits for it.
    database.prepare("vacuum into ?").run(unfinished);
  } finally {
    database.close();
  }
  chmodSync(unfinished, 0o600);
  const problem = problemOf(unfinished);
  if (problem !== undefined) return refuse(`The copy is damaged: ${problem}`);
  renameSync(unfinished, file);
  io.stdout.write(
    `Backed up to ${file}. It holds conversations: keep it as private as the store.\n`,
  );
  return 0;
}

/** What is wrong with a database file; undefined when it is whole. */
export function problemOf(file: string): string | undefined {
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      const answer = database.prepare("pragma integrity_check").get();
      const said = String(answer?.["integrity_check"]);
      return said === "ok" ? undefined : said;
    } finally {
      database.close();
    }
  } catch (error) {
    return (error as Error).message;
  }
}
