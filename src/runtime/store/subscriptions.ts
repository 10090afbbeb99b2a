import type { Subscription, SubscriptionStore } from "#core";
import { beginningWith, bodyOf, millisecondsOf, parameterList, type Sql } from "./sql.ts";

export function createSubscriptions(sql: Sql): SubscriptionStore {
  return {
    async get(id) {
      const [row] = await sql.query("select body from subscriptions where id = $1", [id]);
      return row && bodyOf<Subscription>(row);
    },
    put: (subscription) => putSubscription(sql, subscription),
    async remove(id) {
      await sql.query("delete from subscriptions where id = $1", [id]);
    },
    change: (id, to) => sql.transaction((step) => changeSubscription(step, id, to)),
    ofChannel: async (platform, workspace, channel) =>
      (
        await sql.query(
          "select body from subscriptions where platform = $1 and workspace = $2 and channel = $3 order by created, id",
          [platform, workspace, channel],
        )
      ).map(bodyOf<Subscription>),
    ofOwner: async (platform, workspace, owner) =>
      (
        await sql.query(
          "select body from subscriptions where platform = $1 and workspace = $2 and owner = $3 order by created, id",
          [platform, workspace, owner],
        )
      ).map(bodyOf<Subscription>),
    due: async (now, most) =>
      (
        await sql.query(
          "select body from subscriptions where state <> 'off' and next_run_at <= $1 order by next_run_at, id limit $2",
          [now.epochMilliseconds, most],
        )
      ).map(bodyOf<Subscription>),
    async count() {
      const counts = { active: 0, paused: 0, off: 0 };
      const rows = await sql.query("select state, count(*) as n from subscriptions group by state");
      for (const row of rows) counts[row["state"] as keyof typeof counts] = Number(row["n"]);
      return counts;
    },
    async forgetThreads(prefix) {
      const rows = await sql.query(
        "delete from subscriptions where (platform || ':' || workspace || ':' || channel || ':') like $1 escape '\\' returning id",
        [beginningWith(prefix)],
      );
      return rows.length;
    },
  };
}

/** Inside a transaction. */
export async function changeSubscription(
  step: Pick<Sql, "query">,
  id: string,
  to: (current: Subscription) => Subscription,
): Promise<Subscription | undefined> {
  // An update takes the row's lock on both back ends, where `select … for update` is PostgreSQL's only.
  const [row] = await step.query(
    "update subscriptions set channel = channel where id = $1 returning body",
    [id],
  );
  if (!row) return undefined;
  const changed = to(bodyOf<Subscription>(row));
  await putSubscription(step, changed);
  return changed;
}

/** Also a step of the ledger's planning, in its transaction. */
export async function putSubscription(
  sql: Pick<Sql, "query">,
  subscription: Subscription,
): Promise<void> {
  const { id, destination, state, nextRunAt, created } = subscription;
  await sql.query(
    `insert into subscriptions (id, platform, workspace, channel, state, next_run_at, last_edition, created, owner, body)
     values (${parameterList(1, 10)})
     on conflict (id) do update set platform = excluded.platform, workspace = excluded.workspace,
       channel = excluded.channel, state = excluded.state, next_run_at = excluded.next_run_at,
       last_edition = excluded.last_edition, owner = excluded.owner, body = excluded.body`,
    [
      id,
      destination.platform,
      destination.workspace,
      destination.channel,
      state.type,
      nextRunAt === undefined ? null : millisecondsOf(nextRunAt),
      subscription.lastEdition ?? null,
      millisecondsOf(created),
      subscription.owner,
      JSON.stringify(subscription),
    ],
  );
}
