/** Stretches of time that a question names, as days. Past by default; both ends included. */
import { parse as parseEnglish } from "chrono-node/en";
import type { Span } from "../../dossier/edtf.ts";
import { dayRule, type Found, relativeRule } from "./interval-rules.ts";

export interface Interval {
  readonly from?: Temporal.PlainDate;
  readonly until?: Temporal.PlainDate;
  /** A month or day was named without its year, which was worked out. */
  readonly yearless: boolean;
}

export interface FoundInterval extends Interval {
  /** Characters of the text that named it, for whoever reads the rest. */
  readonly places: readonly (readonly [number, number])[];
}

const day = (year: number, month: number, date: number) =>
  Temporal.PlainDate.from({ year, month, day: date });

/**
 * Reads the time that a folded text names. `today` is the day of the message in UTC. A month or day
 * without its year is the one of `around`, the year that a thread is about, or else the latest up to
 * `recordEnd`.
 */
export function findInterval(
  text: string,
  today: Temporal.PlainDate,
  recordEnd: Temporal.PlainDate,
  around?: number,
): FoundInterval | undefined {
  if (
    !/\d|month|week|year|day|decade|ago|last|tonight|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|recent/.test(
      text,
    )
  ) {
    return undefined;
  }
  const found = sameYear(collect(text, today, recordEnd, around), text, today, recordEnd);
  const [first, ...rest] = found;
  if (!first) return viaChrono(text, today);
  const places = found.map(({ start, end }) => [start, end] as const);
  const yearless = found.every((each) => each.yearless);
  const before = text.slice(0, first.start).trimEnd();
  const last = rest.at(-1);
  if (last && rest.length === 1) {
    const gap = text.slice(first.end, last.start);
    if (
      /\bbetween$|\bfrom$/.test(before) ||
      /^\s*(?:to|till|until|through|thru|-|–|and)\s*$/.test(gap)
    ) {
      const [a, b] = ordered(first, last);
      return { from: a.from, until: b.until, yearless, places };
    }
  }
  const onwards = /^\s*(?:on|onwards?|forward)\b/.test(text.slice(first.end));
  if (
    /\b(?:since|starting)(?: the)?(?: start of| beginning of)?$/.test(before) ||
    (onwards && /\bfrom$/.test(before))
  ) {
    return { from: first.from, yearless, places };
  }
  if (/\bafter(?: the)?$/.test(before)) {
    return { from: first.until.add({ days: 1 }), yearless, places };
  }
  if (/\b(?:before|prior to|until|till|up to)(?: the)?$/.test(before)) {
    return { until: first.from.subtract({ days: 1 }), yearless, places };
  }
  if (/\bby(?: the)?(?: end of)?$/.test(before)) return { until: first.until, yearless, places };
  const [a, b] = [
    found.map(({ from }) => from).sort(Temporal.PlainDate.compare)[0],
    found
      .map(({ until }) => until)
      .sort(Temporal.PlainDate.compare)
      .at(-1),
  ];
  return { from: a ?? first.from, until: b ?? first.until, yearless, places };
}

/** How well a claim's time fits an interval: 1 inside, less where it is wider, 0 apart. */
export function fitOf(span: Span | undefined, interval: Interval): number {
  if (!span) return 0;
  const { from, until } = interval;
  const after = span.from && until && Temporal.PlainDate.compare(span.from, until) > 0;
  const before = span.until && from && Temporal.PlainDate.compare(span.until, from) < 0;
  if (after || before) return 0;
  const beginsInside = !from || (span.from && Temporal.PlainDate.compare(span.from, from) >= 0);
  const endsInside = !until || (span.until && Temporal.PlainDate.compare(span.until, until) <= 0);
  if (beginsInside && endsInside) return 1;
  if (beginsInside) return 0.8;
  return endsInside ? 0.5 : 0.3;
}

/** "March to May 2025": a month without its year takes that of its neighbour. */
function sameYear(
  found: readonly Found[],
  text: string,
  today: Temporal.PlainDate,
  recordEnd: Temporal.PlainDate,
): readonly Found[] {
  const year = found.find(({ yearless }) => !yearless)?.from.year;
  const some = found.some(({ yearless }) => yearless);
  return year !== undefined && some ? collect(text, today, recordEnd, year) : found;
}

function ordered(a: Found, b: Found): readonly [Found, Found] {
  return Temporal.PlainDate.compare(a.from, b.from) <= 0 ? [a, b] : [b, a];
}

function collect(
  text: string,
  today: Temporal.PlainDate,
  recordEnd: Temporal.PlainDate,
  around?: number,
): readonly Found[] {
  const found: Found[] = [];
  let at = 0;
  while (at < text.length) {
    const next = dayRule(text, at, recordEnd, around) ?? relativeRule(text, at, today);
    if (!next) break;
    found.push(next);
    at = next.end;
  }
  return found;
}

function viaChrono(text: string, today: Temporal.PlainDate): FoundInterval | undefined {
  if (
    !/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bago\b|\byesterday\b|\btonight\b|\bpast\b/.test(
      text,
    )
  ) {
    return undefined;
  }
  const reference = new Date(`${today.toString()}T12:00:00Z`);
  const [result] = parseEnglish(
    text,
    { instant: reference, timezone: "UTC" },
    { forwardDate: false },
  );
  if (!result) return undefined;
  const start = result.start;
  const [year, month, date] = [start.get("year"), start.get("month"), start.get("day")];
  if (year === null || month === null || date === null) return undefined;
  let at = day(year, month, date);
  // A bare weekday means the one that has been.
  if (start.isCertain("weekday") && Temporal.PlainDate.compare(at, today) > 0) {
    at = at.subtract({ days: 7 });
  }
  return {
    from: at,
    until: at,
    yearless: false,
    places: [[result.index, result.index + result.text.length]],
  };
}
