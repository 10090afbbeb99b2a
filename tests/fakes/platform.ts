/** A chat platform in memory that loses answers, limits, resets and closes channels when told to. */
import {
  type Adapter,
  type Budget,
  bucketsOf,
  type Clock,
  DeliveryError,
  type Destination,
  destinationKey,
  type Page,
  type Receipt,
} from "#core";

interface FakePost {
  readonly key: string;
  /** `destinationKey`. */
  readonly to: string;
  readonly page: number;
  readonly at: number;
}

/**
 * What the next call meets. `lost`: accepted, the answer never comes. `reset`: not accepted, and the
 * caller cannot know. `busy`: surely not accepted. `limited`: 429. `refused`: the payload is wrong.
 */
type Fault = "lost" | "reset" | "busy" | "limited" | "refused";

export interface FakePlatform {
  readonly adapter: Adapter;
  readonly posts: FakePost[];
  readonly told: { readonly person: string; readonly page: Page }[];
  /** Calls that met the limits that the platform itself states. */
  limited: number;
  /** Faults of the next calls, in order. */
  readonly faults: Fault[];
  /** Channels that are closed to the bot. */
  readonly closed: Set<string>;
  /** Looking back is not allowed. */
  blind: boolean;
}

export interface FakePlatformOptions {
  readonly clock: Clock;
  readonly name?: string;
  readonly budgets?: readonly Budget[];
  /** Whether it can be asked for a page by its key. */
  readonly finds?: boolean;
  /** How long a call takes. */
  readonly latency?: () => Promise<void>;
}

export function createFakePlatform(options: FakePlatformOptions): FakePlatform {
  const { clock, name = "fake", budgets, finds = true } = options;
  const times = new Map<string, number[]>();
  const now = () => clock.now().epochMilliseconds;

  /** Counts a call against every window; the wait in milliseconds when one is full. */
  function overLimit(to: Destination): number {
    const buckets = bucketsOf(to, budgets);
    for (const { key, posts, seconds } of buckets) {
      const recent = (times.get(key) ?? []).filter((at) => at > now() - seconds * 1000);
      times.set(key, recent);
      const oldest = recent[0];
      if (recent.length >= posts && oldest !== undefined) return oldest + seconds * 1000 - now();
    }
    for (const { key } of buckets) times.get(key)?.push(now());
    return 0;
  }

  function accept(to: Destination, page: Page, key: string): Receipt {
    platform.posts.push({ key, to: destinationKey(to), page: page.number, at: now() });
    return receiptOf(to, platform.posts.length);
  }

  function receiptOf(to: Destination, number: number): Receipt {
    const message = String(number);
    const { workspace, channel } = to;
    return {
      message,
      at: clock.now().toString(),
      thread: to.thread ?? `${name}:${workspace}:${channel}:${message}`,
    };
  }

  const adapter: Adapter = {
    platform: name,
    ...(budgets && { budgets }),
    limits: {
      page: { characters: 4_000, blocks: 100, actions: 25 },
      actionLabel: 80,
      actionLine: 200,
      measure: () => ({ characters: 1, blocks: 1, actions: 0 }),
    },
    start: async () => {},
    stop: async () => {},
    async send(to, page, key) {
      await options.latency?.();
      if (platform.closed.has(to.channel)) {
        throw new DeliveryError("closed", { retry: "never", code: "channel_closed" });
      }
      const wait = overLimit(to);
      if (wait > 0) {
        platform.limited += 1;
        throw tooMany(wait);
      }
      switch (platform.faults.shift()) {
        case "lost":
          accept(to, page, key);
          throw new DeliveryError("no answer", { retry: "unclear", code: "timeout" });
        case "reset":
          throw new DeliveryError("reset", { retry: "unclear", code: "reset" });
        case "busy":
          throw new DeliveryError("busy", { retry: "later", code: "unavailable" });
        case "limited":
          throw tooMany(30_000);
        case "refused":
          throw new DeliveryError("wrong", { retry: "defect", code: "invalid_blocks" });
        case undefined:
          return accept(to, page, key);
      }
    },
    ...(finds && {
      async find(to: Destination, key: string) {
        if (platform.blind) {
          throw new DeliveryError("no", { retry: "never", code: "missing_access" });
        }
        const at = platform.posts.findIndex((post) => post.key === key);
        return at < 0 ? undefined : receiptOf(to, at + 1);
      },
    }),
    async tell(_workspace, person, page) {
      platform.told.push({ person, page });
    },
  };
  const platform: FakePlatform = {
    adapter,
    posts: [],
    told: [],
    limited: 0,
    faults: [],
    closed: new Set(),
    blind: false,
  };
  return platform;
}

function tooMany(milliseconds: number): DeliveryError {
  return new DeliveryError("too many", {
    retry: "later",
    code: "ratelimited",
    retryAfter: Temporal.Duration.from({ milliseconds: Math.ceil(milliseconds) }),
  });
}
