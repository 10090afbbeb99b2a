import { topicBriefing, topicList } from "../briefing/topic.ts";
import { texts } from "../texts/index.ts";
import type { Command } from "./command.ts";
import { dayOf, draft } from "./draft.ts";
import { recordOf, textOf } from "./option.ts";
import { sharedOptions } from "./shared.ts";

export const topic: Command = {
  name: "topic",
  summary: texts["command.topic"],
  examples: ({ topics }) => [...topics.keys()].slice(0, 2).map((id) => `topic ${id}`),
  options: {
    topic: { type: "topic", summary: texts["option.topic"], rest: true },
    ...sharedOptions,
  },
  visibility: "public",
  run: async (values, context) => {
    const id = textOf(values, "topic");
    const { dossier, depth } = context;
    if (id === undefined) return draft(context, topicList(dossier));
    const found = recordOf(dossier.topics, id);
    return draft(context, topicBriefing(dossier, found, dayOf(context), depth));
  },
};
