import { changesBriefing } from "../briefing/changes.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { texts } from "../texts/index.ts";
import type { Command } from "./command.ts";
import { draft } from "./draft.ts";
import { textOf } from "./option.ts";
import { sharedOptions } from "./shared.ts";

/** Days before the end of the record from which changes are told when no day is named. */
const usual = 14;

export const changes: Command = {
  name: "changes",
  summary: texts["command.changes"],
  examples: (dossier) => ["changes", `changes since ${start(dossier).toString()}`],
  options: {
    since: { type: "date", summary: texts["option.since"], rest: true },
    ...sharedOptions,
  },
  visibility: "public",
  run: async (values, context) => {
    const { dossier, depth } = context;
    const since = textOf(values, "since");
    const day = since === undefined ? start(dossier) : Temporal.PlainDate.from(since);
    return draft(context, changesBriefing(dossier, day, depth));
  },
};

/** The day asked for may lie before the end of the record, and so does its own stretch. */
function start({ until, asOf }: Dossier): Temporal.PlainDate {
  const end = asOf !== undefined && Temporal.PlainDate.compare(asOf, until) < 0 ? asOf : until;
  return end.subtract({ days: usual });
}
