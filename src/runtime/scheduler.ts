/**
 * Looks once a minute for what has come due. The tick decides nothing: when a subscription runs
 * stands in the store, so that a tick that is missed, late or doubled changes nothing.
 */
import { schedule as everyMinute, type ScheduledTask } from "node-cron";
import type { Log, Planned } from "#core";
import type { Outbox } from "./outbox/outbox.ts";

export interface SchedulerParts {
  /** Plans all that is due. */
  readonly plan: () => Promise<Planned>;
  readonly outbox: Pick<Outbox, "added" | "poke">;
  /** Among replicas one plans; the others stand by. */
  readonly leads?: () => boolean;
  readonly log: Log;
  readonly observe: (planned: Planned) => void;
}

export interface Scheduler {
  start(): Promise<void>;
  /** One look. Resolves when what was due is planned; a second one at the same time waits for the first. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

export function createScheduler(parts: SchedulerParts): Scheduler {
  const { plan, outbox, leads = () => true, log, observe } = parts;
  let task: ScheduledTask | undefined;
  let ticking: Promise<void> | undefined;

  async function look(): Promise<void> {
    try {
      if (leads()) {
        const planned = await plan();
        observe(planned);
        if (planned.due > 0)
          log.info("planned", { ...planned, deliveries: planned.deliveries.length });
        await outbox.added(planned.deliveries);
      }
      // Another replica may have planned, and a retry may have come due.
      await outbox.poke();
    } catch (error) {
      // The next minute tries again; nothing was moved on that is not planned.
      log.error("tick-failed", { error });
    }
  }

  function tick(): Promise<void> {
    ticking ??= look().finally(() => {
      ticking = undefined;
    });
    return ticking;
  }

  return {
    tick,
    async start() {
      task = everyMinute("* * * * *", tick, { noOverlap: true, suppressMissedWarning: true });
      // What came due while nothing ran is not left waiting for the minute.
      await tick();
    },
    async stop() {
      await task?.destroy();
      await ticking;
    },
  };
}
