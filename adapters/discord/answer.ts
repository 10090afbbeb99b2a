/** Posts a reply's pages where they belong: the first in place, the others below it. */

import type { APIMessage } from "discord.js";
import {
  DeliveryError,
  type Document,
  type Page,
  plainText,
  type Receipt,
  type Reply,
  type ReplyFile,
} from "#core";
import { followUpButton, lineButton } from "./additions.ts";
import type { Posting } from "./answers.ts";
import type { ButtonSpec } from "./buttons.ts";
import type { Leaves } from "./leaves.ts";
import { noGuild, type Place } from "./place.ts";
import type { Letter, Poster } from "./post.ts";
import { receiptOf } from "./receipt.ts";
import { renderPage } from "./render.ts";
import type { Threads } from "./threads.ts";

interface Where {
  readonly guild: string;
  readonly channel: string;
  /** Conversation that it goes on with: posted below its first message. */
  readonly below?: Place;
  /** Message that it answers, in the same channel; the conversation is `below`, if any. */
  readonly answers?: string;
  /** At most 20 characters, the same for a repeated attempt. */
  readonly nonce: string;
}

export interface Posted {
  readonly receipt: Receipt;
  /** Where the first page went. */
  readonly channel: string;
  readonly messages: readonly Posting[];
}

export interface Answerer {
  /** @throws DeliveryError */
  post(reply: Reply, where: Where): Promise<Posted>;
}

/** A person waits: a limit is waited out here, and a lost answer asked for again by its nonce. */
const attempts = 3;
const longestWait = Temporal.Duration.from({ seconds: 10 });
const pause = Temporal.Duration.from({ milliseconds: 500 });

export function createAnswerer(
  leaves: Leaves,
  poster: Poster,
  threads: Threads,
  wait: (span: Temporal.Duration) => Promise<void>,
): Answerer {
  async function patiently(channel: string, letter: Letter): Promise<APIMessage> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await poster.post(channel, letter);
      } catch (error) {
        const span = attempt < attempts ? worthWaiting(error) : undefined;
        if (!span) throw error;
        await wait(span);
      }
    }
  }

  return {
    async post(reply, where) {
      const { guild, channel, below, answers, nonce } = where;
      const title = plainText(reply.document.title);
      // A reply stays where it was asked; anything else goes into the thread.
      const thread = below && answers === undefined ? await threads.below(below, title) : undefined;
      const letters = await leaves.open(reply, below?.message, { guild, key: nonce });
      const [first, ...rest] = letters;
      if (!first) throw new RangeError("a document has at least one page");
      const at = thread ?? below?.channel ?? channel;
      const reference = answers ?? (below && thread === undefined ? below.message : undefined);
      const message = await patiently(answers === undefined ? at : channel, {
        ...first,
        nonce: `${nonce}.1`,
        ...(reference !== undefined && { answers: reference }),
      });
      const place: Place = below ?? { guild, channel, message: message.id };
      const depth =
        rest.length > 0 && thread === undefined && guild !== noGuild && below?.message !== channel
          ? await threads.below(place, title).catch(() => undefined)
          : undefined;
      const messages: Posting[] = [{ channel: message.channel_id, id: message.id }];
      for (const [index, letter] of rest.entries()) {
        const page = { ...letter, nonce: `${nonce}.${index + 2}` };
        const { channel_id: where, id } = await patiently(depth ?? message.channel_id, page);
        messages.push({ channel: where, id });
      }
      return { receipt: receiptOf(message, place), channel: message.channel_id, messages };
    },
  };
}

/** Pages with the buttons that belong on the last one, and images where their charts are. */
export function lettersOf(
  pages: readonly Page[],
  reply: Reply,
  root: string | undefined,
): readonly Letter[] {
  const files = filesOf(pages, reply);
  return pages.map((page, index): Letter => {
    // The first page is the one in the channel, where people look.
    const ends = index === 0 || index === pages.length - 1;
    return letterOf(page, files[index] ?? [], ends ? buttonsOf(reply, root) : []);
  });
}

export function letterOf(
  page: Page,
  files: readonly ReplyFile[],
  buttons: readonly ButtonSpec[] = [],
): Letter {
  const components = renderPage(page, { buttons, files });
  return { components, ...(files.length > 0 && { files }) };
}

/** Of each page: images are in the order of the charts; what has no chart goes below everything. */
export function filesOf(
  pages: readonly Page[],
  { files }: Reply,
): readonly (readonly ReplyFile[])[] {
  const images = files.filter(isImage);
  const others = files.filter((file) => !isImage(file));
  return pages.map(({ document }, index) =>
    index === pages.length - 1
      ? [...images.splice(0), ...others]
      : images.splice(0, chartsOn(document)),
  );
}

export function isImage({ type }: ReplyFile): boolean {
  return type.startsWith("image/");
}

export function buttonsOf(reply: Reply, root: string | undefined) {
  // Help, settings and mistakes are no conversation.
  if (reply.visibility === "private" && reply.document.sources.length === 0) return [];
  const evidence = reply.answered && reply.citations.length > 0;
  return [...(evidence ? lineButton("post.evidence", "why") : []), followUpButton({ root })];
}

function chartsOn({ blocks }: Document): number {
  return blocks.filter(({ type }) => type === "chart").length;
}

/** Undefined when another attempt changes nothing, or would take too long. */
function worthWaiting(error: unknown): Temporal.Duration | undefined {
  if (!(error instanceof DeliveryError)) return undefined;
  if (error.retry === "unclear") return pause;
  if (error.retry !== "later") return undefined;
  const span = error.retryAfter ?? pause;
  return Temporal.Duration.compare(span, longestWait) <= 0 ? span : undefined;
}
