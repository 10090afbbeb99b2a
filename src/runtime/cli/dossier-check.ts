/** `check`: every problem of the format. */
import { basename } from "node:path";
import { dossierFolders, problemLine, readDossier } from "../dossier-files.ts";
import type { ToolCall } from "./dossier.ts";

export async function checkDossiers({ io, briefings, words }: ToolCall): Promise<number> {
  let folders: readonly string[];
  try {
    folders = words.length > 0 ? words : await dossierFolders(briefings);
  } catch (error) {
    io.stderr.write(`${(error as Error).message}\n`);
    return 1;
  }
  let faults = 0;
  for (const folder of folders) {
    const read = await readDossier(briefings, folder);
    if (read.type === "dossier") {
      io.stdout.write(`${folder}: no problem in ${read.dossier.claims.size} claims.\n`);
      continue;
    }
    faults += read.problems.length;
    for (const problem of read.problems) {
      io.stdout.write(`${problemLine(`${basename(briefings)}/${folder}`, problem)}\n`);
    }
    io.stdout.write(`${folder}: ${read.problems.length} problems.\n`);
  }
  return faults > 0 ? 1 : 0;
}
