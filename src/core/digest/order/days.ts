/** On which days: words for daily, weekdays, days of the week and month, or a cron expression. */
import { code } from "../../command/line.ts";
import { asked, say } from "../../document/sentence.ts";
import { UserError } from "../../errors.ts";
import { CronError, parseCron } from "../cron.ts";
import type { Schedule } from "../schedule.ts";
import type { Scrap } from "./scrap.ts";
import { checkedTimes, type DayPart } from "./times.ts";

type Days = Schedule["days"];

export interface DaysTaken {
  readonly days?: Days;
  readonly part: DayPart | undefined;
  /** A cron expression names its times itself. */
  readonly cronTimes?: readonly string[];
  readonly twice: boolean;
}

const names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const day =
  "(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?";
const dayRange = String.raw`${day}\s*(?:-|–|to|through|thru|till|until)\s*${day}`;
const dayItem = `(?:${dayRange}|${day})`;
const dayList = new RegExp(
  String.raw`\b(?:(?:on|every|each|weekly)\s+)*(?:on\s+)?(${dayItem}(?:\s*(?:,|and|&|/|\+)\s*(?:on\s+|every\s+)?${dayItem})*)\b(?![/:])`,
  "i",
);

const ordinal = String.raw`(?:\d{1,2}(?:st|nd|rd|th)|first|fifteenth|last)(?:\s+day)?`;
const monthList = new RegExp(
  String.raw`\b(?:(?:monthly|every month|each month)\s+)?(?:on\s+)?(?:the\s+)?(${ordinal}(?:\s*(?:,|and|&)\s*(?:the\s+)?${ordinal})*)(?:\s+(?:of|in)\s+(?:the|each|every|a)\s+month)?(?![\w])`,
  "i",
);

const every: Days = { type: "every" };

/** @throws UserError on a cron expression or an interval that cannot be kept. */
export function takeDays(scrap: Scrap): DaysTaken {
  const cron = takeCron(scrap);
  if (cron) return { ...cron, part: undefined, twice: false };
  refuseIntervals(scrap);
  const twice =
    scrap.take(
      /\b(?:twice|two times|2\s*(?:x|times))\s+(?:a|per|each|every)?\s*(?:day|daily)\b/i,
    ) !== undefined;
  const part = scrap.take(
    /\b(?:(every|each)\s+)?(?:in the\s+)?(morning|afternoon|evening|night)s?\b/i,
  );
  const days = takeWhich(scrap) ?? (part?.[1] || twice ? every : undefined);
  return {
    ...(days && { days }),
    part: part?.[2]?.toLowerCase() as DayPart | undefined,
    twice,
  };
}

function takeWhich(scrap: Scrap): Days | undefined {
  if (scrap.take(/\b(?:daily|every\s*day|each day|once a day|all days)\b/i)) return every;
  if (
    scrap.take(
      /\b(?:(?:on|every|each|all)\s+)?(?:week\s?days?|work(?:ing)?\s?days?|business days?)\b/i,
    )
  ) {
    return { type: "week", days: [1, 2, 3, 4, 5] };
  }
  if (scrap.take(/\b(?:(?:on|every|each|at)\s+)?(?:the\s+)?weekends?\b/i)) {
    return { type: "week", days: [6, 7] };
  }
  const week = scrap.take(dayList);
  if (week) {
    scrap.take(/\bweekly\b|\b(?:of\s+)?(?:every|each) week\b/i);
    return { type: "week", days: readDays(week[1] ?? "") };
  }
  const month = scrap.take(monthList);
  if (month) return { type: "month", days: readMonthDays(month[1] ?? "") };
  if (scrap.take(/\b(?:monthly|(?:once a|every|each) month)\b/i)) {
    return { type: "month", days: [1] };
  }
  if (scrap.take(/\b(?:weekly|(?:once a|every|each) week)\b/i)) return { type: "week", days: [1] };
  return undefined;
}

function readDays(text: string): readonly number[] {
  const found = [...text.matchAll(new RegExp(dayItem, "gi"))].flatMap(([item]) => {
    const [first = 1, last] = [...item.matchAll(new RegExp(day, "gi"))].map(([name]) =>
      number(name),
    );
    if (last === undefined) return [first];
    // "sunday to thursday" goes over the end of the ISO week.
    const length = ((last - first + 7) % 7) + 1;
    return Array.from({ length }, (_, at) => ((first - 1 + at) % 7) + 1);
  });
  return [...new Set(found)].toSorted((a, b) => a - b);
}

function number(name: string): number {
  const start = name.toLowerCase().slice(0, 3);
  return names.findIndex((each) => each.startsWith(start)) + 1;
}

function readMonthDays(text: string): readonly (number | "last")[] {
  const found = [...text.matchAll(/\d{1,2}|first|fifteenth|last/gi)].map(([word]) => {
    const name = word.toLowerCase();
    if (name === "last") return "last" as const;
    if (name === "first") return 1;
    return name === "fifteenth" ? 15 : Number(name);
  });
  const wrong = found.find((each) => each !== "last" && (each < 1 || each > 31));
  if (wrong !== undefined) {
    throw new UserError([
      say("subscribe.no-day", { asked: asked(text) }),
      say("subscribe.write", { example: code("subscribe last day of the month at 09:00 in UTC") }),
    ]);
  }
  const numbers = found.filter((each) => each !== "last");
  return [
    ...[...new Set(numbers)].toSorted((a, b) => a - b),
    ...(found.includes("last") ? (["last"] as const) : []),
  ];
}

/** `cron:0 8 * * 1-5`: five fields. */
function takeCron(
  scrap: Scrap,
): { readonly days: Days; readonly cronTimes: readonly string[] } | undefined {
  const match =
    scrap.take(/\bcron\b[:=]?\s*["'`]?((?:[\w*/,#-]+\s+){4}[\w*/,#-]+)["'`]?(?=[\s;]|$)/i) ??
    scrap.take(/\bcron\b[:=]?\s*["'`]?([\w*/,#\s-]*)["'`]?/i);
  if (!match) return undefined;
  const expression = (match[1] ?? "").trim().replace(/\s+/g, " ");
  const read = cronTimes(expression);
  if (typeof read !== "string") {
    return { days: { type: "cron", expression }, cronTimes: checkedTimes(read) };
  }
  throw new UserError([
    say("subscribe.no-cron", { asked: asked(read) }),
    say("subscribe.write-cron", { example: code("cron:0 8 * * 1-5") }),
  ]);
}

/** Its times, or the field that cannot be read. */
function cronTimes(expression: string): readonly string[] | string {
  try {
    return parseCron(expression).times;
  } catch (error) {
    if (error instanceof CronError) return error.field;
    throw error;
  }
}

function refuseIntervals(scrap: Scrap): void {
  const match = scrap.take(
    /\b(?:hourly|fortnightly|bi-?weekly|(?:every|each)\s+(?:other|second|\d+(?:st|nd|rd|th)?|two|three|four|few)\s+\w+|every\s+(?:hour|minute)s?)\b/i,
  );
  if (!match) return;
  throw new UserError([
    say("subscribe.no-interval", { asked: asked(match[0]) }),
    say("subscribe.write", { example: code("subscribe mondays and thursdays at 08:00 in UTC") }),
  ]);
}
