import type { APIMessage } from "discord.js";
import type { Receipt } from "#core";
import { madeAt, messageUrl, type Place, threadId } from "./place.ts";

/** Proof of a message, in the conversation that it belongs to. */
export function receiptOf(message: Pick<APIMessage, "id" | "channel_id">, place: Place): Receipt {
  return {
    message: message.id,
    at: madeAt(message.id).toString(),
    thread: threadId(place),
    url: messageUrl(place.guild, message.channel_id, message.id),
  };
}
