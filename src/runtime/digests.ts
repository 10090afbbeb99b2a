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

const betweenLooks = Temporal.Duration.from({ hours: 1 });

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
  const yieldTurn = () => setImmediate();
  const looked = new Map<string, { readonly version: string; readonly at: Temporal.Instant }>();

  /**
   * At once for a version of a dossier that is new here, and again each hour: an answer may have been
   * under way, a digest have waited for its hour, and another replica not have read the record yet.
   */
  async function corrections(): Promise<readonly string[]> {
    const planned: string[] = [];
    const now = clock.now();
    for (const id of library.ids) {
      const dossier = library.get(id);
      const last = looked.get(id);
      if (last?.version === dossier.version && isAfter(last.at.add(betweenLooks), now)) continue;
      planned.push(...(await planCorrections({ store, yieldTurn }, dossier, now)));
      looked.set(id, { version: dossier.version, at: now });
    }
    if (planned.length > 0) log.info("corrections-planned", { deliveries: planned.length });
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
        yieldTurn,
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

const isAfter = (a: Temporal.Instant, b: Temporal.Instant): boolean =>
  Temporal.Instant.compare(a, b) > 0;
