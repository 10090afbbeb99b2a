/**
 * Whether the bot may do something somewhere, so that nothing is tried that is surely refused. Its
 * gateway tells the replica that holds it. The others ask once for each server and note the answer
 * in the store; whoever holds the gateway mends those notes as it hears of changes.
 */
import { type Clock, DeliveryError, type NoteStore } from "#core";
import type { Directory } from "./directory.ts";
import type { InvalidRequests } from "./invalid-requests.ts";
import type { Act } from "./permissions.ts";
import { guildOf, noGuild, prefixOf } from "./place.ts";
import type { Server, Servers } from "./servers.ts";

/** `channel` is never a thread: what holds for its channel holds in it. */
export interface Deed {
  readonly guild: string;
  readonly channel: string;
  readonly act: Act;
}

export interface Standing {
  /** @throws DeliveryError `never` without asking, when it would be refused. */
  attempt<Answer>(deed: Deed, request: () => Promise<Answer>): Promise<Answer>;
  /** Something in a server has changed: what was noted of it may be wrong. */
  changed(guild: string): Promise<void>;
  /** The gateway tells of all servers anew, and the notes follow. */
  renew(): Promise<void>;
}

export interface StandingParts {
  readonly notes: NoteStore;
  readonly servers: Servers;
  readonly directory: Directory;
  readonly invalid: InvalidRequests;
  readonly clock: Clock;
  /** The adapter stops: what is under way is finished without more questions. */
  leaving(): boolean;
}

const kind = "discord-server";
/** As good as just read. */
const freshFor = Temporal.Duration.from({ minutes: 1 });

export function createStanding(parts: StandingParts): Standing {
  const { notes, servers, directory, invalid, clock } = parts;

  async function noted(guild: string): Promise<Server | undefined> {
    return (await notes.get(kind, prefixOf(guild))) as Server | undefined;
  }

  async function readAnew(guild: string): Promise<Server | undefined> {
    const server = await servers.read(guild);
    if (server) await notes.put(kind, prefixOf(guild), server, clock.now());
    else await notes.remove(kind, prefixOf(guild));
    return server;
  }

  function isFresh({ read }: Server): boolean {
    const age = Temporal.Instant.from(read).until(clock.now());
    return Temporal.Duration.compare(age, freshFor) < 0;
  }

  /** An older note is trusted when it says yes, while what it says is hardly ever refused. */
  async function enter(deed: Deed): Promise<(() => void) | undefined> {
    const known = await noted(deed.guild);
    if (known && !isFresh(known) && judge(known, deed, directory) === undefined) {
      const leave = invalid.dare();
      if (leave) return leave;
    }
    const server = known && isFresh(known) ? known : await readAnew(deed.guild);
    const code = judge(server, deed, directory);
    if (code !== undefined) throw refused(code);
    return undefined;
  }

  return {
    async attempt(deed, request) {
      const { guild, channel, act } = deed;
      if (guild === noGuild || parts.leaving()) return request();
      if (directory.sees(guild)) {
        const code = directory.refusal(guild, channel, act);
        if (code !== undefined) throw refused(code);
        return request();
      }
      const leave = await enter(deed);
      try {
        return await request();
      } catch (error) {
        // The note was wrong.
        if (error instanceof DeliveryError && error.retry === "never") {
          await notes.remove(kind, prefixOf(guild));
        }
        throw error;
      } finally {
        leave?.();
      }
    },
    changed: (guild) => notes.remove(kind, prefixOf(guild)),
    async renew() {
      for (const place of await notes.places(kind)) {
        const server = directory.server(guildOf(place));
        if (!server) await notes.remove(kind, place);
        else {
          const now = clock.now();
          await notes.put(kind, place, { read: now.toString(), channels: server }, now);
        }
      }
    },
  };
}

/** Discord's code for the refusal to expect. What the bot does not see is not listed. */
function judge(
  server: Server | undefined,
  { channel, act }: Deed,
  directory: Directory,
): string | undefined {
  if (!server) return "10004";
  const known = server.channels.find(({ id }) => id === channel);
  if (!known) return "50001";
  const { may, ...what } = known;
  directory.learn(what);
  return may.includes(act) ? undefined : "50013";
}

/** Refusals count towards a ban. */
function refused(code: string): DeliveryError {
  return new DeliveryError(`Discord would not take the message (${code})`, {
    retry: "never",
    code,
  });
}
