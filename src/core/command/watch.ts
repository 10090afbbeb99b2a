import { watch as watchBriefing } from "../briefing/watch.ts";
import { texts } from "../texts/index.ts";
import type { Command } from "./command.ts";
import { dayOf, draft } from "./draft.ts";
import { textOf } from "./option.ts";
import { sharedOptions } from "./shared.ts";

export const watch: Command = {
  name: "watch",
  summary: texts["command.watch"],
  examples: ({ topics }) => ["watch", ...[...topics.keys()].slice(0, 1).map((id) => `watch ${id}`)],
  options: {
    topic: { type: "topic", summary: texts["option.topic"], rest: true },
    ...sharedOptions,
  },
  visibility: "public",
  run: async (values, context) =>
    draft(
      context,
      watchBriefing(context.dossier, textOf(values, "topic"), dayOf(context), context.depth),
    ),
};
