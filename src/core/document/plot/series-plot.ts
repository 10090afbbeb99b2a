import type { SeriesFigure } from "../../figure/figure.ts";
import { shortDay } from "../short-day.ts";
import { bar } from "./bar.ts";

const width = 36;
/** Rows of a screen; of more readings the first, the last and even steps between are shown. */
const mostRows = 24;

const marks = { measured: "", estimate: " (estimate)", derived: " (worked out)" } as const;

/** One row a reading: day, bar, value. Bars begin at nought, or at the lowest value below it. */
export function seriesPlot({ points, gaps, unit }: SeriesFigure): readonly string[] {
  const values = points.map(({ value }) => value);
  const low = Math.min(0, ...values);
  const high = Math.max(low, ...values);
  const rows = thinned(points).map(({ at, date, value, kind }) => ({
    day: date ?? shortDay(at),
    bar: bar((value - low) / Math.max(high - low, Number.EPSILON), width),
    words: `${value.toLocaleString("en-US", { maximumFractionDigits: 3 })} ${unit}${marks[kind]}`,
  }));
  const longest = Math.max(0, ...rows.map((row) => row.day.length));
  const last = points.at(-1)?.at ?? "";
  return [
    ...rows.map((row) => `${row.day.padStart(longest)}  ${row.bar.padEnd(width)}  ${row.words}`),
    ...gaps
      .filter(({ from }) => from >= last)
      .map(
        ({ until }) =>
          `${"".padStart(longest)}  no reading${until ? ` to ${shortDay(until)}` : ""}`,
      ),
  ];
}

function thinned<Point>(points: readonly Point[]): readonly Point[] {
  if (points.length <= mostRows) return points;
  const step = (points.length - 1) / (mostRows - 1);
  return Array.from({ length: mostRows }, (_, row) => points[Math.round(row * step)]).filter(
    (point) => point !== undefined,
  );
}
