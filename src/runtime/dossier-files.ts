/** Dossiers on disk: which folders there are and what their files say. */
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { type Dossier, type Problem, parseDossier, type Records } from "#core";
import { DossierError } from "./dossier-error.ts";

/** What one folder holds: a dossier, or what is wrong with it. */
export type FolderRead =
  | {
      readonly type: "dossier";
      readonly folder: string;
      readonly dossier: Dossier;
      /** The records as written, for tools that name lines. */
      readonly records: Records;
    }
  | { readonly type: "problems"; readonly folder: string; readonly problems: readonly Problem[] };

// A dossier's file is text that people write; anything longer was put there by mistake.
const mostBytes = 8_000_000;

/**
 * Names of the dossiers' folders below `root`, in order: those that hold a dossier.yaml.
 * @throws Error saying what to do, when there is no such folder or nothing in it.
 */
export async function dossierFolders(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch((cause: unknown) => {
    throw new DossierError(
      `there is no folder ${root} to read dossiers from; set BRIEFINGS to the folder that holds them`,
      { cause },
    );
  });
  const found: string[] = [];
  for (const entry of entries) {
    const header = await stat(join(root, entry.name, "dossier.yaml")).catch(() => undefined);
    if (header?.isFile()) found.push(entry.name);
  }
  if (found.length === 0) {
    throw new DossierError(
      `no folder below ${root} holds a dossier.yaml; a dossier begins with that file`,
    );
  }
  return found.sort();
}

/** Reads and parses one folder. Never rejects: what cannot be read is a problem. */
export async function readDossier(root: string, folder: string): Promise<FolderRead> {
  const { files, problems } = await readFiles(join(root, folder));
  if (problems.length > 0) return { type: "problems", folder, problems };
  const parsed = parseDossier(files);
  if ("problems" in parsed) return { type: "problems", folder, problems: parsed.problems };
  if (parsed.dossier.id !== folder) {
    const message = `the dossier in the folder ${folder} has the id ${parsed.dossier.id}; give both the same name`;
    return {
      type: "problems",
      folder,
      problems: [{ file: "dossier.yaml", line: 1, path: "id", message }],
    };
  }
  return { type: "dossier", folder, ...parsed };
}

/** Text files below a folder by their path with `/`; hidden files and editors' backups are passed over. */
export async function readFiles(
  folder: string,
): Promise<{ readonly files: ReadonlyMap<string, string>; readonly problems: readonly Problem[] }> {
  const files = new Map<string, string>();
  const problems: Problem[] = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    problems.push({ file: "", line: 0, path: "", message: "there is no such folder" });
    return [];
  });
  for (const entry of entries) {
    if (!entry.isFile() || /^[.#]|~$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const file = relative(folder, path).split(sep).join("/");
    try {
      files.set(file, await readText(path));
    } catch (error) {
      problems.push({ file, line: 0, path: "", message: (error as Error).message });
    }
  }
  return { files, problems };
}

/** `briefings/us-iran/claims/x.yaml:12: [0].kind: what is wrong`. */
export function problemLine(folder: string, problem: Problem): string {
  const place = [folder, problem.file].filter((part) => part !== "").join("/");
  const line = problem.line > 0 ? `:${problem.line}` : "";
  const path = problem.path === "" ? "" : ` ${problem.path}:`;
  return `${place}${line}:${path} ${problem.message}`;
}

async function readText(path: string): Promise<string> {
  const { size } = await stat(path);
  if (size > mostBytes) {
    throw new Error(`the file has ${size} bytes, more than ${mostBytes}; split it into several`);
  }
  const bytes = await readFile(path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Error("the file is not UTF-8; save it as UTF-8", { cause });
  }
}

/**
 * The named folders, or all of them, as dossiers.
 * @throws DossierError with every problem, when one does not read.
 */
export async function openFolders(
  root: string,
  names: readonly string[],
): Promise<readonly Extract<FolderRead, { type: "dossier" }>[]> {
  const folders = names.length > 0 ? names : await dossierFolders(root);
  const opened: Extract<FolderRead, { type: "dossier" }>[] = [];
  for (const folder of folders) {
    const read = await readDossier(root, folder);
    if (read.type === "problems") {
      const place = `${basename(root)}/${folder}`;
      throw new DossierError(
        read.problems.map((problem) => problemLine(place, problem)).join("\n"),
      );
    }
    opened.push(read);
  }
  return opened;
}
