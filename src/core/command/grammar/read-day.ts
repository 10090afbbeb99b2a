/** Days as values of options: ISO days, or an error that says what to write. */

import { asked, derived, say } from "../../document/sentence.ts";
import { dayWords } from "../../dossier/dates.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import { parseEdtf } from "../../dossier/edtf.ts";
import { UserError } from "../../errors.ts";
import { code } from "../line.ts";
import { parseDay, type Side } from "./day.ts";

/** @throws UserError when the words are no day, or a day that no calendar has. */
export function readDay(text: string, side: Side, today: Temporal.PlainDate): string {
  const day = parseDay(text, side, today);
  if (day === "impossible" || day === undefined) {
    throw new UserError([
      say(day === undefined ? "problem.unreadable-date" : "problem.impossible-date", {
        asked: asked(text),
      }),
      say("problem.write-date", { example: code("2018, 2023-09, 2023-09-18") }),
    ]);
  }
  return day.toString();
}

/**
 * The day of `as-of`: the last of a year or month, but never later than today.
 * @throws UserError for days still to come and days before the record begins.
 */
export function readAsOf(
  text: string,
  { dossier, today }: { readonly dossier: Dossier; readonly today: Temporal.PlainDate },
): string {
  const first = readDay(text, "first", today);
  if (first > today.toString()) {
    throw new UserError([
      say("problem.future-date", { asked: asked(text) }),
      say("problem.write-date", { example: code("as-of:2023-10-01") }),
    ]);
  }
  const last = readDay(text, "last", today);
  const begin = parseEdtf(dossier.header.coverage.from).from;
  if (begin !== undefined && last < begin.toString()) {
    throw new UserError([
      say("problem.before-record", {
        asked: asked(text),
        date: derived(dayWords(begin), { type: "record" }),
      }),
      say("problem.write-date", { example: code("as-of:2023-10-01") }),
    ]);
  }
  return last > today.toString() ? today.toString() : last;
}
