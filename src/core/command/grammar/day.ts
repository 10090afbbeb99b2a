/** Days as people type them in an option: ISO, month names, `yesterday`, `two weeks ago`. */
import { parseEdtf } from "../../dossier/edtf.ts";

const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** Which day of a year or month is meant: `from 2018` is its first, `to 2018` its last. */
export type Side = "first" | "last";

/**
 * The day, or `impossible` for a day that no calendar has (2023-02-30), or undefined for words that
 * are no date.
 */
export function parseDay(
  words: string,
  side: Side,
  today: Temporal.PlainDate,
): Temporal.PlainDate | "impossible" | undefined {
  const text = words.toLowerCase().replaceAll(",", " ").replace(/\s+/g, " ").trim();
  return relative(text, side, today) ?? absolute(text, side);
}

function absolute(text: string, side: Side): Temporal.PlainDate | "impossible" | undefined {
  const iso = isoOf(text);
  if (iso === undefined) return undefined;
  try {
    const span = parseEdtf(iso);
    return side === "first" ? span.from : span.until;
  } catch {
    return "impossible";
  }
}

/** ISO year, month or day of a written date; its numbers are not checked. */
function isoOf(text: string): string | undefined {
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text);
  if (iso) return joined(iso[1], iso[2], iso[3]);
  const named =
    /^(?:(\d{1,2})(?:st|nd|rd|th)? (?:of )?)?([a-z]{3,9})\.? (?:(\d{1,2})(?:st|nd|rd|th)? )?(\d{4})$/.exec(
      text,
    );
  const month = named?.[2] === undefined ? -1 : monthOf(named[2]);
  if (!named || month < 0) return undefined;
  return joined(named[4], String(month + 1), named[1] ?? named[3]);
}

function joined(year?: string, month?: string, day?: string): string {
  const parts = [year, month?.padStart(2, "0"), day?.padStart(2, "0")];
  return parts.filter((part) => part !== undefined).join("-");
}

function monthOf(name: string): number {
  const found = months.findIndex((month) => month.startsWith(name));
  return found >= 0 || name !== "sept" ? found : 8;
}

const past: ReadonlyMap<string, Temporal.DurationLike> = new Map(
  Object.entries({
    today: { days: 0 },
    yesterday: { days: 1 },
    "last week": { weeks: 1 },
    "last month": { months: 1 },
    "last year": { years: 1 },
  }),
);

function relative(
  text: string,
  side: Side,
  today: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  const named = past.get(text);
  if (named !== undefined) return today.subtract(named);
  const match =
    /^(?:(\d{1,4}|[a-z]+) (day|week|month|year)s? ago|(?:the )?(?:last|past) (\d{1,4}|[a-z]+) (day|week|month|year)s?)$/.exec(
      text,
    );
  const [count, unit] = [match?.[1] ?? match?.[3], match?.[2] ?? match?.[4]];
  if (count === undefined || unit === undefined) return undefined;
  const many = /^\d/.test(count) ? Number(count) : numbers.indexOf(count) + 1;
  if (many === 0 || (match?.[3] !== undefined && side === "last")) return undefined;
  return today.subtract({ [`${unit}s`]: many });
}
