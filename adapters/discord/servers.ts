/**
 * What the bot may do in a server, asked for over REST in reads that are not refused: for where and
 * while no gateway tells.
 */
import {
  type APIChannel,
  type APIGuildMember,
  type APIUser,
  ChannelType,
  type RESTAPIPartialCurrentUserGuild,
  Routes,
} from "discord.js";
import type { Clock } from "#core";
import type { KnownChannel } from "./directory.ts";
import { type Act, actsOf, type Overwrite, overwritten } from "./permissions.ts";
import type { Poster } from "./post.ts";

/** A server as of an instant: its channels that the bot sees. Plain JSON. */
export interface Server {
  /** ISO instant. */
  readonly read: string;
  readonly channels: readonly (KnownChannel & { readonly may: readonly Act[] })[];
}

export interface Servers {
  /** Undefined when the bot is not in it. @throws DeliveryError when Discord cannot tell now. */
  read(guild: string): Promise<Server | undefined>;
}

/** Servers of the bot by id, as many as one request gives. */
interface Stretch {
  readonly at: Temporal.Instant;
  readonly from: bigint;
  /** Undefined when there are none behind it. */
  readonly to: bigint | undefined;
  readonly guilds: ReadonlyMap<string, RESTAPIPartialCurrentUserGuild>;
}

const stretchSize = 200;
const keptFor = Temporal.Duration.from({ minutes: 1 });

/** Channels that hold messages or posts. Threads are not listed. */
const speaking = new Set<ChannelType>([
  ChannelType.GuildText,
  ChannelType.GuildVoice,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildStageVoice,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
]);

export function createServers(poster: Poster, clock: Clock): Servers {
  let me: Promise<APIUser> | undefined;
  let stretches: Stretch[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  const reading = new Map<string, Promise<Server | undefined>>();

  function own(): Promise<APIUser> {
    me ??= poster.ask<APIUser>("GET", Routes.user()).catch((error: unknown) => {
      me = undefined;
      throw error;
    });
    return me;
  }

  /** The bot's own entry; a server that it is not in cannot be asked without being refused. */
  async function entry(guild: string): Promise<RESTAPIPartialCurrentUserGuild | undefined> {
    const now = clock.now();
    stretches = stretches.filter(({ at }) => Temporal.Duration.compare(at.until(now), keptFor) < 0);
    const id = BigInt(guild);
    const known = stretches.find(({ from, to }) => from <= id && (to === undefined || id <= to));
    if (known) return known.guilds.get(guild);
    const page = await poster.ask<RESTAPIPartialCurrentUserGuild[]>("GET", Routes.userGuilds(), {
      query: { after: (id - 1n).toString(), limit: String(stretchSize) },
    });
    const guilds = new Map(page.map((each) => [each.id, each]));
    const last = page.reduce((most, each) => (BigInt(each.id) > most ? BigInt(each.id) : most), id);
    const to = page.length < stretchSize ? undefined : last;
    stretches.push({ at: now, from: id, to, guilds });
    return guilds.get(guild);
  }

  /** One after the other: what one reads tells of many. */
  function entryInTurn(guild: string): ReturnType<typeof entry> {
    const mine = turn.then(() => entry(guild));
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function read(guild: string): Promise<Server | undefined> {
    const listed = await entryInTurn(guild);
    if (!listed) return undefined;
    const { id: member } = await own();
    const [{ roles }, channels] = await Promise.all([
      poster.ask<APIGuildMember>("GET", Routes.guildMember(guild, member)),
      poster.ask<APIChannel[]>("GET", Routes.guildChannels(guild)),
    ]);
    const base = { guild, member, roles, base: BigInt(listed.permissions), owner: listed.owner };
    return {
      read: clock.now().toString(),
      channels: channels
        .filter(({ type }) => speaking.has(type))
        .map((channel) => ({
          ...knownOf(channel),
          may: actsOf(overwritten({ ...base, overwrites: overwritesOf(channel) })),
        })),
    };
  }

  return {
    read(guild) {
      const mine = reading.get(guild) ?? read(guild).finally(() => reading.delete(guild));
      reading.set(guild, mine);
      return mine;
    },
  };
}

/** What of Discord's channel matters here. */
export function knownOf(channel: APIChannel): KnownChannel {
  return {
    id: channel.id,
    type: channel.type,
    ...("available_tags" in channel && {
      tags: channel.available_tags.flatMap(({ id, moderated }) => (moderated ? [] : [id])),
      tagRequired: ((channel.flags ?? 0) & requireTag) !== 0,
    }),
  };
}

/** https://docs.discord.com/developers/resources/channel#channel-object-channel-flags */
const requireTag = 1 << 4;

function overwritesOf(channel: APIChannel): readonly Overwrite[] {
  const given = "permission_overwrites" in channel ? (channel.permission_overwrites ?? []) : [];
  return given.map(({ id, allow, deny }) => ({ id, allow: BigInt(allow), deny: BigInt(deny) }));
}
