/** Measures two ways of doing the same side by side, so that a busy machine is busy for both. */

interface Spread {
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** A second. */
  readonly throughput: number;
}

/** Each item once, timed one by one. */
function spreadOf<Item>(items: readonly Item[], work: (item: Item) => unknown): Spread {
  const times: number[] = [];
  const begin = performance.now();
  for (const item of items) {
    const start = performance.now();
    work(item);
    times.push(performance.now() - start);
  }
  const whole = performance.now() - begin;
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), throughput: (items.length / whole) * 1000 };
}

export interface Duel {
  readonly ours: Spread;
  readonly floor: Spread;
  /** Ours over the floor: medians over the rounds of the ratios of each round. */
  readonly ratios: Spread;
}

/** Alternating rounds, after one of each to warm up; medians over the rounds. */
export function duel<Item>(
  items: readonly Item[],
  ours: (item: Item) => unknown,
  floor: (item: Item) => unknown,
  rounds = 5,
): Duel {
  spreadOf(items, ours);
  spreadOf(items, floor);
  const pairs = Array.from({ length: rounds }, () => ({
    ours: spreadOf(items, ours),
    floor: spreadOf(items, floor),
  }));
  const over = (pick: (pair: (typeof pairs)[number]) => Spread): Spread => ({
    p50: median(pairs.map((pair) => pick(pair).p50)),
    p99: median(pairs.map((pair) => pick(pair).p99)),
    throughput: median(pairs.map((pair) => pick(pair).throughput)),
  });
  return {
    ours: over((pair) => pair.ours),
    floor: over((pair) => pair.floor),
    ratios: over(({ ours: a, floor: b }) => ({
      p50: a.p50 / b.p50,
      p99: a.p99 / b.p99,
      throughput: a.throughput / b.throughput,
    })),
  };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

export function elapsed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
