/** What was called, in a command's payload. */
import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteraction,
  type APIMessageApplicationCommandInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from "discord.js";

interface Given {
  readonly name: string;
  readonly type?: ApplicationCommandOptionType;
  readonly value?: string | number | boolean;
  readonly options?: readonly Given[];
  readonly focused?: boolean;
}

/** The subcommand and its options. */
export function calledIn(interaction: APIApplicationCommandInteraction): {
  readonly name: string;
  readonly options: Readonly<Record<string, string | number | boolean>>;
} {
  const { data } = interaction;
  const given =
    data.type === ApplicationCommandType.ChatInput ? ((data.options ?? []) as Given[]) : [];
  const [subcommand] = given;
  if (!subcommand) return { name: "now", options: {} };
  return { name: subcommand.name, options: valuesOf(subcommand.options ?? []) };
}

export function focusedIn(interaction: APIApplicationCommandAutocompleteInteraction): {
  readonly name: string;
  readonly option: string;
  readonly typed: string;
} {
  const [subcommand] = interaction.data.options as readonly Given[];
  const focused = subcommand?.options?.find((option) => option.focused);
  return {
    name: subcommand?.name ?? "",
    option: focused?.name ?? "",
    typed: String(focused?.value ?? ""),
  };
}

/**
 * The words of the message that a message command points at: its text, or that of its embeds and
 * components.
 */
export function textOfTarget(interaction: APIApplicationCommandInteraction): string {
  if (interaction.data.type !== ApplicationCommandType.Message) return "";
  const { resolved, target_id: target } = (interaction as APIMessageApplicationCommandInteraction)
    .data;
  const message = resolved.messages[target];
  if (!message) return "";
  if (message.content.trim() !== "") return message.content.trim();
  const embedded = message.embeds?.map(({ description }) => description ?? "") ?? [];
  return [...embedded, ...textsIn(message.components ?? [])].join("\n").trim();
}

function textsIn(components: readonly unknown[]): readonly string[] {
  return components.flatMap((component) => {
    const { content, components: nested = [] } = component as {
      readonly content?: string;
      readonly components?: readonly unknown[];
    };
    return [...(content === undefined ? [] : [content]), ...textsIn(nested)];
  });
}

function valuesOf(options: readonly Given[]): Readonly<Record<string, string | number | boolean>> {
  return Object.fromEntries(
    options.flatMap(({ name, type, value }) =>
      // A channel is where, not what: `chosen.ts`.
      value === undefined || type === ApplicationCommandOptionType.Channel
        ? []
        : [[name, value] as const],
    ),
  );
}
