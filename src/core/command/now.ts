import { situation } from "../briefing/situation.ts";
import { texts } from "../texts/index.ts";
import type { Command } from "./command.ts";
import { dayOf, draft } from "./draft.ts";
import { sharedOptions } from "./shared.ts";

export const now: Command = {
  name: "now",
  summary: texts["command.now"],
  examples: () => ["now", "now depth:headline"],
  options: sharedOptions,
  visibility: "public",
  run: async (_, context) =>
    draft(context, situation(context.dossier, dayOf(context), context.depth)),
};
