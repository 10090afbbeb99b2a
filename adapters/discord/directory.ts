/**
 * What the gateway has told about servers and channels, so that nothing is asked or tried that is
 * known already. Knows nothing before the gateway is ready, and on a replica that holds none.
 */
import { ChannelType, type Client, type Guild, type GuildBasedChannel } from "discord.js";
import { type Act, may, mayManage, type Overwrite, permissionsIn } from "./permissions.ts";
import { noGuild } from "./place.ts";
import { createRecent } from "./recent.ts";

export interface KnownChannel {
  readonly id: string;
  readonly type: ChannelType;
  readonly parent?: string;
  /** Tags of a forum, any of which may be required of a post. */
  readonly tags?: readonly string[];
  readonly tagRequired?: boolean;
}

export interface Directory {
  channel(id: string): KnownChannel | undefined;
  /** A channel that was asked for or made, and of which the gateway may say nothing. */
  learn(channel: KnownChannel): void;
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

  return {
    channel(id) {
      const known = client()?.channels.cache.get(id);
      if (!known) return learned.get(id);
      const parent = "parentId" in known && known.isThread() ? known.parentId : undefined;
      const forum = known.type === ChannelType.GuildForum || known.type === ChannelType.GuildMedia;
      return {
        id,
        type: known.type,
        ...(parent && { parent }),
        ...(forum && {
          tags: known.availableTags.map((tag) => tag.id),
          tagRequired: known.flags.has("RequireTag"),
        }),
      };
    },
    learn: (channel) => learned.set(channel.id, channel),
    refusal(guild, channel, act) {
      const here = client();
      if (guild === noGuild || !here?.isReady()) return undefined;
      const known = guildOf(guild);
      if (!known) return "10004";
      const me = known.members.me;
      if (!known.available || !me) return undefined;
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

function overwritesOf(channel: GuildBasedChannel): readonly Overwrite[] {
  const holder = channel.isThread() ? channel.parent : channel;
  if (!holder || !("permissionOverwrites" in holder)) return [];
  return holder.permissionOverwrites.cache.map(({ id, allow, deny }) => ({
    id,
    allow: allow.bitfield,
    deny: deny.bitfield,
  }));
}
