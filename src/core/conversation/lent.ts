/** What a thread lends to the reading of its next turn: a time, a day to count from, sources. */
import type { Interval } from "../answer/understand/interval.ts";
import type { Dossier } from "../dossier/dossier.ts";
import type { PastTurn } from "./carried.ts";

export function threadTime(
  turns: readonly PastTurn[],
  dossier: Dossier,
): { year?: number; day?: Temporal.PlainDate } {
  const [last] = turns;
  if (!last) return {};
  const lead = dossier.claims.get(last.lead ?? "");
  const day = last.from ?? lead?.span?.from?.toString();
  const begun = lead?.span?.from;
  return {
    ...(day !== undefined && { year: Number(day.slice(0, 4)) }),
    ...(begun && { day: begun }),
  };
}

export function threadSources(turns: readonly PastTurn[]): { sources?: readonly string[] } {
  const sources = turns.slice(0, 2).flatMap((turn) => turn.sources);
  return sources.length === 0 ? {} : { sources };
}

export function lentInterval(last: PastTurn): Interval | undefined {
  if (last.from === undefined && last.until === undefined) return undefined;
  return {
    ...(last.from !== undefined && { from: Temporal.PlainDate.from(last.from) }),
    ...(last.until !== undefined && { until: Temporal.PlainDate.from(last.until) }),
    yearless: false,
  };
}
