/** A schedule in words, as it can be typed again. */

import type { Schedule } from "./schedule.ts";
import { zoneCity } from "./zone.ts";

const weekdays = [
  "Mondays",
  "Tuesdays",
  "Wednesdays",
  "Thursdays",
  "Fridays",
  "Saturdays",
  "Sundays",
];

/** "weekdays at 08:00 in Europe/London" */
export function scheduleWords({ days, times, zone }: Schedule): string {
  if (days.type === "cron") return `cron:${days.expression} in ${zone}`;
  return `${daysWords(days)} at ${listed(times)} in ${zone}`;
}

/** "08:00 London time" */
export function placeTime(zoned: Temporal.ZonedDateTime): string {
  const time = zoned.toPlainTime().toString({ smallestUnit: "minute" });
  return `${time} ${zoneCity(zoned.timeZoneId)} time`;
}

function daysWords(days: Exclude<Schedule["days"], { readonly type: "cron" }>): string {
  switch (days.type) {
    case "every":
      return "every day";
    case "week": {
      const key = days.days.join("");
      if (key === "12345") return "weekdays";
      if (key === "67") return "weekends";
      return listed(days.days.map((day) => weekdays[day - 1] ?? String(day)));
    }
    case "month":
      return `on the ${listed(days.days.map(ordinal))} of the month`;
    default:
      throw new RangeError(`unknown days ${String(days satisfies never)}`);
  }
}

function ordinal(day: number | "last"): string {
  if (day === "last") return "last day";
  const ten = day % 100 >= 11 && day % 100 <= 13;
  const end = ten ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th");
  return `${day}${end}`;
}

/** "a, b and c" */
function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
