/** One process: the ledger itself is the queue. */
import type { Adapter, Clock, Ledger, Log, Outcome, Sleep } from "#core";
import { laneOf, type Outbox } from "./outbox.ts";

export interface EmbeddedOutboxParts {
  readonly ledger: Ledger;
  readonly deliver: (id: string) => Promise<Outcome>;
  readonly adapters: ReadonlyMap<string, Pick<Adapter, "budgets">>;
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly log: Log;
}

/** Deliveries under way at a time, most of them waiting for their budget's turn. */
const mostHeld = 256;
/** Of one lane, so that a long queue for one workspace does not keep the others waiting. */
const mostOfLane = 64;
/** After a defect, such as a full disk, the same delivery is not tried again at once. */
const afterDefect = Temporal.Duration.from({ seconds: 30 });

export function createEmbeddedOutbox(parts: EmbeddedOutboxParts): Outbox {
  const { ledger, deliver, adapters, clock, log } = parts;
  const held = new Map<string, Promise<void>>();
  const lanes = new Map<string, number>();
  let running = false;
  /** The ledger may hold more than was taken at the last look. */
  let more = false;
  let looking: Promise<void> | undefined;
  let again = false;
  let wakeAt: Temporal.Instant | undefined;

  function look(): Promise<void> {
    if (!running) return Promise.resolve();
    again = true;
    looking ??= (async () => {
      try {
        while (again && running) {
          again = false;
          await take();
        }
      } catch (error) {
        log.error("outbox-look-failed", { error });
        wake(clock.now().add(afterDefect));
      } finally {
        looking = undefined;
      }
    })();
    return looking;
  }

  async function take(): Promise<void> {
    const crowded = [...lanes].filter(([, count]) => count >= mostOfLane).map(([lane]) => lane);
    const room = mostHeld - held.size;
    // Those under way are still `planned` on disk while they wait for their turn.
    const most = held.size + room;
    const rows = await ledger.ready(clock.now(), most, crowded);
    let taken = 0;
    for (const row of rows) {
      const lane = laneOf(row.destination, adapters);
      if (held.has(row.id) || taken >= room) continue;
      if ((lanes.get(lane) ?? 0) >= mostOfLane) continue;
      taken += 1;
      hold(row.id, lane);
    }
    more = rows.length === most || crowded.length > 0 || taken === room;
  }

  function hold(id: string, lane: string): void {
    lanes.set(lane, (lanes.get(lane) ?? 0) + 1);
    const work = carry(id).finally(() => {
      held.delete(id);
      const left = (lanes.get(lane) ?? 1) - 1;
      if (left === 0) lanes.delete(lane);
      else lanes.set(lane, left);
      // Its destination's next one may be free now; with a backlog, half a lane's worth is enough to ask.
      if (!more || held.size <= mostHeld / 2 || left === mostOfLane / 2) look().catch(() => {});
    });
    held.set(id, work);
  }

  async function carry(id: string): Promise<void> {
    while (running) {
      try {
        const outcome = await deliver(id);
        if (outcome.type === "again") wake(outcome.at);
        return;
      } catch (error) {
        log.error("delivery-defect", { delivery: id, error });
        await parts.sleep(clock.now().add(afterDefect)).catch(() => undefined);
      }
    }
  }

  /** One timer for the nearest moment at which something comes due. */
  function wake(at: Temporal.Instant): void {
    if (!running || (wakeAt && Temporal.Instant.compare(wakeAt, at) <= 0)) return;
    wakeAt = at;
    parts.sleep(at).then(
      () => {
        if (wakeAt && Temporal.Instant.compare(wakeAt, at) === 0) wakeAt = undefined;
        return look();
      },
      () => undefined,
    );
  }

  return {
    async start() {
      running = true;
      for (const { id } of await ledger.interrupted()) await carry(id);
      await look();
    },
    added: async () => {
      await look();
    },
    poke: look,
    async stop() {
      running = false;
      await looking;
      await Promise.all(held.values());
    },
  };
}
