/** `npm run eval [file] [--failures]`: marks the answerer on a set of conversations, this folder's by default. */
import { styleText } from "node:util";
import { createAnswerer } from "../../src/core/answer/answerer.ts";
import { createThread, type Thread } from "../fakes/thread.ts";
import { usIranDossier } from "../fixtures/dossiers.ts";
import { type Rate, readExams, score } from "./score.ts";

const words = process.argv.slice(2);
const file =
  words.find((word) => !word.startsWith("--")) ?? new URL("questions.jsonl", import.meta.url);
const dossier = usIranDossier();
const answerer = createAnswerer();
const threads = new Map<string, Thread>();
const report = await score(readExams(file), async (conversation, user) => {
  const thread = threads.get(conversation) ?? createThread(answerer, dossier);
  threads.set(conversation, thread);
  return thread.ask(user);
});

const share = ({ good, of }: Rate) =>
  `${((100 * good) / Math.max(1, of)).toFixed(1)} % (${good}/${of})`;
const lines = [
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
process.stdout.write(`${lines.join("\n")}\n`);
