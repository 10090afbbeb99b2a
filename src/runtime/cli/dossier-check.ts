/** `check`: every problem of the format, and what the linter finds. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { lintDossier } from "#core";
import { dossierFolders, problemLine, readDossier } from "../dossier-files.ts";
import { count } from "./count.ts";
import type { ToolCall } from "./dossier.ts";

/** 1 when something is wrong; warnings alone are 0. */
export async function checkDossiers(call: ToolCall): Promise<number> {
  const { io, briefings, words } = call;
  const folders = words.length > 0 ? words : await dossierFolders(briefings);
  const against = await Promise.all(call.against.map((file) => readFile(file, "utf8")));
  let errors = 0;
  for (const folder of folders) {
    const place = `${basename(briefings)}/${folder}`;
    const read = await readDossier(briefings, folder);
    if (read.type === "problems") {
      errors += read.problems.length;
      for (const problem of read.problems) io.stdout.write(`${problemLine(place, problem)}\n`);
      io.stdout.write(`${folder}: ${count(read.problems.length, "problem")}.\n`);
      continue;
    }
    const findings = lintDossier({ ...read, today: call.today, against });
    for (const finding of findings) {
      const line = problemLine(place, finding);
      io.stdout.write(`${line} (${finding.level}: ${finding.rule})\n`);
    }
    const wrong = findings.filter(({ level }) => level === "error").length;
    errors += wrong;
    const { dossier } = read;
    const written = [...dossier.claims.values()].filter(({ origin }) => origin === "claims").length;
    io.stdout.write(
      `${folder}: ${count(wrong, "error")}, ${count(findings.length - wrong, "warning")} in ${count(written, "claim")}, ${count(dossier.sources.size, "source")} and ${count(dossier.actors.size, "actor")}.\n`,
    );
  }
  return errors > 0 ? 1 : 0;
}
