import { type TracksFigure, tracks } from "../../figure/figure.ts";
import { sparkline } from "./bar.ts";

const mostColumns = 60;

/** One line a track: how many events in each stretch of time, then how many in all. */
export function tracksPlot({ events, from, until }: TracksFigure): readonly string[] {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(until)];
  const months = Math.max(1, (last.year - first.year) * 12 + last.month - first.month + 1);
  const size = [1, 3, 6, 12, 24, 60].find((each) => months / each <= mostColumns) ?? 120;
  const columns = Math.ceil(months / size);
  const counts = tracks.map((track) => {
    const row = Array.from({ length: columns }, () => 0);
    for (const { at } of events.filter((event) => event.track === track)) {
      const day = Temporal.PlainDate.from(at);
      const month = (day.year - first.year) * 12 + day.month - first.month;
      const column = Math.min(columns - 1, Math.max(0, Math.floor(month / size)));
      row[column] = (row[column] ?? 0) + 1;
    }
    return { track, row, all: row.reduce((sum, each) => sum + each, 0) };
  });
  const largest = Math.max(1, ...counts.flatMap(({ row }) => row));
  const label = Math.max(...tracks.map((track) => track.length));
  const ends = [String(first.year), String(last.year)] as const;
  return [
    ...counts.map(
      ({ track, row, all }) => `${track.padEnd(label)}  ${sparkline(row, largest)}  ${all}`,
    ),
    `${"".padEnd(label)}  ${ends[0]}${ends[1].padStart(Math.max(columns - 4, 5))}`,
    `${"".padEnd(label)}  each sign ${stretch(size)}; the highest stands for ${largest}`,
  ];
}

function stretch(months: number): string {
  if (months === 1) return "a month";
  if (months < 12) return `${months} months`;
  return months === 12 ? "a year" : `${months / 12} years`;
}
