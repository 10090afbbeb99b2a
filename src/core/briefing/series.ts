/** A measurement in a briefing: its latest value, the one before, and the curve with its gaps and bends. */
import type { Block } from "../document/tree.ts";
import type { Dossier } from "../dossier/dossier.ts";
import type { SeriesRecord } from "../dossier/schema.ts";
import { item, list } from "./build.ts";
import { seriesChart } from "./charts/series-chart.ts";
import { latestValue } from "./readings.ts";

/** A short list for the headline depth, the figures in words otherwise; the curve where it shows change. */
export function seriesBlocks(
  dossier: Dossier,
  series: SeriesRecord,
  withChart: boolean,
): readonly Block[] {
  const values = latestValue(dossier, series);
  if (values.length === 0) return [];
  const chart = withChart ? seriesChart(dossier, series, values) : undefined;
  return chart ? [chart] : list([item(values.slice(0, 1), values.slice(1))]);
}
