import type { Dossier } from "../dossier/dossier.ts";
import type { Span } from "../dossier/edtf.ts";
import { ploverScale } from "../dossier/scales.ts";
import type { BalanceFigure } from "./figure.ts";
import { isShown } from "./series-figure.ts";

/**
 * Events per quarter by the stance of their PLOVER type. The method, as published: each event on
 * record with a type counts once, unweighted, in the quarter of its first day; rejected and
 * superseded ones do not count; quarters without any stand as empty.
 */
export function balanceFigure(
  dossier: Dossier,
  within: Pick<Span, "from" | "until">,
  topic?: string,
): BalanceFigure {
  const quarters = new Map<string, { cooperation: number; conflict: number; claims: string[] }>();
  const events = [...dossier.claims.values()].flatMap((claim) => {
    const day = claim.span?.from;
    if (!day || !claim.plover || !isShown(claim.status) || claim.span?.precision === "year")
      return [];
    if (topic !== undefined && !claim.topics.includes(topic)) return [];
    const before = within.from && Temporal.PlainDate.compare(day, within.from) < 0;
    const after = within.until && Temporal.PlainDate.compare(day, within.until) > 0;
    return before || after ? [] : [{ claim, day, stance: ploverScale[claim.plover] }];
  });
  const days = events.map(({ day }) => day).sort(Temporal.PlainDate.compare);
  const last = days.at(-1);
  for (let day = within.from ?? days[0]; day && last && !startsAfter(day, last); ) {
    quarters.set(quarterOf(day), { cooperation: 0, conflict: 0, claims: [] });
    day = firstOfQuarter(day).add({ months: 3 });
  }
  for (const { claim, day, stance } of events) {
    const quarter = quarters.get(quarterOf(day));
    if (!quarter) continue;
    quarter[stance] += 1;
    quarter.claims.push(claim.id);
  }
  return {
    type: "balance",
    quarters: [...quarters].map(([label, quarter]) => ({ label, ...quarter })),
  };
}

const quarterOf = (day: Temporal.PlainDate): string => `${day.year} Q${Math.ceil(day.month / 3)}`;
const firstOfQuarter = (day: Temporal.PlainDate): Temporal.PlainDate =>
  day.with({ month: Math.ceil(day.month / 3) * 3 - 2, day: 1 });
const startsAfter = (day: Temporal.PlainDate, last: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(firstOfQuarter(day), last) > 0;
