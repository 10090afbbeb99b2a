import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type Schedule, UserError } from "#core";
import { type Order, readOrder } from "../../../src/core/digest/order/order.ts";
import { scheduleWords } from "../../../src/core/digest/schedule-words.ts";
import { completeZones, findZones, suggestZones } from "../../../src/core/digest/zone.ts";
import { usIranDossier } from "../../fixtures/dossiers.ts";

const us = usIranDossier();
const read = (words: string) => readOrder(words, us);
const week = (...days: number[]) => ({ type: "week", days }) as const;
const about = (topics: string[], actors: string[] = []) => ({ topics, actors });

const understood: Readonly<Record<string, Order>> = {
  "weekdays at 08:00 in Europe/London about nuclear, sanctions depth 90s": {
    days: week(1, 2, 3, 4, 5),
    times: ["08:00"],
    zone: "Europe/London",
    filter: about(["nuclear", "sanctions"]),
    depth: "90s",
  },
  "every morning at 7": { days: { type: "every" }, times: ["07:00"] },
  "7 in the morning": { times: ["07:00"] },
  "every evening at 7 in New York": {
    days: { type: "every" },
    times: ["19:00"],
    zone: "America/New_York",
  },
  "daily 06:30 Tehran time": {
    days: { type: "every" },
    times: ["06:30"],
    zone: "Asia/Tehran",
  },
  "mondays and thursdays 9am": { days: week(1, 4), times: ["09:00"] },
  "Sunday to Thursday at 8, Asia/Jerusalem": {
    days: week(1, 2, 3, 4, 7),
    times: ["08:00"],
    zone: "Asia/Jerusalem",
  },
  "twice a day at 8 and 17": { days: { type: "every" }, times: ["08:00", "17:00"] },
  "weekly on friday at 4 pm CET": { days: week(5), times: ["16:00"], zone: "Europe/Berlin" },
  "last day of the month at 09:00": {
    days: { type: "month", days: ["last"] },
    times: ["09:00"],
  },
  "on the 1st and 15th at noon in Doha": {
    days: { type: "month", days: [1, 15] },
    times: ["12:00"],
    zone: "Asia/Qatar",
  },
  "cron:0 8 * * 1-5 in London": {
    days: { type: "cron", expression: "0 8 * * 1-5" },
    times: ["08:00"],
    zone: "Europe/London",
  },
  "daily at 8 UTC quiet hours 22:00 to 7am, skip quiet days, in one thread, full": {
    days: { type: "every" },
    times: ["08:00"],
    zone: "UTC",
    quietHours: { from: "22:00", until: "07:00" },
    quietDays: "skip",
    placement: "thread",
    depth: "full",
  },
  "nuclear daily at 8": {
    days: { type: "every" },
    times: ["08:00"],
    filter: about(["nuclear"]),
  },
  "daily at 8 about nuclear programme and nuclear deals, Araghchi in Vienna without sanctions": {
    days: { type: "every" },
    times: ["08:00"],
    zone: "Europe/Vienna",
    filter: { ...about(["nuclear"], ["abbas-araghchi"]), less: ["sanctions"] },
  },
  "please send me the digest every weekday": { days: week(1, 2, 3, 4, 5) },
  "": {},
};

test.each(Object.entries(understood))("understands “%s”", (words, order) => {
  expect(read(words)).toEqual(order);
});

/** What cannot be done, a piece of what is said of it, and the first way on that is offered. */
const refused: readonly (readonly [string, string, string | undefined])[] = [
  ["every day at 25:00", "subscribe.no-time", undefined],
  ["daily at 13pm", "subscribe.no-time", undefined],
  ["daily in Londn", "problem.bad-zone", "subscribe daily in Europe/London"],
  ["daily at 8 IST", "subscribe.zones", "subscribe daily at 8 Asia/Kolkata"],
  [
    "daily at 8 about nuclaer stuff",
    "problem.unknown-subject",
    "subscribe daily at 8 about nuclear",
  ],
  ["every two weeks on monday", "subscribe.no-interval", undefined],
  ["hourly", "subscribe.no-interval", undefined],
  ["cron:0 8 * *", "subscribe.no-cron", undefined],
  ["cron:0 8 * * 9", "subscribe.no-cron", undefined],
  ["cron:*/5 * * * *", "subscribe.too-often", undefined],
  ["at 6, 9, 12, 15 and 18", "subscribe.too-often", undefined],
  ["twice a day at 8", "subscribe.twice", undefined],
  ["on the 32nd of the month", "subscribe.no-day", undefined],
  ["weekdays at 8 except bank holidays", "problem.unknown-subject", undefined],
  ["jeden Tag um 8", "subscribe.words-left", undefined],
];

