/** `coverage FILE --source ID…`: which passages of a source's list a claim carries. */
import { readFile } from "node:fs/promises";
import { coverageOf, passagesSchema } from "#core";
import { DossierError } from "../dossier-error.ts";
import { openFolders } from "../dossier-files.ts";
import type { ToolCall } from "./dossier.ts";
import { textTable } from "./text-table.ts";

/** 1 when a paragraph is cited by no claim, or a contradicted passage has no corrected record. */
export async function showCoverage({ io, briefings, words, sources }: ToolCall): Promise<number> {
  const [file, ...names] = words;
  if (file === undefined || sources.length === 0) {
    throw new DossierError(
      "Name the list and the source of each article in order, as in: npm run dossier -- coverage list.json --source first-article --source second-article",
    );
  }
  const parsed = passagesSchema.safeParse(JSON.parse(await readFile(file, "utf8")));
  if (!parsed.success) {
    throw new DossierError(
      `${file} is no list of passages: each needs id, article, section and paragraph`,
    );
  }
  let missing = 0;
  for (const { dossier } of await openFolders(briefings, names)) {
    const unknown = sources.find((source) => !dossier.sources.has(source));
    if (unknown !== undefined) {
      if (names.length > 0) throw new DossierError(`${dossier.id} has no source "${unknown}"`);
      continue;
    }
    const rows = coverageOf(dossier, parsed.data, sources);
    const contradicted = rows.flatMap((row) =>
      row.passages
        .filter(({ check }) => check === "contradicted")
        .map((passage) => ({ passage, row })),
    );
    io.stdout.write(
      [
        `${dossier.id}: ${parsed.data.length} passages in ${rows.length} paragraphs\n\n`,
        textTable([
          ["Source", "Section", "Paragraph", "Passages", "Claims", ""],
          ...rows.map((row) => [
            row.source,
            row.section,
            row.paragraph,
            row.passages.length,
            row.claims.length,
            row.claims.length === 0 ? "NONE" : row.claims.map(({ id }) => id).join(", "),
          ]),
        ]),
        "\n",
        textTable([
          ["Contradicted", "Its record"],
          ...contradicted.map(({ passage, row }) => [
            passage.id,
            row.corrected.length === 0
              ? "NONE"
              : row.corrected.map(({ id, status }) => `${id} (${status})`).join(", "),
          ]),
        ]),
      ].join(""),
    );
    const uncited = rows.filter(({ claims }) => claims.length === 0).length;
    const unanswered = contradicted.filter(({ row }) => row.corrected.length === 0).length;
    missing += uncited + unanswered;
    io.stdout.write(
      `\n  ${rows.length - uncited} of ${rows.length} paragraphs are cited; ${contradicted.length - unanswered} of ${contradicted.length} contradicted passages have a rejected or superseded record.\n`,
    );
  }
  return missing > 0 ? 1 : 0;
}
