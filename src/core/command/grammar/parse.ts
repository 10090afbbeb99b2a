/**
 * One grammar for slash commands, mentions, direct messages and buttons: a line is a subcommand
 * with its options, or a question.
 */
import { asked, derived, say } from "../../document/sentence.ts";
import { distance } from "../../dossier/distance.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import { UserError } from "../../errors.ts";
import type { CommandSpec, OptionValues } from "../command.ts";
import { action, code } from "../line.ts";
import { clean, longestLine, pointsBack, readsLikeQuestion, words } from "./clean.ts";
import { optionNamed, read } from "./read.ts";
import { checkRequired, valuesOf } from "./values.ts";

export type Parsed =
  | { readonly type: "command"; readonly name: string; readonly values: OptionValues }
  | { readonly type: "question"; readonly text: string };

/** What a line is read against. */
export interface Grammar {
  readonly commands: readonly CommandSpec[];
  /** Subcommand of an empty line. */
  readonly first: string;
  readonly commandName: string;
  readonly today: Temporal.PlainDate;
  readonly dossiers: readonly string[];
  /** The record that a subcommand's `in` and `as-of` ask for; without them, the thread's or the default. */
  dossier(wanted: OptionValues, command: string): Dossier;
}

/** Words of running text up to which a subcommand with a mistake is told so, not answered as a question. */
const longestSlip = 3;

/** Other words for a subcommand. */
const otherNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    topics: "topic",
    situation: "now",
    agenda: "watch",
    glossary: "define",
    commands: "help",
    "?": "help",
  }),
);

/**
 * Reads a line. `typed` lines come from a slash command or a button: a mistake in them is said.
 * `said` lines come from running text: what is no whole subcommand is a question.
 * @throws UserError for a typed line with a mistake, and for any line without words or too long.
 */
export function parse(written: string, how: "typed" | "said", grammar: Grammar): Parsed {
  const line = withoutName(clean(written), grammar.commandName);
  if (line.length > longestLine) throw tooLong(line.length);
  if (line === "") {
    if (how === "said" && written.trim() !== "") throw new UserError([say("problem.empty")]);
    if (how === "said") return { type: "question", text: "" };
    return { type: "command", name: grammar.first, values: {} };
  }
  const [word = "", rest] = split(line);
  const spec = commandNamed(word, grammar.commands);
  const first = optionsAlone(line, grammar);
  if (spec === undefined && first) return typed(`${first.name} ${line}`, line, first, grammar);
  if (how === "said" && spec !== undefined) return said(line, rest, spec, grammar);
  if (spec !== undefined) return typed(line, rest, spec, grammar);
  const near = nearestCommand(word, grammar.commands);
  const meant = how === "typed" || (near && words(line).length <= longestSlip && fits(rest, near));
  if (near === undefined || !meant || readsLikeQuestion(line)) {
    return { type: "question", text: line };
  }
  const better = `${near.name} ${rest}`.trim();
  throw new UserError(
    [
      say("problem.unknown-command", { asked: asked(word) }),
      say("problem.did-you-mean", { name: code(better) }),
      say("problem.see-help", { line: code("help") }),
    ],
    [action(say("label.line", { line: code(better) }), better, "primary")],
  );
}

/** Values of typed options, as platforms with option fields send them. */
export function parseOptions(
  name: string,
  options: Readonly<Record<string, string | number | boolean>>,
  grammar: Grammar,
): Parsed {
  const spec = grammar.commands.find((command) => command.name === name);
  if (spec === undefined) {
    throw new UserError([
      say("problem.unknown-command", { asked: asked(name) }),
      say("problem.see-help", { line: code("help") }),
    ]);
  }
  const texts = Object.fromEntries(
    Object.entries(options).map(([key, value]) => {
      const text = clean(String(value));
      if (text.length > longestLine) throw tooLong(text.length);
      return [optionNamed(key, spec) ?? key, text];
    }),
  );
  return { type: "command", name, values: valuesIn(texts, spec, grammar) };
}

