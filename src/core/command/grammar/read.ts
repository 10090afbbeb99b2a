/**
 * From words to option texts, by the spec of one subcommand. Knows `key:value`, words that stand for
 * an option (`from 2018`, `as of 2023`, `page 2`), flags, and the words that are left.
 */
import type { CommandSpec } from "../command.ts";
import { unquoted, words } from "./clean.ts";
import { parseDay } from "./day.ts";

/** Texts of the options, not yet looked up, and whether every word found its place. */
export interface Reading {
  readonly options: Readonly<Record<string, string>>;
  /** Words that no option takes. */
  readonly left: string;
}

/** Words that begin an option, where the subcommand has it. */
const keywords: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    from: ["from"],
    since: ["since", "from"],
    after: ["since", "from"],
    between: ["from"],
    until: ["to"],
    till: ["to"],
    to: ["to"],
    before: ["to"],
    about: ["topic"],
    on: ["topic"],
    with: ["actor"],
    by: ["actor"],
    page: ["page"],
    as: ["as"],
  }),
);

/** Other ways to write the name of an option. */
const otherNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    asof: "as-of",
    as_of: "as-of",
    dossier: "in",
    private: "privately",
    until: "to",
    since: "from",
  }),
);

/** The option that a written name means, when the subcommand has it. */
export function optionNamed(name: string, spec: CommandSpec): string | undefined {
  const lower = name.toLowerCase();
  for (const candidate of [lower, otherNames.get(lower)]) {
    if (candidate !== undefined && Object.hasOwn(spec.options, candidate)) return candidate;
  }
  return undefined;
}

const pair = /^([a-z_-]+)[:=](.*)$/is;
const noDate = Temporal.PlainDate.from("2000-01-01");

/** Reads the words after the subcommand's name. */
export function read(line: string, spec: CommandSpec): Reading {
  const rest = Object.entries(spec.options).find(([, option]) => option.rest);
  const free = rest?.[1].type === "text";
  const options: Record<string, string> = {};
  const left: string[] = [];
  const queue = [...words(line)];
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    const [, key, value] = pair.exec(word) ?? [];
    const named = key === undefined ? undefined : optionNamed(key, spec);
    if (named !== undefined) {
      options[named] = unquoted(value === "" ? (queue.shift() ?? "") : (value ?? ""));
      continue;
    }
    if (free) {
      left.push(word);
      continue;
    }
    const flag = optionNamed(word, spec);
    if (flag !== undefined && spec.options[flag]?.type === "flag") {
      options[flag] = "yes";
      continue;
    }
    const chosen = choiceNamed(word, spec);
    if (chosen !== undefined) {
      options[chosen] = word;
      continue;
    }
    const begun = beginning(word, queue, spec);
    if (begun === undefined) left.push(unquoted(word));
    else options[begun] = take(begun, queue, spec);
  }
  if (rest !== undefined && left.length > 0 && options[rest[0]] === undefined) {
    options[rest[0]] = left.join(" ");
    left.length = 0;
  }
  return { options, left: left.join(" ") };
}

/** The option that has this word among its choices: `now headline`. */
function choiceNamed(word: string, spec: CommandSpec): string | undefined {
  const lower = word.toLowerCase();
  return Object.entries(spec.options).find(
    ([, { rest, choices }]) => !rest && choices?.includes(lower),
  )?.[0];
}

/** The option that this word begins; takes the second word of `as of` and the `and` of `between`. */
function beginning(word: string, queue: string[], spec: CommandSpec): string | undefined {
  const lower = word.toLowerCase();
  if (lower === "as" && queue[0]?.toLowerCase() === "of" && spec.options["as-of"]) {
    queue.shift();
    return "as-of";
  }
  const option = keywords.get(lower)?.find((name) => Object.hasOwn(spec.options, name));
  if (option === undefined || queue.length === 0) return undefined;
  if (lower === "between") {
    const and = queue.findIndex((next) => next.toLowerCase() === "and");
    if (and >= 0) queue[and] = "to";
  }
  return option;
}

/** Takes the words of an option: as many as make a date, one number, or all up to the next keyword. */
function take(option: string, queue: string[], spec: CommandSpec): string {
  const type = spec.options[option]?.type;
  if (type === "number") return queue.shift() ?? "";
  const end = queue.findIndex((word) => keywords.has(word.toLowerCase()) || pair.test(word));
  const open = queue.slice(0, end < 0 ? queue.length : end).map(unquoted);
  let length = Math.max(open.length, 1);
  if (type === "date") {
    length = Math.min(length, 4);
    while (length > 1 && parseDay(open.slice(0, length).join(" "), "first", noDate) === undefined) {
      length -= 1;
    }
  }
  return queue.splice(0, length).map(unquoted).join(" ");
}
