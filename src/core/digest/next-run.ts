/**
 * The next run of a schedule. A local time that the clock skips runs at the wall time moved forward
 * by the gap; one that comes twice runs once, at the first (Temporal's `compatible`).
 */
import { parseCron } from "./cron.ts";
import type { Schedule } from "./schedule.ts";

/** Local hours in which nothing is posted; they may span midnight. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
}

// 29 February is eight years away at most; a rule without a day until then has none.
const farthestDays = 8 * 366 + 1;

/**
 * First run later than `after`. A run that falls in quiet hours waits for their end, and those that
 * fall in the same quiet hours are one. Undefined when the schedule names no day, as in 30 February.
 */
export function nextRun(
  schedule: Schedule,
  after: Temporal.Instant,
  quiet?: QuietHours,
): Temporal.Instant | undefined {
  const holds = dayRule(schedule);
  const times = schedule.times.map((time) => Temporal.PlainTime.from(time));
  const today = after.toZonedDateTimeISO(schedule.zone).toPlainDate();
  const runsOn = (date: Temporal.PlainDate): readonly Temporal.Instant[] =>
    holds(date)
      ? times
          .map((time) => waited(at(date, time, schedule.zone), schedule.zone, quiet))
          .filter((instant) => Temporal.Instant.compare(instant, after) > 0)
      : [];
  // A gap or quiet hours can carry yesterday's time past `after`; a day skipped whole counts as one.
  for (let ahead = -2; ahead <= farthestDays; ahead += 1) {
    const date = today.add({ days: ahead });
    const found = runsOn(date);
    if (found.length === 0) continue;
    // What a gap or quiet hours moved may come after a time of the next day.
    return [...found, ...runsOn(date.add({ days: 1 }))].reduce((a, b) =>
      Temporal.Instant.compare(a, b) <= 0 ? a : b,
    );
  }
  return undefined;
}

/** The instant itself, or the end of the quiet hours that it falls in. */
export function waited(
  instant: Temporal.Instant,
  zone: string,
  quiet: QuietHours | undefined,
): Temporal.Instant {
  if (!quiet || quiet.from === quiet.until) return instant;
  const local = instant.toZonedDateTimeISO(zone);
  const from = Temporal.PlainTime.from(quiet.from);
  const until = Temporal.PlainTime.from(quiet.until);
  const time = local.toPlainTime();
  const begun = Temporal.PlainTime.compare(time, from) >= 0;
  const ended = Temporal.PlainTime.compare(time, until) >= 0;
  const overMidnight = Temporal.PlainTime.compare(from, until) > 0;
  if (overMidnight ? !begun && ended : !begun || ended) return instant;
  const end = local.toPlainDate().add({ days: overMidnight && begun ? 1 : 0 });
  const moved = at(end, until, zone);
  // In the second pass of a repeated hour their end lies behind.
  return Temporal.Instant.compare(moved, instant) > 0 ? moved : instant;
}

const at = (date: Temporal.PlainDate, time: Temporal.PlainTime, zone: string): Temporal.Instant =>
  date.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: "compatible" }).toInstant();

function dayRule({ days }: Schedule): (date: Temporal.PlainDate) => boolean {
  switch (days.type) {
    case "every":
      return () => true;
    case "week":
      return (date) => days.days.includes(date.dayOfWeek);
    case "month":
      return (date) =>
        days.days.some((day) => date.day === (day === "last" ? date.daysInMonth : day));
    case "cron":
      return parseCron(days.expression).holds;
    default:
      throw new RangeError(`unknown days ${String(days satisfies never)}`);
  }
}
