import { definition, glossary } from "../briefing/glossary.ts";
import { texts } from "../texts/index.ts";
import type { Command } from "./command.ts";
import { draft } from "./draft.ts";
import { recordOf, textOf } from "./option.ts";
import { privateOptions } from "./shared.ts";

export const define: Command = {
  name: "define",
  summary: texts["command.define"],
  examples: ({ terms }) => [...terms.keys()].slice(0, 2).map((id) => `define ${id}`),
  options: {
    term: { type: "term", summary: texts["option.term"], rest: true },
    ...privateOptions,
  },
  visibility: "private",
  run: async (values, context) => {
    const id = textOf(values, "term");
    const { dossier } = context;
    if (id === undefined) return draft(context, glossary(dossier));
    return draft(context, definition(dossier, recordOf(dossier.terms, id)));
  },
};
