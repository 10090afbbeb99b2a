import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cronSchedule, nextRun, type Schedule } from "#core";

const next = (schedule: Schedule, after: string, quiet?: { from: string; until: string }) =>
  nextRun(schedule, Temporal.Instant.from(after), quiet)?.toString();
const daily = (zone: string, ...times: string[]): Schedule => ({
  zone,
  times,
  days: { type: "every" },
});

describe("the next run", () => {
  it("keeps to the local hour through the year", () => {
    const london = daily("Europe/London", "08:00");
    expect(next(london, "2026-01-10T12:00:00Z")).toBe("2026-01-11T08:00:00Z");
    expect(next(london, "2026-06-10T12:00:00Z")).toBe("2026-06-11T07:00:00Z");
  });

  it("is later than the instant asked for, never equal", () => {
    expect(next(daily("UTC", "08:00"), "2026-01-10T08:00:00Z")).toBe("2026-01-11T08:00:00Z");
    expect(next(daily("UTC", "08:00"), "2026-01-10T07:59:59.999Z")).toBe("2026-01-10T08:00:00Z");
  });

  it("runs a skipped local time moved forward by the gap", () => {
    expect(next(daily("America/New_York", "02:30"), "2026-03-07T12:00:00Z")).toBe(
      "2026-03-08T07:30:00Z",
    );
    expect(next(daily("Australia/Lord_Howe", "02:15"), "2026-10-03T00:00:00Z")).toBe(
      "2026-10-03T15:45:00Z",
    );
    expect(next(daily("Africa/Cairo", "00:00"), "2026-04-23T12:00:00Z")).toBe(
      "2026-04-23T22:00:00Z",
    );
  });

  it("runs a repeated local time once, at the first", () => {
    const london = daily("Europe/London", "01:30");
    expect(next(london, "2026-10-24T12:00:00Z")).toBe("2026-10-25T00:30:00Z");
    expect(next(london, "2026-10-25T00:30:00Z")).toBe("2026-10-26T01:30:00Z");
  });

  it("knows last days, cron's days and days that never come", () => {
    const monthEnd: Schedule = {
      zone: "UTC",
      times: ["09:00"],
      days: { type: "month", days: ["last"] },
    };
    expect(next(monthEnd, "2028-02-01T00:00:00Z")).toBe("2028-02-29T09:00:00Z");
    expect(next(cronSchedule("0 9 13 * fri", "UTC"), "2026-03-14T00:00:00Z")).toBe(
      "2026-11-13T09:00:00Z",
    );
    expect(next(cronSchedule("0 9 29 2 *", "UTC"), "2096-03-01T00:00:00Z")).toBe(
      "2104-02-29T09:00:00Z",
    );
    expect(next(cronSchedule("0 9 30 2 *", "UTC"), "2026-01-01T00:00:00Z")).toBeUndefined();
  });

  it("waits for the end of quiet hours, once", () => {
    const schedule = daily("Europe/Paris", "05:00", "12:00", "23:00");
    const quiet = { from: "22:00", until: "07:00" };
    expect(next(schedule, "2026-01-10T12:00:00Z", quiet)).toBe("2026-01-11T06:00:00Z");
    expect(next(schedule, "2026-01-11T06:00:00Z", quiet)).toBe("2026-01-11T11:00:00Z");
    const siesta = { from: "12:00", until: "14:30" };
    expect(next(schedule, "2026-01-11T06:00:00Z", siesta)).toBe("2026-01-11T13:30:00Z");
  });

  it("is always later, on the minute, and never in quiet hours", () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const text = (value: number) =>
      `${String(Math.floor(value / 60)).padStart(2, "0")}:${String(value % 60).padStart(2, "0")}`;
    fc.assert(
      fc.property(
        fc.constantFrom("Europe/London", "Asia/Kathmandu", "Africa/Cairo", "America/Havana"),
        fc.uniqueArray(minute, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }),
        minute,
        fc.integer({ min: 1, max: 720 }),
        (zone, times, second, from, length) => {
          const schedule = daily(zone, ...[...times].sort((a, b) => a - b).map(text));
          const after = Temporal.Instant.fromEpochMilliseconds(second * 1000);
          const until = (from + length) % 1440;
          const run = nextRun(schedule, after, { from: text(from), until: text(until) });
          expect(run && Temporal.Instant.compare(run, after)).toBe(1);
          const local = run?.toZonedDateTimeISO(zone);
          const ofDay = (local?.hour ?? 0) * 60 + (local?.minute ?? 0);
          const since = (ofDay - from + 1440) % 1440;
          // A gap may move their end past a time in them; only then may a run still fall in.
          if (local?.hoursInDay === 24) expect(since).toBeGreaterThanOrEqual(length);
          expect(local?.second).toBe(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("a cron expression", () => {
  const times = (expression: string) => cronSchedule(expression, "UTC").times;

  it("names its times of day", () => {
    expect(times("*/30 8-9 * * *")).toEqual(["08:00", "08:30", "09:00", "09:30"]);
    expect(times("5 8,20 1 jan mon-fri")).toEqual(["08:05", "20:05"]);
  });

  it.each([
    ["0 9 L-2 * *", "2026-02-01T00:00:00Z", "2026-02-26T09:00:00Z"],
    ["0 9 15W * *", "2026-08-01T00:00:00Z", "2026-08-14T09:00:00Z"],
    ["0 9 1W * *", "2026-07-31T12:00:00Z", "2026-08-03T09:00:00Z"],
    ["0 9 * * 1#2", "2026-11-01T00:00:00Z", "2026-11-09T09:00:00Z"],
    ["0 9 * * 5L", "2026-11-01T00:00:00Z", "2026-11-27T09:00:00Z"],
    ["0 9 * * 7", "2026-11-01T12:00:00Z", "2026-11-08T09:00:00Z"],
    ["0 9 * 2/5 *", "2026-03-01T00:00:00Z", "2026-07-01T09:00:00Z"],
  ])("%s after %s is %s", (expression, after, run) => {
    expect(next(cronSchedule(expression, "UTC"), after)).toBe(run);
  });

  it.each(["", "0 9 * *", "60 9 * * *", "0 24 * * *", "0 9 0 * *", "0 9 * 13 *", "0 9 * * 8"])(
    "%j is refused",
    (expression) => {
      expect(() => cronSchedule(expression, "UTC")).toThrow(RangeError);
    },
  );
  it.each([
    "0 9 * foo *",
    "0 9 5-1 * *",
    "0 9 * * 1#6",
    "0 9 L-31 * *",
    "*/0 9 * * *",
    "0 9 32W * *",
  ])("%j is refused", (expression) => {
    expect(() => cronSchedule(expression, "UTC")).toThrow(RangeError);
  });
});
