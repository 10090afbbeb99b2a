/** Where things are said on Discord, as the core names it. */
import type { ThreadId } from "#core";

export const platform = "discord";

/** Stands for the server in a direct message, as in Discord's own addresses. */
export const noGuild = "@me";

/**
 * A conversation below a message. A thread on a message has the message's id, so that the same name
 * holds before the thread exists and after.
 * https://docs.discord.com/developers/topics/threads#public--private-threads
 */
export interface Place {
  readonly guild: string;
  readonly channel: string;
  readonly message: string;
}

export function threadId({ guild, channel, message }: Place): ThreadId {
  return `${platform}:${guild}:${channel}:${message}`;
}

/** The whole of a direct message, as the core names it. */
export function directPlace(channel: string): Place {
  return { guild: noGuild, channel, message: "direct" };
}

/** @throws RangeError when it is no thread of this platform. */
export function placeOf(thread: ThreadId): Place {
  const [of, guild, channel, message] = thread.split(":");
  if (of !== platform || !guild || !channel || !message) {
    throw new RangeError(`"${thread}" is no thread of ${platform}`);
  }
  return { guild, channel, message };
}

/** Everything below a server, or below one of its channels or threads. */
export function prefixOf(guild: string, channel?: string, message?: string): string {
  return `${[platform, guild, channel, message].filter((part) => part !== undefined).join(":")}:`;
}

/** The server of {@link prefixOf}. */
export const guildOf = (prefix: string): string => prefix.split(":")[1] ?? "";

/** Address that opens a message. */
export function messageUrl(guild: string, channel: string, message: string): string {
  return `https://discord.com/channels/${guild}/${channel}/${message}`;
}

/**
 * When the platform made an id.
 * https://docs.discord.com/developers/reference#snowflakes
 */
export function madeAt(snowflake: string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Number(BigInt(snowflake) >> 22n) + discordEpoch);
}

/** The smallest id made at or after an instant. */
export function firstIdAt(instant: Temporal.Instant): string {
  const since = Math.max(0, instant.epochMilliseconds - discordEpoch);
  return (BigInt(since) << 22n).toString();
}

const discordEpoch = 1_420_070_400_000;
