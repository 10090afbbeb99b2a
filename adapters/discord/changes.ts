/** Questions that were edited or deleted, and places that are gone. */

import { randomUUID } from "node:crypto";
import { Routes } from "discord.js";
import { type Bot, DeliveryError } from "#core";
import type { Answers, Posting, Question } from "./answers.ts";
import { shortKey } from "./custom-id.ts";
import type { Directory } from "./directory.ts";
import { addressOf, type DiscordMessage, incoming } from "./heard.ts";
import type { Leaves } from "./leaves.ts";
import type { Messages } from "./messages.ts";
import { directPlace, noGuild, type Place, prefixOf, threadId } from "./place.ts";
import type { Letter, Poster } from "./post.ts";
import { createRecent } from "./recent.ts";

export interface ChangeParts {
  readonly bot: Bot;
  readonly leaves: Leaves;
  readonly poster: Poster;
  readonly directory: Directory;
  readonly answers: Answers;
  readonly messages: Messages;
  me(): string;
}

export type DeletedMessage = Question;

export interface Changes {
  edited(message: DiscordMessage): Promise<void>;
  deleted(message: DeletedMessage): Promise<void>;
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const unknownMessage = "10008";

export function createChanges(parts: ChangeParts): Changes {
  const { bot, leaves, poster, directory, answers, me } = parts;
  const handled = createRecent<true>(10_000);

  async function edited(message: DiscordMessage): Promise<void> {
    const guild = message.guild_id ?? noGuild;
    // Discord also says that a message changed when it has looked up its links.
    if (!message.edited_timestamp || !message.author) return;
    const address = addressOf(message, me(), directory.ownRole(guild));
    if (!address || address.text === "") return;
    if (!handled.add(`${message.id}:${message.edited_timestamp}`)) return;
    const known = directory.channel(message.channel_id);
    // Elsewhere nothing is answered that does not speak to the bot.
    if (!address.mentioned && guild !== noGuild && known?.parent === undefined) return;
    const answered = await answers.get(message);
    if (answered?.edited === message.edited_timestamp) return;
    // Addressed to the bot only now: a question like any other.
    if (!answered) {
      if (!address.mentioned && guild !== noGuild) return;
      return parts.messages.created({ ...message, edited_timestamp: null });
    }
    const { conversation } = answered;
    await bot.deleted(threadId(conversation), message.id);
    const channel = known ?? { id: conversation.channel, type: 0 as const };
    const asked = incoming(message, address, channel, conversation, directory);
    const reply = await bot.message({ ...asked, mentioned: true });
    if (!reply) return;
    const root = conversation.message;
    const [first] = answered.messages;
    const own = conversation.guild === noGuild || root === first?.id;
    const kept = { guild, key: message.id };
    const letters = await leaves.open(reply, own ? undefined : root, kept);
    const messages: Posting[] = [];
    for (const [index, letter] of letters.entries()) {
      const posted = answered.messages[index];
      if (posted) await poster.edit(posted.channel, posted.id, letter);
      messages.push(
        posted ?? (await added(messages.at(-1)?.channel ?? message.channel_id, letter)),
      );
    }
    for (const each of answered.messages.slice(letters.length)) await remove(each);
    const edited = message.edited_timestamp;
    await answers.set(message, { ...answered, messages, edited });
  }

  async function deleted(message: DeletedMessage): Promise<void> {
    const guild = message.guild_id ?? noGuild;
    const known = directory.channel(message.channel_id);
    const own: Place = {
      guild,
      channel: known?.parent ?? message.channel_id,
      message: message.id,
    };
    // The first message of a conversation is gone, and with it the conversation.
    if (await bot.owns(threadId(own))) {
      await bot.removed(prefixOf(guild, own.channel, own.message).slice(0, -1));
      return;
    }
    const answered = await answers.get(message);
    if (!answered) return forget(message, known?.parent);
    await answers.delete(message);
    await bot.deleted(threadId(answered.conversation), message.id);
    for (const each of answered.messages) await remove(each);
  }

  /** Without an answer on record: in a thread or direct message the conversation is known by the place. */
  async function forget(message: DeletedMessage, parent: string | undefined): Promise<void> {
    if (message.guild_id === undefined)
      return bot.deleted(threadId(directPlace(message.channel_id)), message.id);
    if (parent === undefined) return;
    const thread = threadId({
      guild: message.guild_id,
      channel: parent,
      message: message.channel_id,
    });
    if (await bot.owns(thread)) await bot.deleted(thread, message.id);
  }

  async function added(channel: string, letter: Letter): Promise<Posting> {
    const { id } = await poster.post(channel, { ...letter, nonce: shortKey(randomUUID()) });
    return { channel, id };
  }

  async function remove({ channel, id }: Posting): Promise<void> {
    try {
      await poster.ask("DELETE", Routes.channelMessage(channel, id));
    } catch (error) {
      // Somebody was faster.
      if (!(error instanceof DeliveryError) || error.code !== unknownMessage) throw error;
    }
  }

  return { edited, deleted };
}
