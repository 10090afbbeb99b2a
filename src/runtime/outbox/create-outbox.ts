/** Puts the outbox together for the store that is there. */
import { randomUUID } from "node:crypto";
import {
  type Adapter,
  type Clock,
  createDeliver,
  createGate,
  createMemoryBudgets,
  type DeliveryEvent,
  type Log,
  type PagesOf,
  type Store,
} from "#core";
import { isFree, type KeptLock, keepAdvisoryLock } from "../store/advisory-lock.ts";
import { createSharedBudgets, forgetBudgets } from "../store/budgets.ts";
import type { Sql } from "../store/sql.ts";
import { createEmbeddedOutbox } from "./embedded.ts";
import { type Outbox, sleepBy } from "./outbox.ts";
import { createPgBossOutbox } from "./pg-boss.ts";

export interface OutboxParts {
  readonly store: Store;
  readonly sql: Sql;
  /** PostgreSQL, shared by replicas; the embedded store otherwise. */
  readonly databaseUrl?: string | undefined;
  readonly adapters: readonly Adapter[];
  readonly pagesOf: PagesOf;
  readonly clock: Clock;
  readonly log: Log;
  readonly commandName: string;
  readonly observe: (event: DeliveryEvent) => void;
}

export function createOutbox(parts: OutboxParts): Outbox {
  const { store, sql, databaseUrl, clock, log } = parts;
  const stopping = new AbortController();
  const sleep = sleepBy(clock, stopping.signal);
  const adapters = new Map(parts.adapters.map((adapter) => [adapter.platform, adapter]));
  const budgets = databaseUrl === undefined ? createMemoryBudgets() : createSharedBudgets(sql);
  const replica = randomUUID();
  const deliver = createDeliver({
    ...parts,
    adapters,
    budgets,
    gate: createGate({ budgets, clock, sleep }),
    ...(databaseUrl !== undefined && { replica }),
    // One process: whoever made the call was this one, in an earlier life.
    isGone: async (other) =>
      databaseUrl === undefined || other === replica || isFree(sql, lifeOf(other)),
  });
  const shared = { ledger: store.ledger, deliver, adapters, clock, log };
  const outbox =
    databaseUrl === undefined
      ? createEmbeddedOutbox({ ...shared, sleep })
      : createPgBossOutbox({ ...shared, databaseUrl });
  // Held for as long as this replica lives: what it was sending when it died is then known to be unclear.
  let living: KeptLock | undefined;

  return {
    ...outbox,
    async start() {
      if (databaseUrl !== undefined) {
        living = keepAdvisoryLock({ url: databaseUrl, name: lifeOf(replica), log });
        await living.begun;
        await forgetBudgets(sql, clock.now().subtract({ hours: 24 }));
      }
      await outbox.start();
    },
    async stop() {
      stopping.abort();
      await outbox.stop();
      await living?.release();
    },
  };
}

const lifeOf = (replica: string | undefined): string => `replica ${replica ?? "none"}`;
