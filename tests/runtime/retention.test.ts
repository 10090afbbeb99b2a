import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createMemoryStore } from "#core";
import { startRetention } from "../../src/runtime/retention.ts";
import { createHandClock } from "../fakes/clock.ts";
import { createFakeLog } from "../fakes/log.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("forgets at the start and again while it runs, and says how much", async () => {
  const store = createMemoryStore();
  const clock = createHandClock();
  const { log, entries } = createFakeLog();
  await store.unanswered.add("what about the ferry?", "canal-tolls", clock.now());
  const retention = startRetention({
    store,
    clock,
    log,
    days: 30,
  });
  await vi.advanceTimersByTimeAsync(0);
  clock.move({ hours: 24 * 31 });
  await vi.advanceTimersByTimeAsync(6 * 3_600_000);
  retention.stop();
  await vi.advanceTimersByTimeAsync(24 * 3_600_000);
  expect(entries.map(({ event, fields }) => [event, fields])).toEqual([
    [
      "forgotten",
      { conversations: 0, unanswered: 0, seen: 0, notes: 0, deliveries: 0, editions: 0 },
    ],
    [
      "forgotten",
      { conversations: 0, unanswered: 1, seen: 0, notes: 0, deliveries: 0, editions: 0 },
    ],
  ]);
});
