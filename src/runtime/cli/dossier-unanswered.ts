/** `dossier unanswered`: what people asked and the record could not answer, without who asked. */
import { readdirSync } from "node:fs";
import type { UnansweredQuestion } from "#core";
import type { ToolCall } from "./dossier.ts";
import { writeFromStore } from "./with-store.ts";

export function showUnanswered({ io, words, briefings }: ToolCall): Promise<number> {
  const ids = words.length > 0 ? words : foldersIn(briefings);
  return writeFromStore(io, async ({ unanswered }) => {
    const parts: string[] = [];
    for (const id of ids) {
      const questions = await unanswered.list(id);
      if (questions.length > 0) parts.push(`${id}\n${questions.map(line).join("\n")}\n`);
    }
    return parts.length > 0 ? parts.join("\n") : "Every question so far had an answer.\n";
  });
}

/** How often, when last, and what: "   3 ×  2026-11-22  who will win". */
function line({ count, last, question }: UnansweredQuestion): string {
  return `${String(count).padStart(4)} ×  ${last.slice(0, 10)}  ${question.replace(/\s+/g, " ")}`;
}

function foldersIn(briefings: string): readonly string[] {
  return readdirSync(briefings, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "schema")
    .map(({ name }) => name)
    .sort();
}
