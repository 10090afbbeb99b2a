/** A measurement as a picture: what its curve does, in words too. */
import { claimSentence, derived, named, say } from "../../document/sentence.ts";
import type { Chart, Sentence } from "../../document/tree.ts";
import { edtfWords } from "../../dossier/dates.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import type { SeriesRecord } from "../../dossier/schema.ts";
import { seriesFigure } from "../../figure/series-figure.ts";
import { pointsOf } from "../readings.ts";

/** Undefined without two readings: one is no curve. */
export function seriesChart(
  dossier: Dossier,
  series: SeriesRecord,
  alt: readonly Sentence[],
): Chart | undefined {
  const points = pointsOf(dossier, series);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return undefined;
  const from = { type: "claims", claims: points.map(({ claim }) => claim.id) } as const;
  return {
    type: "chart",
    title: seriesTitle(series),
    subtitle: say("chart.unit", {
      unit: derived(series.unit, { type: "record" }),
      first: derived(edtfWords(first.point.as_of), from),
      last: derived(edtfWords(last.point.as_of), from),
    }),
    alt,
    figure: seriesFigure(series, dossier),
  };
}

export function seriesTitle({ id, title }: SeriesRecord): Sentence {
  const name = title.charAt(0).toUpperCase() + title.slice(1);
  return say("label.name", { name: named("series", id, name) });
}

/** "From 2 kg (May 2021) to 441 kg (13 June 2025), the highest on record." */
export function courseOf(dossier: Dossier, series: SeriesRecord): readonly Sentence[] {
  const points = pointsOf(dossier, series);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return [];
  const highest = points.reduce((a, b) => (b.point.value > a.point.value ? b : a));
  const value = ({ point, claim }: (typeof points)[number]) =>
    derived(`${amount(point.value, series.unit)} (${edtfWords(point.as_of)})`, {
      type: "claims",
      claims: [claim.id],
    });
  const top = highest === last || highest === first ? [] : [highest.claim];
  return [
    claimSentence(
      [first.claim, last.claim, ...top],
      "From ",
      value(first),
      " to ",
      value(last),
      ...(highest === last ? [", the highest on record"] : []),
      ...(top.length > 0 ? [", with its highest at ", value(highest)] : []),
      ".",
    ),
  ];
}

function amount(value: number, unit: string): string {
  return `${value.toLocaleString("en-US", { maximumFractionDigits: 3 })} ${unit}`;
}
