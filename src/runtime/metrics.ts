/**
 * Figures for operators in Prometheus' text format. Written here rather than with a client library:
 * the format is a page long, and eight metrics need no registry.
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/
 */
import type { Bot, Clock, DeliveryEvent, Planned, Store } from "#core";

export interface Metrics {
  /** For the outbox. */
  observe(event: DeliveryEvent): void;
  /** For the scheduler. */
  planned(planned: Planned): void;
  /** The same bot, its answers timed. */
  timed(bot: Bot): Bot;
  render(): Promise<string>;
}

/** Seconds. The promise to a reader is an answer in milliseconds; platforms wait three seconds. */
const steps = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3] as const;

export function createMetrics(
  store: Pick<Store, "ledger" | "subscriptions">,
  clock: Clock,
): Metrics {
  const due = counter("backchannel_deliveries_due_total", "Deliveries planned.");
  const passedOver = counter(
    "backchannel_runs_passed_over_total",
    "Runs without a delivery: missed for too long, or a quiet day to be skipped.",
  );
  const ended = {
    sent: counter("backchannel_deliveries_sent_total", "Deliveries posted in full."),
    reconciled: counter(
      "backchannel_deliveries_reconciled_total",
      "Deliveries that the platform turned out to have after an unclear outcome.",
    ),
    unclear: counter(
      "backchannel_deliveries_unclear_total",
      "Calls whose outcome was not known; the platform was asked before anything was posted again.",
    ),
    repeated: counter(
      "backchannel_deliveries_repeated_total",
      "Pages posted once more because the platform could not say whether it had them.",
    ),
    retried: counter("backchannel_deliveries_retried_total", "Attempts put off, by reason."),
    failed: counter("backchannel_deliveries_failed_total", "Deliveries given up, by reason."),
  };
  const late = counter("backchannel_deliveries_late_total", "Deliveries posted late.");
  const latency = histogram("backchannel_answer_seconds", "Time from a question to its answer.");

  async function timing<Result>(work: () => Promise<Result>): Promise<Result> {
    const began = performance.now();
    try {
      return await work();
    } finally {
      latency.observe((performance.now() - began) / 1000);
    }
  }

  return {
    observe(event) {
      const { platform } = event;
      ended[event.type].add("code" in event ? { platform, code: event.code } : { platform });
      if ("late" in event && event.late) late.add({ platform });
    },
    planned({ deliveries, passedOver: over }) {
      due.add({}, deliveries.length);
      passedOver.add({}, over);
    },
    timed: (bot) => ({
      ...bot,
      command: (call) => timing(() => bot.command(call)),
      message: (message) => timing(() => bot.message(message)),
    }),
    async render() {
      const oldest = await store.ledger.oldest();
      const age = oldest ? clock.now().since(oldest).total("seconds") : 0;
      const counted = [due, passedOver, ...Object.values(ended), late, latency];
      return [
        ...counted.flatMap((metric) => metric.lines()),
        ...gauge(
          "backchannel_deliveries",
          "Deliveries in the ledger, by state.",
          byState(await store.ledger.count()),
        ),
        ...gauge(
          "backchannel_subscriptions",
          "Subscriptions, by state.",
          byState(await store.subscriptions.count()),
        ),
        ...gauge(
          "backchannel_queue_age_seconds",
          "How long the oldest open delivery has been due.",
          [[{}, Math.max(0, age)]],
        ),
        ...gauge("process_resident_memory_bytes", "Memory of the process.", [
          [{}, process.memoryUsage.rss()],
        ]),
        ...gauge("process_uptime_seconds", "Time since the process began.", [
          [{}, process.uptime()],
        ]),
        "",
      ].join("\n");
    },
  };
}

type Labels = Readonly<Record<string, string>>;

function counter(name: string, help: string) {
  // Without a first sample a rate has nothing to start from.
  const values = new Map<string, number>([["", 0]]);
  return {
    add(labels: Labels, by = 1) {
      const key = written(labels);
      if (key !== "") values.delete("");
      values.set(key, (values.get(key) ?? 0) + by);
    },
    lines: () => [
      ...heading(name, help, "counter"),
      ...[...values].map(([labels, value]) => `${name}${labels} ${value}`),
    ],
  };
}

function histogram(name: string, help: string) {
  const counts = steps.map(() => 0);
  let [count, sum] = [0, 0];
  return {
    observe(value: number) {
      count += 1;
      sum += value;
      for (const [at, step] of steps.entries())
        if (value <= step) counts[at] = (counts[at] ?? 0) + 1;
    },
    lines: () => [
      ...heading(name, help, "histogram"),
      ...steps.map((step, at) => `${name}_bucket{le="${step}"} ${counts[at]}`),
      `${name}_bucket{le="+Inf"} ${count}`,
      `${name}_sum ${sum}`,
      `${name}_count ${count}`,
    ],
  };
}

function gauge(
  name: string,
  help: string,
  samples: readonly (readonly [Labels, number])[],
): string[] {
  return [
    ...heading(name, help, "gauge"),
    ...samples.map(([labels, value]) => `${name}${written(labels)} ${value}`),
  ];
}

const heading = (name: string, help: string, type: string): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
];

const byState = (counts: Readonly<Record<string, number>>): [Labels, number][] =>
  Object.entries(counts).map(([state, count]) => [{ state }, count]);

function written(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length > 0 ? `{${pairs.join(",")}}` : "";
}

const escaped = (value: string): string =>
  value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
