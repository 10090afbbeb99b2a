/**
 * How many posts a platform takes in how many seconds. Of each bucket the times of its last posts are
 * kept, so that no window of the platform's, wherever it begins, ever holds more than it allows: a
 * refill rate alone would let more through after a pause.
 */
import type { Budget, BudgetScope, Destination } from "../ports.ts";

export interface Bucket {
  /** `platform`, `platform:workspace` or `platform:workspace:channel`. */
  readonly key: string;
  readonly posts: number;
  readonly seconds: number;
}

/** Plain JSON. Times are milliseconds since 1970. */
export interface BucketState {
  /** The last posts, oldest first; never more than the bucket's `posts`. */
  readonly sent: readonly number[];
  /** The platform asked for quiet until then. */
  readonly heldUntil: number;
}

export const emptyBucket: BucketState = { sent: [], heldUntil: 0 };

/** Either one post is taken from every bucket, or none; then `key` is what holds it up, until when. */
export type Taking =
  | { readonly type: "taken" }
  | { readonly type: "wait"; readonly until: Temporal.Instant; readonly key: string };

/** Where the buckets are kept: in memory, or in the database when replicas share them. */
export interface Budgets {
  take(buckets: readonly Bucket[], now: Temporal.Instant): Promise<Taking>;
  /** What was taken at `taken` really left at `left`: windows are counted from there. */
  left(buckets: readonly Bucket[], taken: Temporal.Instant, left: Temporal.Instant): Promise<void>;
  /** Lets nothing through before `until`. */
  hold(key: string, until: Temporal.Instant): Promise<void>;
}

// The way to the platform is not equally long each time: two posts may arrive closer together than
// they left.
const caution = 1.02;

/** Earliest time for one more post. */
export function openAt(state: BucketState, bucket: Bucket, now: number): number {
  const oldest = state.sent.length < bucket.posts ? undefined : state.sent[0];
  const free = oldest === undefined ? now : oldest + bucket.seconds * 1000 * caution;
  return Math.max(now, Math.ceil(free), state.heldUntil);
}

export function afterPost(state: BucketState, bucket: Bucket, now: number): BucketState {
  return { ...state, sent: [...state.sent, now].slice(-bucket.posts) };
}

/** The state with one post at another time, oldest first again. */
export function movedPost(state: BucketState, taken: number, left: number): BucketState {
  const at = state.sent.indexOf(taken);
  if (at < 0) return state;
  return { ...state, sent: state.sent.with(at, left).sort((a, b) => a - b) };
}

/** Of several buckets, what the slowest says. */
export function taking(
  states: ReadonlyMap<string, BucketState>,
  buckets: readonly Bucket[],
  now: number,
): Taking {
  const waits = buckets
    .map((bucket) => ({
      key: bucket.key,
      until: openAt(states.get(bucket.key) ?? emptyBucket, bucket, now),
    }))
    .filter(({ until }) => until > now)
    .sort((a, b) => b.until - a.until);
  const [longest] = waits;
  if (!longest) return { type: "taken" };
  const until = Temporal.Instant.fromEpochMilliseconds(longest.until);
  return { type: "wait", until, key: longest.key };
}

/** Buckets of a destination, narrowest first. */
export function bucketsOf(
  destination: Destination,
  budgets: readonly Budget[] = [],
): readonly Bucket[] {
  const width: readonly BudgetScope[] = ["channel", "workspace", "platform"];
  return budgets
    .map(({ per, posts, seconds }) => ({ key: bucketKey(destination, per), per, posts, seconds }))
    .sort((a, b) => width.indexOf(a.per) - width.indexOf(b.per))
    .map(({ key, posts, seconds }) => ({ key, posts, seconds }));
}

export function bucketKey(destination: Destination, per: BudgetScope): string {
  const { platform, workspace, channel } = destination;
  switch (per) {
    case "platform":
      return platform;
    case "workspace":
      return `${platform}:${workspace}`;
    case "channel":
      return `${platform}:${workspace}:${channel}`;
    default:
      throw new RangeError(`unknown scope ${String(per satisfies never)}`);
  }
}

/** For a single process. Buckets that have been idle for long are dropped. */
export function createMemoryBudgets(): Budgets {
  const states = new Map<string, BucketState>();
  let sweepAt = 1_000;
  return {
    take: async (buckets, instant) => {
      const now = instant.epochMilliseconds;
      const result = taking(states, buckets, now);
      if (result.type === "taken") {
        for (const bucket of buckets) {
          states.set(bucket.key, afterPost(states.get(bucket.key) ?? emptyBucket, bucket, now));
        }
        if (states.size > sweepAt) {
          for (const [key, state] of states) if (isIdle(state, now)) states.delete(key);
          sweepAt = states.size * 2 + 1_000;
        }
      }
      return result;
    },
    left: async (buckets, taken, left) => {
      for (const { key } of buckets) {
        const moved = movedPost(
          states.get(key) ?? emptyBucket,
          taken.epochMilliseconds,
          left.epochMilliseconds,
        );
        states.set(key, moved);
      }
    },
    hold: async (key, until) => {
      const state = states.get(key) ?? emptyBucket;
      const heldUntil = Math.max(state.heldUntil, until.epochMilliseconds);
      states.set(key, { ...state, heldUntil });
    },
  };
}

/** Longer than any budget's seconds: the state says nothing any more. */
const idleAfter = 10 * 60_000;

function isIdle(state: BucketState, now: number): boolean {
  return Math.max(state.sent.at(-1) ?? 0, state.heldUntil) < now - idleAfter;
}
