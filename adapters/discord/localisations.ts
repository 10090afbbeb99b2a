/**
 * Names and descriptions of the commands in languages that Discord has: Arabic, German, French and
 * Hebrew (it has no Persian). What is missing in a table shows in English.
 * https://docs.discord.com/developers/interactions/application-commands#localization
 */
import { arabic } from "./localisations/arabic.ts";
import { french } from "./localisations/french.ts";
import { german } from "./localisations/german.ts";
import { hebrew } from "./localisations/hebrew.ts";

/** A name (lower case, no spaces, 32 characters) and what it is for (100 characters). */
type Localised = readonly [name: string, summary: string];

export interface Localisation {
  readonly commands: Readonly<Record<string, Localised>>;
  readonly options: Readonly<Record<string, Localised>>;
  /** Names of commands that point at a message; these may have spaces. */
  readonly messageCommands: Readonly<Record<string, string>>;
}

/** By Discord's locale. Its description of the interface has Arabic and Hebrew, its table not yet. */
const localisations: Readonly<Record<string, Localisation>> = {
  ar: arabic,
  de: german,
  fr: french,
  he: hebrew,
};

/** Name and description as Discord takes them. */
export function localized(kind: "command" | "option", name: string, description: string) {
  const of = (index: 0 | 1) =>
    Object.fromEntries(
      Object.entries(localisations).flatMap(([locale, table]) => {
        const found = (kind === "command" ? table.commands : table.options)[name];
        return found === undefined ? [] : [[locale, found[index]]];
      }),
    );
  const [names, descriptions] = [of(0), of(1)];
  return {
    name,
    description,
    ...(Object.keys(names).length > 0 && { name_localizations: names }),
    ...(Object.keys(descriptions).length > 0 && { description_localizations: descriptions }),
  };
}

export function localizedMessageCommand(key: string, name: string) {
  const names = Object.entries(localisations).flatMap(([locale, { messageCommands }]) => {
    const found = messageCommands[key];
    return found === undefined ? [] : [[locale, found] as const];
  });
  return { name, name_localizations: Object.fromEntries(names) };
}
