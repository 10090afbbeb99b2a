/** Interactions: first answers, edits and follow-ups. */
import { messageOf } from "./payloads.ts";
import {
  type Answer,
  type Asked,
  type Interaction,
  type Json,
  type RestParts,
  type Route,
  refusal,
} from "./request.ts";
import { choiceFaults, messageFaults, modalFaults } from "./rules.ts";
import type { Message } from "./state.ts";

export interface InteractionParts extends RestParts {
  write(channel: string, asked: Asked, more?: Partial<Message>): Message;
  rewrite(message: Message, asked: Asked): void;
  faulty(asked: Asked, faults: readonly string[]): Answer | undefined;
}

export function interactionRoutes(parts: InteractionParts): readonly Route[] {
  const { state, interactions, write, rewrite, faulty } = parts;

  function callback(asked: Asked, [id = "", token = ""]: readonly string[]): Answer {
    const interaction = interactions.get(token);
    if (!interaction || interaction.id !== id) return refusal(404, 10_062, "Unknown interaction");
    if (interaction.callback) return refusal(400, 40_060, "Already acknowledged");
    const type = Number(asked.body["type"]);
    const data = (asked.body["data"] ?? {}) as Json;
    const fault = faulty(asked, callbackFaults(type, data, asked.files));
    if (fault) return fault;
    interaction.callback = { type, data };
    const inner = { ...asked, body: data };
    if (type === 4 || type === 5) {
      interaction.messages.push(shown(interaction, inner));
    }
    if (type === 7 && interaction.source) rewrite(interaction.source, inner);
    const [message] = interaction.messages;
    const resource = message && { type, message: messageOf(message, state, "bot") };
    return asked.query.get("with_response") === "true"
      ? { status: 200, body: { interaction: { id, type }, ...(resource && { resource }) } }
      : { status: 204 };
  }

  function shown(interaction: Interaction, asked: Asked) {
    const ephemeral = (Number(asked.body["flags"] ?? 0) & 64) !== 0;
    const message = { ...write(interaction.channel, asked, { byInteraction: true }), ephemeral };
    if (!ephemeral) state.channels.get(interaction.channel)?.messages.push(message);
    return message;
  }

  function callbackFaults(type: number, data: Json, files: readonly string[]): string[] {
    if (type === 4 || type === 7) {
      return messageFaults(
        data,
        "IncomingWebhookUpdateForInteractionCallbackRequestPartial",
        files,
      );
    }
    if (type === 5) {
      return (Number(data["flags"] ?? 0) & ~64) !== 0 ? ["only EPHEMERAL on a deferral"] : [];
    }
    if (type === 8) return choiceFaults((data["choices"] as never) ?? []);
    if (type === 9) return modalFaults(data);
    return type === 6 ? [] : [`callback of type ${type}`];
  }

  function followUp(asked: Asked, [, token = ""]: readonly string[]): Answer {
    const interaction = interactions.get(token);
    if (!interaction?.callback) return refusal(404, 10_015);
    const fault = faulty(
      asked,
      messageFaults(asked.body, "IncomingWebhookRequestPartial", asked.files),
    );
    if (fault) return fault;
    const message = shown(interaction, asked);
    interaction.messages.push(message);
    return { status: 200, body: messageOf(message, state, "bot") };
  }

  function editOriginal(asked: Asked, [, token = ""]: readonly string[]): Answer {
    const interaction = interactions.get(token);
    if (!interaction?.callback) return refusal(404, 10_015);
    const fault = faulty(
      asked,
      messageFaults(asked.body, "IncomingWebhookUpdateRequestPartial", asked.files),
    );
    if (fault) return fault;
    const updates = interaction.callback.type === 6 || interaction.callback.type === 7;
    const message = updates ? interaction.source : interaction.messages[0];
    if (!message) return refusal(404, 10_008);
    const wasEphemeral = "ephemeral" in message && message.ephemeral;
    rewrite(message, asked);
    if (wasEphemeral) message.flags |= 64;
    return { status: 200, body: messageOf(message, state, "bot") };
  }

  return [
    ["POST", /^\/interactions\/(\d+)\/([^/]+)\/callback$/, callback],
    ["POST", /^\/webhooks\/(\d+)\/([^/]+)$/, followUp],
    ["PATCH", /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/, editOriginal],
  ];
}
