/**
 * `nextRun` against a second opinion that shares nothing with it: a walk through every minute of two
 * years, with offsets read from `Intl` and days reckoned by `Date.UTC`.
 */
import { describe, expect, it } from "vitest";
import { cronSchedule, nextRun, type Schedule } from "#core";

const zones = [
  "UTC",
  "Europe/London",
  "America/New_York",
  "America/St_Johns",
  "America/Havana",
  "America/Santiago",
  "Africa/Cairo",
  "Africa/Casablanca",
  "Asia/Beirut",
  "Asia/Tehran",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Australia/Adelaide",
  "Pacific/Chatham",
  "Pacific/Apia",
] as const;

/** A local day, reckoned without Temporal. Weekday: 0 Sunday. */
interface Day {
  readonly day: number;
  readonly month: number;
  readonly weekday: number;
  readonly last: number;
}
interface Pattern {
  readonly name: string;
  readonly times: readonly string[];
  readonly days: Schedule["days"] | string;
  readonly on: (day: Day) => boolean;
}
const weekday = ({ weekday }: Day) => weekday >= 1 && weekday <= 5;
const patterns: readonly Pattern[] = [
  { name: "daily", times: ["09:00"], days: { type: "every" }, on: () => true },
  { name: "midnight", times: ["00:00"], days: { type: "every" }, on: () => true },
  { name: "01:30", times: ["01:30"], days: { type: "every" }, on: () => true },
  { name: "02:15", times: ["02:15"], days: { type: "every" }, on: () => true },
  { name: "02:30", times: ["02:30"], days: { type: "every" }, on: () => true },
  { name: "23:45", times: ["23:45"], days: { type: "every" }, on: () => true },
  {
    name: "twice, across a gap",
    times: ["02:30", "03:00", "03:30"],
    days: { type: "every" },
    on: () => true,
  },
  {
    name: "weekdays",
    times: ["08:00", "17:30"],
    days: { type: "week", days: [1, 2, 3, 4, 5] },
    on: weekday,
  },
  {
    name: "Sundays in the night",
    times: ["01:00", "02:00", "03:00"],
    days: { type: "week", days: [7] },
    on: (day) => day.weekday === 0,
  },
  {
    name: "last day",
    times: ["18:00"],
    days: { type: "month", days: ["last"] },
    on: ({ day, last }) => day === last,
  },
  {
    name: "1st, 15th and 31st",
    times: ["07:00"],
    days: { type: "month", days: [1, 15, 31] },
    on: ({ day }) => [1, 15, 31].includes(day),
  },
  { name: "every half hour of the night", times: [], days: "*/30 1-2 * * *", on: () => true },
  {
    name: "15W",
    times: [],
    days: "0 9 15W * *",
    on: ({ day, weekday: is }) =>
      (day === 15 && is >= 1 && is <= 5) || (day === 14 && is === 5) || (day === 16 && is === 1),
  },
  { name: "L-2", times: [], days: "0 9 L-2 * *", on: ({ day, last }) => day === last - 2 },
  {
    name: "Friday the 13th",
    times: [],
    days: "13 13 13 * fri",
    on: ({ day, weekday: is }) => day === 13 && is === 5,
  },
  {
    name: "second Tuesday of spring and autumn",
    times: [],
    days: "0 2 * mar-may,sep-nov 2#2",
    on: ({ day, month, weekday: is }) =>
      is === 2 &&
      day > 7 &&
      day <= 14 &&
      ((month >= 3 && month <= 5) || (month >= 9 && month <= 11)),
  },
];

const minute = 60_000;
const ofDay = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const scheduleOf = (zone: string, { times, days }: Pattern): Schedule =>
  typeof days === "string" ? cronSchedule(days, zone) : { zone, times, days };

/** Minutes east of UTC, by the wall clock that `Intl` shows. */
function offsets(zone: string): (epochMinute: number) => number {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
    hourCycle: "h23",
  });
  return (epochMinute) => {
    const text = format.format(epochMinute * minute);
    const [day, month, year, hour, min] = (text.match(/\d+/g) ?? []).map(Number);
    const wall = Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, hour ?? 0, min ?? 0) / minute;
    return wall - epochMinute;
  };
}

