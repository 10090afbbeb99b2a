/** What a part of `npm run bench` is. Figures are ratios to a floor of the same run, or bars in their own unit. */
export interface Bench {
  readonly name: string;
  run(): Promise<readonly Measure[]>;
}

export interface Measure {
  readonly what: string;
  readonly value: number;
  /** `x` for a ratio to a floor. */
  readonly unit: "x" | "ms" | "MB" | "per second";
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
