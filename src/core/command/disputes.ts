import { disputeBriefing, disputeList } from "../briefing/disputes.ts";
import { texts } from "../texts/index.ts";
import type { Command } from "./command.ts";
import { draft } from "./draft.ts";
import { recordOf, textOf } from "./option.ts";
import { sharedOptions } from "./shared.ts";

export const disputes: Command = {
  name: "disputes",
  summary: texts["command.disputes"],
  examples: ({ disputes: all }) => [
    "disputes",
    ...[...all.keys()].slice(0, 1).map((id) => `disputes ${id}`),
  ],
  options: {
    dispute: { type: "dispute", summary: texts["option.dispute"], rest: true },
    ...sharedOptions,
  },
  visibility: "public",
  run: async (values, context) => {
    const { dossier, depth } = context;
    const id = textOf(values, "dispute");
    if (id === undefined) return draft(context, disputeList(dossier, undefined, depth));
    if (dossier.topics.has(id)) return draft(context, disputeList(dossier, id, depth));
    return draft(context, disputeBriefing(dossier, recordOf(dossier.disputes, id), depth));
  },
};
