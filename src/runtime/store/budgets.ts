/** Send budgets that replicas share: one row a bucket, changed under its lock. PostgreSQL only. */
import { afterPost, type BucketState, type Budgets, emptyBucket, movedPost, taking } from "#core";
import { bodyOf, type Sql } from "./sql.ts";

export function createSharedBudgets(sql: Sql): Budgets {
  /** The rows' locks, taken in one order so that two replicas never wait for each other. */
  async function lock(step: Pick<Sql, "query">, keys: readonly string[]) {
    const states = new Map<string, BucketState>();
    for (const key of [...keys].sort()) {
      const [row] = await step.query(
        `insert into budgets (key, updated, body) values ($1, 0, $2)
         on conflict (key) do update set key = excluded.key returning body`,
        [key, JSON.stringify(emptyBucket)],
      );
      states.set(key, row ? bodyOf<BucketState>(row) : emptyBucket);
    }
    return states;
  }

  const put = (step: Pick<Sql, "query">, key: string, state: BucketState, now: number) =>
    step.query("update budgets set updated = $1, body = $2 where key = $3", [
      now,
      JSON.stringify(state),
      key,
    ]);

  return {
    take: (buckets, instant) =>
      sql.transaction(async (step) => {
        const now = instant.epochMilliseconds;
        const states = await lock(
          step,
          buckets.map(({ key }) => key),
        );
        const result = taking(states, buckets, now);
        if (result.type === "wait") return result;
        for (const bucket of buckets) {
          const state = states.get(bucket.key) ?? emptyBucket;
          await put(step, bucket.key, afterPost(state, bucket, now), now);
        }
        return result;
      }),
    left: (buckets, taken, left) =>
      sql.transaction(async (step) => {
        const states = await lock(
          step,
          buckets.map(({ key }) => key),
        );
        const now = left.epochMilliseconds;
        for (const [key, state] of states) {
          await put(step, key, movedPost(state, taken.epochMilliseconds, now), now);
        }
      }),
    hold: (key, until) =>
      sql.transaction(async (step) => {
        const state = (await lock(step, [key])).get(key) ?? emptyBucket;
        const heldUntil = Math.max(state.heldUntil, until.epochMilliseconds);
        await put(step, key, { ...state, heldUntil }, until.epochMilliseconds);
      }),
  };
}

/** Buckets that have been idle since say nothing any more. */
export async function forgetBudgets(sql: Sql, before: Temporal.Instant): Promise<number> {
  const rows = await sql.query("delete from budgets where updated < $1 returning key", [
    before.epochMilliseconds,
  ]);
  return rows.length;
}
