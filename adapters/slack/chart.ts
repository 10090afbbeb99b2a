/** Native charts. What they show stands in the chart's text twin too, so that they may be left out. */
import { type Chart, plainText, shortDay } from "#core";
import { type SlackBlock, short } from "./blocks.ts";
import { literal } from "./escape.ts";
import { kit } from "./limits.ts";

/** What Slack draws: one row of values for each series, over the same categories. */
interface Drawing {
  readonly type: "line" | "bar";
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly unit?: string;
}

/** The block, or undefined when Slack cannot draw it truthfully: calendars and networks are pictures. */
export function chartBlock({ title, figure }: Chart): SlackBlock | undefined {
  const drawing = drawingOf(figure);
  if (!drawing) return undefined;
  const { type, categories, series, unit } = drawing;
  // Two points of one day would share a category.
  if (categories.length < 2 || new Set(categories).size < categories.length) return undefined;
  const block = {
    type: "data_visualization",
    title: short(literal(plainText(title)), kit.chartTitle),
    chart: {
      type,
      series: series.map(({ name, values }) => ({
        name: short(literal(name), kit.chartLabel),
        data: values.map((value, index) => ({ label: categories[index], value })),
      })),
      axis_config: {
        categories,
        ...(unit !== undefined && { y_label: short(literal(unit), kit.chartAxis) }),
      },
    },
  };
  return block;
}

function drawingOf(figure: Chart["figure"]): Drawing | undefined {
  switch (figure.type) {
    case "series": {
      const points = sample(figure.points, ({ value }) => value);
      return {
        type: "line",
        categories: points.map(({ at }) => shortDay(at)),
        series: [{ name: figure.unit, values: points.map(({ value }) => value) }],
        unit: figure.unit,
      };
    }
    case "balance": {
      const quarters = figure.quarters.slice(-kit.chartPoints);
      return {
        type: "bar",
        categories: quarters.map(({ label }) => label),
        series: (["cooperation", "conflict"] as const).map((name) => ({
          name,
          values: quarters.map((quarter) => quarter[name]),
        })),
      };
    }
    case "tracks":
    case "mediation":
    case "agenda":
      return undefined;
    default:
      throw new Error(`unknown figure ${JSON.stringify(figure satisfies never)}`);
  }
}

/** At most as many points as Slack draws: the first, the last, the extremes, and even steps between. */
function sample<Point>(
  points: readonly Point[],
  measure: (point: Point) => number,
): readonly Point[] {
  if (points.length <= kit.chartPoints) return points;
  const byValue = points.toSorted((a, b) => measure(a) - measure(b));
  const ends = [points[0], points.at(-1), byValue[0], byValue.at(-1)];
  const keep = new Set<Point | undefined>(ends);
  const step = points.length / (kit.chartPoints - keep.size);
  for (let at = 0; keep.size < kit.chartPoints && at < points.length; at += step) {
    keep.add(points[Math.floor(at)]);
  }
  return points.filter((point) => keep.has(point));
}