function dayOf(localMinute: number): Day {
  const date = new Date(Math.floor(localMinute / 1440) * 1440 * minute);
  return {
    day: date.getUTCDate(),
    month: date.getUTCMonth() + 1,
    weekday: date.getUTCDay(),
    last: new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate(),
  };
}

/** All runs in [from, to) by pattern, as epoch minutes. */
function walk(zone: string, from: number, to: number): readonly (readonly number[])[] {
  const offsetAt = offsets(zone);
  const runs = patterns.map(() => new Set<number>());
  const timesOf = patterns.map((pattern) => new Set(scheduleOf(zone, pattern).times.map(ofDay)));
  const due: (readonly number[])[] = Array.from({ length: 1440 }, (_, time) =>
    patterns.flatMap((_pattern, index) => (timesOf[index]?.has(time) ? [index] : [])),
  );
  let day: Day | undefined;
  let dayNumber = Number.NaN;
  const run = (local: number, at: number) => {
    const wanting = due[((local % 1440) + 1440) % 1440] ?? [];
    if (wanting.length === 0) return;
    if (dayNumber !== Math.floor(local / 1440)) {
      dayNumber = Math.floor(local / 1440);
      day = dayOf(local);
    }
    for (const index of wanting) if (day && patterns[index]?.on(day)) runs[index]?.add(at);
  };
  // A day and more before, so that what a gap carried over is seen.
  let offset = offsetAt(from - 3000);
  let reached = Number.NEGATIVE_INFINITY;
  let changing = true;
  for (let at = from - 3000; at < to; at += 1) {
    // Clocks change on a quarter of an hour of UTC; where an hour ends as it began, none did.
    if (at % 60 === 0) changing = offsetAt(at + 60) !== offset;
    const now = changing && at % 15 === 0 ? offsetAt(at) : offset;
    // Skipped: local times between the two offsets run as late as the gap is long.
    for (let local = at + offset; local < at + now; local += 1) run(local, local - offset);
    offset = now;
    // Repeated: a local time that was reached before has had its run.
    if (at + offset > reached) run(at + offset, at);
    reached = Math.max(reached, at + offset);
  }
  return runs.map((each) => [...each].filter((at) => at >= from && at < to).sort((a, b) => a - b));
}

function deviations(zone: string, firstYear: number): { compared: number; wrong: string[] } {
  const from = Date.UTC(firstYear, 0, 1) / minute;
  const to = Date.UTC(firstYear + 2, 0, 1) / minute;
  const expected = walk(zone, from, to);
  const wrong: string[] = [];
  let compared = 0;
  for (const [index, pattern] of patterns.entries()) {
    const schedule = scheduleOf(zone, pattern);
    let after = Temporal.Instant.fromEpochMilliseconds(from * minute - 1);
    for (const want of [...(expected[index] ?? []), undefined]) {
      const run = nextRun(schedule, after);
      const got = run && run.epochMilliseconds / minute;
      compared += 1;
      if (want === undefined ? got !== undefined && got < to : got !== want) {
        wrong.push(`${zone} ${pattern.name}: after ${after} ${run}, expected ${want}`);
        break;
      }
      if (run) after = run;
    }
  }
  return { compared, wrong };
}

describe("nextRun agrees with a walk through every minute", () => {
  it.each(zones)("of 2026 and 2027 in %s", { timeout: 120_000 }, (zone) => {
    const { compared, wrong } = deviations(zone, 2026);
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(patterns.length * 20);
  });

  // Rules that changed: a day skipped whole, half an hour lost or won, summer time given up.
  it.each([
    ["Pacific/Apia", 2011],
    ["America/Caracas", 2015],
    ["Asia/Pyongyang", 2018],
    ["Asia/Tehran", 2021],
    ["America/Mexico_City", 2022],
    ["Europe/Istanbul", 2016],
  ] as const)(
    "when the rules of %s changed, %i and the year after",
    { timeout: 120_000 },
    (zone, year) => {
      expect(deviations(zone, year).wrong).toEqual([]);
    },
  );
});
