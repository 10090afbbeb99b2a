/** What was understood of a question, from what its turn carried. */
import { readCarried } from "../../conversation/carried.ts";
import { derived, say } from "../../document/sentence.ts";
import type { Sentence } from "../../document/tree.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import type { Turn } from "../../ports.ts";

export function explained(turn: Turn, dossier: Dossier): readonly Sentence[] {
  const carried = readCarried(turn);
  if (!carried) return [];
  const names = carried.terms.flatMap(([key]) => nameOf(key, dossier));
  const time = [carried.from, carried.until].filter((day) => day !== undefined).join(" – ");
  return [
    say("explain.intent", { intent: derived(carried.intent, { type: "layout" }) }),
    ...(names.length > 0
      ? [say("explain.names", { names: derived(names.join("; "), { type: "record" }) })]
      : []),
    ...(time === "" ? [] : [say("explain.time", { time: derived(time, { type: "layout" }) })]),
    say("explain.sure", {
      share: derived(Math.round(carried.confidence * 100), { type: "layout" }),
    }),
  ];
}

function nameOf(key: string, dossier: Dossier): readonly string[] {
  const id = key.slice(1);
  const name = key.startsWith("@")
    ? dossier.actors.get(id)?.name
    : key.startsWith("%")
      ? dossier.terms.get(id)?.term
      : key.startsWith("~")
        ? dossier.series.get(id)?.title
        : undefined;
  return name === undefined ? [] : [name];
}
