/** Whether a message is for the bot, and what it says: from Discord's payload to the core's words. */

import { type GatewayMessageCreateDispatchData, MessageType } from "discord.js";
import type { IncomingMessage, Origin } from "#core";
import { askIdIn } from "./custom-ids-in.ts";
import type { Directory, KnownChannel } from "./directory.ts";
import { placeIn, rootOf } from "./origin.ts";
import { noGuild, type Place, platform, threadId } from "./place.ts";

export type DiscordMessage = Omit<GatewayMessageCreateDispatchData, "type"> & {
  readonly type: MessageType;
};

/** Whom a message speaks to, as far as it shows by itself. */
export interface Address {
  /** By name or role, or with a reply to one of our messages. */
  readonly mentioned: boolean;
  /** What it says without our name. */
  readonly text: string;
  /** Our message that it replies to. */
  readonly repliesTo?: DiscordMessage["referenced_message"];
}

/** Undefined for messages of bots, of webhooks and of Discord itself. */
export function addressOf(
  message: DiscordMessage,
  me: string,
  role: string | undefined,
): Address | undefined {
  const { author, type, content } = message;
  if (author.bot || author.system || message.webhook_id !== undefined) return undefined;
  if (type !== MessageType.Default && type !== MessageType.Reply) return undefined;
  const names = [`<@${me}>`, `<@!${me}>`, ...(role === undefined ? [] : [`<@&${role}>`])];
  const named = names.some((name) => content.includes(name));
  const pinged =
    message.mentions.some(({ id }) => id === me) ||
    (role !== undefined && message.mention_roles.includes(role));
  const repliesTo =
    type === MessageType.Reply && message.referenced_message?.author.id === me
      ? message.referenced_message
      : undefined;
  const text = names.reduce((rest, name) => rest.replaceAll(name, " "), content);
  return {
    mentioned: named || pinged || repliesTo !== undefined,
    text: text.replaceAll(/\s+/g, " ").trim(),
    ...(repliesTo && { repliesTo }),
  };
}

/** The conversation that it belongs to; undefined for a new one. */
export function conversationOf(
  message: DiscordMessage,
  { repliesTo }: Address,
  channel: KnownChannel,
): Place | undefined {
  const guild = message.guild_id ?? noGuild;
  const { thread } = placeIn(guild, channel);
  if (thread) return thread;
  if (!repliesTo || guild === noGuild) return undefined;
  const root = rootOf(repliesTo);
  return { guild, channel: channel.id, message: root };
}

export function incoming(
  message: DiscordMessage,
  { mentioned, text }: Address,
  channel: KnownChannel,
  conversation: Place | undefined,
  directory: Directory,
): IncomingMessage {
  const guild = message.guild_id ?? noGuild;
  const here = placeIn(guild, channel);
  const direct = guild === noGuild;
  const origin: Origin = {
    platform,
    workspace: guild,
    channel: here.channel,
    ...(conversation && { thread: threadId(conversation) }),
    person: message.author.id,
    direct,
    canPost: true,
    mayManage:
      direct ||
      directory.mayManage(guild, here.channel, message.author.id, message.member?.roles ?? []),
  };
  const edited = message.edited_timestamp;
  return {
    key: edited ? `discord:${message.id}:${edited}` : `discord:${message.id}`,
    origin,
    text,
    mentioned,
    message: message.id,
  };
}

/** True for the notice that is given once in a thread. */
export function isNotice(message: Pick<DiscordMessage, "components">): boolean {
  return askIdIn(message)?.key === noticeKey;
}

/** Stands where a delivery's key would. */
export const noticeKey = "notice";
