import { blocks } from "../briefing/briefing.ts";
import { actions, paragraph } from "../briefing/build.ts";
import { lastAnswer } from "../briefing/reasons.ts";
import { type Taking, takeAlong, takings } from "../briefing/take-along.ts";
import { serviceDocument } from "../document/document.ts";
import { derived, say } from "../document/sentence.ts";
import { stampOf } from "../document/stamp.ts";
import type { Action, Sentence } from "../document/tree.ts";
import { countOf, type Format, fileOf, formats } from "../export/file.ts";
import type { Package } from "../export/package.ts";
import { texts } from "../texts/index.ts";
import type { Command } from "./command.ts";
import { dayOf } from "./draft.ts";
import { action, code } from "./line.ts";
import { textOf } from "./option.ts";
import { privateOptions } from "./shared.ts";

/** The format that most people mean. */
const usual = {
  answer: "markdown",
  topic: "markdown",
  timeline: "csv",
  agenda: "ics",
  sources: "bibtex",
} as const satisfies Readonly<Record<Taking, Format>>;

export const exportCommand: Command = {
  name: "export",
  summary: texts["command.export"],
  examples: ({ topics }) => [
    "export agenda",
    ...[...topics.keys()].slice(0, 1).map((id) => `export timeline ${id} as csv`),
    "export sources as bibtex",
    "export answer",
  ],
  options: {
    topic: { type: "topic", summary: texts["option.export-topic"], rest: true },
    what: { type: "choice", summary: texts["option.export"], choices: takings },
    as: { type: "choice", summary: texts["option.format"], choices: formats },
    from: { type: "date", summary: texts["option.from"] },
    to: { type: "date", summary: texts["option.to"] },
    ...privateOptions,
  },
  visibility: "private",
  run: async (values, context) => {
    const { dossier, conversation, now } = context;
    const topic = dossier.topics.get(textOf(values, "topic") ?? "");
    const what = (textOf(values, "what") as Taking | undefined) ?? (topic ? "topic" : "answer");
    const [from, to] = [textOf(values, "from"), textOf(values, "to")];
    const parts = takeAlong(dossier, {
      ...{ what, topic, from, to, today: dayOf(context), stamp: stampOf(dossier, now) },
      turn: lastAnswer(conversation),
    });
    const format = (textOf(values, "as") as Format | undefined) ?? usual[what];
    const line = [
      "export",
      ...(topic ? [topic.id] : []),
      `what:${what}`,
      ...(from === undefined ? [] : [`from:${from}`]),
      ...(to === undefined ? [] : [`to:${to}`]),
    ].join(" ");
    const count = countOf(parts, format);
    const file = count > 0 ? fileOf(parts, format) : undefined;
    return {
      document: serviceDocument({
        title: say("title.export", { name: derived(parts.title, { type: "record" }) }),
        lead: file ? held(parts, format, file.name, count) : say("export.nothing"),
        blocks: blocks(
          paragraph(say("export.formats")),
          actions(otherFormats(parts, format, line)),
        ),
      }),
      answered: false,
      files: file ? [file] : [],
    };
  },
};

function held(parts: Package, format: Format, name: string, count: number): Sentence {
  const file = code(name);
  if (format === "markdown") return say("export.words", { file });
  return say("export.file", {
    file,
    count: derived(count, { type: "record" }),
    what: derived(wordFor(parts, format, count), { type: "record" }),
  });
}

function wordFor({ of }: Package, format: Format, count: number): string {
  const source = format === "bibtex" || format === "csl-json" || of === "sources";
  const word = format === "ics" ? "date" : source ? "source" : of === "agenda" ? "item" : "claim";
  return count === 1 ? word : `${word}s`;
}

function otherFormats(parts: Package, chosen: Format, line: string): readonly Action[] {
  return formats
    .filter((format) => format !== chosen && countOf(parts, format) > 0)
    .map((format) =>
      action(
        say("action.export-as", { format: derived(format, { type: "layout" }) }),
        `${line} as:${format}`,
      ),
    );
}
