import { sourcesBriefing } from "../briefing/sources.ts";
import { texts } from "../texts/index.ts";
import type { Command } from "./command.ts";
import { draft } from "./draft.ts";
import { pageOf, textOf } from "./option.ts";
import { pageOption, privateOptions } from "./shared.ts";

export const sources: Command = {
  name: "sources",
  summary: texts["command.sources"],
  examples: ({ topics }) => [
    "sources",
    ...[...topics.keys()].slice(0, 1).map((id) => `sources ${id}`),
  ],
  options: {
    topic: { type: "topic", summary: texts["option.topic"], rest: true },
    page: pageOption,
    ...privateOptions,
  },
  visibility: "private",
  asked: true,
  run: async (values, context) =>
    draft(context, sourcesBriefing(context.dossier, textOf(values, "topic"), pageOf(values))),
};
