/** Looks back for a page whose outcome is unclear, by the key in one of its buttons. */

import { type APIMessage, type APIThreadList, Routes } from "discord.js";
import { DeliveryError, type Destination, type Receipt } from "#core";
import { shortKey } from "./custom-id.ts";
import { askIdIn } from "./custom-ids-in.ts";
import { firstIdAt, placeOf } from "./place.ts";
import type { Poster } from "./post.ts";
import { receiptOf } from "./receipt.ts";
import type { Sender } from "./send.ts";
import type { Standing } from "./standing.ts";
import { isForum } from "./threads.ts";

/** Clocks differ: ours may be ahead of Discord's. */
const slack = Temporal.Duration.from({ minutes: 1 });
const pageSize = 100;
/** Pages read at most: a thousand messages since the attempt. */
const mostPages = 10;

export interface FindParts {
  readonly poster: Poster;
  readonly sender: Sender;
  readonly standing: Standing;
}

/**
 * Undefined when the page is not there, or when the bot may not read the history: within minutes of
 * the attempt the same nonce then keeps a second post from being made.
 * @throws DeliveryError when Discord cannot tell now.
 */
export async function findPage(
  { poster, sender, standing }: FindParts,
  to: Destination,
  key: string,
  since: Temporal.Instant,
): Promise<Receipt | undefined> {
  const short = shortKey(key);
  const after = firstIdAt(since.subtract(slack));
  const look = async (): Promise<Receipt | undefined> => {
    if (to.thread !== undefined) {
      const place = placeOf(to.thread);
      const message =
        (await inChannel(poster, place.message, short, after)) ??
        (await inChannel(poster, place.channel, short, after));
      return message && receiptOf(message, place);
    }
    if (isForum(await sender.channel(to.channel))) return await inForum(poster, to, short, after);
    const message = await inChannel(poster, to.channel, short, after);
    const place = { guild: to.workspace, channel: to.channel };
    return message && receiptOf(message, { ...place, message: message.id });
  };
  const { workspace: guild, channel } = to;
  try {
    return await standing.attempt({ guild, channel, act: "read" }, look);
  } catch (error) {
    if (error instanceof DeliveryError && error.retry === "never") return undefined;
    throw error;
  }
}

async function inChannel(
  poster: Poster,
  channel: string,
  key: string,
  since: string,
): Promise<APIMessage | undefined> {
  let after = since;
  for (let page = 0; page < mostPages; page++) {
    const messages = await readAfter(poster, channel, after);
    const found = messages.find((message) => askIdIn(message)?.key === key);
    if (found || messages.length < pageSize) return found;
    after = messages.reduce((most, { id }) => (BigInt(id) > BigInt(most) ? id : most), after);
  }
  return undefined;
}

/** A thread that does not exist holds nothing. */
async function readAfter(poster: Poster, channel: string, after: string): Promise<APIMessage[]> {
  try {
    return await poster.ask<APIMessage[]>("GET", Routes.channelMessages(channel), {
      query: { after, limit: String(pageSize) },
    });
  } catch (error) {
    if (error instanceof DeliveryError && error.code === "10003") return [];
    throw error;
  }
}

async function inForum(
  poster: Poster,
  to: Destination,
  key: string,
  since: string,
): Promise<Receipt | undefined> {
  const { threads } = await poster.ask<APIThreadList>(
    "GET",
    Routes.guildActiveThreads(to.workspace),
  );
  for (const thread of threads) {
    if (!("parent_id" in thread) || thread.parent_id !== to.channel) continue;
    if (BigInt(thread.id) < BigInt(since)) continue;
    const start = (BigInt(thread.id) - 1n).toString();
    const message = await inChannel(poster, thread.id, key, start);
    if (message) {
      return receiptOf(message, { guild: to.workspace, channel: to.channel, message: thread.id });
    }
  }
  return undefined;
}