test.each(refused)("says what to do about “%s”", (words, text, line) => {
  const error = errorOf(() => read(words));
  expect(error?.sentences[0]?.text).toBe(text);
  expect((error?.sentences.length ?? 0) + (error?.actions.length ?? 0)).toBeGreaterThan(1);
  if (line !== undefined) expect(error?.actions[0]?.line).toBe(line);
});

const time = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
  .map(({ hour, minute }) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
const ascending = <Value extends number | string>(values: readonly Value[]) =>
  values.toSorted((a, b) => (a < b ? -1 : 1));
const days: fc.Arbitrary<Schedule["days"]> = fc.oneof(
  fc.constant({ type: "every" } as const),
  fc
    .subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 })
    .map((chosen) => ({ type: "week", days: chosen }) as const),
  fc
    .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { maxLength: 3 }), fc.boolean())
    .filter(([numbers, last]) => numbers.length > 0 || last)
    .map(([numbers, last]) => ({
      type: "month" as const,
      days: [...ascending(numbers), ...(last ? (["last"] as const) : [])],
    })),
);
const schedule: fc.Arbitrary<Schedule> = fc.record({
  days,
  times: fc.uniqueArray(time, { minLength: 1, maxLength: 4 }).map(ascending),
  zone: fc.constantFrom(...Intl.supportedValuesOf("timeZone")),
});

describe("whatever is written", () => {
  it("reads the words that it writes of any schedule", () => {
    fc.assert(
      fc.property(schedule, (wanted) => {
        const { days: readDays, times, zone } = read(scheduleWords(wanted));
        expect({ days: readDays, times, zone: String(zone) }).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });

  it("is an order, or an error that says what to do", () => {
    const pieces = fc.constantFrom(
      ...["daily", "at", "8", "25:99", "in", "Tehran", "about", "nuclear", "monday", "-", "to"],
      ...["cron:", "* *", "time", "quiet", "hours", "depth", "full", "without", ",", ";", "and"],
      ...["last day of", "the month", "twice a day", "pm", "\u202e", "((", "[a-z", "الاثنين", "٨"],
    );
    const words = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.array(pieces, { maxLength: 12 }).map((all) => all.join(" ")),
    );
    fc.assert(
      fc.property(words, (text) => {
        const error = errorOf(() => read(text));
        if (error === undefined) return;
        expect(error.sentences.length + error.actions.length).toBeGreaterThan(1);
        for (const { line } of error.actions) expect(line.length).toBeLessThanOrEqual(90);
      }),
      { numRuns: 400 },
    );
  });
});

describe("time zones", () => {
  it("are found by city, country, abbreviation and older names", () => {
    expect(findZones("tehran")).toEqual(["Asia/Tehran"]);
    expect(findZones("Türkiye")).toEqual(["Europe/Istanbul"]);
    expect(findZones("EST")).toEqual(["America/New_York"]);
    expect(findZones("US/Eastern")).toEqual(["US/Eastern"]);
    expect(findZones("Kyiv")).toEqual(["Europe/Kyiv"]);
    expect(findZones("nowhere")).toEqual([]);
  });

  it("are offered when misspelled, and while they are typed", () => {
    expect(suggestZones("Teheran")).toEqual(["Asia/Tehran"]);
    expect(completeZones("new y")).toEqual(["America/New_York"]);
  });
});

function errorOf(work: () => unknown): UserError | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}
