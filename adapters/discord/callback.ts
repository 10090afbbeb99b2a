/**
 * Answers to one interaction: the first within three seconds, others within fifteen minutes. Discord
 * takes one first answer only, so that it also decides who answers when an interaction came twice.
 * https://docs.discord.com/developers/interactions/receiving-and-responding
 */

import {
  type APIInteraction,
  type APIInteractionResponse,
  type APIMessage,
  type APIMessageTopLevelComponent,
  DiscordAPIError,
  InteractionResponseType,
  MessageFlags,
  RateLimitError,
  type REST,
  Routes,
} from "discord.js";
import type { ReplyFile } from "#core";
import { uploads } from "./files.ts";
import { bodyOf } from "./post.ts";

export interface Content {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly files?: readonly ReplyFile[];
}

export interface Callback {
  /** First answer: a message. False when somebody answered before, or it is too late. */
  say(content: Content, ephemeral: boolean): Promise<Said | false>;
  /** First answer: this message is changed. */
  update(content: Content): Promise<boolean>;
  /** First answer: the answer will come. */
  defer(how: "ephemeral" | "public" | "update"): Promise<boolean>;
  /** First answer: anything else. */
  respond(response: APIInteractionResponse): Promise<boolean>;
  /** Changes the first answer, or fills what was deferred. */
  edit(content: Content): Promise<APIMessage>;
  /** One more message. */
  more(content: Content, ephemeral: boolean): Promise<APIMessage>;
}

interface Said {
  /** The platform's id of the message, when Discord told it. */
  readonly message?: string;
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const acknowledged = 40_060;
const unknownInteraction = 10_062;

export function createCallback(rest: REST, interaction: APIInteraction): Callback {
  const { id, token, application_id: application } = interaction;

  async function respond(response: APIInteractionResponse, files?: readonly ReplyFile[]) {
    const request = () =>
      rest.post(Routes.interactionCallback(id, token), {
        auth: false,
        body: response,
        query: new URLSearchParams({ with_response: "true" }),
        ...(files && files.length > 0 && { files: uploads(files).files }),
      });
    try {
      return ((await request()) ?? {}) as { resource?: { message?: APIMessage } };
    } catch (error) {
      if (isRefused(error)) return false;
      if (error instanceof DiscordAPIError || error instanceof RateLimitError) throw error;
    }
    // It may have arrived all the same; Discord refuses a second first answer.
    try {
      return ((await request()) ?? {}) as { resource?: { message?: APIMessage } };
    } catch (error) {
      if (error instanceof DiscordAPIError && error.code === acknowledged) return {};
      if (isRefused(error)) return false;
      throw error;
    }
  }

  const original = Routes.webhookMessage(application, token);

  return {
    async say(content, ephemeral) {
      const answer = await respond(
        {
          type: InteractionResponseType.ChannelMessageWithSource,
          data: bodyOf(content, ephemeral ? MessageFlags.Ephemeral : 0) as never,
        },
        content.files,
      );
      if (answer === false) return false;
      const message = answer.resource?.message?.id;
      return message === undefined ? {} : { message };
    },
    async update(content) {
      const response = {
        type: InteractionResponseType.UpdateMessage,
        // Files of what was there before go.
        data: { attachments: [], ...bodyOf(content) } as never,
      } as const;
      return (await respond(response, content.files)) !== false;
    },
    async defer(how) {
      const response: APIInteractionResponse =
        how === "update"
          ? { type: InteractionResponseType.DeferredMessageUpdate }
          : {
              type: InteractionResponseType.DeferredChannelMessageWithSource,
              // No other flag may be set here; that of components goes on the edit.
              data: how === "ephemeral" ? { flags: MessageFlags.Ephemeral } : {},
            };
      return (await respond(response)) !== false;
    },
    respond: async (response) => (await respond(response)) !== false,
    edit: (content) =>
      rest.patch(original, {
        auth: false,
        body: bodyOf(content),
        ...filesOf(content),
      }) as Promise<APIMessage>,
    more: (content, ephemeral) =>
      rest.post(Routes.webhook(application, token), {
        auth: false,
        body: bodyOf(content, ephemeral ? MessageFlags.Ephemeral : 0),
        ...filesOf(content),
      }) as Promise<APIMessage>,
  };
}

function filesOf({ files = [] }: Content) {
  return files.length > 0 ? { files: uploads(files).files } : {};
}

function isRefused(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    (error.code === acknowledged || error.code === unknownInteraction)
  );
}
