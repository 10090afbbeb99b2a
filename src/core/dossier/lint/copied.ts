/** Runs of words taken from a source that was given. */
import type { Problem } from "../dossier.ts";
import type { LintInput, Rule } from "./rule.ts";

const runLength = 8;
// Words that join the parts of a proper name.
const joining: ReadonlySet<string> = new Set(["of", "the", "and", "for", "on", "in", "to", "al"]);

export const copiedWords: Rule = {
  name: "copied-words",
  level: "error",
  says: "No run of 8 words is taken from a source given with --against; titles, locators and proper names are free.",
  check: (input) => {
    if (input.against.length === 0) return [];
    const runs = new Set(input.against.flatMap((text) => runsOf(wordsOf(text))));
    return proseOf(input).flatMap(({ text, place }) => {
      const run = firstRun(text, runs);
      return run === undefined
        ? []
        : [place(`taken from the source: "${run}"; say it in your own words`)];
    });
  },
};

interface Prose {
  readonly text: string;
  place(message: string): Problem;
}

/** Everything that curators put into words. */
function proseOf({ records: { entries } }: LintInput): readonly Prose[] {
  const take = (
    list: readonly { record: object; problem(path: readonly string[], message: string): Problem }[],
    ...keys: readonly string[]
  ): readonly Prose[] =>
    list.flatMap(({ record, problem }) =>
      keys.flatMap((key) => {
        const text: unknown = (record as Readonly<Record<string, unknown>>)[key];
        return typeof text === "string"
          ? [{ text, place: (message) => problem([key], message) }]
          : [];
      }),
    );
  return [
    ...take(entries.claims, "headline", "text", "reason", "why_it_matters", "caution"),
    ...take(entries.topics, "summary"),
    ...take(entries.glossary, "meaning"),
    ...take(entries.disputes, "question", "settled_by"),
    ...take(entries.agenda, "headline", "text", "if", "expect"),
    ...take(entries.trend, "text"),
    ...take(entries.dossier, "question", "method"),
  ];
}

/** The longest stretch from the first copied run on, or undefined. */
function firstRun(text: string, runs: ReadonlySet<string>): string | undefined {
  const words = wordsOf(text);
  const copied = (at: number) => {
    const run = words.slice(at, at + runLength);
    return run.length === runLength && runs.has(plain(run)) && !isName(run);
  };
  const start = words.findIndex((_, at) => copied(at));
  if (start < 0) return undefined;
  let end = start;
  while (copied(end + 1)) end++;
  return words.slice(start, end + runLength).join(" ");
}

function isName(run: readonly string[]): boolean {
  return run.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || joining.has(word));
}

function runsOf(words: readonly string[]): readonly string[] {
  return words.slice(runLength - 1).map((_, at) => plain(words.slice(at, at + runLength)));
}

function plain(words: readonly string[]): string {
  return words.join(" ").toLowerCase();
}

function wordsOf(text: string): readonly string[] {
  return text.replace(/[’‘]/g, "'").match(/[\p{L}\p{N}]+(?:'\p{L}+)*/gu) ?? [];
}
