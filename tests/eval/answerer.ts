/** The answerer in threads of its own, one for each conversation of a set. */
import type { Dossier } from "#core";
import { createAnswerer } from "../../src/core/answer/answerer.ts";
import { createThread, type Thread } from "../fakes/thread.ts";
import { type Exam, type Report, score } from "./score.ts";

export function scoreThreads(exams: readonly Exam[], dossier: Dossier): Promise<Report> {
  const answerer = createAnswerer();
  const threads = new Map<string, Thread>();
  return score(exams, async (conversation, user) => {
    const thread = threads.get(conversation) ?? createThread(answerer, dossier);
    threads.set(conversation, thread);
    return thread.ask(user);
  });
}
