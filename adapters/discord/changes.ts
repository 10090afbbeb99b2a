/** Questions that were edited or deleted, and places that are gone. */

import { randomUUID } from "node:crypto";
import { type APIMessage, Routes } from "discord.js";
import type { Bot } from "#core";
import type { Answerer } from "./answer.ts";
import { shortKey } from "./custom-id.ts";
import { askIdIn } from "./custom-ids-in.ts";
import type { Directory } from "./directory.ts";
import { addressOf, type DiscordMessage, incoming } from "./heard.ts";
import type { Answered, Messages } from "./messages.ts";
import { placeIn } from "./origin.ts";
import { directThread, noGuild, type Place, prefixOf, threadId } from "./place.ts";
import type { Poster } from "./post.ts";
import { createRecent } from "./recent.ts";
import type { Sender } from "./send.ts";

export interface ChangeParts {
  readonly bot: Bot;
  readonly answerer: Answerer;
  readonly poster: Poster;
  readonly sender: Sender;
  readonly directory: Directory;
  readonly messages: Messages;
  me(): string;
}

export interface DeletedMessage {
  readonly id: string;
  readonly channel_id: string;
  readonly guild_id?: string;
}

export interface Changes {
  edited(message: DiscordMessage): Promise<void>;
  deleted(message: DeletedMessage): Promise<void>;
}

export function createChanges(parts: ChangeParts): Changes {
  const { bot, answerer, poster, sender, directory, messages, me } = parts;
  const handled = createRecent<true>(10_000);

  /** What we answered: remembered, or found below the question by its reference. */
  async function answerTo(question: DeletedMessage): Promise<Answered | undefined> {
    const known = messages.answers.get(question.id);
    if (known) return known;
    const guild = question.guild_id ?? noGuild;
    const later = await poster.ask<APIMessage[]>(
      "GET",
      Routes.channelMessages(question.channel_id),
      { query: { after: question.id, limit: "50" } },
    );
    const own = later.filter(
      (each) => each.author.id === me() && each.message_reference?.message_id === question.id,
    );
    const [first] = own;
    if (!first) return undefined;
    const channel = directory.channel(question.channel_id) ??
      (guild === noGuild ? undefined : await sender.channel(question.channel_id)) ?? {
        id: question.channel_id,
        type: 1,
      };
    const here = placeIn(guild, channel);
    const root = askIdIn(first)?.root ?? first.id;
    return {
      text: "",
      conversation: here.thread ?? { guild, channel: channel.id, message: root },
      channel: question.channel_id,
      messages: own.map(({ id }) => id),
    };
  }

  async function edited(message: DiscordMessage): Promise<void> {
    const guild = message.guild_id ?? noGuild;
    // Discord also says that a message changed when it has looked up its links.
    if (!message.edited_timestamp || !message.author) return;
    const address = addressOf(message, me(), directory.ownRole(guild));
    if (!address || address.text === "") return;
    if (!handled.add(`${message.id}:${message.edited_timestamp}`)) return;
    const before = messages.answers.get(message.id);
    if (before?.text === address.text) return;
    if (!before && !address.mentioned && guild !== noGuild) return;
    const answered = before ?? (await answerTo(message));
    // Addressed to the bot only now: a question like any other.
    if (!answered) return messages.created({ ...message, edited_timestamp: null });
    const { conversation } = answered;
    const thread = guild === noGuild ? directThread(message.channel_id) : threadId(conversation);
    await bot.deleted(thread, message.id);
    const channel = directory.channel(message.channel_id) ?? {
      id: conversation.channel,
      type: 0 as const,
    };
    const asked = incoming(message, address, channel, conversation, directory);
    const reply = await bot.message({ ...asked, mentioned: true });
    if (!reply) return;
    const root = conversation.message;
    const letters = answerer.letters(reply, root === answered.messages[0] ? undefined : root);
    const kept: string[] = [];
    for (const [index, letter] of letters.entries()) {
      const own = answered.messages[index];
      if (own === undefined) {
        const nonce = shortKey(randomUUID());
        kept.push((await poster.post(answered.channel, { ...letter, nonce })).id);
      } else {
        await poster.edit(answered.channel, own, letter);
        kept.push(own);
      }
    }
    for (const own of answered.messages.slice(letters.length)) await remove(answered.channel, own);
    messages.answers.set(message.id, { ...answered, text: address.text, messages: kept });
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
    const answered = messages.answers.get(message.id);
    if (!answered) {
      await forget(message, known?.parent);
      return;
    }
    messages.answers.delete(message.id);
    await bot.deleted(
      guild === noGuild ? directThread(message.channel_id) : threadId(answered.conversation),
      message.id,
    );
    for (const each of answered.messages) await remove(answered.channel, each);
  }

  /** After a restart: in a thread or direct message the conversation is known by the place. */
  async function forget(message: DeletedMessage, parent: string | undefined): Promise<void> {
    if (message.guild_id === undefined)
      return bot.deleted(directThread(message.channel_id), message.id);
    if (parent === undefined) return;
    const thread = threadId({
      guild: message.guild_id,
      channel: parent,
      message: message.channel_id,
    });
    if (await bot.owns(thread)) await bot.deleted(thread, message.id);
  }

  async function remove(channel: string, message: string): Promise<void> {
    await poster.ask("DELETE", Routes.channelMessage(channel, message));
  }

  return { edited, deleted };
}
