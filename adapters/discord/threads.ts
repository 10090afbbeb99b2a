/** Threads below messages, and posts in forums. */

import { type APIThreadChannel, ChannelType, Routes } from "discord.js";
import { DeliveryError } from "#core";
import type { Directory, KnownChannel } from "./directory.ts";
import { discordNumbers } from "./limits.ts";
import { noGuild, type Place } from "./place.ts";
import { bodyOf, type Letter, type Poster } from "./post.ts";
import { createRecent } from "./recent.ts";
import type { Standing } from "./standing.ts";

export interface Threads {
  /**
   * The thread below a message, made when there is none yet. Undefined where there can be none:
   * in a direct message, in a thread, or without the permission.
   * @throws DeliveryError when Discord cannot tell now.
   */
  below(place: Place, name: string): Promise<string | undefined>;
  /** A new post in a forum. @throws DeliveryError */
  post(forum: KnownChannel, name: string, letter: Letter): Promise<string>;
}

/** One week: as long as a digest stays worth a question. */
const archiveAfterMinutes = 10_080;

export function createThreads(poster: Poster, directory: Directory, standing: Standing): Threads {
  const known = createRecent<true>(10_000);
  return {
    async below({ guild, channel, message }, name) {
      if (channel === message || known.get(message) || directory.channel(message)) return message;
      if (guild === noGuild) return undefined;
      try {
        await standing.attempt({ guild, channel, act: "thread" }, () =>
          poster.ask("POST", Routes.threads(channel, message), {
            body: { name: threadName(name), auto_archive_duration: archiveAfterMinutes },
          }),
        );
      } catch (error) {
        if (!(error instanceof DeliveryError)) throw error;
        if (!isThere.has(error.code)) {
          if (error.retry === "later" || error.retry === "unclear") throw error;
          return undefined;
        }
      }
      known.set(message, true);
      directory.learn({ id: message, type: ChannelType.PublicThread, parent: channel });
      return message;
    },
    async post(forum, name, letter) {
      const [tag] = forum.tags ?? [];
      const made = await poster.ask<APIThreadChannel>("POST", Routes.threads(forum.id), {
        body: {
          name: threadName(name),
          auto_archive_duration: archiveAfterMinutes,
          ...(forum.tagRequired && tag !== undefined && { applied_tags: [tag] }),
          message: bodyOf(letter),
        },
      });
      known.set(made.id, true);
      directory.learn({ id: made.id, type: ChannelType.PublicThread, parent: forum.id });
      return made.id;
    },
  };
}

/**
 * The thread exists: somebody was faster; or it began without a message, or in a forum.
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
 */
const isThere = new Set(["160004", "10008", "50024"]);

export function isForum(channel: KnownChannel | undefined): channel is KnownChannel {
  return channel?.type === ChannelType.GuildForum || channel?.type === ChannelType.GuildMedia;
}

/** To the last whole word that fits. */
function threadName(title: string): string {
  const { most } = discordNumbers.threadName;
  const line = title.trim() || "…";
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  const end = cut.lastIndexOf(" ");
  return `${end > 0 ? cut.slice(0, end) : cut}…`;
}
