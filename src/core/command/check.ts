import { currentClaims } from "../briefing/select.ts";
import { verdictBriefing } from "../briefing/verdict.ts";
import { texts } from "../texts/index.ts";
import type { Command } from "./command.ts";
import { draft } from "./draft.ts";
import { textOf } from "./option.ts";
import { privateOptions } from "./shared.ts";

export const check: Command = {
  name: "check",
  summary: texts["command.check"],
  examples: (dossier) =>
    [...dossier.claims.values()]
      .filter(({ status, origin }) => status === "rejected" && origin === "claims")
      .concat(currentClaims(dossier))
      .slice(0, 1)
      .map(({ headline }) => `check ${headline}`),
  options: {
    assertion: { type: "text", summary: texts["option.assertion"], rest: true, required: true },
    ...privateOptions,
  },
  visibility: "private",
  run: async (values, context) => {
    const text = textOf(values, "assertion") ?? "";
    const { answerer, dossier, now, depth, conversation } = context;
    const verdict = answerer.check({ text, dossier, now, depth, conversation });
    return {
      ...draft(context, verdictBriefing(dossier, text, verdict, depth)),
      answered: verdict.type !== "not-covered",
      gap: verdict.type === "not-covered",
    };
  },
};
