import { texts } from "../texts/index.ts";
import type { Command } from "./command.ts";
import { textOf } from "./option.ts";
import { sharedOptions } from "./shared.ts";

export const ask: Command = {
  name: "ask",
  summary: texts["command.ask"],
  examples: ({ header }) => [`ask ${header.question}`],
  options: {
    question: { type: "text", summary: texts["option.question"], rest: true, required: true },
    ...sharedOptions,
  },
  visibility: "public",
  run: async (values, { answerer, dossier, now, depth, conversation }) =>
    answerer.answer({
      text: textOf(values, "question") ?? "",
      dossier,
      now,
      depth,
      conversation,
    }),
};
