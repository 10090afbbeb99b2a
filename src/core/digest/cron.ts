/**
 * Five-field cron expressions: `minute hour day-of-month month weekday`. Fields take `*`, lists,
 * ranges and steps; months and weekdays their English names; Sunday is 0 or 7. The day of the month
 * also takes `L` (last day), `L-2` (two days before it) and `15W` (weekday nearest to the 15th);
 * the weekday `5L` (last Friday) and `1#2` (second Monday).
 *
 * Day of month, month and weekday must all hold. Classic cron runs on either of the two days when both
 * are given, which surprises people who write "Friday the 13th".
 */
import type { Schedule } from "./schedule.ts";

/** True when the rule holds on a day. */
type DayRule = (day: Temporal.PlainDate) => boolean;

export interface CronRule {
  /** Local times, `HH:MM`, ascending. */
  readonly times: readonly string[];
  readonly holds: DayRule;
}

/** An expression that cannot be read. */
export class CronError extends RangeError {
  override readonly name = "CronError";
  /** The field at fault, as written; the whole expression when their number is wrong. */
  readonly field: string;

  constructor(field: string) {
    super(`"${field}" is not a cron field`);
    this.field = field;
  }
}

/** A schedule for an expression. @throws CronError when it cannot be read. */
export function cronSchedule(expression: string, zone: string): Schedule {
  const written = expression.trim().replace(/\s+/g, " ");
  return {
    zone,
    times: parseCron(written).times,
    days: { type: "cron", expression: written },
  };
}

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const weekdays = "sun mon tue wed thu fri sat".split(" ");

/** @throws CronError when it cannot be read. */
export function parseCron(expression: string): CronRule {
  const fields = expression.trim().split(/\s+/);
  const [minute, hour, day, month, weekday] = fields;
  if (
    fields.length !== 5 ||
    minute === undefined ||
    hour === undefined ||
    day === undefined ||
    month === undefined ||
    weekday === undefined
  ) {
    throw new CronError(expression);
  }
  const minutes = numbers(minute, 0, 59);
  const hours = numbers(hour, 0, 23);
  const inMonth = numbers(month, 1, 12, months, 1);
  const dayRules = day.split(",").map(dayOfMonth);
  const weekdayRules = weekday.split(",").map(dayOfWeek);
  return {
    times: hours.flatMap((h) => minutes.map((m) => `${two(h)}:${two(m)}`)),
    holds: (date) =>
      inMonth.includes(date.month) &&
      dayRules.some((rule) => rule(date)) &&
      weekdayRules.some((rule) => rule(date)),
  };
}

function dayOfMonth(field: string): DayRule {
  const last = /^L(?:-(\d{1,2}))?$/i.exec(field);
  if (last) {
    const before = Number(last[1] ?? 0);
    if (before > 30) throw new CronError(field);
    return (date) => date.day === date.daysInMonth - before;
  }
  const near = /^(\d{1,2})W$/i.exec(field);
  if (near) {
    const wanted = inRange(Number(near[1]), 1, 31, field);
    return (date) => wanted <= date.daysInMonth && date.day === weekdayNear(date, wanted);
  }
  const days = numbers(field, 1, 31);
  return (date) => days.includes(date.day);
}

/** Nearest Monday to Friday within the month. */
function weekdayNear(date: Temporal.PlainDate, wanted: number): number {
  const { dayOfWeek: weekday, daysInMonth } = date.with({ day: wanted });
  if (weekday === 6) return wanted === 1 ? 3 : wanted - 1;
  if (weekday === 7) return wanted === daysInMonth ? wanted - 2 : wanted + 1;
  return wanted;
}

function dayOfWeek(field: string): DayRule {
  const special = /^([0-7]|[a-z]{3})(?:L|#([1-5]))$/i.exec(field);
  if (!special) {
    const days = numbers(field, 0, 7, weekdays, 0).map((day) => day % 7);
    return (date) => days.includes(date.dayOfWeek % 7);
  }
  const day = numberOf(special[1] ?? "", weekdays, 0, field) % 7;
  const nth = special[2] === undefined ? undefined : Number(special[2]);
  return (date) =>
    date.dayOfWeek % 7 === day &&
    (nth === undefined ? date.day + 7 > date.daysInMonth : Math.ceil(date.day / 7) === nth);
}

/** The values of a field, ascending. `first` is the number of the first name. */
function numbers(
  field: string,
  least: number,
  most: number,
  names: readonly string[] = [],
  first = 0,
): readonly number[] {
  const values = field.split(",").flatMap((part) => {
    const match = /^(\*|[a-z0-9]+(?:-[a-z0-9]+)?)(?:\/(\d+))?$/i.exec(part);
    if (!match) throw new CronError(field);
    const [, range = "", stepText] = match;
    const step = inRange(Number(stepText ?? 1), 1, most, field);
    const [fromText = "", toText] = range.split("-");
    const from = range === "*" ? least : numberOf(fromText, names, first, field);
    // `5/15` means from 5 on, every 15.
    const open = range === "*" || (toText === undefined && stepText !== undefined);
    const end = open ? most : from;
    const to = toText === undefined ? end : numberOf(toText, names, first, field);
    inRange(from, least, most, field);
    inRange(to, from, most, field);
    return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step);
  });
  return [...new Set(values)].sort((a, b) => a - b);
}

function numberOf(text: string, names: readonly string[], first: number, field: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const at = names.indexOf(text.toLowerCase());
  if (at < 0) throw new CronError(field);
  return at + first;
}

function inRange(value: number, least: number, most: number, field: string): number {
  if (!(value >= least && value <= most)) throw new CronError(field);
  return value;
}

const two = (value: number): string => String(value).padStart(2, "0");
