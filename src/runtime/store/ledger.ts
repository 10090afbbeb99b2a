import type { Delivery, Edition, EditionStore, Ledger, Move, Subscription } from "#core";
import { destinationKey } from "#core";
import { beginningWith, bodyOf, millisecondsOf, parameterList, type Sql } from "./sql.ts";
import { changeSubscription, putSubscription } from "./subscriptions.ts";

export function createEditions(sql: Sql): EditionStore {
  return {
    async get(id) {
      const [row] = await sql.query("select body from editions where id = $1", [id]);
      return row && bodyOf<Edition>(row);
    },
    async keep(edition) {
      await sql.query(
        "insert into editions (id, composed, body) values ($1, $2, $3) on conflict (id) do nothing",
        [edition.id, millisecondsOf(edition.composed), JSON.stringify(edition)],
      );
      const [row] = await sql.query("select body from editions where id = $1", [edition.id]);
      return row ? bodyOf<Edition>(row) : edition;
    },
    since: async (instant, most, after = "") =>
      (
        await sql.query(
          "select body from editions where composed >= $1 and id > $2 order by id limit $3",
          [instant.epochMilliseconds, after, most],
        )
      ).map(bodyOf<Edition>),
    async forgetBefore(instant) {
      // A base that a subscription or an open delivery still needs stays.
      const rows = await sql.query(
        `delete from editions where composed < $1
           and id not in (select edition from deliveries)
           and id not in (select last_edition from subscriptions where last_edition is not null)
         returning id`,
        [instant.epochMilliseconds],
      );
      return rows.length;
    },
  };
}

export function createLedger(sql: Sql): Ledger {
  return {
    plan: (deliveries, moves) =>
      sql.transaction(async (step) => {
        const planned: string[] = [];
        for (const delivery of deliveries) {
          const rows = await step.query(
            `insert into deliveries (${columns}) values (${parameterList(1, 8)}) on conflict (id) do nothing returning id`,
            valuesOf(delivery),
          );
          if (rows.length > 0) planned.push(delivery.id);
        }
        for (const move of moves) await moveOn(step, move);
        return planned;
      }),
    async get(id) {
      const [row] = await sql.query("select body from deliveries where id = $1", [id]);
      return row && bodyOf<Delivery>(row);
    },
    replace: (previous, next, learned) =>
      learned
        ? sql.transaction(async (step) => {
            if (!(await replaceRow(step, previous, next))) return false;
            await changeSubscription(step, next.subscription, (current) => ({
              ...current,
              ...learned,
            }));
            return true;
          })
        : replaceRow(sql, previous, next),
    async head(destination) {
      const [row] = await sql.query(
        "select body from deliveries where destination = $1 and state in ('planned', 'sending', 'unclear') order by scheduled, id limit 1",
        [destinationKey(destination)],
      );
      return row && bodyOf<Delivery>(row);
    },
    async oldest() {
      const [row] = await sql.query(
        "select min(not_before) as at from deliveries where state in ('planned', 'sending', 'unclear')",
      );
      const at = row?.["at"];
      return at == null ? undefined : Temporal.Instant.fromEpochMilliseconds(Number(at));
    },
    ready: async (now, most, except = []) =>
      (
        await sql.query(
          `select body from deliveries d
           where state in ('planned', 'unclear') and not_before <= $1
             ${except.map((_, index) => `and destination not like $${index + 3} escape '\\'`).join(" ")}
             and not exists (
               select 1 from deliveries e
               where e.destination = d.destination and e.state in ('planned', 'sending', 'unclear')
                 and (e.scheduled < d.scheduled or (e.scheduled = d.scheduled and e.id < d.id)))
           order by scheduled, id limit $2`,
          [now.epochMilliseconds, most, ...except.map(beginningWith)],
        )
      ).map(bodyOf<Delivery>),
    interrupted: async () =>
      (
        await sql.query(
          "select body from deliveries where state = 'sending' order by scheduled, id",
        )
      ).map(bodyOf<Delivery>),
    failed: async (most) =>
      (
        await sql.query(
          "select body from deliveries where state = 'failed' order by updated desc, id limit $1",
          [most],
        )
      ).map(bodyOf<Delivery>),
    async count() {
      const rows = await sql.query("select state, count(*) as n from deliveries group by state");
      return Object.fromEntries(rows.map((row) => [row["state"], Number(row["n"])]));
    },
    ofEditions: async (editions) =>
      editions.length === 0
        ? []
        : (
            await sql.query(
              `select body from deliveries where edition in (${parameterList(1, editions.length)}) order by scheduled, id`,
              editions,
            )
          ).map(bodyOf<Delivery>),
    async forgetBefore(instant) {
      const rows = await sql.query(
        "delete from deliveries where state in ('sent', 'reconciled', 'failed', 'withdrawn') and updated < $1 returning id",
        [instant.epochMilliseconds],
      );
      return rows.length;
    },
  };
}

/** Bodies are written by one serialiser, so that equal text is an equal row. */
async function replaceRow(
  step: Pick<Sql, "query">,
  previous: Delivery,
  next: Delivery,
): Promise<boolean> {
  const rows = await step.query(
    `update deliveries set not_before = $1, state = $2, updated = $3, body = $4
     where id = $5 and body = $6 returning id`,
    [
      millisecondsOf(next.notBefore),
      next.state,
      millisecondsOf(next.updated),
      JSON.stringify(next),
      next.id,
      JSON.stringify(previous),
    ],
  );
  return rows.length > 0;
}

/** The row's own lock keeps the two steps together: whoever moves first changes `next_run_at`. */
async function moveOn(step: Pick<Sql, "query">, move: Move): Promise<void> {
  const [row] = await step.query(
    "update subscriptions set next_run_at = null where id = $1 and next_run_at = $2 returning body",
    [move.subscription, millisecondsOf(move.from)],
  );
  if (!row) return;
  const { nextRunAt: _, ...rest } = bodyOf<Subscription>(row);
  await putSubscription(step, { ...rest, ...(move.to !== undefined && { nextRunAt: move.to }) });
}

const columns = "id, destination, edition, scheduled, not_before, state, updated, body";

const valuesOf = (delivery: Delivery) => [
  delivery.id,
  destinationKey(delivery.destination),
  delivery.edition,
  millisecondsOf(delivery.scheduled),
  millisecondsOf(delivery.notBefore),
  delivery.state,
  millisecondsOf(delivery.updated),
  JSON.stringify(delivery),
];
