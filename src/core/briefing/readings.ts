/** Readings of a measurement: all of them in order, and the latest in words. */
import { claimSentence } from "../document/sentence.ts";
import type { Sentence } from "../document/tree.ts";
import type { Claim, Dossier } from "../dossier/dossier.ts";
import { parseEdtf } from "../dossier/edtf.ts";
import { pointId } from "../dossier/expand.ts";
import type { SeriesRecord } from "../dossier/schema.ts";
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
export function latestValue(dossier: Dossier, series: SeriesRecord): readonly Sentence[] {
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

function dayOf(edtf: string): string {
  const { from, until } = parseEdtf(edtf);
  return (until ?? from)?.toString() ?? "";
}
