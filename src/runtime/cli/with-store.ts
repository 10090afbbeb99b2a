/** Opens the store of a bot for a tool that reads it. The store's lock keeps out a second bot, not a reader. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Store } from "#core";
import { readConfig } from "../config.ts";
import { openPostgres } from "../store/postgres.ts";
import { databaseFile, openSqlite } from "../store/sqlite.ts";
import { createSqlStore } from "../store/store.ts";
import type { DossierIo } from "./dossier.ts";

/** Writes what `text` makes of the store, or that there is none yet. Resolves to the exit code. */
export async function writeFromStore(
  io: DossierIo,
  text: (store: Store) => Promise<string>,
): Promise<number> {
  const read = readConfig();
  if (read.type === "mistakes") {
    io.stderr.write(`${read.mistakes.join("\n")}\n`);
    return 1;
  }
  const { databaseUrl, folder } = read.config.store;
  const root = io.root instanceof URL ? fileURLToPath(io.root) : io.root;
  const data = resolve(root, folder);
  if (databaseUrl === undefined && !existsSync(databaseFile(data))) {
    io.stdout.write(`Nothing yet: there is no store in ${data}.\n`);
    return 0;
  }
  const sql =
    databaseUrl === undefined
      ? openSqlite({ folder: data })
      : openPostgres(databaseUrl, (error) => io.stderr.write(`${String(error)}\n`));
  const store = await createSqlStore(sql);
  try {
    io.stdout.write(await text(store));
    return 0;
  } finally {
    await store.close();
  }
}
