import type { Delivery, Edition, EditionStore, Ledger } from "#core";
import { destinationKey } from "#core";
import { bodyOf, millisecondsOf, parameterList, type Sql } from "./sql.ts";
import { putSubscription } from "./subscriptions.ts";

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
    plan: (deliveries, subscriptions) =>
      sql.transaction(async (step) => {
        const planned: string[] = [];
        for (const delivery of deliveries) {
          const rows = await step.query(
            `insert into deliveries (${columns}) values (${parameterList(1, 8)}) on conflict (id) do nothing returning id`,
            valuesOf(delivery),
          );
          if (rows.length > 0) planned.push(delivery.id);
        }
        for (const subscription of subscriptions) await putSubscription(step, subscription);
        return planned;
      }),
    async get(id) {
      const [row] = await sql.query("select body from deliveries where id = $1", [id]);
      return row && bodyOf<Delivery>(row);
    },
    async put(delivery) {
      await sql.query(
        `insert into deliveries (${columns}) values (${parameterList(1, 8)})
         on conflict (id) do update set not_before = excluded.not_before, state = excluded.state,
           updated = excluded.updated, body = excluded.body`,
        valuesOf(delivery),
      );
    },
    ready: async (now, most) =>
      (
        await sql.query(
          `select body from deliveries d
           where state in ('planned', 'unclear') and not_before <= $1
             and not exists (
               select 1 from deliveries e
               where e.destination = d.destination and e.state in ('planned', 'sending', 'unclear')
                 and (e.scheduled < d.scheduled or (e.scheduled = d.scheduled and e.id < d.id)))
           order by scheduled, id limit $2`,
          [now.epochMilliseconds, most],
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
        "delete from deliveries where state in ('sent', 'reconciled', 'failed') and updated < $1 returning id",
        [instant.epochMilliseconds],
      );
      return rows.length;
    },
  };
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
