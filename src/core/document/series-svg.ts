/**
 * A series as SVG: the reader's own colours (`currentColor` and classes), no style attribute, so that
 * it draws under a strict content security policy. Its words stand beside it, so it is hidden from
 * screen readers.
 */

import type { Figure } from "../figure/figure.ts";
import { safeHtml } from "./html-text.ts";
import { plainText } from "./plain-text.ts";
import { say } from "./sentence.ts";
import { shortDay } from "./short-day.ts";

type Series = Extract<Figure, { readonly type: "series" }>;
type Point = Series["points"][number];

const width = 640;
const height = 220;
const plot = { left: 46, right: width - 14, top: 18, bottom: height - 26 };

const unmeasured = safeHtml(plainText(say("chart.unmeasured")));
const widthOfWords = 84;

/** Empty when there is too little to draw. */
export function seriesSvg(series: Series): string {
  const points = series.points.toSorted((a, b) => dayOf(a.at) - dayOf(b.at));
  const [first, last] = [points[0], points.at(-1)];
  const highest = Math.max(...points.map((point) => point.value));
  if (!first || !last || points.length < 3 || highest <= 0) return "";
  const end = Math.max(dayOf(last.at), ...series.gaps.map((gap) => dayOf(gap.until ?? gap.from)));
  const top = niceTop(highest);
  const x = scale(dayOf(first.at), end, plot.left, plot.right);
  const y = scale(0, top, plot.bottom, plot.top);
  const at = (point: Point) => `${x(dayOf(point.at))},${y(point.value)}`;
  return [
    `<svg viewBox="0 0 ${width} ${height}" aria-hidden="true">`,
    ...[0, top / 2, top].map(
      (value) =>
        `<path class="grid" d="M${plot.left} ${y(value)}H${plot.right}"/><text x="${plot.left - 8}" y="${y(value) + 4}" text-anchor="end">${short(value)}</text>`,
    ),
    `<text x="${plot.left}" y="10">${safeHtml(series.unit)}</text>`,
    ...series.gaps.map((gap) => {
      const [from, until] = [x(dayOf(gap.from)), x(gap.until ? dayOf(gap.until) : end)];
      const band = `<rect class="gap" x="${from}" y="${plot.top}" width="${round(Math.max(2, until - from))}" height="${plot.bottom - plot.top}"/>`;
      return until - from < widthOfWords
        ? band
        : `${band}<text x="${round((from + until) / 2)}" y="${plot.top + 18}" text-anchor="middle">${unmeasured}</text>`;
    }),
    ...years(first.at, end).map(
      ({ year, day }) =>
        `<text x="${x(day)}" y="${height - 8}" text-anchor="middle">${year}</text>`,
    ),
    ...stretches(points, series).map(
      (stretch) => `<polyline points="${stretch.map(at).join(" ")}"/>`,
    ),
    ...points.map(
      (point) =>
        `<circle class="${point.kind}" cx="${x(dayOf(point.at))}" cy="${y(point.value)}" r="3.5"><title>${pointWords(point, series.unit)}</title></circle>`,
    ),
    "</svg>",
  ].join("");
}

function pointWords({ at, value, kind }: Point, unit: string): string {
  return safeHtml(`${shortDay(at)}: ${value} ${unit}${kind === "measured" ? "" : ` (${kind})`}`);
}

/** The line breaks where nothing was measured. */
function stretches(points: readonly Point[], { gaps }: Series): readonly (readonly Point[])[] {
  const breaks = (from: Point, to: Point) =>
    gaps.some((gap) => dayOf(gap.from) >= dayOf(from.at) && dayOf(gap.from) < dayOf(to.at));
  const parts: Point[][] = [];
  for (const point of points) {
    const part = parts.at(-1);
    const before = part?.at(-1);
    if (part && before && !breaks(before, point)) part.push(point);
    else parts.push([point]);
  }
  return parts;
}

/** First days of years on the axis, at most eight. */
function years(
  first: string,
  end: number,
): readonly { readonly year: number; readonly day: number }[] {
  const begin = Temporal.PlainDate.from(first);
  const count = Math.floor((end - dayOf(first)) / 365.25) + 1;
  const step = Math.max(1, Math.ceil(count / 8));
  return Array.from({ length: count + 1 }, (_, index) => begin.year + 1 + index * step)
    .map((year) => ({ year, day: dayOf(`${year}-01-01`) }))
    .filter(({ day }) => day <= end);
}

/** The next of 1, 2, 4, 5, 6, 8 and 10 with its power of ten. */
function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 4, 5, 6, 8].find((each) => each * power >= value) ?? 10;
  return factor * power;
}

function short(value: number): string {
  return round(value).toLocaleString("en-GB");
}

function scale(from: number, to: number, start: number, end: number): (value: number) => number {
  const span = to - from || 1;
  return (value) => round(start + ((value - from) / span) * (end - start));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function dayOf(day: string): number {
  return Temporal.PlainDate.from("1970-01-01").until(day, { largestUnit: "days" }).days;
}
