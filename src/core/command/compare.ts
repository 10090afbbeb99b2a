import { comparison, subject } from "../briefing/comparison.ts";
import { say } from "../document/sentence.ts";
import { UserError } from "../errors.ts";
import { texts } from "../texts/index.ts";
import type { Command } from "./command.ts";
import { draft } from "./draft.ts";
import { code } from "./line.ts";
import { listOf, textOf } from "./option.ts";
import { sharedOptions } from "./shared.ts";

export const compare: Command = {
  name: "compare",
  summary: texts["command.compare"],
  examples: ({ actors, topics }) => {
    const [one, other] = [...actors.values()].filter(({ kind }) => kind === "state");
    const [topic] = topics.keys();
    if (!one || !other) return [];
    const line = `compare ${one.id}, ${other.id}`;
    return topic === undefined ? [line] : [`${line} on ${topic}`, line];
  },
  options: {
    subjects: {
      type: "subjects",
      summary: texts["option.subjects"],
      rest: true,
      required: true,
    },
    topic: { type: "topic", summary: texts["option.compare-on"] },
    ...sharedOptions,
  },
  visibility: "public",
  run: async (values, context) => {
    const { dossier, depth } = context;
    const ids = listOf(values, "subjects");
    if (ids.length < 2) {
      const [example] = compare.examples(dossier);
      throw new UserError([
        say("problem.two"),
        ...(example === undefined ? [] : [say("problem.try", { line: code(example) })]),
      ]);
    }
    const subjects = ids.slice(0, 4).map((id) => subject(dossier, id));
    return draft(context, comparison(dossier, subjects, textOf(values, "topic"), depth));
  },
};
