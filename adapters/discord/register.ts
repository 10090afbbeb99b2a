/** The commands as Discord lists them, written only when they changed. */

import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  DiscordAPIError,
  InteractionContextType,
  type REST,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from "discord.js";
import { type CommandSpec, type Log, plainText, say } from "#core";
import { optionsOf } from "./command-options.ts";
import { discordNumbers } from "./limits.ts";
import { localized, localizedMessageCommand } from "./localisations.ts";

/** In servers, in direct messages with the bot, and wherever the person has installed it. */
const everywhere = {
  integration_types: [
    ApplicationIntegrationType.GuildInstall,
    ApplicationIntegrationType.UserInstall,
  ],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

export function commandsFor(
  commands: readonly CommandSpec[],
  commandName: string,
): RESTPutAPIApplicationCommandsJSONBody {
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: commandName,
      description: plainText(say("post.command")),
      options: commands.slice(0, discordNumbers.choices.most).map((spec) => ({
        ...localized("command", spec.name, spec.summary),
        type: ApplicationCommandOptionType.Subcommand,
        options: optionsOf(spec),
      })),
      ...everywhere,
    },
    {
      type: ApplicationCommandType.Message,
      ...localizedMessageCommand("check", plainText(say("post.check-message"))),
      ...everywhere,
    },
  ];
}

/**
 * Compares with what Discord has, and overwrites all of it when something differs. In one server
 * they are there at once; everywhere, within the hour.
 */
export async function register(
  rest: REST,
  application: string,
  guild: string | undefined,
  commands: RESTPutAPIApplicationCommandsJSONBody,
  log: Log,
): Promise<void> {
  const route =
    guild === undefined
      ? Routes.applicationCommands(application)
      : Routes.applicationGuildCommands(application, guild);
  const query = new URLSearchParams({ with_localizations: "true" });
  const before = await rest.get(route, { query }).catch(() => undefined);
  const where = guild === undefined ? "everywhere" : `server ${guild}`;
  if (Array.isArray(before) && same(before, commands)) {
    log.info("discord-commands-unchanged", { where, count: commands.length });
    return;
  }
  try {
    await rest.put(route, { body: commands });
  } catch (error) {
    if (!refusesLocale(error)) throw error;
    // Arabic and Hebrew stand in Discord's machine-readable description and not in its table.
    log.warn("discord-locales-refused", { error });
    await rest.put(route, { body: withLocales(commands, ["de", "fr"]) });
  }
  log.info("discord-commands-registered", { where, count: commands.length });
}

function refusesLocale(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.status === 400 &&
    JSON.stringify(error.rawError).includes("locali")
  );
}

function withLocales(value: unknown, kept: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => withLocales(each, kept));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key.endsWith("_localizations")
        ? Object.fromEntries(Object.entries(inner ?? {}).filter(([name]) => kept.includes(name)))
        : withLocales(inner, kept),
    ]),
  );
}

/** Equal in everything that we say; Discord adds fields of its own and leaves out empty ones. */
function same(theirs: readonly unknown[], ours: readonly unknown[]): boolean {
  const sorted = (commands: readonly unknown[]) =>
    commands.map((command) => JSON.stringify(plain(command))).sort();
  return JSON.stringify(sorted(theirs)) === JSON.stringify(sorted(ours));
}

const compared = [
  "autocomplete",
  "channel_types",
  "choices",
  "contexts",
  "description",
  "description_localizations",
  "integration_types",
  "min_value",
  "name",
  "name_localizations",
  "options",
  "required",
  "type",
  "value",
];

/** In one order of keys, without what is empty or off. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.every((each) => typeof each === "number") ? value.toSorted() : value.map(plain);
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    if (!compared.includes(key)) return [];
    if (key.endsWith("_localizations")) return [[key, ordered(inner)] as const];
    return [[key, plain(inner)] as const];
  });
  return Object.fromEntries(
    entries.filter(([, inner]) => !isEmpty(inner)).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function ordered(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === false ||
    value === "" ||
    (typeof value === "object" && Object.keys(value).length === 0)
  );
}
