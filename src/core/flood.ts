/** How much one person, and all people of a channel, may ask; with a friendly notice once. */

export interface FloodLimits {
  /** Calls and messages that one person may send in {@link window}. */
  readonly person: number;
  /** The same for a channel with everybody in it. */
  readonly channel: number;
  readonly window: Temporal.Duration;
}

/** More than anybody types, also when trying every command once, and below what a script sends. */
export const usualLimits: FloodLimits = {
  person: 60,
  channel: 180,
  window: Temporal.Duration.from({ minutes: 1 }),
};

type Passage =
  | { readonly type: "free" }
  /** `first` when the notice has not been given since it was last free. */
  | { readonly type: "wait"; readonly first: boolean; readonly wait: Temporal.Duration };

export interface Flood {
  /** Counts one call of this person in this channel. */
  pass(person: string, channel: string, now: Temporal.Instant): Passage;
}

interface Bucket {
  readonly since: number;
  readonly count: number;
  readonly told: boolean;
}

/** Most buckets kept; the oldest go first, which can only be generous. */
const most = 10_000;

export function createFlood(limits: FloodLimits): Flood {
  const buckets = new Map<string, Bucket>();
  const span = limits.window.total("milliseconds");

  const take = (key: string, limit: number, at: number): Passage => {
    const known = buckets.get(key);
    const bucket = known && at - known.since < span ? known : { since: at, count: 0, told: false };
    const over = bucket.count >= limit;
    buckets.delete(key);
    buckets.set(key, {
      since: bucket.since,
      count: over ? bucket.count : bucket.count + 1,
      told: over,
    });
    const [oldest] = buckets.keys();
    if (buckets.size > most && oldest !== undefined) buckets.delete(oldest);
    if (!over) return { type: "free" };
    const wait = Temporal.Duration.from({ milliseconds: bucket.since + span - at });
    return { type: "wait", first: !bucket.told, wait };
  };

  return {
    pass(person, channel, now) {
      const at = now.epochMilliseconds;
      const own = take(`person ${person}`, limits.person, at);
      return own.type === "wait" ? own : take(`channel ${channel}`, limits.channel, at);
    },
  };
}
