/** Who speaks, where, and what the bot may do there: from Discord's payloads to the core's words. */

import {
  type APIInteraction,
  type APIMessage,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
} from "discord.js";
import type { Origin } from "#core";
import { askIdIn } from "./custom-ids-in.ts";
import type { KnownChannel } from "./directory.ts";
import { may, mayManage } from "./permissions.ts";
import { noGuild, type Place, platform, threadId } from "./place.ts";
import { isThreadType } from "./send.ts";

/** An interaction's origin. `below`: the message whose conversation a button goes on with. */
export function originOf(interaction: APIInteraction, below?: Place): Origin {
  const { guild_id: guild = noGuild, channel, member } = interaction;
  const here = hereOf(interaction);
  const direct =
    (channel === undefined ? guild === noGuild : channel.type === ChannelType.DM) &&
    interaction.context !== InteractionContextType.PrivateChannel;
  const thread = here.thread ?? below;
  return {
    platform,
    workspace: guild,
    channel: here.channel,
    ...(thread && !direct && { thread: threadId(thread) }),
    person: personOf(interaction),
    direct,
    canPost: direct || canPost(interaction),
    mayManage: direct || (member !== undefined && mayManage(BigInt(member.permissions))),
    ...("locale" in interaction && { locale: interaction.locale }),
  };
}

function personOf(interaction: APIInteraction): string {
  return interaction.member?.user.id ?? interaction.user?.id ?? "";
}

/** The channel, and the thread when it was said in one. */
export function hereOf(interaction: APIInteraction): {
  readonly channel: string;
  readonly thread?: Place;
} {
  const { guild_id: guild = noGuild, channel } = interaction;
  const id = channel?.id ?? interaction.channel_id ?? "";
  const parent =
    isThreadType(channel?.type) && channel && "parent_id" in channel
      ? (channel.parent_id ?? undefined)
      : undefined;
  if (!isThreadType(channel?.type)) return { channel: id };
  return { channel: parent ?? id, thread: { guild, channel: parent ?? id, message: id } };
}

/** Installed in this server, and allowed to post in this channel or thread. */
function canPost(interaction: APIInteraction): boolean {
  if (interaction.guild_id === undefined) return false;
  const owners = interaction.authorizing_integration_owners as
    | Partial<Record<ApplicationIntegrationType, string>>
    | undefined;
  if (owners && owners[ApplicationIntegrationType.GuildInstall] === undefined) return false;
  const given: string | undefined = interaction.app_permissions;
  if (given === undefined) return true;
  const permissions = BigInt(given);
  return may(permissions, isThreadType(interaction.channel?.type) ? "post-in-thread" : "post");
}

/**
 * The message that the conversation of a message of ours began with: it names it in its button, or
 * is it itself.
 */
export function rootOf(message: Pick<APIMessage, "id" | "components">): string {
  return askIdIn(message)?.root ?? message.id;
}

/** Where a channel stands: itself at the top level, or a thread below its parent. */
export function placeIn(guild: string, channel: KnownChannel): { channel: string; thread?: Place } {
  if (channel.parent === undefined) return { channel: channel.id };
  return {
    channel: channel.parent,
    thread: { guild, channel: channel.parent, message: channel.id },
  };
}
