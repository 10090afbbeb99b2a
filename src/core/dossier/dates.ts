/** EDTF dates and spans as plain English, the same everywhere: "18 September 2023". */
import { type Precision, parseEdtf, type Span } from "./edtf.ts";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** "18 September 2023", "September 2023" or "2023". */
export function dayWords(day: Temporal.PlainDate, precision: Precision = "day"): string {
  const month = months[day.month - 1];
  switch (precision) {
    case "year":
      return String(day.year);
    case "month":
      return `${month} ${day.year}`;
    case "day":
      return `${day.day} ${month} ${day.year}`;
    default:
      throw new RangeError(`unknown precision ${String(precision satisfies never)}`);
  }
}

/** As in "18 September 2023", "about June 2022", "November 1979 – January 1981", "since August 2024". */
export function edtfWords(edtf: string): string {
  const slash = edtf.indexOf("/");
  if (slash < 0) return pointWords(edtf);
  const [start, end] = [edtf.slice(0, slash), edtf.slice(slash + 1)];
  if (start === "..") return `until ${pointWords(end)}`;
  if (end === "..") return `since ${pointWords(start)}`;
  return start === end ? pointWords(start) : rangeWords(start, end);
}

/** The same with its preposition: "on 18 September 2023", "in June 2022", "from … to …". */
export function edtfPhrase(edtf: string): string {
  const slash = edtf.indexOf("/");
  const [start, end] = slash < 0 ? [edtf, edtf] : [edtf.slice(0, slash), edtf.slice(slash + 1)];
  if (start === ".." || end === "..") return edtfWords(edtf);
  if (start !== end) return `from ${pointWords(start)} to ${pointWords(end)}`;
  const span = parseEdtf(start);
  if (span.approximate || span.uncertain) return pointWords(start);
  return `${span.precision === "day" ? "on" : "in"} ${pointWords(start)}`;
}

function pointWords(edtf: string): string {
  const span = parseEdtf(edtf);
  return `${hedge(span)}${dayWords(only(span), span.precision)}`;
}

function hedge(span: Span): string {
  if (span.approximate) return "about ";
  return span.uncertain ? "possibly " : "";
}

/** Says a shared month or year once: "18–20 September 2023", "28 February – 8 April 2026". */
function rangeWords(start: string, end: string): string {
  const [a, b] = [parseEdtf(start), parseEdtf(end)];
  const [from, until] = [only(a), only(b)];
  const plain = !hedge(a) && !hedge(b) && a.precision === b.precision && from.year === until.year;
  if (plain && a.precision === "day") {
    return from.month === until.month
      ? `${from.day}–${dayWords(until)}`
      : `${from.day} ${months[from.month - 1]} – ${dayWords(until)}`;
  }
  if (plain && a.precision === "month") {
    return `${months[from.month - 1]} – ${dayWords(until, "month")}`;
  }
  if (a.precision === "year" && b.precision === "year" && !hedge(a) && !hedge(b)) {
    return `${from.year}–${until.year}`;
  }
  return `${pointWords(start)} – ${pointWords(end)}`;
}

function only(span: Span): Temporal.PlainDate {
  if (!span.from) throw new RangeError("a date with two open ends has no words");
  return span.from;
}

const monthNames = months.join("|");
const dateInWords = new RegExp(`\\b(?:(?:(\\d{1,2}) )?(${monthNames}) )?((?:19|20)\\d{2})\\b`, "g");

/** True when the words name a day, month or year that begins after the day. */
export function namesLaterDate(words: string, day: Temporal.PlainDate): boolean {
  return [...words.matchAll(dateInWords)].some(([, date, month, year]) => {
    const named = Temporal.PlainDate.from({
      year: Number(year),
      month: monthNumber(month),
      day: Number(date ?? 1),
    });
    return Temporal.PlainDate.compare(named, day) > 0;
  });
}

/** The days that the words name in full, each with the words before it. Days that no calendar has are left out. */
export function daysNamed(
  words: string,
): readonly { readonly day: Temporal.PlainDate; readonly before: string }[] {
  return [...words.matchAll(dateInWords)].flatMap(([, date, month, year], at, all) => {
    const day = Number(date);
    const first = { year: Number(year), month: monthNumber(month), day: 1 };
    if (date === undefined || day < 1 || day > Temporal.PlainDate.from(first).daysInMonth)
      return [];
    const before = words.slice(0, all[at]?.index).replace(/[,\s]+$/, "");
    return [{ day: Temporal.PlainDate.from({ ...first, day }), before }];
  });
}

function monthNumber(name: string | undefined): number {
  return name === undefined ? 1 : months.indexOf(name as (typeof months)[number]) + 1;
}
