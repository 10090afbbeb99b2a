/** Times that lean on what was spoken of: "nine days later", "the next day", "that year". */
import type { FoundInterval } from "./interval.ts";

const numbers = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const count = `\\d{1,3}|an?|a couple of|a few|${numbers.slice(1).join("|")}`;
const unit = "(day|week|month|year)s?";
const counted = new RegExp(
  `\\b(${count}) ${unit} (later|after(?:wards?)?(?: that)?$|on$|earlier|before(?: that)?$|prior)`,
);
const next =
  /\bthe (?:(next|following|previous) (day|week|month|year)|(day|week|month|year) (after|before)(?: that)?$)/;
const same = /\b(?:that|the same) (?:very )?(day|week|month|year)\b(?! (?:after|before))/;

type Unit = "day" | "week" | "month" | "year";
/** How far off "a month later" may be meant, in days. */
const margin: Readonly<Record<Unit, number>> = { day: 0, week: 3, month: 16, year: 190 };

/** `day`: of what was spoken of last. */
export function relativeInterval(text: string, day: Temporal.PlainDate): FoundInterval | undefined {
  const far = counted.exec(text);
  if (far) {
    const [written, amount = "", of = "day", way = ""] = far;
    const sign = /^(?:earlier|before|prior)/.test(way) ? -1 : 1;
    return around(moved(day, of as Unit, sign * amountOf(amount)), of as Unit, far.index, written);
  }
  const beside = next.exec(text);
  if (beside) {
    const [written, which, of, other, side] = beside;
    const whole = (of ?? other ?? "day") as Unit;
    const sign = which === "previous" || side === "before" ? -1 : 1;
    return whole === "day"
      ? around(moved(day, "day", sign), "day", beside.index, written)
      : stretch(moved(day, whole, sign), whole, beside.index, written);
  }
  const within = same.exec(text);
  if (!within) return undefined;
  const [written, of = "day"] = within;
  return stretch(day, of as Unit, within.index, written);
}

function amountOf(written: string): number {
  if (/^an?$/.test(written)) return 1;
  if (/couple/.test(written)) return 2;
  if (/few/.test(written)) return 3;
  const spelled = numbers.indexOf(written);
  return spelled >= 0 ? spelled : Number(written);
}

function moved(day: Temporal.PlainDate, unit: Unit, by: number): Temporal.PlainDate {
  return day.add({ [`${unit}s`]: by });
}

function around(at: Temporal.PlainDate, unit: Unit, start: number, written: string): FoundInterval {
  const days = margin[unit];
  return {
    from: at.subtract({ days }),
    until: at.add({ days }),
    yearless: false,
    places: [[start, start + written.length]],
  };
}

function stretch(
  at: Temporal.PlainDate,
  unit: Unit,
  start: number,
  written: string,
): FoundInterval {
  const from =
    unit === "year"
      ? at.with({ month: 1, day: 1 })
      : unit === "month"
        ? at.with({ day: 1 })
        : unit === "week"
          ? at.subtract({ days: at.dayOfWeek - 1 })
          : at;
  return {
    from,
    until: from.add({ [`${unit}s`]: 1 }).subtract({ days: 1 }),
    yearless: false,
    places: [[start, start + written.length]],
  };
}
