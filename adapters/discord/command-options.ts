/** Subcommands and their options as Discord lists them. */

import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType } from "discord.js";
import type { CommandSpec, OptionSpec, OptionType } from "#core";
import { channelOption, takesChannel } from "./chosen.ts";
import { discordNumbers } from "./limits.ts";
import { localized } from "./localisations.ts";

/** Options that a person picks from what the record holds, while typing. */
const completed: readonly OptionType[] = [
  "topic",
  "topics",
  "subjects",
  "actor",
  "term",
  "dispute",
  "drawn",
  "date",
  "zone",
  "dossier",
  "command",
];

/** What needs an answer first, as Discord demands. */
export function optionsOf(spec: CommandSpec): APIApplicationCommandBasicOption[] {
  const options = Object.entries(spec.options).filter(([, { type }]) => type !== undefined);
  const required = options.filter(([, option]) => option.required);
  const free = options.filter(([, option]) => !option.required);
  return [
    ...[...required, ...free].map(([name, option]) => optionOf(name, option)),
    ...(takesChannel(spec.name) ? [channelOption()] : []),
  ].slice(0, discordNumbers.choices.most);
}

function optionOf(name: string, option: OptionSpec): APIApplicationCommandBasicOption {
  const common = {
    ...localized("option", name, option.summary),
    ...(option.required && { required: true }),
  };
  switch (option.type) {
    case "flag":
      return { ...common, type: ApplicationCommandOptionType.Boolean };
    case "number":
      return { ...common, type: ApplicationCommandOptionType.Integer, min_value: 1 };
    case "choice": {
      const choices = (option.choices ?? []).map((choice) => ({ name: choice, value: choice }));
      // More than a list holds are typed, with suggestions.
      if (choices.length > discordNumbers.choices.most) {
        return { ...common, type: ApplicationCommandOptionType.String, autocomplete: true };
      }
      return { ...common, type: ApplicationCommandOptionType.String, choices };
    }
    default:
      return {
        ...common,
        type: ApplicationCommandOptionType.String,
        ...(completed.includes(option.type) && { autocomplete: true }),
      };
  }
}

/** The option that takes a person's own words. */
export function wordsOption(commands: readonly CommandSpec[], name: string): string | undefined {
  const spec = commands.find((each) => each.name === name);
  return Object.entries(spec?.options ?? {}).find(
    ([, { type, rest }]) => type === "text" && rest,
  )?.[0];
}
