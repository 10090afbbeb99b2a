import type { BalanceFigure } from "../../figure/figure.ts";
import { bar } from "./bar.ts";

const width = 24;
const mostRows = 24;

/** One row a quarter, the latest ones: conflict to the left of the line, cooperation to the right. */
export function balancePlot({ quarters }: BalanceFigure): readonly string[] {
  if (quarters.length === 0) return [];
  const shown = quarters.slice(-mostRows);
  const largest = Math.max(1, ...shown.flatMap((each) => [each.conflict, each.cooperation]));
  const left = (count: number) => "█".repeat(Math.round((count / largest) * width)).padStart(width);
  return [
    `${"".padStart(7)}  ${"conflict".padStart(width + 3)} │ cooperation`,
    ...shown.map(({ label, conflict, cooperation }) =>
      `${label}  ${left(conflict)} ${String(conflict).padStart(2)} │ ${String(cooperation).padEnd(2)} ${bar(cooperation / largest, width)}`.trimEnd(),
    ),
  ];
}
