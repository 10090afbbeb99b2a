/**
 * The dossiers that the bot answers from. Starting is refused on any problem; afterwards a change on
 * disk is picked up, and a broken change keeps the last good version and is logged as an error.
 */
import { watch } from "node:fs";
import { basename } from "node:path";
import { type Dossier, type Library, type Log, pickDossier } from "#core";
import { dossierFolders, problemLine, readDossier } from "./dossier-files.ts";

export interface Dossiers extends Library {
  /** Reads all folders again now. Resolves to the problems that kept something old in place. */
  reload(): Promise<readonly string[]>;
  /** Reloads after a change on disk, until {@link Dossiers.stop}. */
  watch(): void;
  stop(): void;
}

export type OpenedDossiers =
  | { readonly type: "dossiers"; readonly dossiers: Dossiers }
  /** One line for each problem of every file. */
  | { readonly type: "problems"; readonly lines: readonly string[] };

export interface DossierOptions {
  /** Folder that holds one folder for each dossier. */
  readonly folder: string;
  /** Id of the dossier that is meant when none is named; the first in order otherwise. */
  readonly standard?: string;
  readonly log: Log;
}

// Editors and `git checkout` change many files in a burst; one reading follows it.
const settleMilliseconds = 200;

export async function openDossiers({
  folder,
  standard,
  log,
}: DossierOptions): Promise<OpenedDossiers> {
  const first = await readAll(folder);
  if (first.lines.length > 0) return { type: "problems", lines: first.lines };
  let loaded = first.dossiers;
  if (standard !== undefined && !loaded.has(standard)) {
    const names = [...loaded.keys()].join(", ");
    return {
      type: "problems",
      lines: [`DOSSIER names "${standard}", but ${folder} holds ${names}; name one of these`],
    };
  }
  let watcher: ReturnType<typeof watch> | undefined;
  let settling: NodeJS.Timeout | undefined;
  let reading = Promise.resolve<readonly string[]>([]);

  const dossiers: Dossiers = {
    get: (id) => pickDossier(loaded, id ?? standard ?? [...loaded.keys()][0] ?? ""),
    get ids() {
      return [...loaded.keys()];
    },
    reload() {
      // One after another, so that an older reading never replaces a newer one.
      reading = reading.then(readAgain);
      return reading;
    },
    watch() {
      watcher ??= watch(folder, { recursive: true }, () => {
        clearTimeout(settling);
        settling = setTimeout(() => dossiers.reload().catch(unreadable), settleMilliseconds);
      }).on("error", unreadable);
    },
    stop() {
      clearTimeout(settling);
      watcher?.close();
      watcher = undefined;
    },
  };
  return { type: "dossiers", dossiers };

  async function readAgain(): Promise<readonly string[]> {
    const next = await readAll(folder);
    const kept = [...loaded.keys()].filter((id) => !next.dossiers.has(id));
    if (next.lines.length > 0) {
      log.error("dossier-broken", { kept, problems: next.lines });
    }
    const changed = [...next.dossiers.values()].filter(
      ({ id, version }) => loaded.get(id)?.version !== version,
    );
    // A folder that was taken away goes; one that is broken keeps its last good version.
    const gone = next.lines.length > 0 ? [] : kept.filter((id) => id !== standard);
    if (changed.length > 0 || gone.length > 0) {
      const merged = new Map([...loaded, ...next.dossiers]);
      for (const id of gone) merged.delete(id);
      loaded = new Map([...merged].sort(([a], [b]) => (a < b ? -1 : 1)));
      log.info("dossier-reloaded", {
        changed: changed.map(({ id, version }) => `${id} ${version}`),
        gone,
      });
    }
    return next.lines;
  }

  function unreadable(error: unknown): void {
    log.error("dossier-unreadable", { folder, error });
  }
}

async function readAll(folder: string): Promise<{
  readonly dossiers: ReadonlyMap<string, Dossier>;
  readonly lines: readonly string[];
}> {
  const dossiers = new Map<string, Dossier>();
  const lines: string[] = [];
  try {
    for (const name of await dossierFolders(folder)) {
      const read = await readDossier(folder, name);
      if (read.type === "dossier") dossiers.set(name, read.dossier);
      else {
        const place = `${basename(folder)}/${name}`;
        lines.push(...read.problems.map((problem) => problemLine(place, problem)));
      }
    }
  } catch (error) {
    lines.push((error as Error).message);
  }
  return { dossiers, lines };
}
