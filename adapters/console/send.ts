/** Posting to the room: what the outbox calls for digests, and `receive.ts` for answers. */
import {
  type Adapter,
  type Clock,
  DeliveryError,
  type Page,
  type Previewed,
  type ReplyFile,
} from "#core";
import type { PictureShelf } from "./picture-shelf.ts";
import { footnotesOf, pageHtml } from "./render.ts";
import { type Room, type Stored, threadId, threadMessage } from "./room.ts";
import type { WireFile } from "./wire.ts";

export interface Sender {
  send: Adapter["send"];
  find: NonNullable<Adapter["find"]>;
  tell: NonNullable<Adapter["tell"]>;
  /** Posts a page as one message. */
  post(page: Page, where: Where): Stored;
}

interface Where {
  readonly channel: string;
  readonly thread?: number | undefined;
  readonly private: boolean;
  readonly key?: string;
  readonly files?: readonly ReplyFile[];
  readonly previewed?: Previewed;
}

export function createSender(room: Room, clock: Clock, shelf?: PictureShelf): Sender {
  function post(page: Page, where: Where): Stored {
    const files = where.files ?? [];
    return room.post((id) => ({
      channel: where.channel,
      ...(where.thread !== undefined && { thread: where.thread }),
      ...(where.key !== undefined && { key: where.key }),
      author: "bot",
      at: clock.now().toString(),
      text: page.notification,
      html: pageHtml(page, id, shelf),
      private: where.private,
      footnotes: footnotesOf(page.document),
      files: files.map((file, index) => wireFile(file, id, index)),
      contents: files,
      ...(where.previewed && { previewed: where.previewed }),
    }));
  }

  return {
    post,
    send(to, page, key) {
      const channel = room.channels.find((each) => each.id === to.channel);
      if (to.platform !== "console" || to.workspace !== "local" || !channel) {
        return refuse(`there is no channel "${to.channel}" in the console`, "channel-not-found");
      }
      const thread = to.thread === undefined ? undefined : threadMessage(channel.id, to.thread);
      if (to.thread !== undefined && (thread === undefined || !room.get(thread))) {
        return refuse(`there is no thread "${to.thread}" in the console`, "thread-not-found");
      }
      return Promise.resolve(
        receiptOf(
          post(page, {
            ...{ channel: channel.id, thread, private: false, key },
            previewed: { type: "digest", document: page.document, key },
          }),
        ),
      );
    },
    find(to, key) {
      const message = room.messages.find((each) => each.key === key && each.channel === to.channel);
      return Promise.resolve(message && receiptOf(message));
    },
    tell(_workspace, _person, page) {
      post(page, { channel: "direct", private: true });
      return Promise.resolve();
    },
  };
}

export function receiptOf(message: Stored) {
  return {
    message: String(message.id),
    at: message.at,
    thread: threadId(message.channel, message.thread ?? message.id),
    url: `/#message-${message.id}`,
  };
}

function refuse(message: string, code: string): Promise<never> {
  return Promise.reject(new DeliveryError(message, { retry: "never", code }));
}

function wireFile(file: ReplyFile, message: number, index: number): WireFile {
  return {
    name: file.name,
    url: `/api/files/${message}/${index}`,
    picture: /^image\/(?:png|jpeg|webp)$/.test(file.type),
    alt: file.alt,
  };
}
