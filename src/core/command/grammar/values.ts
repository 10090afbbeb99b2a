/** From the texts of options to values: names looked up, dates read, choices checked. */

import { oneZone } from "../../digest/order/zones.ts";
import { asked, derived, say } from "../../document/sentence.ts";
import { dayWords } from "../../dossier/dates.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import { UserError } from "../../errors.ts";
import type { CommandSpec, OptionSpec, OptionValues } from "../command.ts";
import { code } from "../line.ts";
import { readAsOf, readDay } from "./read-day.ts";
import { findDrawn, findRecord, findSubjects, type Search } from "./records.ts";

export interface ValueContext {
  readonly dossier: Dossier;
  /** Dossiers that are loaded. */
  readonly dossiers: readonly string[];
  /** Names of the subcommands. */
  readonly commands: readonly string[];
  readonly today: Temporal.PlainDate;
}

type Value = OptionValues[string];

/**
 * Values by the names of their options.
 * @throws UserError naming the option that cannot be understood, with what comes near as buttons.
 */
export function valuesOf(
  texts: Readonly<Record<string, string>>,
  spec: CommandSpec,
  context: ValueContext,
): OptionValues {
  const values: Record<string, Value> = {};
  for (const [name, text] of Object.entries(texts)) {
    const option = spec.options[name];
    if (option === undefined) throw unknownOption(name, spec);
    if (text.trim() === "") continue;
    const lineWith = (id: string) =>
      option.rest ? `${spec.name} ${id}` : `${spec.name} ${name}:${id}`;
    values[name] = readValue(name, text.trim(), option, { ...context, lineWith });
  }
  checkOrder(values);
  return values;
}

/** @throws UserError when an option is missing without which the subcommand can say nothing. */
export function checkRequired(values: OptionValues, spec: CommandSpec): void {
  const missing = Object.entries(spec.options).some(
    ([name, option]) => option.required && values[name] === undefined,
  );
  if (!missing) return;
  const example = spec.examples[0];
  throw new UserError([
    say("problem.missing", { command: code(spec.name) }),
    ...(example === undefined ? [] : [say("problem.try", { line: code(example) })]),
  ]);
}

function readValue(
  name: string,
  text: string,
  option: OptionSpec,
  context: ValueContext & Search,
): Value {
  switch (option.type) {
    case "topic":
    case "actor":
    case "term":
    case "dispute":
      return findRecord(option.type, text, context);
    case "topics":
      return text.split(/\s*[,;]\s*|\s+and\s+/).map((one) => findRecord("topic", one, context));
    case "drawn":
      return findDrawn(text, context);
    case "subjects":
      return findSubjects(text, context);
    case "date":
      if (name === "as-of") return readAsOf(text, context);
      return readDay(text, name === "to" ? "last" : "first", context.today);
    case "choice":
      return choose(text, option.choices ?? []);
    case "dossier":
      return choose(text, context.dossiers);
    case "number":
      return pageNumber(text);
    case "flag":
      return !/^(?:no|off|false|0)$/i.test(text);
    case "zone":
      return oneZone(text);
    case "text":
      return text;
    case "command":
      return choose(text, context.commands);
    default:
      throw new RangeError(`unknown option type ${String(option.type satisfies never)}`);
  }
}

/** A choice written whole, or by its beginning when only one begins so. */
function choose(text: string, choices: readonly string[]): string {
  const lower = text.toLowerCase();
  const exact = choices.find((choice) => choice.toLowerCase() === lower);
  const beginning = choices.filter((choice) => choice.toLowerCase().startsWith(lower));
  const found = exact ?? (beginning.length === 1 ? beginning[0] : undefined);
  if (found !== undefined) return found;
  throw new UserError([
    say("problem.bad-choice", { asked: asked(text) }),
    say("problem.choices", { choices: code(choices.join(", ")) }),
  ]);
}

function pageNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= 9_999) return number;
  throw new UserError([say("problem.bad-number", { asked: asked(text) })]);
}

function day(iso: string) {
  return derived(dayWords(Temporal.PlainDate.from(iso)), { type: "clock" });
}

function checkOrder({ from, to }: OptionValues): void {
  if (typeof from !== "string" || typeof to !== "string" || from <= to) return;
  throw new UserError([
    say("problem.reversed", { first: day(from), last: day(to) }),
    say("problem.write-date", { example: code("from:2018 to:2023") }),
  ]);
}

function unknownOption(name: string, spec: CommandSpec): UserError {
  return new UserError([
    say("problem.unknown-option", { command: code(spec.name), asked: asked(name) }),
    say("problem.options", { options: code(Object.keys(spec.options).join(", ")) }),
  ]);
}
