/** What a part of `npm run bench` is. Figures are ratios to a floor of the same run, or bars in their own unit. */
export interface Bench {
  readonly name: string;
  run(): Promise<readonly Measure[]>;
}

export interface Measure {
  readonly what: string;
  readonly value: number;
  /** `x` for a ratio to a floor. */
  readonly unit: "x" | "ms" | "MB" | "per second" | "calls";
  /** Said beside the figure: what it was measured from. */
  readonly from?: string;
  /** The most that it may be. Absent: only told. */
  readonly most?: number;
}

export function line({ what, value, unit, from, most }: Measure): string {
  const figure = unit === "x" ? `${value.toFixed(2)} x` : `${value.toFixed(2)} ${unit}`;
  const bar = most === undefined ? "" : ` (at most ${most}${unit === "x" ? " x" : ` ${unit}`})`;
  const verdict = most === undefined ? "·" : value <= most ? "✓" : "✗";
  return `${verdict} ${what}: ${figure}${bar}${from === undefined ? "" : ` · ${from}`}`;
}

const rounds = 7;

/** Milliseconds of this process's own work. */
export async function cpu(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Medians of rounds that take turns, so that a noisy moment hits both; the first round warms up. */
export async function compare(bare: () => Promise<number>, ours: () => Promise<number>) {
  const costs: { bare: number; ours: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    costs.push({ bare: await bare(), ours: await ours() });
  }
  const floor = median(costs.slice(1).map((cost) => cost.bare));
  return { floor, ratio: median(costs.slice(1).map((cost) => cost.ours)) / floor };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
