/** Posts pages, finds pages that were posted, and speaks to one person. */

import { randomUUID } from "node:crypto";
import { type APIChannel, ChannelType, Routes } from "discord.js";
import { DeliveryError, type Destination, type Page, plainText, type Receipt } from "#core";
import { followUpButton } from "./additions.ts";
import { shortKey } from "./custom-id.ts";
import type { Directory, KnownChannel } from "./directory.ts";
import { placeOf } from "./place.ts";
import type { Letter, Poster } from "./post.ts";
import { receiptOf } from "./receipt.ts";
import { renderPage } from "./render.ts";
import { isForum, type Threads } from "./threads.ts";

export interface Sender {
  /** @throws DeliveryError */
  send(to: Destination, page: Page, key: string): Promise<Receipt>;
  /** @throws DeliveryError */
  tell(person: string, page: Page): Promise<void>;
  /** The channel, asked for once when the gateway has not told. @throws DeliveryError */
  channel(id: string): Promise<KnownChannel>;
}

export function createSender(poster: Poster, threads: Threads, directory: Directory): Sender {
  async function channel(id: string): Promise<KnownChannel> {
    const known = directory.channel(id);
    if (known) return known;
    const found = knownOf(await poster.ask<APIChannel>("GET", Routes.channel(id)));
    directory.learn(found);
    return found;
  }

  async function toChannel(to: Destination, page: Page, letter: Letter): Promise<Receipt> {
    refuse(directory, to, "post");
    const known = directory.channel(to.channel);
    if (isForum(known)) return toForum(known, to, page, letter);
    try {
      const message = await poster.post(to.channel, letter);
      return receiptOf(message, {
        guild: to.workspace,
        channel: to.channel,
        message: message.id,
      });
    } catch (error) {
      // What kind of channel it is was not known.
      if (!(error instanceof DeliveryError) || !noMessages.has(error.code)) throw error;
      const found = await channel(to.channel);
      if (!isForum(found)) throw error;
      return toForum(found, to, page, letter);
    }
  }

  async function toForum(
    forum: KnownChannel,
    to: Destination,
    page: Page,
    { components }: Letter,
  ): Promise<Receipt> {
    const thread = await threads.post(forum, plainText(page.document.title), { components });
    return receiptOf(
      { id: thread, channel_id: thread },
      { guild: to.workspace, channel: forum.id, message: thread },
    );
  }

  /** Below a message; where there can be no thread, as an answer to it. */
  async function toThread(to: Destination, page: Page, letter: Letter): Promise<Receipt> {
    const place = placeOf(to.thread ?? "");
    refuse(directory, to, "post-in-thread");
    const thread = await threads.below(place, plainText(page.document.title));
    const message =
      thread === undefined
        ? await poster.post(place.channel, { ...letter, answers: place.message })
        : await poster.post(thread, letter);
    return receiptOf(message, place);
  }

  return {
    channel,
    async send(to, page, key) {
      const short = shortKey(key);
      const root = to.thread === undefined ? undefined : placeOf(to.thread).message;
      const letter: Letter = {
        components: renderPage(page, { buttons: [followUpButton({ key: short, root })] }),
        nonce: short,
      };
      return to.thread === undefined ? toChannel(to, page, letter) : toThread(to, page, letter);
    },
    async tell(person, page) {
      const { id } = await poster.ask<APIChannel>("POST", Routes.userChannels(), {
        body: { recipient_id: person },
      });
      await poster.post(id, { components: renderPage(page), nonce: shortKey(randomUUID()) });
    },
  };
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const noMessages = new Set(["40058", "50008", "50024"]);

/** Does not ask Discord for what would surely be refused: refusals count towards a ban. */
function refuse(directory: Directory, to: Destination, act: "post" | "post-in-thread"): void {
  const code = directory.refusal(to.workspace, to.channel, act);
  if (code === undefined) return;
  throw new DeliveryError(`Discord would not take the message (${code})`, {
    retry: "never",
    code,
  });
}

function knownOf(channel: APIChannel): KnownChannel {
  const parent = isThreadType(channel.type) && "parent_id" in channel ? channel.parent_id : null;
  return {
    id: channel.id,
    type: channel.type,
    ...(parent && { parent }),
    ...("available_tags" in channel && {
      tags: channel.available_tags.map(({ id }) => id),
      tagRequired: ((channel.flags ?? 0) & requireTag) !== 0,
    }),
  };
}

/** https://docs.discord.com/developers/resources/channel#channel-object-channel-flags */
const requireTag = 1 << 4;

export function isThreadType(type: ChannelType | undefined): boolean {
  return (
    type === ChannelType.PublicThread ||
    type === ChannelType.PrivateThread ||
    type === ChannelType.AnnouncementThread
  );
}
