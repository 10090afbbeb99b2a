import { expect, it } from "vitest";
import { type Bot, createMemoryStore } from "#core";
import { createMetrics } from "../../src/runtime/metrics.ts";
import { delivery, subscription } from "../contracts/deliveries.ts";
import { createHandTime } from "../fakes/time.ts";

it("tells Prometheus what was due, sent, late, unclear and failed, and what waits", async () => {
  const store = createMemoryStore();
  const time = createHandTime("2026-11-22T09:00:00Z");
  const metrics = createMetrics(store, time);
  await store.subscriptions.put(subscription("s1"));
  await store.ledger.plan([delivery("d1", { notBefore: "2026-11-22T08:58:30Z" })], []);
  metrics.planned({ due: 3, deliveries: ["d1", "d2"], late: 0, passedOver: 1 });
  metrics.observe({ type: "sent", platform: "slack", late: true });
  metrics.observe({ type: "sent", platform: "slack", late: false });
  metrics.observe({ type: "unclear", platform: "discord" });
  metrics.observe({ type: "failed", platform: "slack", code: 'odd "code"\\' });
  const text = await metrics.render();
  const samples = text.split("\n").filter((line) => !/^#|_seconds_|process_/.test(line));
  expect(samples).toEqual([
    "backchannel_deliveries_due_total 2",
    "backchannel_runs_passed_over_total 1",
    'backchannel_deliveries_sent_total{platform="slack"} 2',
    "backchannel_deliveries_reconciled_total 0",
    'backchannel_deliveries_unclear_total{platform="discord"} 1',
    "backchannel_deliveries_repeated_total 0",
    "backchannel_deliveries_retried_total 0",
    'backchannel_deliveries_failed_total{platform="slack",code="odd \\"code\\"\\\\"} 1',
    'backchannel_deliveries_late_total{platform="slack"} 1',
    'backchannel_deliveries{state="planned"} 1',
    'backchannel_subscriptions{state="active"} 1',
    'backchannel_subscriptions{state="paused"} 0',
    'backchannel_subscriptions{state="off"} 0',
    "backchannel_queue_age_seconds 90",
    "",
  ]);
  expect(text).toContain("# TYPE backchannel_answer_seconds histogram");
});

it("times answers, also those that fail", async () => {
  const metrics = createMetrics(createMemoryStore(), createHandTime());
  const bot = metrics.timed({
    message: async () => undefined,
    command: () => Promise.reject(new Error("no")),
  } as Partial<Bot> as Bot);
  await bot.message({} as Parameters<Bot["message"]>[0]);
  await expect(bot.command({} as Parameters<Bot["command"]>[0])).rejects.toThrow("no");
  expect(await metrics.render()).toContain('backchannel_answer_seconds_bucket{le="3"} 2');
});
