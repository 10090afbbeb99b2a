import { edtfWords } from "../dossier/dates.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { parseEdtf } from "../dossier/edtf.ts";
import { pointId } from "../dossier/expand.ts";
import type { SeriesRecord } from "../dossier/schema.ts";
import type { SeriesFigure } from "./figure.ts";

/** A series with its gaps, and the current claims that explain its turns. */
export function seriesFigure(series: SeriesRecord, dossier: Dossier): SeriesFigure {
  return {
    type: "series",
    unit: series.unit,
    points: series.points
      .flatMap((point) => {
        const claim = dossier.claims.get(pointId(series, point));
        const at = claim?.span?.from?.toString();
        return claim && at
          ? [
              {
                at,
                date: edtfWords(point.as_of),
                value: point.value,
                kind: point.kind,
                claim: claim.id,
              },
            ]
          : [];
      })
      .sort((a, b) => (a.at < b.at ? -1 : 1)),
    gaps: series.gaps.flatMap((gap) => {
      const { from, until } = parseEdtf(gap.when);
      return from ? [{ from: from.toString(), until: (until ?? dossier.until).toString() }] : [];
    }),
    bends: series.bends
      .flatMap((id) => {
        const claim = dossier.claims.get(id);
        const at = claim?.span?.from?.toString();
        return claim && at && isShown(claim.status)
          ? [{ at, label: claim.headline, claim: id }]
          : [];
      })
      .sort((a, b) => (a.at < b.at ? -1 : 1)),
  };
}

/** A picture shows what holds or is disputed, never what was replaced or refuted. */
export function isShown(status: "current" | "superseded" | "disputed" | "rejected"): boolean {
  return status === "current" || status === "disputed";
}
