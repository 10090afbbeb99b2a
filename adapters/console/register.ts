import type { Bot } from "#core";
import type { Room } from "./room.ts";
import type { WireMessage, WireRoom } from "./wire.ts";

/**
 * What the page needs to offer commands and to show the room as it is. Platforms that keep a
 * registry of commands are told of them here; the console's page is told on each connection.
 */
export function registration(bot: Bot, room: Room, commandName: string): WireRoom {
  return {
    commandName,
    commands: bot.commands,
    channels: room.channels,
    messages: room.messages.map(wireMessage),
  };
}

/** A message without what stays on the server. */
export function wireMessage({
  key: _key,
  contents: _contents,
  previewed,
  ...message
}: WireMessage & {
  readonly key?: string;
  readonly contents?: unknown;
  readonly previewed?: unknown;
}): WireMessage {
  return { ...message, preview: previewed !== undefined };
}
