/** All rules of the linter. Their names are permanent. */
import { copiedWords } from "./copied.ts";
import { figureAgainstSeries, figureOutOfRange, figuresDiffer } from "./figures.ts";
import { numberBeyondClaims } from "./grounding.ts";
import {
  contradictionWithoutDispute,
  disputedAlone,
  reasonMissing,
  statusAgainstLinks,
  supersededWithoutSuccessor,
} from "./links.ts";
import { actorNotYet, officeDates, officeNotHeld, speakerNotAlive } from "./people.ts";
import type { Finding, LintInput, Rule } from "./rule.ts";
import {
  citationWithoutLocator,
  confirmedByOne,
  doubtfulWithoutCaution,
  sourceUncited,
} from "./sources.ts";
import { effectBeforeCause, inTheFuture, outsideCoverage } from "./time.ts";
import { titleNotHeld } from "./titles.ts";
import {
  eventWithoutWhy,
  notReviewed,
  oneSidedDispute,
  thinTopic,
  toldWithHindsight,
} from "./warnings.ts";
import {
  aliasOfTwo,
  claimTooLong,
  confidenceWithLikelihood,
  eventWithoutType,
  forecastWithoutLikelihood,
  headlineTooLong,
} from "./words.ts";

export const rules: readonly Rule[] = [
  officeNotHeld,
  titleNotHeld,
  speakerNotAlive,
  actorNotYet,
  officeDates,
  effectBeforeCause,
  outsideCoverage,
  inTheFuture,
  figureOutOfRange,
  figureAgainstSeries,
  figuresDiffer,
  citationWithoutLocator,
  sourceUncited,
  doubtfulWithoutCaution,
  confirmedByOne,
  contradictionWithoutDispute,
  disputedAlone,
  supersededWithoutSuccessor,
  statusAgainstLinks,
  reasonMissing,
  numberBeyondClaims,
  forecastWithoutLikelihood,
  confidenceWithLikelihood,
  eventWithoutType,
  aliasOfTwo,
  claimTooLong,
  headlineTooLong,
  copiedWords,
  notReviewed,
  thinTopic,
  oneSidedDispute,
  eventWithoutWhy,
  toldWithHindsight,
];

/** What the rules find, by file and line. */
export function lintDossier(input: LintInput, by: readonly Rule[] = rules): readonly Finding[] {
  return by
    .flatMap(({ name, level, check }) =>
      check(input).map((problem) => ({ ...problem, rule: name, level })),
    )
    .toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
