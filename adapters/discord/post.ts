/** One message to one channel: the request itself, with what must hold for every message. */

import {
  type APIMessage,
  type APIMessageTopLevelComponent,
  MessageFlags,
  Routes,
} from "discord.js";
import { DeliveryError, type ReplyFile } from "#core";
import { countsAsInvalid, deliveryErrorOf } from "./delivery-error.ts";
import { uploads } from "./files.ts";
import type { InvalidRequests } from "./invalid-requests.ts";
import type { Pace } from "./pace.ts";
import type { Rest } from "./rest.ts";

/** https://docs.discord.com/developers/resources/message#allowed-mentions-object */
const nobody = { parse: [] as never[] };

export interface Letter {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly files?: readonly ReplyFile[];
  /** At most 25 characters; the same one within minutes gives the same message. */
  readonly nonce?: string;
  /** Message in the same channel that it answers. */
  readonly answers?: string;
}

export interface Poster {
  /** @throws DeliveryError */
  post(channel: string, letter: Letter): Promise<APIMessage>;
  /** @throws DeliveryError */
  edit(channel: string, message: string, letter: Letter): Promise<void>;
  /** Any other request with the bot's token. @throws DeliveryError */
  ask<Answer>(
    method: "DELETE" | "GET" | "PATCH" | "POST" | "PUT",
    route: `/${string}`,
    options?: { readonly body?: unknown; readonly query?: Readonly<Record<string, string>> },
  ): Promise<Answer>;
}

export function createPoster(rest: Rest, invalid: InvalidRequests, pace: Pace): Poster {
  async function guarded<Answer>(bucket: string, request: () => Promise<unknown>): Promise<Answer> {
    if (rest.stopped) {
      throw new DeliveryError("Discord is disconnected", { retry: "later", code: "stopped" });
    }
    invalid.check();
    try {
      return (await pace.keep(bucket, request)) as Answer;
    } catch (error) {
      if (countsAsInvalid(error)) invalid.refused();
      throw deliveryErrorOf(error);
    }
  }
  return {
    async post(channel, letter) {
      const posted = await guarded<APIMessage>(channel, () =>
        rest.api.post(Routes.channelMessages(channel), request(letter, true)),
      );
      invalid.posted();
      return posted;
    },
    edit: (channel, message, letter) =>
      guarded(`${channel} edits`, () =>
        rest.api.patch(Routes.channelMessage(channel, message), request(letter, false)),
      ),
    ask: (method, route, { body, query } = {}) =>
      guarded(`${method} ${route}`, () =>
        rest.api.request({
          method: method as never,
          fullRoute: route,
          ...(body === undefined ? {} : { body }),
          ...(query && { query: new URLSearchParams(query) }),
        }),
      ),
  };
}

/** Body of a message without what only some messages have. */
export function bodyOf(letter: Pick<Letter, "components" | "files">, flags = 0) {
  const files = letter.files ?? [];
  return {
    flags: MessageFlags.IsComponentsV2 | flags,
    components: letter.components,
    allowed_mentions: nobody,
    ...(files.length > 0 && { attachments: uploads(files).attachments }),
  };
}

function request(letter: Letter, isNew: boolean) {
  return {
    body: {
      ...bodyOf(letter),
      ...(isNew && letter.nonce !== undefined && { nonce: letter.nonce, enforce_nonce: true }),
      ...(isNew &&
        letter.answers !== undefined && {
          // fail_if_not_exists: a question deleted meanwhile must not lose its answer.
          message_reference: { message_id: letter.answers, fail_if_not_exists: false },
        }),
    },
    ...(letter.files && letter.files.length > 0 && { files: uploads(letter.files).files }),
  };
}
