/**
 * Locks that the database holds for as long as a process is connected to it: no heartbeat of our own,
 * nothing left behind by a crash. They say which replica does what only one may do, and which are alive.
 */
import { setTimeout } from "node:timers/promises";
import pg from "pg";
import type { Log } from "#core";
import type { Sql } from "./sql.ts";

export interface AdvisoryLock {
  /** Resolves when the lock is lost: the connection broke, or it was released. */
  readonly lost: Promise<void>;
  release(): Promise<void>;
}

/**
 * Waits for the lock of that name and holds it, on a connection of its own.
 * @throws the signal's reason when it is given while waiting.
 */
export async function holdAdvisoryLock(
  url: string,
  name: string,
  signal?: AbortSignal,
): Promise<AdvisoryLock> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `backchannel ${name}`,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  });
  const lost = new Promise<void>((resolve) => {
    client.once("end", resolve);
    client.on("error", () => resolve());
  });
  // Neither connecting nor waiting for a lock ends by itself when the client is told to.
  const calledOff = Promise.withResolvers<never>();
  const stop = () => calledOff.reject(signal?.reason);
  signal?.addEventListener("abort", stop, { once: true });
  try {
    const holding = client
      .connect()
      .then(() => client.query("select pg_advisory_lock(hashtextextended($1, 0))", [name]));
    await Promise.race([holding, calledOff.promise]);
  } catch (error) {
    client.end().catch(() => undefined);
    throw error;
  } finally {
    signal?.removeEventListener("abort", stop);
  }
  return { lost, release: () => client.end() };
}

/** True when nobody holds the lock of that name. */
export async function isFree(sql: Pick<Sql, "query">, name: string): Promise<boolean> {
  // Taken for this statement alone.
  const [row] = await sql.query(
    "select case when pg_try_advisory_xact_lock(hashtextextended($1, 0)) then 1 else 0 end as free",
    [name],
  );
  return row?.["free"] === 1;
}

export interface KeptLock {
  /** Resolves when the lock is first held. */
  readonly begun: Promise<unknown>;
  readonly held: boolean;
  release(): Promise<void>;
}

const pauseBetween = 1_000;

/**
 * Keeps asking for the lock and holds it whenever it can, for as long as the process runs. `gained`
 * and `lost` say when; after `lost` another process may have it at any moment.
 */
export function keepAdvisoryLock(options: {
  readonly url: string;
  readonly name: string;
  readonly log: Log;
  readonly gained?: () => void;
  readonly lost?: () => void;
}): KeptLock {
  const { url, name, log } = options;
  const stopping = new AbortController();
  const begun = Promise.withResolvers<void>();
  let lock: AdvisoryLock | undefined;

  async function keep(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        lock = await holdAdvisoryLock(url, name, stopping.signal);
        begun.resolve();
        options.gained?.();
        await lock.lost;
        lock = undefined;
        options.lost?.();
        if (!stopping.signal.aborted) log.warn("advisory-lock-lost", { name });
      } catch (error) {
        if (stopping.signal.aborted) return;
        log.warn("advisory-lock-failed", { name, error });
        await setTimeout(pauseBetween, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  }
  const kept = keep();

  return {
    begun: begun.promise,
    get held() {
      return lock !== undefined;
    },
    async release() {
      stopping.abort(new Error("released"));
      await lock?.release();
      await kept;
    },
  };
}
