/** What can have happened when. */
import { edtfWords } from "../dates.ts";
import type { Claim, Dossier, Problem } from "../dossier.ts";
import { parseEdtf } from "../edtf.ts";
import { heldClaims, type LintInput, placesOf, type Rule, writtenClaims } from "./rule.ts";

const isAfter = (a: Temporal.PlainDate | undefined, b: Temporal.PlainDate | undefined) =>
  a !== undefined && b !== undefined && Temporal.PlainDate.compare(a, b) > 0;

export const effectBeforeCause: Rule = {
  name: "effect-before-cause",
  level: "error",
  says: "A cause begins no later than its effect, and nothing causes itself.",
  check: (input) =>
    heldClaims(input).flatMap(({ claim, entry }) =>
      claim.causes.flatMap((id, at) => {
        const cause = input.dossier.claims.get(id);
        if (!cause) return [];
        const path = ["causes", at];
        if (reaches(cause, claim.id, input.dossier)) {
          return [
            entry.problem(
              path,
              `"${id}" follows from this claim itself; one of the links is wrong`,
            ),
          ];
        }
        // Days within one month, year or interval cannot be told apart: only a start after its end is wrong.
        return isAfter(cause.span?.from, claim.span?.until)
          ? [
              entry.problem(
                path,
                `the cause "${id}" (${edtfWords(cause.when ?? "")}) is later than its effect (${edtfWords(claim.when ?? "")})`,
              ),
            ]
          : [];
      }),
    ),
};

function reaches(from: Claim, id: string, dossier: Dossier, seen = new Set<string>()): boolean {
  if (from.id === id) return true;
  if (seen.has(from.id)) return false;
  seen.add(from.id);
  return from.causes.some((cause) => {
    const next = dossier.claims.get(cause);
    return next !== undefined && reaches(next, id, dossier, seen);
  });
}

const aboutLater: ReadonlySet<Claim["kind"]> = new Set(["forecast", "condition", "recommendation"]);

export const outsideCoverage: Rule = {
  name: "outside-coverage",
  level: "error",
  says: "A claim lies within the coverage: none after its end, only background before its start.",
  check: (input) => {
    const { until, header } = input.dossier;
    const start = parseEdtf(header.coverage.from).from;
    const places = placesOf(input.records);
    const end = edtfWords(header.coverage.until);
    const claims = [...input.dossier.claims.values()].flatMap((claim): readonly Problem[] => {
      const say = (key: string, message: string) => {
        const problem = places.get(claim.id)?.([key], message);
        return problem ? [problem] : [];
      };
      const when = claim.origin === "series" ? "as_of" : "when";
      if (!aboutLater.has(claim.kind) && isAfter(claim.span?.from, until)) {
        return say(when, `${edtfWords(claim.when ?? "")} is after the end of the record, ${end}`);
      }
      if (isAfter(claim.knownFrom, until)) {
        return say("known_from", `it became known after the end of the record, ${end}`);
      }
      const done = claim.kind === "event" || claim.kind === "statement";
      if (done && isAfter(claim.span?.until, until) && claim.span?.precision === "day") {
        return say(when, `it ends after the record does, ${end}; leave the end open (..)`);
      }
      return claim.kind !== "background" && isAfter(start, claim.span?.until)
        ? say(when, `${edtfWords(claim.when ?? "")} is before the start of the record`)
        : [];
    });
    return [...claims, ...laterRecords(input, end)];
  },
};

function laterRecords({ records, dossier }: LintInput, end: string): readonly Problem[] {
  return [...records.entries.agenda, ...records.entries.trend].flatMap(({ record, problem }) =>
    isAfter(parseEdtf(record.known_from).from, dossier.until)
      ? [problem(["known_from"], `it became known after the end of the record, ${end}`)]
      : [],
  );
}

export const disputeTooLate: Rule = {
  name: "dispute-too-late",
  level: "error",
  says: "A dispute began within the record, not after its end.",
  check: ({ records, dossier }) =>
    records.entries.disputes.flatMap(({ record, problem }) =>
      record.since !== undefined && isAfter(parseEdtf(record.since).from, dossier.until)
        ? [
            problem(
              ["since"],
              `${edtfWords(record.since)} is after the end of the record, ${edtfWords(dossier.header.coverage.until)}`,
            ),
          ]
        : [],
    ),
};

export const inTheFuture: Rule = {
  name: "in-the-future",
  level: "error",
  says: "Nothing was written, published or read later than today.",
  check: (input) => {
    const future = (edtf: string | undefined) =>
      edtf !== undefined && isAfter(parseEdtf(edtf).from, input.today);
    const wrong = (edtf: string) =>
      `${edtfWords(edtf)} is still to come; today is ${edtfWords(input.today.toString())}`;
    return [
      ...writtenClaims(input).flatMap(({ entry }) =>
        (["added", "updated", "reviewed"] as const).flatMap((key) => {
          const day = entry.record[key];
          return day !== undefined && future(day) ? [entry.problem([key], wrong(day))] : [];
        }),
      ),
      ...input.records.entries.sources.flatMap(({ record, problem }) =>
        (["published", "retrieved"] as const).flatMap((key) => {
          const day = record[key];
          return day !== undefined && future(day) ? [problem([key], wrong(day))] : [];
        }),
      ),
    ];
  },
};
