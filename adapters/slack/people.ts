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

/** Longer than this no answer waits for what may be left out of it; a modal has three seconds in all. */
const patience = 1_500;
const keptFor = Temporal.Duration.from({ minutes: 10 });
/** Somebody who is told to invite the bot does so at once, and the event that says so may be lost. */
const keptOutside = Temporal.Duration.from({ minutes: 1 });

interface Kept<Value> {
  readonly value: Promise<Value>;
  readonly until: Temporal.Instant;
}

export function createPeople(clients: Clients, clock: Clock, log: Log): People {
  const persons = createRecent<Kept<Person | undefined>>(5_000);
  const channels = createRecent<Kept<boolean | undefined>>(5_000);

  function keep<Value>(
    kept: Recent<Kept<Value>>,
    key: string,
    ask: () => Promise<Value>,
    timeOf: (value: Value) => Temporal.Duration = () => keptFor,
  ) {
    const entry = kept.get(key);
    if (entry && Temporal.Instant.compare(clock.now(), entry.until) < 0) return entry.value;
    const value = ask();
    kept.set(key, { value, until: clock.now().add(keptFor) });
    // What Slack could not say now it may say in a moment.
    value.then(
      (answer) => {
        // What an event has told since is newer.
        if (kept.get(key)?.value !== value) return;
        if (answer === undefined) kept.delete(key);
        else kept.set(key, { value, until: clock.now().add(timeOf(answer)) });
      },
      () => {
        if (kept.get(key)?.value === value) kept.delete(key);
      },
    );
    return value;
  }

  return {
    async person(id) {
      const answer = keep(persons, id, () => askPerson(clients, id, log));
      return (await soon(answer)) ?? { member: false };
    },
    async inChannel(channel) {
      const answer = keep(channels, channel, () => askChannel(clients, channel, log), timeInside);
      return (await soon(answer)) ?? true;
    },
    learn(channel, inside) {
      channels.set(channel, {
        value: Promise.resolve(inside),
        until: clock.now().add(timeInside(inside)),
      });
    },
  };
}

function timeInside(inside: boolean | undefined): Temporal.Duration {
  return inside === false ? keptOutside : keptFor;
}

/** Undefined when it takes too long; it is kept all the same when it comes. */
async function soon<Value>(value: Promise<Value>): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patience, undefined);
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Slack's words for "you may not know": then Slack's own rules are all there is. */
const unknowable: ReadonlySet<string> = new Set([
  "missing_scope",
  "unknown_method",
  "not_allowed_token_type",
  "no_permission",
]);

/** Undefined when Slack did not answer. */
async function askPerson({ call }: Clients, user: string, log: Log): Promise<Person | undefined> {
  try {
    const { user: found } = await call.users.info({ user, include_locale: true });
    return {
      member: !found?.is_restricted && !found?.is_ultra_restricted && !found?.is_stranger,
      ...(found?.tz && isZone(found.tz) && { zone: found.tz }),
      ...(found?.locale && { locale: found.locale }),
    };
  } catch (error) {
    const code = codeOf(error);
    log.info("slack-person-unknown", { code });
    return code === "" ? undefined : { member: unknowable.has(code) };
  }
}

async function askChannel(
  { call }: Clients,
  channel: string,
  log: Log,
): Promise<boolean | undefined> {
  try {
    const { channel: found } = await call.conversations.info({ channel });
    if (found?.is_im) return true;
    return found?.is_member !== false && found?.is_archived !== true;
  } catch (error) {
    const code = codeOf(error);
    log.info("slack-channel-unknown", { code });
    // A private channel that the bot is not in does not exist for it.
    return code === "" ? undefined : code !== "channel_not_found";
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
