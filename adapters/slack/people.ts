/** What Slack knows about a person and a channel, asked at most once in a while. */
import type { Clock, Log } from "#core";
import type { Clients } from "./client.ts";
import { codeOf } from "./failures.ts";
import { createRecent, type Recent } from "./recent.ts";

interface Person {
  /** No guest: may subscribe channels and change what others subscribed. */
  readonly member: boolean;
  readonly zone?: string;
  readonly locale?: string;
}

export interface People {
  person(id: string): Promise<Person>;
  /** True when the bot is in the channel, or nobody can say. */
  inChannel(channel: string): Promise<boolean>;
  /** An event or a refusal told so. */
  learn(channel: string, inside: boolean): void;
}

const keptFor = Temporal.Duration.from({ minutes: 10 });

interface Kept<Value> {
  readonly value: Promise<Value>;
  readonly until: Temporal.Instant;
}

export function createPeople(clients: Clients, clock: Clock, log: Log): People {
  const persons = createRecent<Kept<Person>>(5_000);
  const channels = createRecent<Kept<boolean>>(5_000);

  function keep<Value>(kept: Recent<Kept<Value>>, key: string, ask: () => Promise<Value>) {
    const entry = kept.get(key);
    if (entry && Temporal.Instant.compare(clock.now(), entry.until) < 0) return entry.value;
    const value = ask();
    kept.set(key, { value, until: clock.now().add(keptFor) });
    return value;
  }

  return {
    person: (id) => keep(persons, id, () => askPerson(clients, id, log)),
    inChannel: (channel) => keep(channels, channel, () => askChannel(clients, channel, log)),
    learn(channel, inside) {
      channels.set(channel, {
        value: Promise.resolve(inside),
        until: clock.now().add(keptFor),
      });
    },
  };
}

/** Codes that say that this person is not to be trusted; without any answer Slack's own rules stand. */
const stranger: ReadonlySet<string> = new Set(["user_not_found", "user_not_visible"]);

async function askPerson({ call }: Clients, user: string, log: Log): Promise<Person> {
  try {
    const { user: found } = await call.users.info({ user, include_locale: true });
    return {
      member: !found?.is_restricted && !found?.is_ultra_restricted && !found?.is_stranger,
      ...(found?.tz && isZone(found.tz) && { zone: found.tz }),
      ...(found?.locale && { locale: found.locale }),
    };
  } catch (error) {
    log.info("slack-person-unknown", { code: codeOf(error) });
    return { member: !stranger.has(codeOf(error)) };
  }
}

async function askChannel({ call }: Clients, channel: string, log: Log): Promise<boolean> {
  try {
    const { channel: found } = await call.conversations.info({ channel });
    if (found?.is_im) return true;
    return found?.is_member !== false && found?.is_archived !== true;
  } catch (error) {
    // A private channel that the bot is not in does not exist for it.
    log.info("slack-channel-unknown", { code: codeOf(error) });
    return codeOf(error) !== "channel_not_found";
  }
}

function isZone(zone: string): boolean {
  try {
    Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
