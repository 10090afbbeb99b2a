/**
 * The schema, step by step. A step that has been released never changes; a new one is added below.
 * Instants are milliseconds since 1970 where SQL compares them, and ISO texts inside the bodies.
 */
import { bodyOf, type Sql } from "./sql.ts";

/** Statements, and what has to be worked out of what is there. */
type Migration = readonly (string | ((step: Pick<Sql, "query">) => Promise<void>))[];

export const migrations: readonly Migration[] = [
  [
    "create table installation (name text primary key, value text not null)",
    "create table conversations (thread text primary key, updated bigint not null, body text not null)",
    "create index conversations_updated on conversations (updated)",
    "create table conversation_people (thread text not null references conversations (thread) on delete cascade, person text not null, primary key (person, thread))",
    "create index conversation_people_thread on conversation_people (thread)",
    "create table seen (key text primary key, at bigint not null)",
    "create index seen_at on seen (at)",
    "create table unanswered (dossier text not null, same text not null, question text not null, count bigint not null, first bigint not null, last bigint not null, primary key (dossier, same))",
    "create table feedback (id text primary key, at bigint not null, body text not null)",
    "create table subscriptions (id text primary key, platform text not null, workspace text not null, channel text not null, state text not null, next_run_at bigint, last_edition text, created bigint not null, body text not null)",
    "create index subscriptions_channel on subscriptions (platform, workspace, channel)",
    "create index subscriptions_due on subscriptions (next_run_at) where state = 'active'",
    "create table editions (id text primary key, composed bigint not null, body text not null)",
    "create index editions_composed on editions (composed)",
    "create table deliveries (id text primary key, destination text not null, edition text not null, scheduled bigint not null, not_before bigint not null, state text not null, updated bigint not null, body text not null)",
    "create index deliveries_open on deliveries (destination, scheduled, id) where state in ('planned', 'sending', 'unclear')",
    "create index deliveries_ready on deliveries (scheduled, id) where state in ('planned', 'unclear')",
    "create index deliveries_state on deliveries (state, updated)",
    "create index deliveries_edition on deliveries (edition)",
  ],
  [
    // A pause that ends by itself comes due like a run.
    "drop index subscriptions_due",
    "create index subscriptions_due on subscriptions (next_run_at) where state <> 'off'",
    "create table budgets (key text primary key, updated bigint not null, body text not null)",
    "create index budgets_updated on budgets (updated)",
  ],
  [
    // Without people's words; retention drops the old ones.
    "create table notes (kind text not null, place text not null, updated bigint not null, body text not null, primary key (kind, place))",
    "create index notes_place on notes (place)",
    "create index notes_updated on notes (updated)",
  ],
  [
    // Somebody's own digests, wherever they go.
    "alter table subscriptions add column owner text not null default ''",
    async (step) => {
      for (const row of await step.query("select id, body from subscriptions")) {
        const { owner } = bodyOf<{ readonly owner: string }>(row);
        await step.query("update subscriptions set owner = $1 where id = $2", [
          owner,
          String(row["id"]),
        ]);
      }
    },
    "create index subscriptions_owner on subscriptions (owner, platform, workspace)",
  ],
];

/** The database was written by a later Backchannel. */
export class NewerSchemaError extends Error {
  override readonly name = "NewerSchemaError";
}

/**
 * Brings a database forward to `target`, in one transaction. Returns the version it found.
 * @throws NewerSchemaError when the database is ahead: an older program must not write to it.
 */
export async function migrate(sql: Sql, target = migrations.length): Promise<number> {
  return sql.transaction(async (step) => {
    // Two replicas that start together: the second waits here and finds the work done.
    if (sql.migrationLock) await step.query(sql.migrationLock);
    await step.query("create table if not exists schema_version (version bigint not null)");
    const rows = await step.query("select version from schema_version");
    const found = Number(rows[0]?.["version"] ?? 0);
    if (found > migrations.length) {
      throw new NewerSchemaError(
        `The store is of version ${found}; this Backchannel knows ${migrations.length}. Start the newer Backchannel again, or restore a backup from before the upgrade.`,
      );
    }
    for (const each of migrations.slice(found, target).flat()) {
      await (typeof each === "string" ? step.query(each) : each(step));
    }
    await step.query("delete from schema_version");
    await step.query("insert into schema_version (version) values ($1)", [Math.max(found, target)]);
    return found;
  });
}
