/** `npm run eval [file…] [--failures]`: marks the answerer on sets of conversations, this folder's by default. */
import { basename } from "node:path";
import { styleText } from "node:util";
import { usIranDossier } from "../fixtures/dossiers.ts";
import { scoreThreads } from "./answerer.ts";
import { type Rate, type Report, readExams } from "./score.ts";

const words = process.argv.slice(2);
const named = words.filter((word) => !word.startsWith("--"));
const files =
  named.length > 0
    ? named
    : ["questions", "record", "articles", "later"].map(
        (name) => new URL(`${name}.jsonl`, import.meta.url),
      );
const dossier = usIranDossier();

const share = ({ good, of }: Rate) =>
  `${((100 * good) / Math.max(1, of)).toFixed(1)} % (${good}/${of})`;

function linesOf(report: Report): readonly string[] {
  return [
    ...(words.includes("--failures")
      ? report.marked
          .filter(({ faults }) => faults.length > 0)
          .flatMap(({ exam, turn, user, text, faults }) => [
            styleText("bold", `${exam.id}.${turn + 1} ${user}`),
            `  ${text.replace(/\s+/g, " ").slice(0, 300)}`,
            ...faults.map((fault) => `  ${fault}`),
          ])
      : []),
    `conversations      ${share(report.conversations)}`,
    `turns              ${share(report.turns)}`,
    ...[...report.byGroup].map(([group, rate]) => `  ${group.padEnd(17)}${share(rate)}`),
    `answers that cite  ${share(report.cited)}`,
    `refusal precision  ${share(report.refusalPrecision)}`,
    `refusal recall     ${share(report.refusalRecall)}`,
  ];
}

for (const file of files) {
  const report = await scoreThreads(readExams(file), dossier);
  const name = basename(String(file));
  process.stdout.write(`${[styleText("bold", name), ...linesOf(report), ""].join("\n")}\n`);
}
