/**
 * Several replicas: pg-boss shares the deliveries out, the ledger says how far each one is. A job
 * carries a delivery's id and nothing else; its own id follows from the delivery's state, so that
 * whoever enqueues the same step enqueues it once. Jobs come back when a replica dies (heartbeat) or
 * the database fails; an answer of the platform is the ledger's business, not the queue's.
 */
import { PgBoss } from "pg-boss";
import {
  type Adapter,
  type Clock,
  type Delivery,
  isClosed,
  type Ledger,
  type Log,
  type Outcome,
  uuidV5,
} from "#core";
import { laneOf, type Outbox } from "./outbox.ts";

export interface PgBossOutboxParts {
  readonly databaseUrl: string;
  readonly ledger: Ledger;
  readonly deliver: (id: string) => Promise<Outcome>;
  readonly adapters: ReadonlyMap<string, Pick<Adapter, "budgets">>;
  readonly clock: Clock;
  readonly log: Log;
}

interface Job {
  readonly delivery: string;
}

const queue = "deliveries";
const deadLetter = "deliveries-dead";
/** The least that pg-boss takes. A dead replica's jobs are found within two of these and a look. */
const heartbeatSeconds = 10;
const lookSeconds = 5;
const most = 1_000;
const manyAtOnce = 500;
/** Jobs stay, and with them the refusal of the same id, for longer than any catch-up window. */
const week = 7 * 24 * 60 * 60;

export function createPgBossOutbox(parts: PgBossOutboxParts): Outbox {
  const { ledger, deliver, adapters, clock, log } = parts;
  const boss = new PgBoss({
    connectionString: parts.databaseUrl,
    application_name: "backchannel-outbox",
    max: 6,
    useListenNotify: true,
    schedule: false,
    superviseIntervalSeconds: lookSeconds,
    monitorIntervalSeconds: lookSeconds,
    registerInstance: true,
  });
  boss.on("error", (error) => log.warn("outbox-queue", { error }));
  boss.on("warning", ({ message, data }) => log.info("outbox-queue-warning", { message, data }));
  const underWay = new Set<string>();
  let stopping = false;

  /** `salt`: why the same state is enqueued once more. */
  async function enqueue(rows: readonly Delivery[], salt = ""): Promise<void> {
    if (rows.length === 0) return;
    const ranks = new Map<string, number>();
    const jobs = rows.map((row) => {
      const lane = laneOf(row.destination, adapters);
      const rank = ranks.get(lane) ?? 0;
      ranks.set(lane, rank + 1);
      return {
        id: jobId(row, salt),
        data: { delivery: row.id } satisfies Job,
        startAfter: new Date(Temporal.Instant.from(row.notBefore).epochMilliseconds),
        // The first of every lane, then the second: a long queue for one does not keep the others waiting.
        priority: -rank,
      };
    });
    await boss.insert(queue, jobs);
  }

  /** Enqueues whatever could run, should its job have been lost; once in ten minutes at most. */
  async function enqueueReady(): Promise<void> {
    const now = clock.now();
    const period = Math.floor(now.epochMilliseconds / (10 * 60_000));
    await enqueue(await ledger.ready(now, most), `again ${period}`);
  }

  async function run(id: string): Promise<void> {
    // Two jobs of one delivery may meet: the ledger tells replicas apart, this one its own.
    if (underWay.has(id)) return;
    underWay.add(id);
    try {
      await step(id);
    } finally {
      underWay.delete(id);
    }
  }

  async function step(id: string): Promise<void> {
    const row = await ledger.get(id);
    if (!row) return;
    const head = await ledger.head(row.destination);
    // An earlier one for the same place is still open: whoever ends it enqueues this one.
    if (head && head.id !== id && !isClosed(row)) return;
    if (!isClosed(row)) {
      let outcome = await deliver(id);
      while (outcome.type === "again" && !stopping && isPast(outcome.at))
        outcome = await deliver(id);
      const after = await ledger.get(id);
      if (after && !isClosed(after)) {
        const at = outcome.type === "again" ? outcome.at : clock.now();
        await enqueue([{ ...after, notBefore: at.toString() }]);
        return;
      }
    }
    const next = await ledger.head(row.destination);
    if (next) await enqueue([next], `after ${id}`);
  }

  async function analyze(): Promise<void> {
    const table = (await boss.getQueue(queue))?.table;
    if (table !== undefined) await boss.getDb().executeSql(`analyze pgboss."${table}"`);
  }

  const isPast = (at: Temporal.Instant) => Temporal.Instant.compare(at, clock.now()) <= 0;

  async function giveUp(id: string): Promise<void> {
    const row = await ledger.get(id);
    if (!row || isClosed(row)) return;
    const updated = clock.now().toString();
    await ledger.replace(row, { ...row, state: "failed", code: "queue-gave-up", updated });
    log.error("delivery-given-up", { delivery: id });
  }

  return {
    async start() {
      await boss.start({ attempts: 5 });
      await boss.createQueue(deadLetter, { deleteAfterSeconds: week });
      await boss.createQueue(queue, {
        // A table of its own keeps the planner's statistics fresh; the same reason for `analyze` below.
        partition: true,
        notify: true,
        heartbeatSeconds,
        expireInSeconds: 30 * 60,
        retryLimit: 20,
        retryBackoff: true,
        retryDelay: 1,
        retryDelayMax: 300,
        deleteAfterSeconds: week,
        deadLetter,
      });
      await boss.work<Job>(deadLetter, { batchSize: 20 }, async (jobs) => {
        for (const { data } of jobs) await giveUp(data.delivery);
      });
      await boss.work<Job>(
        queue,
        {
          // With one at a time, a notified worker takes one job an interval. A batch ends with its
          // slowest, so it is small.
          batchSize: 8,
          localConcurrency: 8,
          burstWhenBatchFull: true,
          perJobResults: true,
          pollingIntervalSeconds: 1,
          notifyPollingIntervalSeconds: 5,
          heartbeatRefreshSeconds: 3,
        },
        (jobs) =>
          Promise.all(
            jobs.map(async ({ id, data }) => {
              try {
                await run(data.delivery);
                return { id, status: "completed" } as const;
              } catch (error) {
                log.error("delivery-defect", { delivery: data.delivery, error });
                return { id, status: "failed", output: { message: String(error) } } as const;
              }
            }),
          ),
      );
      // Faster than waiting for the heartbeat of those who died; the living are left alone.
      await enqueue(await ledger.interrupted(), `left ${clock.now()}`);
      await enqueueReady();
    },
    async added(ids) {
      const planned: Delivery[] = [];
      for (let from = 0; from < ids.length; from += most) {
        const rows = await Promise.all(ids.slice(from, from + most).map((id) => ledger.get(id)));
        planned.push(...rows.filter((row) => row !== undefined));
      }
      await enqueue(planned);
      // Statistics of an empty table make every fetch of a full one several times slower.
      if (ids.length >= manyAtOnce) await analyze();
    },
    poke: enqueueReady,
    async stop() {
      stopping = true;
      await boss.stop({ graceful: true, timeout: 20_000 });
    },
  };
}

/** The next step of a delivery, once, whoever enqueues it. */
function jobId({ id, attempts, notBefore, updated }: Delivery, salt: string): string {
  return uuidV5(id, `${attempts} ${notBefore} ${updated} ${salt}`);
}
