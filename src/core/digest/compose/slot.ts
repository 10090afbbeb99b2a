/** The local day of a slot such as `2026-11-22 08:00`, and what depends on the day alone. */
import { dayWords } from "../../dossier/dates.ts";

/** Local day and time of a run, without its zone: places with the same slot share an edition. */
export function slotOf(run: Temporal.Instant, zone: string): string {
  const local = run.toZonedDateTimeISO(zone);
  const time = local.toPlainTime().toString({ smallestUnit: "minute" });
  return `${local.toPlainDate().toString()} ${time}`;
}

export function dayOfSlot(slot: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(slot.slice(0, 10));
}

/** Days since an arbitrary day long ago: consecutive days have consecutive numbers. */
export function dayNumber(day: Temporal.PlainDate): number {
  return Temporal.PlainDate.from("2000-01-01").until(day, { largestUnit: "days" }).days;
}

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** "Sunday 22 November 2026" */
export function longDay(day: Temporal.PlainDate): string {
  return `${weekdays[day.dayOfWeek - 1]} ${dayWords(day)}`;
}

/** "22 November" */
export function shortDayWords(day: Temporal.PlainDate): string {
  return dayWords(day).replace(/ \d+$/, "");
}

/** `most` of a list, from another place each day; all of it before any comes again. */
export function turnOfDay<Value>(
  values: readonly Value[],
  day: Temporal.PlainDate,
  most: number,
): readonly Value[] {
  if (values.length === 0) return [];
  const step = Math.max(1, Math.min(most, values.length - 1));
  const start = (dayNumber(day) * step) % values.length;
  return [...values.slice(start), ...values.slice(0, start)].slice(0, most);
}

/** A number that scatters names evenly and is the same everywhere (FNV-1a). */
export function scatter(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  }
  // The last characters alone would decide the high bits less than the low ones.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
