import { expect, test } from "vitest";
import { usIranDossier } from "../fixtures/dossiers.ts";
import { scoreThreads } from "./answerer.ts";
import { type Rate, readExams } from "./score.ts";

const share = ({ good, of }: Rate) => good / of;

// A little below what was measured (docs/answers.md): a change that costs more is seen.
test.each([
  { set: "questions", turns: 0.92, conversations: 0.9, precision: 0.95, recall: 0.95 },
  { set: "record", turns: 0.88, conversations: 0.8, precision: 0.85, recall: 0.8 },
  { set: "later", turns: 0.86, conversations: 0.8, precision: 0.8, recall: 0.75 },
  { set: "articles", turns: 0.79, conversations: 0.7, precision: 0.7, recall: 0.8 },
])("$set.jsonl is answered, cited and declined as well as we promise", async (least) => {
  const report = await scoreThreads(
    readExams(new URL(`${least.set}.jsonl`, import.meta.url)),
    usIranDossier(),
  );
  const failed = report.marked.filter(({ faults }) => faults.length > 0);
  const said = failed.map(({ exam, user, faults }) => `${exam.id} ${user}: ${faults.join("; ")}`);
  expect(share(report.turns), said.join("\n")).toBeGreaterThanOrEqual(least.turns);
  expect(share(report.conversations), said.join("\n")).toBeGreaterThanOrEqual(least.conversations);
  expect(share(report.cited)).toBe(1);
  expect(share(report.refusalPrecision)).toBeGreaterThanOrEqual(least.precision);
  expect(share(report.refusalRecall)).toBeGreaterThanOrEqual(least.recall);
});
