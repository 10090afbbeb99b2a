/** Discord's payloads of what the state holds, with the fields that its documentation promises. */
import type { Channel, Message, State } from "./state.ts";

/** What an ordinary member and the bot may do: view, send, threads, history, files, commands. */
export const usualPermissions = (
  (1n << 10n) |
  (1n << 11n) |
  (1n << 14n) |
  (1n << 15n) |
  (1n << 16n) |
  (1n << 31n) |
  (1n << 35n) |
  (1n << 38n)
).toString();

export function userOf(id: string, bot: boolean) {
  return {
    id,
    username: bot ? "backchannel" : `user-${id}`,
    discriminator: "0",
    global_name: null,
    avatar: null,
    bot,
  };
}

export function channelOf(channel: Channel, state: State) {
  const thread = channel.parent !== undefined;
  return {
    id: channel.id,
    type: channel.type,
    ...(channel.guild && { guild_id: channel.guild, name: channel.name, position: 0, nsfw: false }),
    ...(channel.guild && !thread && { permission_overwrites: overwritesOf(channel, state) }),
    parent_id: channel.parent ?? null,
    flags: channel.tagRequired ? 16 : 0,
    last_message_id: null,
    ...(channel.type === 15 && {
      available_tags: channel.tags.map((id) => ({ id, name: "tag", moderated: false })),
    }),
    ...(thread && {
      owner_id: state.bot,
      message_count: 0,
      member_count: 1,
      thread_metadata: {
        archived: channel.archived ?? false,
        auto_archive_duration: 10_080,
        archive_timestamp: "2026-11-22T09:00:00.000Z",
        locked: false,
      },
    }),
    ...(channel.type === 1 && { recipients: [] }),
  };
}

function overwritesOf(channel: Channel, state: State) {
  const denied = (channel.closed ? 1n << 11n : 0n) | (channel.closed === "50001" ? 1n << 10n : 0n);
  const threads = channel.threadless ? 1n << 35n : 0n;
  if ((denied | threads) === 0n) return [];
  return [{ id: state.bot, type: 1, allow: "0", deny: (denied | threads).toString() }];
}

export function messageOf(
  message: Message,
  state: State,
  reader: "bot" | "nobody",
): Readonly<Record<string, unknown>> {
  const replied = message.replyTo ? state.message(message.channel, message.replyTo) : undefined;
  const pinged = mentionsIn(message, state);
  return {
    id: message.id,
    channel_id: message.channel,
    author: userOf(message.author, message.bot),
    content: reader === "bot" ? message.content : "",
    timestamp: message.at,
    edited_timestamp:
      message.edits > 0 ? new Date(Date.parse(message.at) + message.edits).toISOString() : null,
    tts: false,
    mention_everyone: false,
    mentions: pinged.map((id) => userOf(id, id === state.bot)),
    mention_roles: message.content.includes(`<@&${state.botRole}>`) ? [state.botRole] : [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: message.replyTo ? 19 : 0,
    flags: message.flags,
    components: message.components,
    ...(message.nonce && { nonce: message.nonce }),
    ...(message.replyTo && {
      message_reference: { type: 0, message_id: message.replyTo, channel_id: message.channel },
      referenced_message: replied ? messageOf({ ...replied, replyTo: "" }, state, "bot") : null,
    }),
  };
}

/** Whom a person's message calls: by name, or with a reply that pings. */
function mentionsIn(message: Message, state: State): readonly string[] {
  if (message.bot) return [];
  const named = message.content.includes(`<@${state.bot}>`);
  const replied = message.replyTo ? state.message(message.channel, message.replyTo) : undefined;
  const pings = replied?.author === state.bot && !message.content.startsWith("[no ping]");
  return named || pings ? [state.bot] : [];
}

/**
 * True when the bot may read what a message says without the message content intent.
 * https://docs.discord.com/developers/gateway/you-might-not-need-a-privileged-intent
 */
export function readable(message: Message, state: State): boolean {
  if (message.author === state.bot) return true;
  if (state.channels.get(message.channel)?.type === 1) return true;
  if (message.content.includes(`<@${state.bot}>`)) return true;
  if (message.content.includes(`<@&${state.botRole}>`)) return true;
  const replied = message.replyTo ? state.message(message.channel, message.replyTo) : undefined;
  return (
    replied?.author === state.bot && !replied.byInteraction && mentionsIn(message, state).length > 0
  );
}

export function guildOf(state: State) {
  const channels = [...state.channels.values()].filter(({ guild }) => guild !== undefined);
  return {
    id: state.guild,
    name: "Desk",
    owner_id: state.owner,
    unavailable: false,
    large: false,
    member_count: 2,
    features: [],
    emojis: [],
    stickers: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    preferred_locale: "en-US",
    joined_at: "2026-01-01T00:00:00.000Z",
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_progress_bar_enabled: false,
    system_channel_flags: 0,
    afk_timeout: 300,
    roles: [
      role(state.guild, "@everyone", {}),
      role(state.botRole, "backchannel", { managed: true, tags: { bot_id: state.bot } }),
    ],
    members: [
      {
        user: userOf(state.bot, true),
        roles: [state.botRole],
        joined_at: "2026-01-01T00:00:00.000Z",
        deaf: false,
        mute: false,
        flags: 0,
      },
    ],
    channels: channels
      .filter(({ parent }) => parent === undefined)
      .map((each) => channelOf(each, state)),
    threads: channels
      .filter(({ parent, archived }) => parent !== undefined && !archived)
      .map((each) => channelOf(each, state)),
  };
}

function role(id: string, name: string, more: object) {
  return {
    id,
    name,
    color: 0,
    hoist: false,
    position: 0,
    permissions: usualPermissions,
    managed: false,
    mentionable: false,
    flags: 0,
    ...more,
  };
}
