/**
 * Dates as the dossier writes them: the part of EDTF (ISO 8601-2, level 1) that a record of events
 * needs. A year, a month, a day, an interval, an open end (`..`), and the marks `~` (about) and
 * `?` (uncertain). Seasons, unspecified digits and sets are refused.
 */

export type Precision = "year" | "month" | "day";

/** A stretch of days, both ends included. `from` or `until` is absent on an open end. */
export interface Span {
  readonly from?: Temporal.PlainDate;
  readonly until?: Temporal.PlainDate;
  /** Of the coarser end. */
  readonly precision: Precision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

const point = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%])?$/;

/**
 * Reads one EDTF date or interval.
 * @throws RangeError naming what is wrong, when the text is not such a date or names an impossible day.
 */
export function parseEdtf(text: string): Span {
  const slash = text.indexOf("/");
  if (slash < 0) return parsePoint(text);
  const [first, last] = [text.slice(0, slash), text.slice(slash + 1)];
  const start = first === ".." ? undefined : parsePoint(first);
  const end = last === ".." ? undefined : parsePoint(last);
  const either = start ?? end;
  if (!either) throw new RangeError(`"${text}" has no end that is a date`);
  const span: Span = {
    ...(start?.from && { from: start.from }),
    ...(end?.until && { until: end.until }),
    precision: coarser(start ?? either, end ?? either),
    approximate: (start?.approximate ?? false) || (end?.approximate ?? false),
    uncertain: (start?.uncertain ?? false) || (end?.uncertain ?? false),
  };
  if (span.from && span.until && Temporal.PlainDate.compare(span.from, span.until) > 0) {
    throw new RangeError(`"${text}" ends before it begins`);
  }
  return span;
}

/** First and last day of an ISO year or month, or the day itself. */
function parsePoint(text: string): Span {
  const match = point.exec(text);
  if (!match) {
    throw new RangeError(
      `"${text}" is no EDTF date: write 2023, 2023-09, 2023-09-18 or 2023-09/2023-11`,
    );
  }
  const [, year, month, day, mark] = match;
  const precision: Precision = day ? "day" : month ? "month" : "year";
  let from: Temporal.PlainDate;
  try {
    from = Temporal.PlainDate.from(
      { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) },
      { overflow: "reject" },
    );
  } catch (cause) {
    throw new RangeError(`"${text}" is a day that no calendar has`, { cause });
  }
  const until =
    precision === "day"
      ? from
      : precision === "month"
        ? from.with({ day: from.daysInMonth })
        : from.with({ month: 12, day: 31 });
  return {
    from,
    until,
    precision,
    approximate: mark === "~" || mark === "%",
    uncertain: mark === "?" || mark === "%",
  };
}

function coarser(a: Span, b: Span): Precision {
  const order: readonly Precision[] = ["year", "month", "day"];
  return order.indexOf(a.precision) < order.indexOf(b.precision) ? a.precision : b.precision;
}

type Ends = Pick<Span, "from" | "until">;

/** True when the two stretches share a day. */
export function overlaps(a: Ends, b: Ends): boolean {
  const startsAfter = (x: Ends, y: Ends) =>
    x.from && y.until && Temporal.PlainDate.compare(x.from, y.until) > 0;
  return !startsAfter(a, b) && !startsAfter(b, a);
}

/** Order by first day, an open start before all others, then by last day. */
export function compareSpans(a: Span, b: Span): number {
  const start = compareEnds(a.from, b.from, -1);
  return start !== 0 ? start : compareEnds(a.until, b.until, 1);
}

function compareEnds(
  a: Temporal.PlainDate | undefined,
  b: Temporal.PlainDate | undefined,
  openSide: -1 | 1,
): number {
  if (a && b) return Temporal.PlainDate.compare(a, b);
  if (a) return -openSide;
  return b ? openSide : 0;
}
