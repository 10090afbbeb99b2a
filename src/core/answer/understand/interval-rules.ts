/** The forms in which people write dates, each with the stretch of days that it means. */

export interface Found {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
  readonly start: number;
  readonly end: number;
  readonly yearless: boolean;
}

const names =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const order = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function monthNumber(name: string): number {
  return order.indexOf(name.slice(0, 3)) + 1;
}

const date = (year: number, month: number, day: number) =>
  Temporal.PlainDate.from({ year, month, day }, { overflow: "constrain" });

type Reader = (
  match: RegExpExecArray,
  today: Temporal.PlainDate,
  around?: number,
) => readonly [Temporal.PlainDate, Temporal.PlainDate, boolean?] | undefined;

const part = "(?:(early|mid|late|the start of|the end of|the beginning of)[ -](?:the )?(?:in )?)?";
const rules: readonly (readonly [RegExp, Reader])[] = [
  // 2025-06-13, 13/06/2025 (day first, as most of the world writes it)
  [/\b(\d{4})-(\d{2})-(\d{2})\b/g, ([, y, m, d]) => one(Number(y), Number(m), Number(d))],
  [/\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/g, ([, d, m, y]) => one(Number(y), Number(m), Number(d))],
  // 13-24 June 2025, between 13 and 24 June
  [
    new RegExp(
      `\\b(\\d{1,2})(?:st|nd|rd|th)? ?(?:and|to|till|until|-|–) ?(\\d{1,2})(?:st|nd|rd|th)? (${names})\\.?(?:,? (\\d{4}))?\\b`,
      "g",
    ),
    ([, first, last, month, year], today, around) => {
      const [from, until] = [
        dayOf(first, month, year, today, around),
        dayOf(last, month, year, today, around),
      ];
      return from && until ? ([from[0], until[0], year === undefined] as const) : undefined;
    },
  ],
  // 13 June 2025, 13th of June, June 13th, 2025
  [
    new RegExp(
      `\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${names})\\.?(?:,? (?:of )?(\\d{4}))?\\b`,
      "g",
    ),
    ([, d, m, y], today, around) => dayOf(d, m, y, today, around),
  ],
  [
    new RegExp(
      `\\b(${names})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (?:of )?(\\d{4}))?\\b(?! ?%)`,
      "g",
    ),
    ([, m, d, y], today, around) => dayOf(d, m, y, today, around),
  ],
  // early June 2025, June 2025, June of 2025
  [
    new RegExp(`\\b${part}(${names})\\.?,? (?:of |in )?(\\d{4})\\b`, "g"),
    ([, p, m, y]) => monthOf(p, monthNumber(m ?? ""), Number(y)),
  ],
  // Q2 2024, second quarter of 2024, first half of 2025
  [/\bq([1-4])[ -]?(?:of )?(\d{4})\b/g, ([, q, y]) => months(Number(y), Number(q) * 3 - 2, 3)],
  [
    /\b(first|second|third|fourth|last) quarter of (\d{4})\b/g,
    ([, q, y]) => months(Number(y), quarterOf(q ?? "") * 3 - 2, 3),
  ],
  [
    /\b(first|second) half of (\d{4})\b/g,
    ([, h, y]) => months(Number(y), h === "first" ? 1 : 7, 6),
  ],
  // early 2020s, the 1980s, the 80s
  [
    /\b(?:(early|mid|late)[ -](?:the )?)?((?:19|20)?\d0)'?s\b/g,
    ([, p, d]) => decadeOf(p, Number(d)),
  ],
  // early 2024, 2024; and two digits where only a year can stand
  [
    /\b(?:(early|mid|late|the start of|the end of|the beginning of)[ -](?:the )?)?((?:19|20)\d{2})\b(?! ?(?:kg|km|barrels|people|bpd|%|percent|resolution))/g,
    (match) =>
      /resolution (?:no\.? ?)?$/.test(match.input.slice(0, match.index))
        ? undefined
        : yearOf(match[1], Number(match[2])),
  ],
  [
    /(?<=\b(?:in|since|back in|before|after|until|from|of) )'?(\d{2})\b(?! ?(?:%|percent|kg|days?|weeks?|hours?|months?|years?|rounds?|points?|billion|million|countries|states|people|[/-]))|'(\d{2})\b/g,
    ([, a, b]) => yearOf(undefined, century(Number(a ?? b))),
  ],
  // in March, last September: the latest one that has been, or the one of the thread's year
  [
    new RegExp(`\\b${part}(${names})\\b`, "g"),
    (match, today, around) => bareMonth(match, today, around),
  ],
];

/** The first date in the text at or after a place; of several forms at one place the longest. */
export function dayRule(
  text: string,
  at: number,
  latest: Temporal.PlainDate,
  around?: number,
): Found | undefined {
  let best: Found | undefined;
  for (const [pattern, read] of rules) {
    pattern.lastIndex = at;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const span = read(match, latest, around);
      if (!span) continue;
      const [from, until, yearless = false] = span;
      const end = match.index + match[0].length;
      if (!best || match.index < best.start || (match.index === best.start && end > best.end)) {
        best = { from, until, start: match.index, end, yearless };
      }
      break;
    }
  }
  return best;
}

const counts: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  couple: 2,
  three: 3,
  few: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
  twelve: 12,
};

