/** The other way round: from a subcommand and its values to the line that means them. */
import type { CommandSpec, OptionValues } from "./command.ts";
import { quoted } from "./line.ts";

/** Options that say where an answer goes, and so are no part of what was asked. */
const whereTo: readonly string[] = ["privately", "publicly"];

export function lineOf(spec: CommandSpec, values: OptionValues): string {
  const words: string[] = [spec.name];
  const pairs: string[] = [];
  for (const [name, option] of Object.entries(spec.options)) {
    const value = values[name];
    if (value === undefined || value === false || whereTo.includes(name)) continue;
    const text = typeof value === "object" ? value.join(", ") : String(value);
    if (option.rest) words.push(text);
    else pairs.push(`${name}:${value === true ? "yes" : /\s/.test(text) ? quoted(text) : text}`);
  }
  return [...words, ...pairs].join(" ");
}
