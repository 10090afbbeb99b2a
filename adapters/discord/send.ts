/** Posts pages, finds pages that were posted, and speaks to one person. */

import { randomUUID } from "node:crypto";
import { type APIChannel, type APIMessage, ChannelType, Routes } from "discord.js";
import { DeliveryError, type Destination, type Page, plainText, type Receipt } from "#core";
import { followUpButton } from "./additions.ts";
import { shortKey } from "./custom-id.ts";
import type { Directory, KnownChannel } from "./directory.ts";
import type { InvalidRequests } from "./invalid-requests.ts";
import { placeOf } from "./place.ts";
import type { Letter, Poster } from "./post.ts";
import { receiptOf } from "./receipt.ts";
import { renderPage } from "./render.ts";
import { knownOf } from "./servers.ts";
import type { Standing } from "./standing.ts";
import { isForum, type Threads } from "./threads.ts";

export interface Sender {
  /** @throws DeliveryError */
  send(to: Destination, page: Page, key: string): Promise<Receipt>;
  /** @throws DeliveryError */
  tell(person: string, page: Page): Promise<void>;
  /** To one person, in a direct message. @throws DeliveryError */
  write(person: string, letters: readonly Letter[]): Promise<readonly APIMessage[]>;
  /** The channel, asked for once when the gateway has not told. @throws DeliveryError */
  channel(id: string): Promise<KnownChannel>;
}

export interface SenderParts {
  readonly poster: Poster;
  readonly threads: Threads;
  readonly directory: Directory;
  readonly standing: Standing;
  readonly invalid: InvalidRequests;
}

export function createSender(parts: SenderParts): Sender {
  const { poster, threads, directory, standing, invalid } = parts;

  async function channel(id: string): Promise<KnownChannel> {
    return directory.channel(id) ?? ask(id);
  }

  async function ask(id: string): Promise<KnownChannel> {
    const found = anyOf(await poster.ask<APIChannel>("GET", Routes.channel(id)));
    directory.learn(found);
    return found;
  }

  async function toChannel(to: Destination, page: Page, letter: Letter): Promise<Receipt> {
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
    const title = plainText(page.document.title);
    const post = (known: KnownChannel) => threads.post(known, title, { components });
    const thread = await post(forum).catch(async (error: unknown) => {
      if (!(error instanceof DeliveryError) || error.code !== needsTag) throw error;
      // The gateway may not have told of its tags.
      return post(await ask(forum.id));
    });
    return receiptOf(
      { id: thread, channel_id: thread },
      { guild: to.workspace, channel: forum.id, message: thread },
    );
  }

  /** Below a message; where there can be no thread, as an answer to it. */
  async function toThread(to: Destination, page: Page, letter: Letter): Promise<Receipt> {
    const place = placeOf(to.thread ?? "");
    const thread = await threads.below(place, plainText(page.document.title));
    const act = thread === undefined ? "post" : "post-in-thread";
    const message = await standing.attempt({ ...deedOf(to), act }, () =>
      thread === undefined
        ? poster.post(place.channel, { ...letter, answers: place.message })
        : poster.post(thread, letter),
    );
    return receiptOf(message, place);
  }

  async function write(person: string, letters: readonly Letter[]): Promise<readonly APIMessage[]> {
    // Who takes no messages is not known before, and each refusal counts.
    const leave = invalid.dare();
    if (!leave) {
      const options = { retry: "later", code: "too-many-invalid" } as const;
      throw new DeliveryError("Too many requests were refused lately", options);
    }
    try {
      const { id } = await poster.ask<APIChannel>("POST", Routes.userChannels(), {
        body: { recipient_id: person },
      });
      const messages: APIMessage[] = [];
      for (const letter of letters) messages.push(await poster.post(id, letter));
      return messages;
    } finally {
      leave();
    }
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
      if (to.thread !== undefined) return toThread(to, page, letter);
      return standing.attempt({ ...deedOf(to), act: "post" }, () => toChannel(to, page, letter));
    },
    tell: async (person, page) => {
      await write(person, [{ components: renderPage(page), nonce: shortKey(randomUUID()) }]);
    },
    write,
  };
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const noMessages = new Set(["40058", "50008", "50024"]);
const needsTag = "40067";

const deedOf = ({ workspace, channel }: Destination) => ({ guild: workspace, channel });

/** A channel or thread. */
function anyOf(channel: APIChannel): KnownChannel {
  const parent = isThreadType(channel.type) && "parent_id" in channel ? channel.parent_id : null;
  return { ...knownOf(channel), ...(parent && { parent }) };
}

export function isThreadType(type: ChannelType | undefined): boolean {
  return (
    type === ChannelType.PublicThread ||
    type === ChannelType.PrivateThread ||
    type === ChannelType.AnnouncementThread
  );
}
