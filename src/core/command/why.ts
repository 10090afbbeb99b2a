import { lastAnswer, reasons } from "../briefing/reasons.ts";
import { serviceDocument } from "../document/document.ts";
import { say } from "../document/sentence.ts";
import { texts } from "../texts/index.ts";
import type { Command } from "./command.ts";
import { draft } from "./draft.ts";
import { action } from "./line.ts";
import { privateOptions } from "./shared.ts";

export const why: Command = {
  name: "why",
  summary: texts["command.why"],
  examples: () => ["why"],
  options: privateOptions,
  visibility: "private",
  asked: true,
  run: async (_, context) => {
    const turn = lastAnswer(context.conversation);
    if (turn !== undefined) {
      return draft(context, reasons(context.dossier, turn, context.answerer));
    }
    return {
      document: serviceDocument({
        title: say("title.why"),
        lead: say("why.nothing"),
        blocks: [
          {
            type: "actions",
            actions: [action(say("action.now"), "now"), action(say("action.help"), "help")],
          },
        ],
      }),
      answered: false,
    };
  },
};