/** "last three months", "past 48 hours", "this year", "two weeks ago", "yesterday". */
export function relativeRule(
  text: string,
  at: number,
  today: Temporal.PlainDate,
): Found | undefined {
  const rest = text.slice(at);
  const stretch =
    /\b(?:last|past|previous)(?: (?:the )?(\d+|couple of|few|two|three|four|five|six|seven|ten|twelve))? (hour|day|week|month|year|decade)s?\b/.exec(
      rest,
    );
  // "Did the war last twelve days?"
  const lasting =
    stretch?.[1] !== undefined &&
    /^last/.test(stretch[0]) &&
    /\b(?!the|in|over|during|these|for|within|since|from|past|and)[a-z]+ $/.test(
      text.slice(0, at + stretch.index),
    );
  if (stretch && !lasting) {
    const [written, count, unit = "day"] = stretch;
    const amount = count === undefined ? 1 : countOf(count);
    return place(back(today, amount, unit), today, at + stretch.index, written);
  }
  const ago =
    /\b(\d+|an?|two|three|four|five|six|seven|ten|twelve|a couple of|a few) (day|week|month|year|decade)s? ago\b/.exec(
      rest,
    );
  if (ago) {
    const [written, count = "1", unit = "day"] = ago;
    const from = back(today, countOf(count.replace(/^a (?=c|f)/, "")), unit);
    return place(
      from,
      unit === "day" ? from : from.add(unit === "year" ? { months: 11 } : { days: 27 }),
      at + ago.index,
      written,
    );
  }
  const now = /\b(today|yesterday|this week|this month|this year)\b/.exec(rest);
  if (!now) return undefined;
  const [written, word = ""] = now;
  const from =
    word === "today"
      ? today
      : word === "yesterday"
        ? today.subtract({ days: 1 })
        : word === "this week"
          ? today.subtract({ days: today.dayOfWeek - 1 })
          : word === "this month"
            ? today.with({ day: 1 })
            : today.with({ month: 1, day: 1 });
  return place(from, word === "yesterday" ? from : today, at + now.index, written);
}

function place(
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
  start: number,
  written: string,
): Found {
  return { from, until, start, end: start + written.length, yearless: false };
}

function countOf(words: string): number {
  const [word = ""] = words.split(" ");
  return counts[word] ?? (Number(word) || 1);
}

function back(today: Temporal.PlainDate, amount: number, unit: string): Temporal.PlainDate {
  const most = Math.min(amount, 1000);
  if (unit === "hour") return today.subtract({ days: Math.ceil(most / 24) });
  if (unit === "decade") return today.subtract({ years: most * 10 });
  return today.subtract({ [`${unit}s`]: most });
}

function one(year: number, month: number, day: number) {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return [date(year, month, day), date(year, month, day)] as const;
}

function dayOf(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
  today: Temporal.PlainDate,
  around?: number,
) {
  const number = monthNumber(month ?? "");
  const known = year === undefined ? (around ?? latestYear(number, today)) : Number(year);
  const found = one(known, number, Number(day));
  return found && ([...found, year === undefined] as const);
}

function monthOf(part: string | undefined, month: number, year: number) {
  const from = date(year, month, 1);
  const last = from.daysInMonth;
  if (part === undefined) return [from, from.with({ day: last })] as const;
  if (/early|start|beginning/.test(part)) return [from, from.with({ day: 10 })] as const;
  return part === "mid"
    ? ([from.with({ day: 11 }), from.with({ day: 20 })] as const)
    : ([from.with({ day: 21 }), from.with({ day: last })] as const);
}

function months(year: number, month: number, count: number) {
  const from = date(year, month, 1);
  return [from, from.add({ months: count }).subtract({ days: 1 })] as const;
}

function quarterOf(word: string): number {
  return word === "last" ? 4 : ["first", "second", "third", "fourth"].indexOf(word) + 1;
}

function decadeOf(part: string | undefined, written: number) {
  const start = written < 100 ? century(written) : written;
  const [from, until] =
    part === "early" ? [0, 3] : part === "mid" ? [4, 6] : part === "late" ? [7, 9] : [0, 9];
  return [date(start + from, 1, 1), date(start + until, 12, 31)] as const;
}

function yearOf(part: string | undefined, year: number) {
  if (part === undefined) return [date(year, 1, 1), date(year, 12, 31)] as const;
  if (/early|start|beginning/.test(part)) return months(year, 1, 4);
  return part === "mid" ? months(year, 5, 4) : months(year, 9, 4);
}

function century(two: number): number {
  return two < 50 ? 2000 + two : 1900 + two;
}

function bareMonth(match: RegExpExecArray, today: Temporal.PlainDate, around?: number) {
  const [written, part, name = ""] = match;
  const before = match.input.slice(0, match.index);
  const dated =
    part !== undefined ||
    /\b(?:in|since|by|until|till|of|last|from|during|before|after|between|and|for|about|to)\s*$/.test(
      before,
    );
  // Words that are more often a verb or a modal than a month.
  if (/^(?:may|mar|march|dec|sep|jun|oct|jan)$/.test(written) && !dated) return undefined;
  if (
    name === "may" &&
    !/\b(?:in|since|by|until|of|last|from|during|early|mid|late)[ -]?$/.test(
      part === undefined ? before : "in",
    )
  )
    return undefined;
  const month = monthNumber(name);
  const [from, until] = monthOf(part, month, around ?? latestYear(month, today));
  return [from, until, true] as const;
}

function latestYear(month: number, today: Temporal.PlainDate): number {
  return month <= today.month ? today.year : today.year - 1;
}
