import type { TracksFigure } from "./figure.ts";

/** Events that may lie before the stretch that is drawn: a tenth. */
const few = 0.1;

/** From the first of the years that hold nearly all events, so that they do not crowd at the edge. */
export function livelyYears({ events }: TracksFigure): { readonly from?: Temporal.PlainDate } {
  const first = events[Math.floor(events.length * few)];
  if (!first) return {};
  return { from: Temporal.PlainDate.from(`${first.at.slice(0, 4)}-01-01`) };
}
