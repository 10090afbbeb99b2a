/** `new claim`: asks for a claim, field by field, and writes a record that passes the check. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { dump } from "js-yaml";
import { lintDossier, parseDossier } from "#core";
import { DossierError } from "../dossier-error.ts";
import { dossierFolders, openFolders, problemLine, readFiles } from "../dossier-files.ts";
import { type Asker, createAsker, EndOfAnswers, yesOrNo } from "./asker.ts";
import { askClaim } from "./claim-questions.ts";
import type { ToolCall } from "./dossier.ts";

type Files = ReadonlyMap<string, string>;

export async function newClaim(call: ToolCall): Promise<number> {
  const [kind, name] = call.words;
  if (kind !== "claim") {
    throw new DossierError("Only claims are asked for: npm run dossier -- new claim [dossier]");
  }
  const { io, briefings } = call;
  const folder = name ?? (await dossierFolders(briefings))[0] ?? "";
  const [opened] = await openFolders(briefings, [folder]);
  if (!opened) return 1;
  const { files } = await readFiles(join(briefings, folder));
  const asker = createAsker(io);
  asker.say(
    `A new claim for ${opened.dossier.header.title}. End the input (Ctrl+D) to stop; nothing is written before the last question.\n`,
  );
  try {
    const { record, newSources } = await askClaim(asker, opened.dossier, call.today);
    const claimFile = await askFile(asker, files, "claims");
    const sourceFile = lastFile(files, "sources");
    let next: Files = append(files, claimFile, record);
    for (const source of newSources) next = append(next, sourceFile, source.record);
    asker.say(`\n${dump([...newSources.map((each) => each.record), record], yamlStyle)}`);
    const faults = newFaults(files, next, call.today);
    if (faults.length > 0) {
      io.stderr.write(`Not written, for it would not pass the check:\n${faults.join("\n")}\n`);
      return 1;
    }
    if (!(await asker.ask("Write it (yes, no)?", yesOrNo))) return unwritten(asker);
    const changed = [...next].filter(([file, text]) => files.get(file) !== text);
    for (const [file, text] of changed) await writeFile(join(briefings, folder, file), text);
    asker.say(`Written to ${changed.map(([file]) => file).join(" and ")}.`);
    return 0;
  } catch (error) {
    if (!(error instanceof EndOfAnswers)) throw error;
    return unwritten(asker);
  } finally {
    asker.close();
  }
}

function unwritten(asker: Asker): number {
  asker.say("\nNothing was written.");
  return 1;
}

const yamlStyle = { lineWidth: 100, quoteStyle: "double" } as const;

function append(files: Files, file: string, record: object): Files {
  const kind = file.split("/")[0];
  const before =
    files.get(file)?.trimEnd() ?? `# yaml-language-server: $schema=../../schema/${kind}.json`;
  return new Map(files).set(file, `${before}\n\n${dump([record], yamlStyle)}`);
}

function filesOf(files: Files, kind: string): readonly string[] {
  return [...files.keys()].filter((file) => file.startsWith(`${kind}/`)).sort();
}

function lastFile(files: Files, kind: string): string {
  return filesOf(files, kind).at(-1) ?? `${kind}/${kind}.yaml`;
}

async function askFile({ ask }: Asker, files: Files, kind: string): Promise<string> {
  const known = filesOf(files, kind).map((file) => file.slice(kind.length + 1, -".yaml".length));
  const usual = known.at(-1) ?? kind;
  return ask(`Which file of ${kind}/ (${known.join(", ")}, or a new name) [${usual}]:`, (answer) =>
    /^[a-z0-9-]*$/.test(answer)
      ? { value: `${kind}/${answer === "" ? usual : answer}.yaml` }
      : { fault: "A file's name is lower-case letters, digits and hyphens." },
  );
}

/** What is wrong after the change and was not before. */
function newFaults(before: Files, after: Files, today: Temporal.PlainDate): readonly string[] {
  const known = new Set(faultsOf(before, today).map(({ key }) => key));
  return faultsOf(after, today)
    .filter(({ key }) => !known.has(key))
    .map(({ line }) => `  ${line}`);
}

function faultsOf(files: Files, today: Temporal.PlainDate) {
  const parsed = parseDossier(files);
  const problems =
    "problems" in parsed
      ? parsed.problems
      : lintDossier({ ...parsed, today, against: [] }).filter(({ level }) => level === "error");
  return problems.map((problem) => ({
    key: `${problem.file} ${problem.path} ${problem.message}`,
    line: problemLine("", problem),
  }));
}
