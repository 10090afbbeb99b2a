/**
 * What the gateway has told about servers and channels, so that nothing is asked or tried that is
 * known already. Knows nothing before the gateway is ready, and on a replica that holds none.
 */
import {
  type Channel,
  ChannelType,
  type Client,
  type Guild,
  type GuildBasedChannel,
} from "discord.js";
import { type Act, actsOf, may, mayManage, type Overwrite, permissionsIn } from "./permissions.ts";
import { noGuild } from "./place.ts";
import { createRecent } from "./recent.ts";
import type { Server } from "./servers.ts";

export interface KnownChannel {
  readonly id: string;
  readonly type: ChannelType;
  readonly parent?: string;
  /** Tags of a forum that anybody may set; one may be required of a post. */
  readonly tags?: readonly string[];
  readonly tagRequired?: boolean;
}

export interface Directory {
  channel(id: string): KnownChannel | undefined;
  /** A channel that was asked for or made, and of which the gateway may say nothing. */
  learn(channel: KnownChannel): void;
  /** True when the gateway tells what goes on in this server, or that the bot is not in it. */
  sees(guild: string): boolean;
  /** The channels of a server that the gateway tells of, with what the bot may do there. */
  server(guild: string): Server["channels"] | undefined;
  /** Discord's code for why a post there would be refused, when that is sure. */
  refusal(guild: string, channel: string, act: Act): string | undefined;
  /** The role that came with the bot, mentions of which mean the bot. */
  ownRole(guild: string): string | undefined;
  mayManage(guild: string, channel: string, member: string, roles: readonly string[]): boolean;
}

export function createDirectory(client: () => Client | undefined): Directory {
  const learned = createRecent<KnownChannel>(10_000);
  const guildOf = (id: string): Guild | undefined => client()?.guilds.cache.get(id);

  function standing(guild: string, channel: string, member: string, roles: readonly string[]) {
    const known = guildOf(guild);
    const place = known?.channels.cache.get(channel);
    if (!known || !place) return undefined;
    return permissionsIn({
      guild,
      owner: known.ownerId === member,
      member,
      roles,
      grants: new Map(known.roles.cache.map((role) => [role.id, role.permissions.bitfield])),
      overwrites: overwritesOf(place),
    });
  }

  function sees(id: string): boolean {
    if (!client()?.isReady()) return false;
    const guild = guildOf(id);
    return !guild || (guild.available && guild.members.me !== null);
  }

  return {
    channel(id) {
      const known = client()?.channels.cache.get(id);
      return known ? describe(known) : learned.get(id);
    },
    learn: (channel) => learned.set(channel.id, channel),
    sees,
    server(id) {
      const guild = guildOf(id);
      const me = guild?.members.me;
      if (!guild || !me || !sees(id)) return undefined;
      const roles = me.roles.cache.map((role) => role.id);
      return guild.channels.cache
        .filter((channel) => !channel.isThread())
        .map((channel) => ({
          ...describe(channel),
          may: actsOf(standing(id, channel.id, me.id, roles) ?? 0n),
        }));
    },
    refusal(guild, channel, act) {
      if (guild === noGuild || !sees(guild)) return undefined;
      const me = guildOf(guild)?.members.me;
      if (!me) return "10004";
      const roles = me.roles.cache.map((role) => role.id);
      const permissions = standing(guild, channel, me.id, roles);
      if (permissions === undefined || may(permissions, act)) return undefined;
      return "50013";
    },
    ownRole(guild) {
      const me = client()?.user?.id;
      return guildOf(guild)?.roles.cache.find((role) => role.tags?.botId === me)?.id;
    },
    mayManage(guild, channel, member, roles) {
      const permissions = standing(guild, channel, member, roles);
      return permissions !== undefined && mayManage(permissions);
    },
  };
}

function describe(channel: Channel): KnownChannel {
  const parent = "parentId" in channel && channel.isThread() ? channel.parentId : undefined;
  const forum = channel.type === ChannelType.GuildForum || channel.type === ChannelType.GuildMedia;
  return {
    id: channel.id,
    type: channel.type,
    ...(parent && { parent }),
    ...(forum && {
      tags: channel.availableTags.flatMap(({ id, moderated }) => (moderated ? [] : [id])),
      tagRequired: channel.flags.has("RequireTag"),
    }),
  };
}

function overwritesOf(channel: GuildBasedChannel): readonly Overwrite[] {
  const holder = channel.isThread() ? channel.parent : channel;
  if (!holder || !("permissionOverwrites" in holder)) return [];
  return holder.permissionOverwrites.cache.map(({ id, allow, deny }) => ({
    id,
    allow: allow.bitfield,
    deny: deny.bitfield,
  }));
}
