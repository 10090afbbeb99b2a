/** A second bot on the same data folder is told so before anything else is loaded. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readConfig } from "./runtime/config.ts";
import { FolderInUseError, lockFolder } from "./runtime/store/sqlite.ts";

/** Resolves to the exit code when the folder is in use. The lock that counts is taken later, in `start.ts`. */
export function refuseSecond(root: URL): number | undefined {
  const read = readConfig();
  if (read.type === "mistakes" || read.config.store.databaseUrl !== undefined) return undefined;
  try {
    lockFolder(resolve(fileURLToPath(root), read.config.store.folder)).release();
    return undefined;
  } catch (error) {
    // Anything else is told by the start itself.
    if (!(error instanceof FolderInUseError)) return undefined;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}
