import { say } from "../document/sentence.ts";
import { texts } from "../texts/index.ts";
import type { Command } from "./command.ts";
import { action } from "./line.ts";
import { textOf } from "./option.ts";
import { sharedOptions } from "./shared.ts";
import { withButton } from "./ways-on.ts";

export const ask: Command = {
  name: "ask",
  summary: texts["command.ask"],
  examples: ({ header }) => [`ask ${header.question}`],
  options: {
    question: { type: "text", summary: texts["option.question"], rest: true, required: true },
    ...sharedOptions,
  },
  visibility: "public",
  run: async (values, { answerer, dossier, now, depth, conversation }) => {
    const text = textOf(values, "question") ?? "";
    const draft = answerer.answer({ text, dossier, now, depth, conversation });
    if (!draft.answered) return draft;
    const why = action(say("action.why"), "why");
    return { ...draft, document: withButton(draft.document, why) };
  },
};
