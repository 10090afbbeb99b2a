/**
 * The connection to Discord's gateway. The library resumes and reconnects by itself; should it ever
 * fall silent without noticing, the watchdog puts a new connection in its place.
 */

import {
  Client,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type GatewayReadyDispatchData,
  Options,
} from "discord.js";
import type { Clock, Log } from "#core";
import { closedForGood, isPassing, startError } from "./gateway-errors.ts";
import { guard } from "./guard.ts";
import { apiBase } from "./rest.ts";

export interface Ready {
  readonly application: string;
  readonly user: string;
}

export interface GatewayParts {
  readonly token: string;
  readonly apiUrl?: string | undefined;
  readonly messageContent: boolean;
  readonly clock: Clock;
  readonly log: Log;
  readonly timing: GatewayTiming;
  dispatch(event: GatewayDispatchEvents, data: unknown): void;
  ready(ready: Ready): Promise<void>;
  /** All servers of a new session have been told. */
  complete(): void;
}

export interface GatewayTiming {
  /** Milliseconds between looks of the watchdog. */
  readonly watchEvery: number;
  /** Milliseconds without a sign of life, heartbeats being about 41 seconds apart. */
  readonly silentAfter: number;
  /** First wait before another attempt to connect; doubled each time, to a minute. */
  readonly retryAfter: number;
}

export const usualTiming: GatewayTiming = {
  watchEvery: 30_000,
  silentAfter: 150_000,
  retryAfter: 1_000,
};

export interface Gateway {
  /** Resolves when connected. @throws Error with what to do, when trying again changes nothing. */
  start(): Promise<void>;
  client(): Client | undefined;
  stop(): Promise<void>;
}

const heard = [
  GatewayDispatchEvents.InteractionCreate,
  GatewayDispatchEvents.MessageCreate,
  GatewayDispatchEvents.MessageUpdate,
  GatewayDispatchEvents.MessageDelete,
  GatewayDispatchEvents.MessageDeleteBulk,
  GatewayDispatchEvents.GuildDelete,
  GatewayDispatchEvents.ChannelCreate,
  GatewayDispatchEvents.ChannelUpdate,
  GatewayDispatchEvents.ChannelDelete,
  GatewayDispatchEvents.GuildRoleUpdate,
  GatewayDispatchEvents.GuildRoleDelete,
  GatewayDispatchEvents.GuildMemberUpdate,
  GatewayDispatchEvents.ThreadDelete,
] as const;

export function createGateway(parts: GatewayParts): Gateway {
  const { token, clock, log, timing } = parts;
  let client: Client | undefined;
  let lastSign = 0;
  let stopped = false;
  let replacing = false;
  let watch: NodeJS.Timeout | undefined;
  const sign = () => {
    lastSign = clock.now().epochMilliseconds;
  };

  async function connect(): Promise<void> {
    const mine = createClient(parts);
    guard(mine, log);
    mine.ws.on(GatewayDispatchEvents.Ready, (data: GatewayReadyDispatchData) => {
      sign();
      const known = { application: data.application.id, user: data.user.id };
      parts.ready(known).catch((error) => log.error("discord-ready-failed", { error }));
    });
    mine.ws.on(GatewayDispatchEvents.Resumed, (_, shard) => {
      sign();
      log.info("discord-resumed", { shard });
    });
    for (const event of heard) {
      mine.ws.on(event, (data: unknown) => {
        sign();
        parts.dispatch(event, data);
      });
    }
    mine.on("clientReady", () => parts.complete());
    mine.on("shardReady", () => {
      if (mine.isReady()) parts.complete();
    });
    mine.on("shardError", (error, shard) => log.warn("discord-connection", { shard, error }));
    mine.on("shardReconnecting", (shard) => log.info("discord-reconnecting", { shard }));
    mine.on("shardDisconnect", ({ code }, shard) => {
      log.error("discord-closed", { shard, code, todo: closedForGood(code) });
    });
    client = mine;
    try {
      await mine.login(token);
    } catch (error) {
      await end(mine);
      throw error;
    }
    sign();
  }

  /** Until it works, is stopped, or will never work. */
  async function insist(): Promise<void> {
    for (let attempt = 0; !stopped; attempt++) {
      try {
        return await connect();
      } catch (error) {
        if (!isPassing(error)) throw startError(error);
        const wait = Math.min(60_000, timing.retryAfter * 2 ** attempt) * (0.5 + Math.random() / 2);
        log.warn("discord-unreachable", { error, retryInMs: Math.round(wait) });
        await new Promise((resolve) => setTimeout(resolve, wait).unref());
      }
    }
  }

  function look(): void {
    const acknowledged = client?.ws.shards.map(({ lastPingTimestamp }) => lastPingTimestamp) ?? [];
    const silent = clock.now().epochMilliseconds - Math.max(lastSign, oldest(acknowledged));
    if (silent < timing.silentAfter || replacing || stopped) return;
    replacing = true;
    log.error("discord-silent", { seconds: Math.round(silent / 1_000), todo: "reconnecting" });
    replace()
      .catch((error) => log.error("discord-closed", { error }))
      .finally(() => {
        replacing = false;
      });
  }

  async function replace(): Promise<void> {
    const old = client;
    client = undefined;
    if (old) await end(old);
    sign();
    await insist();
  }

  return {
    async start() {
      await insist();
      watch = setInterval(look, timing.watchEvery);
      watch.unref();
    },
    client: () => client,
    async stop() {
      stopped = true;
      clearInterval(watch);
      const mine = client;
      client = undefined;
      if (mine) await end(mine);
    },
  };
}

/** One shard that is silent is silence enough. */
function oldest(times: readonly number[]): number {
  const known = times.filter((time) => time > 0);
  return known.length === times.length && known.length > 0 ? Math.min(...known) : 0;
}

/** A dead connection may never confirm that it is closed. */
async function end(client: Client): Promise<void> {
  client.removeAllListeners();
  client.ws.removeAllListeners();
  client.on("error", () => {});
  const patience = new Promise((resolve) => setTimeout(resolve, 3_000).unref());
  await Promise.race([client.destroy().catch(() => {}), patience]);
}

function createClient({ apiUrl, messageContent }: GatewayParts): Client {
  const client: Client = new Client({
    // The least that shows questions and places: no members, no presences.
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...(messageContent ? [GatewayIntentBits.MessageContent] : []),
    ],
    shards: "auto",
    allowedMentions: { parse: [], repliedUser: false },
    rest: { api: apiBase(apiUrl) },
    // Servers, channels, roles and open threads are kept: they say where the bot may post.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      AutoModerationRuleManager: 0,
      BaseGuildEmojiManager: 0,
      DMMessageManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildInviteManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: ({ id }) => id === client.user?.id },
      GuildMessageManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: ({ id }) => id === client.user?.id },
      VoiceStateManager: 0,
    }),
    sweepers: { ...Options.DefaultSweeperSettings, threads: { interval: 3_600, lifetime: 3_600 } },
  });
  return client;
}
