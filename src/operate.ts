/** The operators' commands that work on the store: status, backup, restore. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { backupCommand } from "./runtime/cli/backup.ts";
import { restoreCommand } from "./runtime/cli/restore.ts";
import { statusCommand } from "./runtime/cli/status.ts";
import { readConfig } from "./runtime/config.ts";
import { NewerSchemaError } from "./runtime/store/migrations.ts";
import { reportError } from "./settings.ts";

const commands = { status: statusCommand, backup: backupCommand, restore: restoreCommand };

export async function operate(
  name: keyof typeof commands,
  words: readonly string[],
  root: URL,
): Promise<number> {
  const read = readConfig();
  if (read.type === "mistakes") {
    process.stderr.write(`${read.mistakes.join("\n")}\n`);
    return 1;
  }
  const { store, secrets } = read.config;
  const { stdout, stderr } = process;
  const folder = resolve(fileURLToPath(root), store.folder);
  try {
    const io = { stdout, stderr, store: { ...store, folder }, now: Temporal.Now.instant };
    return await commands[name](words, io);
  } catch (error) {
    if (!(error instanceof NewerSchemaError) && !isUnreachable(error)) throw error;
    reportError(error, secrets);
    return 1;
  }
}

/** The database does not answer; Node names the reason well enough. */
function isUnreachable(error: unknown): boolean {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}
