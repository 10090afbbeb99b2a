/** A measurement: its latest value, the one before, and the curve with its gaps and bends. */
import { claimSentence, named, say } from "../document/sentence.ts";
import type { Block, Sentence } from "../document/tree.ts";
import type { Claim, Dossier } from "../dossier/dossier.ts";
import { parseEdtf } from "../dossier/edtf.ts";
import { pointId } from "../dossier/expand.ts";
import type { SeriesRecord } from "../dossier/schema.ts";
import { seriesFigure } from "../figure/series-figure.ts";
import { item, list } from "./build.ts";
import { claimsOf } from "./select.ts";

/** Points that the dossier holds, oldest first, with their claims. */
export function pointsOf(
  dossier: Dossier,
  series: SeriesRecord,
): readonly { readonly point: SeriesRecord["points"][number]; readonly claim: Claim }[] {
  return series.points
    .flatMap((point) => {
      const claim = dossier.claims.get(pointId(series, point));
      return claim === undefined ? [] : [{ point, claim }];
    })
    .toSorted((a, b) => (dayOf(a.point.as_of) < dayOf(b.point.as_of) ? -1 : 1));
}

/** The latest value with the one before it, and why there is none since when there is a gap. */
function latestValue(dossier: Dossier, series: SeriesRecord): readonly Sentence[] {
  const points = pointsOf(dossier, series);
  const [last, before] = [points.at(-1), points.at(-2)];
  if (last === undefined) return [];
  const gap = series.gaps.find(
    ({ when }) => dayOf(when.split("/")[0] ?? when) >= dayOf(last.point.as_of),
  );
  const why = gap && claimsOf(dossier, gap.claims);
  return [
    claimSentence([last.claim]),
    ...(last.claim.caution === undefined
      ? []
      : [claimSentence([last.claim], "Caution: ", last.claim.caution)]),
    ...(before === undefined
      ? []
      : [claimSentence([before.claim], "Before that: ", before.claim.text)]),
    ...(gap && why && why.length > 0 ? [claimSentence(why, gap.reason)] : []),
  ];
}

/** A short list for the headline depth, the figures in words otherwise; the curve where it shows change. */
export function seriesBlocks(
  dossier: Dossier,
  series: SeriesRecord,
  withChart: boolean,
): readonly Block[] {
  const values = latestValue(dossier, series);
  if (values.length === 0) return [];
  const points = pointsOf(dossier, series);
  if (!withChart || points.length < 2) {
    return list([item(values.slice(0, 1), values.slice(1))]);
  }
  return [
    {
      type: "chart",
      title: say("label.name", { name: named("series", series.id, capital(series.title)) }),
      alt: values,
      figure: seriesFigure(series, dossier),
    },
  ];
}

function dayOf(edtf: string): string {
  const { from, until } = parseEdtf(edtf);
  return (until ?? from)?.toString() ?? "";
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
