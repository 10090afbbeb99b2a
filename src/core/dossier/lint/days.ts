/** Days that cannot belong together. */
import { daysNamed, edtfWords } from "../dates.ts";
import type { Claim } from "../dossier.ts";
import { parseEdtf } from "../edtf.ts";
import { heldClaims, type Rule } from "./rule.ts";

const compare = Temporal.PlainDate.compare;

/** What is told of a time that is over; a forecast and the like look ahead. */
const told: ReadonlySet<Claim["kind"]> = new Set(["event", "statement"]);

export const knownTooEarly: Rule = {
  name: "known-too-early",
  level: "error",
  says: "No event or statement was known before it began.",
  check: (input) =>
    heldClaims(input).flatMap(({ claim, entry }) => {
      const from = claim.span?.from;
      if (!told.has(claim.kind) || !from || compare(claim.knownFrom, from) >= 0) return [];
      return [
        entry.problem(
          ["known_from"],
          `known from ${edtfWords(claim.knownFrom.toString())}, before it began, ${edtfWords(claim.when ?? "")}`,
        ),
      ];
    }),
};

export const sourceTooEarly: Rule = {
  name: "source-too-early",
  level: "error",
  says: "An event or statement has a source that is not older than itself.",
  check: (input) =>
    heldClaims(input).flatMap(({ claim, entry }) => {
      // A day earlier may be the same day elsewhere.
      const from = claim.span?.from?.subtract({ days: 1 });
      if (!told.has(claim.kind) || !from || claim.span?.approximate) return [];
      const published = claim.citations.map(
        ({ source }) => input.dossier.sources.get(source)?.published,
      );
      const older = (edtf: string | undefined) => {
        const last = edtf === undefined ? undefined : parseEdtf(edtf).until;
        return last !== undefined && compare(last, from) < 0;
      };
      return published.every(older)
        ? [
            entry.problem(
              ["citations"],
              `every source is older than ${edtfWords(claim.when ?? "")}; none can tell of it`,
            ),
          ]
        : [];
    }),
};

export const dayNotInWhen: Rule = {
  name: "day-not-in-when",
  level: "error",
  says: "Of the days that the text of an event or statement names, one lies in its when.",
  check: (input) =>
    heldClaims(input).flatMap(({ claim, entry }) => {
      const days = daysNamed(claim.text).map(({ day }) => day);
      // The same hour has two dates in two countries.
      const from = claim.span?.from?.subtract({ days: 1 });
      const until = claim.span?.until?.add({ days: 1 });
      const inside = (day: Temporal.PlainDate) =>
        (!from || compare(day, from) >= 0) && (!until || compare(day, until) <= 0);
      if (!told.has(claim.kind) || days.length === 0 || days.some(inside)) return [];
      const named = days.map((day) => edtfWords(day.toString())).join(", ");
      return [
        entry.problem(
          ["when"],
          `it is of ${edtfWords(claim.when ?? "")}, but its text names ${named}`,
        ),
      ];
    }),
};

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

export const weekdayWrong: Rule = {
  name: "weekday-wrong",
  level: "error",
  says: "A day of the week fits the date beside it.",
  check: (input) =>
    heldClaims(input).flatMap(({ claim, entry }) =>
      daysNamed(claim.text).flatMap(({ day, before }) => {
        const named = weekdays.find((weekday) => before.endsWith(weekday));
        const right = weekdays[day.dayOfWeek - 1];
        return named === undefined || named === right
          ? []
          : [
              entry.problem(
                ["text"],
                `${edtfWords(day.toString())} was a ${right}, not a ${named}`,
              ),
            ];
      }),
    ),
};

export const readBeforeWritten: Rule = {
  name: "read-before-written",
  level: "error",
  says: "No source was read before it was published.",
  check: ({ records }) =>
    records.entries.sources.flatMap(({ record, problem }) => {
      const read = record.retrieved && parseEdtf(record.retrieved).until;
      const written = record.published && parseEdtf(record.published).from;
      return read && written && compare(read, written) < 0
        ? [
            problem(
              ["retrieved"],
              `read ${edtfWords(record.retrieved ?? "")}, before it was published, ${edtfWords(record.published ?? "")}`,
            ),
          ]
        : [];
    }),
};
