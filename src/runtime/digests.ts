/** Everything that carries digests from the clock to the platforms: scheduler, outbox and figures. */
import { setImmediate } from "node:timers/promises";
import {
  type Adapter,
  type Clock,
  composeEdition,
  editionId,
  type Library,
  type Log,
  pagesOfEdition,
  planCorrections,
  planDue,
  type Store,
} from "#core";
import { createMetrics, type Metrics } from "./metrics.ts";
import { createOutbox } from "./outbox/create-outbox.ts";
import { createScheduler } from "./scheduler.ts";
import { type KeptLock, keepAdvisoryLock } from "./store/advisory-lock.ts";
import type { Sql } from "./store/sql.ts";

export interface DigestsParts {
  readonly store: Store;
  readonly sql: Sql;
  /** PostgreSQL, shared by replicas; the embedded store otherwise. */
  readonly databaseUrl?: string | undefined;
  readonly library: Library;
  readonly adapters: readonly Adapter[];
  readonly clock: Clock;
  readonly log: Log;
  readonly commandName: string;
  /** PUBLIC_URL: digests then link to their pages on the web. */
  readonly site?: string | undefined;
}

export interface Digests {
  readonly metrics: Metrics;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function createDigests(parts: DigestsParts): Digests {
  const { store, databaseUrl, library, clock, log } = parts;
  const site = parts.site?.replace(/\/$/, "");
  const metrics = createMetrics(store, clock);
  const outbox = createOutbox({
    ...parts,
    pagesOf: (edition, limits, to) => pagesOfEdition(edition, limits, { ...to, site }),
    observe: metrics.observe,
  });
  let leading: KeptLock | undefined;
  const seen = new Map<string, string>();

  /** Once for each version of a dossier that is loaded. */
  async function corrections(): Promise<readonly string[]> {
    const planned: string[] = [];
    for (const id of library.ids) {
      const dossier = library.get(id);
      if (seen.get(id) === dossier.version) continue;
      planned.push(...(await planCorrections(store, dossier, clock.now())));
      seen.set(id, dossier.version);
    }
    return planned;
  }

  const scheduler = createScheduler({
    plan: async () => {
      const corrected = await corrections();
      const planned = await planDue({
        store,
        library,
        editionId,
        compose: composeEdition,
        clock,
        log,
        yieldTurn: () => setImmediate(),
      });
      return { ...planned, deliveries: [...corrected, ...planned.deliveries] };
    },
    outbox,
    leads: () => databaseUrl === undefined || leading?.held === true,
    log,
    observe: metrics.planned,
  });
  return {
    metrics,
    async start() {
      await outbox.start();
      if (databaseUrl !== undefined) {
        const name = "scheduler";
        leading = keepAdvisoryLock({ url: databaseUrl, name, log, gained: () => scheduler.tick() });
      }
      await scheduler.start();
    },
    async stop() {
      await scheduler.stop();
      await leading?.release();
      await outbox.stop();
    },
  };
}
