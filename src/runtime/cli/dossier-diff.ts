/** `diff REV`: what changed in the dossiers since a revision of git, in words. */
import { execFile } from "node:child_process";
import { basename, dirname } from "node:path";
import { promisify } from "node:util";
import { diffDossiers, parseDossier } from "#core";
import { DossierError } from "../dossier-error.ts";
import { openFolders } from "../dossier-files.ts";
import type { ToolCall } from "./dossier.ts";

const run = promisify(execFile);

export async function showDiff({ io, briefings, words }: ToolCall): Promise<number> {
  const [revision, ...names] = words;
  if (revision === undefined) {
    throw new DossierError("Name a revision, as in: npm run dossier -- diff HEAD~1");
  }
  for (const { folder, dossier } of await openFolders(briefings, names)) {
    const files = await filesAt(revision, briefings, folder);
    if (files.size === 0) {
      io.stdout.write(`${folder}: it was not there at ${revision}; all of it is new.\n`);
      continue;
    }
    const before = parseDossier(files);
    if ("problems" in before) {
      const first = before.problems[0];
      throw new DossierError(
        `${folder} at ${revision} does not fit today's format (${before.problems.length} problems, first: ${first?.file}:${first?.line}: ${first?.message}); choose a later revision`,
      );
    }
    const sections = diffDossiers(before.dossier, dossier);
    io.stdout.write(
      sections.length === 0
        ? `${folder}: nothing changed since ${revision}.\n`
        : `${folder} since ${revision}\n`,
    );
    for (const { title, lines } of sections) {
      io.stdout.write(
        `\n${title} (${lines.length})\n${lines.map((line) => `  - ${line}\n`).join("")}`,
      );
    }
  }
  return 0;
}

/** The dossier's files as git had them, by path below its folder. */
async function filesAt(
  revision: string,
  briefings: string,
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  const cwd = dirname(briefings);
  const below = `${basename(briefings)}/${folder}/`;
  const git = async (...words: readonly string[]) => {
    const { stdout } = await run("git", words, { cwd, maxBuffer: 64_000_000 });
    return stdout;
  };
  const list = await git(
    "ls-tree",
    "-r",
    "-z",
    "--name-only",
    "--end-of-options",
    revision,
    "--",
    below,
  ).catch((cause: unknown) => {
    throw new DossierError(`git does not know the revision ${revision}, or there is no git here`, {
      cause,
    });
  });
  const paths = list.split("\0").filter((path) => path !== "");
  const texts = await Promise.all(paths.map((path) => git("show", `${revision}:./${path}`)));
  return new Map(paths.map((path, at) => [path.slice(below.length), texts[at] ?? ""]));
}
