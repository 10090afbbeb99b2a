/** Events by track as a picture, and in words how many there are and which weigh most. */
import { derived, say } from "../../document/sentence.ts";
import type { Chart, Sentence } from "../../document/tree.ts";
import { dayWords, edtfWords } from "../../dossier/dates.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import { type TracksFigure, tracks } from "../../figure/figure.ts";
import { claimItem } from "../claim-words.ts";
import { claimsOf } from "../select.ts";

/** Undefined without two events: there is nothing to see in fewer. `named`: events told in words. */
export function tracksChart(
  dossier: Dossier,
  figure: TracksFigure,
  title: Sentence,
  named: number,
): Chart | undefined {
  if (figure.events.length < 2) return undefined;
  const told = [...figure.events]
    .sort((a, b) => b.weight - a.weight || (a.at < b.at ? -1 : 1))
    .slice(0, named)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  return {
    type: "chart",
    title,
    subtitle: say("chart.span", { first: month(figure.from), last: month(figure.until) }),
    alt: [
      counts(dossier, figure),
      busiest(figure),
      ...(told.length > 0 ? [say("chart.weightiest")] : []),
      ...claimsOf(
        dossier,
        told.map(({ claim }) => claim),
      ).flatMap((claim) => {
        const { sentences, details } = claimItem(dossier, claim, "headline");
        return [...sentences, ...details];
      }),
    ],
    figure,
  };
}

/** "248 events on record, 1979 to 17 June 2026: diplomacy 120, nuclear 40." */
function counts(dossier: Dossier, { events }: TracksFigure): Sentence {
  const dateOf = (event: TracksFigure["events"][number] | undefined) =>
    edtfWords(dossier.claims.get(event?.claim ?? "")?.when?.split("/")[0] ?? "");
  const from = { type: "record" } as const;
  const each = tracks
    .map((track) => [track, events.filter((event) => event.track === track).length] as const)
    .filter(([, count]) => count > 0)
    .map(([track, count]) => `${track} ${count}`);
  return say("chart.tracks", {
    count: derived(events.length, from),
    first: derived(dateOf(events[0]), from),
    last: derived(dateOf(events.at(-1)), from),
    tracks: derived(each.join(", "), from),
  });
}

function busiest({ events }: TracksFigure): Sentence {
  const years = new Map<string, number>();
  for (const { at } of events) years.set(at.slice(0, 4), (years.get(at.slice(0, 4)) ?? 0) + 1);
  const [year = "", count = 0] = [...years].sort((a, b) => b[1] - a[1])[0] ?? [];
  const from = { type: "record" } as const;
  return say("chart.busiest", { year: derived(year, from), count: derived(count, from) });
}

function month(iso: string) {
  return derived(dayWords(Temporal.PlainDate.from(iso), "month"), { type: "record" });
}