/** A line of running text is a subcommand when it is one whole; a short one with a slip is told so. */
function said(line: string, rest: string, spec: CommandSpec, grammar: Grammar): Parsed {
  const question = { type: "question", text: line } as const;
  if (line.endsWith("?") || (rest === "" && spec.asked)) return question;
  const reading = read(rest, spec);
  if (reading.left !== "") return question;
  const meant =
    !spec.asked &&
    words(line).length <= longestSlip &&
    !readsLikeQuestion(line) &&
    !pointsBack(rest);
  const tell = (mistake: UserError) => meant && mendable(mistake, spec);
  return parsed(line, spec, reading.options, grammar, tell);
}

/** The subcommand of an empty line, when the line holds nothing but options of it: `privately`. */
function optionsAlone(line: string, { commands, first }: Grammar): CommandSpec | undefined {
  const spec = commands.find(({ name }) => name === first);
  return spec && fits(line, spec) ? spec : undefined;
}

/** True when every word finds its place. */
function fits(rest: string, spec: CommandSpec): boolean {
  return read(rest, spec).left === "";
}

function typed(line: string, rest: string, spec: CommandSpec, grammar: Grammar): Parsed {
  const reading = read(rest, spec);
  const question = readsLikeQuestion(line);
  if (reading.left === "") return parsed(line, spec, reading.options, grammar, () => !question);
  if (question) return { type: "question", text: line };
  throw new UserError([
    say("problem.words-left", { command: code(spec.name), asked: asked(reading.left) }),
    say("problem.options", { options: code(Object.keys(spec.options).join(", ")) }),
  ]);
}

/** @throws UserError for a mistake that is to be told; otherwise the line is a question. */
function parsed(
  line: string,
  spec: CommandSpec,
  texts: Readonly<Record<string, string>>,
  grammar: Grammar,
  tell: (mistake: UserError) => boolean,
): Parsed {
  try {
    return { type: "command", name: spec.name, values: valuesIn(texts, spec, grammar) };
  } catch (error) {
    if (error instanceof UserError && !tell(error)) {
      return { type: "question", text: line };
    }
    throw error;
  }
}

/** `who won` names nobody: without a name that comes near it is a question. */
function mendable({ actions, sentences }: UserError, { name }: CommandSpec): boolean {
  const picks = sentences.some(({ text }) => text === "problem.pick");
  return name !== "who" || (actions.length > 0 && !picks);
}

/** The dossier and day asked for decide which names there are, so they are read first. */
function valuesIn(
  texts: Readonly<Record<string, string>>,
  spec: CommandSpec,
  { today, dossiers, dossier, commands }: Grammar,
): OptionValues {
  const known = { today, dossiers, commands: commands.map(({ name }) => name) };
  const choosing = Object.fromEntries(
    Object.entries(texts).filter(([name]) => name === "in" || name === "as-of"),
  );
  const chosen = valuesOf(choosing, spec, { ...known, dossier: dossier({}, spec.name) });
  const values = valuesOf(texts, spec, { ...known, dossier: dossier(chosen, spec.name) });
  checkRequired(values, spec);
  return values;
}

function withoutName(line: string, commandName: string): string {
  const [word, rest] = split(line);
  const lower = word.toLowerCase();
  return lower === commandName || lower === `/${commandName}` ? rest : line;
}

function split(line: string): readonly [string, string] {
  const space = line.indexOf(" ");
  return space < 0 ? [line, ""] : [line.slice(0, space), line.slice(space + 1)];
}

function commandNamed(word: string, commands: readonly CommandSpec[]): CommandSpec | undefined {
  const lower = word.toLowerCase().replace(/^\/|[:,.!]$/g, "");
  const name = otherNames.get(lower) ?? lower;
  return commands.find((command) => command.name === name);
}

/** One slip is forgiven in a word of three letters or more, two in a long one. */
function nearestCommand(word: string, commands: readonly CommandSpec[]): CommandSpec | undefined {
  const most = word.length < 3 ? 0 : word.length < 6 ? 1 : 2;
  return commands
    .map((command) => ({ command, far: distance(word.toLowerCase(), command.name, most) }))
    .filter(({ far }) => far <= most)
    .toSorted((a, b) => a.far - b.far)[0]?.command;
}

function tooLong(length: number): UserError {
  return new UserError([
    say("problem.too-long", {
      length: derived(length, { type: "layout" }),
      limit: derived(longestLine, { type: "layout" }),
    }),
    say("problem.shorten"),
  ]);
}
