/** Commands, buttons, selects, forms and autocomplete. */

import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandType,
  ComponentType,
  InteractionResponseType,
  InteractionType,
} from "discord.js";
import { type Call, plainText, say, serviceDocument } from "#core";
import { createCallback } from "./callback.ts";
import { calledIn, focusedIn, textOfTarget } from "./called.ts";
import { channelIn, originAt, originIn, takesChannel } from "./chosen.ts";
import { wordsOption } from "./command-options.ts";
import { decodeId } from "./custom-id.ts";
import type { Directory } from "./directory.ts";
import { formFor, formValues, questionForm, questionIn } from "./forms.ts";
import { discordNumbers } from "./limits.ts";
import { hereOf, originOf, rootOf } from "./origin.ts";
import { noGuild, type Place } from "./place.ts";
import { createRecent } from "./recent.ts";
import { renderPage } from "./render.ts";
import { createResponder, isEphemeral, type ResponderParts } from "./respond.ts";

/** Autocomplete must be answered within three seconds, and cannot be deferred. */
const completeWithin = 2_000;

export interface InteractionParts extends ResponderParts {
  readonly directory: Directory;
}

export function createInteractions(
  parts: InteractionParts,
): (interaction: APIInteraction) => Promise<void> {
  const { bot, rest, directory, leaves } = parts;
  const respond = createResponder(parts);
  const handled = createRecent<true>(10_000);

  const callFrom = (interaction: APIInteraction, input: Call["input"], below?: Place): Call => ({
    key: `discord:${interaction.id}`,
    origin: originOf(interaction, below),
    input,
  });

  async function command(interaction: APIApplicationCommandInteraction): Promise<void> {
    const below = hereOf(interaction).thread;
    if (interaction.data.type === ApplicationCommandType.Message) {
      const option = wordsOption(bot.commands, "check");
      const text = textOfTarget(interaction);
      if (option === undefined || text === "") return explain(interaction, "post.nothing-to-check");
      const input = { type: "options", name: "check", options: { [option]: text } } as const;
      return respond({ interaction, call: callFrom(interaction, input), below });
    }
    const called = calledIn(interaction);
    const form =
      Object.keys(called.options).length === 0 ? formOf(called.name, interaction) : undefined;
    if (form) {
      await createCallback(rest.replies, interaction).respond(form);
      return;
    }
    const input = { type: "options", ...called } as const;
    await respond({ interaction, ...about(called.name, interaction, input, below) });
  }

  /** A subcommand that is about a channel goes on no conversation. */
  function about(name: string, interaction: APIInteraction, input: Call["input"], below?: Place) {
    const call = callFrom(interaction, input, below);
    if (!takesChannel(name)) return { call, below };
    return { call: { ...call, origin: originIn(interaction, directory) } };
  }

  async function component(interaction: APIMessageComponentInteraction): Promise<void> {
    const { data } = interaction;
    const id = decodeId(data.custom_id);
    const below = belowOf(interaction);
    const press = (line: string, inPlace: boolean) => {
      const form = formOf(line, interaction, below?.message);
      if (form) return createCallback(rest.replies, interaction).respond(form);
      const call = callFrom(interaction, { type: "line", line }, below);
      return respond({ interaction, call, below, inPlace });
    };
    switch (id?.type) {
      case "do":
        await press(id.line, false);
        return;
      case "at": {
        const call = callFrom(interaction, { type: "line", line: id.line });
        const origin = originAt(interaction, id.channel, directory);
        await respond({ interaction, call: { ...call, origin } });
        return;
      }
      case "page":
        await press(id.line, true);
        return;
      case "leaf":
        await turn(interaction, id.key, id.page);
        return;
      case "leaves": {
        const [page] = data.component_type === ComponentType.StringSelect ? data.values : [];
        await turn(interaction, id.key, Number(page));
        return;
      }
      case "jump": {
        const [line] = data.component_type === ComponentType.StringSelect ? data.values : [];
        if (line !== undefined) await press(line, true);
        return;
      }
      case "ask": {
        const form = questionForm(below?.message);
        await createCallback(rest.replies, interaction).respond(form);
        return;
      }
      default:
        await explain(interaction, "post.button-gone");
    }
  }

  /** In place where one person reads; what others see stays as it is. */
  async function turn(
    interaction: APIMessageComponentInteraction,
    key: string,
    page: number,
  ): Promise<void> {
    const { guild_id: guild } = interaction;
    const content = await leaves.turn({ guild: guild ?? noGuild, key }, page);
    if (!content) return explain(interaction, "post.button-gone");
    const callback = createCallback(rest.replies, interaction);
    if (isEphemeral(interaction) || guild === undefined) await callback.update(content);
    else await callback.say(content, true);
  }

  async function submission(interaction: APIModalSubmitInteraction): Promise<void> {
    const id = decodeId(interaction.data.custom_id);
    const below = belowOf(interaction);
    if (id?.type === "ask") {
      const option = wordsOption(bot.commands, "ask") ?? "question";
      // What follows an answer that one person sees is theirs as well.
      const alone = isEphemeral(interaction) && { privately: true };
      const options = { [option]: questionIn(interaction.data), ...alone };
      const call = callFrom(interaction, { type: "options", name: "ask", options }, below);
      return respond({ interaction, call, below });
    }
    const spec = id?.type === "form" ? specOf(id.command) : undefined;
    if (!spec) return explain(interaction, "post.button-gone");
    const options = formValues(spec, interaction.data);
    const input = { type: "options", name: spec.name, options } as const;
    return respond({ interaction, ...about(spec.name, interaction, input, below) });
  }

  async function autocomplete(
    interaction: APIApplicationCommandAutocompleteInteraction,
  ): Promise<void> {
    const { name, option, typed } = focusedIn(interaction);
    const choices = await inTime(bot.complete(name, option, typed), []);
    await createCallback(rest.replies, interaction).respond({
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: {
        choices: choices.slice(0, discordNumbers.choices.most).flatMap(({ label, value }) => {
          const fits = value.length > 0 && value.length <= discordNumbers.choice.most;
          return fits ? [{ name: label.slice(0, discordNumbers.choice.most), value }] : [];
        }),
      },
    });
  }

  const specOf = (name: string) => bot.commands.find((each) => each.name === name);

  /** For a line that is a subcommand's name alone. */
  function formOf(line: string, interaction: APIInteraction, root?: string) {
    const spec = specOf(line.trim());
    return spec && formFor(spec, { root, channel: channelIn(interaction) });
  }

  async function explain(
    interaction: APIInteraction,
    text: "post.button-gone" | "post.nothing-to-check",
  ): Promise<void> {
    const document = serviceDocument({ title: say("post.sorry"), lead: say(text), blocks: [] });
    const page = { document, number: 1, of: 1, notification: plainText(say(text)) };
    await createCallback(rest.replies, interaction).say({ components: renderPage(page) }, true);
  }

  return async (interaction) => {
    if (!handled.add(interaction.id)) return;
    switch (interaction.type) {
      case InteractionType.ApplicationCommand:
        return command(interaction);
      case InteractionType.MessageComponent:
        return component(interaction);
      case InteractionType.ModalSubmit:
        return submission(interaction);
      case InteractionType.ApplicationCommandAutocomplete:
        return autocomplete(interaction);
      default:
        // A ping, which the gateway never sends, or something that came after this was written.
        return;
    }
  };
}

/** The thread, or the conversation of the message that holds the button. */
function belowOf(
  interaction: APIMessageComponentInteraction | APIModalSubmitInteraction,
): Place | undefined {
  const { thread, channel } = hereOf(interaction);
  const { message, guild_id: guild = noGuild } = interaction;
  if (thread) return thread;
  if (!message || guild === noGuild) return undefined;
  if (isEphemeral(interaction)) return undefined;
  return { guild, channel, message: rootOf(message) };
}

async function inTime<Value>(pending: Promise<Value>, otherwise: Value): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Value>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), completeWithin);
  });
  try {
    return await Promise.race([pending.catch(() => otherwise), late]);
  } finally {
    clearTimeout(timer);
  }
}
