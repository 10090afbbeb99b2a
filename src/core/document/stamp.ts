import type { Dossier } from "../dossier/dossier.ts";
import { derived, say } from "./sentence.ts";
import { shortDay } from "./short-day.ts";
import type { ServiceSentence, Stamp } from "./tree.ts";

/** A record older than this carries a caution. */
const staleAfterDays = 30;

/** How old the record is, for the day the view stands for, or else for today in UTC. */
export function stampOf(dossier: Dossier, now: Temporal.Instant): Stamp {
  const asOf = dossier.asOf ?? now.toZonedDateTimeISO("UTC").toPlainDate();
  const ageDays = Math.max(0, dossier.until.until(asOf, { largestUnit: "days" }).days);
  return {
    asOf: asOf.toString(),
    coverageUntil: dossier.until.toString(),
    ageDays,
    stale: ageDays > staleAfterDays,
    chosen: dossier.asOf !== undefined,
    version: dossier.version,
  };
}

/** The stamp in one line. */
export function stampSentence(stamp: Stamp): ServiceSentence {
  const asof = derived(shortDay(stamp.asOf), { type: "clock" });
  const until = derived(shortDay(stamp.coverageUntil), { type: "record" });
  const age = derived(stamp.ageDays === 1 ? "1 day" : `${stamp.ageDays} days`, { type: "clock" });
  if (stamp.stale) return say("stamp.stale", { asof, until, age });
  if (stamp.chosen) return say("stamp.chosen", { asof, until });
  if (stamp.ageDays > 0) return say("stamp.aged", { asof, until, age });
  return say("stamp.current", { asof, until });
}
