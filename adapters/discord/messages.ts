/** Mentions, replies, direct messages and threads. Edits and deletions: `changes.ts`. */

import { type APIMessage, ChannelType, Routes } from "discord.js";
import { type Bot, DeliveryError, type Log, plainText, say, serviceDocument } from "#core";
import { followUpButton } from "./additions.ts";
import type { Answerer, Posted } from "./answer.ts";
import type { Answers } from "./answers.ts";
import { answerDirectly, isBlocked } from "./blocked.ts";
import type { Directory, KnownChannel } from "./directory.ts";
import {
  type Address,
  addressOf,
  conversationOf,
  type DiscordMessage,
  incoming,
  isNotice,
  noticeKey,
} from "./heard.ts";
import type { Leaves } from "./leaves.ts";
import { directPlace, noGuild, type Place, placeOf, threadId } from "./place.ts";
import type { Poster } from "./post.ts";
import { createRecent } from "./recent.ts";
import { renderPage } from "./render.ts";
import type { Sender } from "./send.ts";
import type { Deed, Standing } from "./standing.ts";

export interface MessageParts {
  readonly bot: Bot;
  readonly answerer: Answerer;
  readonly leaves: Leaves;
  readonly poster: Poster;
  readonly sender: Sender;
  readonly directory: Directory;
  readonly standing: Standing;
  readonly answers: Answers;
  readonly log: Log;
  /** Id of the bot's own user. */
  me(): string;
  /** Plain messages in the bot's own threads can be read. */
  readonly readsContent: boolean;
}

export interface Messages {
  created(message: DiscordMessage): Promise<void>;
}

export function createMessages(parts: MessageParts): Messages {
  const { bot, answerer, poster, sender, directory, standing, answers, me, readsContent } = parts;
  const handled = createRecent<true>(10_000);
  const noticed = createRecent<true>(5_000);

  async function created(message: DiscordMessage): Promise<void> {
    const guild = message.guild_id ?? noGuild;
    const address = addressOf(message, me(), directory.ownRole(guild));
    if (!address) return;
    const { mentioned } = address;
    if (!handled.add(message.id)) return;
    const channel = await channelOf(message);
    // In a server, what does not speak to the bot matters in its own threads alone.
    if (guild !== noGuild && !mentioned && channel.parent === undefined) return;
    const conversation = conversationOf(message, address, channel);
    if (guild !== noGuild && !mentioned) {
      if (!conversation || !(await bot.owns(threadId(conversation)))) return;
    }
    // Replies without a ping and mentions of the role alone come without their words.
    if (guild !== noGuild && unreadable(message)) return notice(message, channel, conversation);
    await answer(message, address, channel, conversation);
  }

  async function answer(
    message: DiscordMessage,
    address: Address,
    channel: KnownChannel,
    conversation: Place | undefined,
  ): Promise<void> {
    const reply = await bot.message(incoming(message, address, channel, conversation, directory));
    if (!reply) return;
    const guild = message.guild_id ?? noGuild;
    let posted: Posted;
    try {
      posted = await standing.attempt(deedIn(guild, channel), () =>
        answerer.post(reply, {
          guild,
          channel: message.channel_id,
          ...(conversation && { below: conversation }),
          answers: message.id,
          nonce: message.id,
        }),
      );
    } catch (error) {
      if (guild === noGuild || !isBlocked(error)) throw error;
      const direct = await answerDirectly(parts, message, reply, error);
      if (direct) await answers.set(message, direct);
      return;
    }
    await bot.posted(reply.id, posted.receipt);
    await answers.set(message, {
      conversation:
        guild === noGuild ? directPlace(message.channel_id) : placeOf(posted.receipt.thread),
      messages: posted.messages,
    });
  }

  function unreadable({ content, attachments }: DiscordMessage): boolean {
    return !readsContent && content === "" && (attachments?.length ?? 0) === 0;
  }

  /** Says once in a place how to reach the bot; the place itself remembers that it was said. */
  async function notice(
    message: DiscordMessage,
    place: KnownChannel,
    conversation: Place | undefined,
  ): Promise<void> {
    const { channel_id: channel, id } = message;
    if (!noticed.add(channel)) return;
    const deed = deedIn(message.guild_id ?? noGuild, place);
    const read = () =>
      poster.ask<APIMessage[]>("GET", Routes.channelMessages(channel), { query: { limit: "100" } });
    // Where it may not look back, it cannot know whether it has said so before.
    const latest = await standing.attempt({ ...deed, act: "read" }, read).catch(none);
    if (latest.some((each) => each.author.id === me() && isNotice(each))) return;
    const document = serviceDocument({
      title: say("post.unreadable-title"),
      lead: say("post.unreadable"),
      blocks: [],
    });
    const page = { document, number: 1, of: 1, notification: plainText(say("post.unreadable")) };
    const buttons = [followUpButton({ root: conversation?.message, key: noticeKey })];
    const components = renderPage(page, { buttons });
    const letter = { components, answers: id, nonce: `${id}.0` };
    await standing.attempt(deed, () => poster.post(channel, letter)).catch(none);
  }

  /** Known from the gateway nearly always; of what cannot be asked for, it is no thread. */
  async function channelOf(message: DiscordMessage): Promise<KnownChannel> {
    const { channel_id: id, guild_id: guild } = message;
    if (guild === undefined) return { id, type: ChannelType.DM };
    try {
      return await sender.channel(id);
    } catch (error) {
      if (!(error instanceof DeliveryError) || error.retry !== "never") throw error;
      const channel = { id, type: ChannelType.GuildText } as const;
      directory.learn(channel);
      return channel;
    }
  }

  return { created };
}

function deedIn(guild: string, { id, parent }: KnownChannel): Deed {
  return parent === undefined
    ? { guild, channel: id, act: "post" }
    : { guild, channel: parent, act: "post-in-thread" };
}

/** What is not allowed is left; anything else is a failure. */
function none(error: unknown): [] {
  if (isBlocked(error)) return [];
  throw error;
}
