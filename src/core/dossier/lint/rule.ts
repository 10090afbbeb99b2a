/** What a rule of the linter is. Each is one small function; `rules.ts` is their table. */
import type { Claim, Dossier, Problem } from "../dossier.ts";
import { pointId } from "../expand.ts";
import type { Entry, Records } from "../records.ts";
import type { Path } from "../yaml.ts";

export interface LintInput {
  readonly dossier: Dossier;
  /** The records as written, which know their lines. */
  readonly records: Records;
  readonly today: Temporal.PlainDate;
  /** Texts from which no run of words may be taken. */
  readonly against: readonly string[];
}

export interface Rule {
  /** Permanent, as in `office-not-held`. */
  readonly name: string;
  readonly level: "error" | "warning";
  /** What it asks of a record, in a line. */
  readonly says: string;
  check(input: LintInput): readonly Problem[];
}

export interface Finding extends Problem {
  readonly rule: string;
  readonly level: Rule["level"];
}

/** A claim that curators wrote, and where. */
export interface Written {
  readonly claim: Claim;
  readonly entry: Entry<"claims">;
}

export function writtenClaims({ dossier, records }: LintInput): readonly Written[] {
  return records.entries.claims.flatMap((entry) => {
    const claim = dossier.claims.get(entry.record.id);
    return claim ? [{ claim, entry }] : [];
  });
}

/** Those that the record still puts forward or once did in good faith: all but the rejected. */
export function heldClaims(input: LintInput): readonly Written[] {
  return writtenClaims(input).filter(({ claim }) => claim.status !== "rejected");
}

/** Where claims of any origin were written: `(path below the claim, message) → problem`. */
export function placesOf({
  entries,
}: Records): ReadonlyMap<string, (path: Path, message: string) => Problem> {
  return new Map([
    ...entries.claims.map((entry) => [entry.record.id, entry.problem] as const),
    ...entries.actors.flatMap((entry) =>
      entry.record.offices.map(({ id }, at) => [id, below(entry, ["offices", at])] as const),
    ),
    ...entries.series.flatMap((entry) =>
      entry.record.points.map(
        (point, at) => [pointId(entry.record, point), below(entry, ["points", at])] as const,
      ),
    ),
    ...entries.glossary.map((entry) => [`term-${entry.record.id}`, entry.problem] as const),
  ]);
}

function below(entry: Entry, base: Path): Entry["problem"] {
  return (path, message) => entry.problem([...base, ...path], message);
}
