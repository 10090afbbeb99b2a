/** `dossier feedback`: what readers thought of answers, for those who keep the record. */
import type { Feedback } from "#core";
import type { ToolCall } from "./dossier.ts";
import { writeFromStore } from "./with-store.ts";

/** What is wrong comes first, then what did not help; the latest first in each. */
const order: readonly Feedback["verdict"][] = ["wrong", "not-useful", "useful"];

export function showFeedback({ io, words }: ToolCall): Promise<number> {
  return writeFromStore(io, async ({ feedback }) => {
    const all = await feedback.list();
    const wanted = words.length === 0 ? all : all.filter(({ dossier }) => words.includes(dossier));
    return wanted.length === 0 ? "No reader has said anything yet.\n" : text(wanted);
  });
}

function text(all: readonly Feedback[]): string {
  const count = (verdict: Feedback["verdict"]) =>
    all.filter((each) => each.verdict === verdict).length;
  const lines = all
    .toSorted(
      (a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict) || (a.at < b.at ? 1 : -1),
    )
    .flatMap(({ at, verdict, dossier, question, citations, note }) => [
      `${at.slice(0, 10)}  ${verdict.padEnd(10)}  ${dossier}  ${question}`,
      ...(note === undefined ? [] : [`            says: ${note}`]),
      `            cited: ${citations.join(", ") || "nothing"}`,
    ]);
  const summary = order.map((verdict) => `${count(verdict)} ${verdict}`).join(", ");
  return `${summary}\n\n${lines.join("\n")}\n`;
}
