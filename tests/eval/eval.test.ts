import { expect, test } from "vitest";
import { createAnswerer } from "../../src/core/answer/answerer.ts";
import { createThread, type Thread } from "../fakes/thread.ts";
import { usIranDossier } from "../fixtures/dossiers.ts";
import { type Rate, readExams, score } from "./score.ts";

const share = ({ good, of }: Rate) => good / of;

test("our own questions are answered, cited and declined as well as we promise", async () => {
  const dossier = usIranDossier();
  const answerer = createAnswerer();
  const threads = new Map<string, Thread>();
  const report = await score(
    readExams(new URL("questions.jsonl", import.meta.url)),
    async (conversation, user) => {
      const thread = threads.get(conversation) ?? createThread(answerer, dossier);
      threads.set(conversation, thread);
      return thread.ask(user);
    },
  );
  const failed = report.marked.filter(({ faults }) => faults.length > 0);
  const said = failed.map(({ exam, user, faults }) => `${exam.id} ${user}: ${faults.join("; ")}`);
  expect(share(report.turns), said.join("\n")).toBeGreaterThanOrEqual(0.92);
  expect(share(report.conversations), said.join("\n")).toBeGreaterThanOrEqual(0.9);
  expect(share(report.cited)).toBe(1);
  expect(share(report.refusalPrecision)).toBeGreaterThanOrEqual(0.95);
  expect(share(report.refusalRecall)).toBeGreaterThanOrEqual(0.95);
});
