import { profile } from "../briefing/profile.ts";
import { texts } from "../texts/index.ts";
import type { Command } from "./command.ts";
import { draft } from "./draft.ts";
import { recordOf, textOf } from "./option.ts";
import { sharedOptions } from "./shared.ts";

export const who: Command = {
  name: "who",
  summary: texts["command.who"],
  examples: ({ actors }) =>
    [...actors.values()]
      .toSorted((a, b) => b.offices.length - a.offices.length)
      .slice(0, 2)
      .map(({ id }) => `who ${id}`),
  options: {
    actor: { type: "actor", summary: texts["option.actor"], rest: true, required: true },
    ...sharedOptions,
  },
  visibility: "public",
  run: async (values, context) => {
    const actor = recordOf(context.dossier.actors, textOf(values, "actor") ?? "");
    return draft(context, profile(context.dossier, actor, context.depth));
  },
};
