/** All rules of the linter. Their names are permanent. */
import { copiedWords } from "./copied.ts";
import {
  dayNotInWhen,
  knownTooEarly,
  readBeforeWritten,
  sourceTooEarly,
  weekdayWrong,
} from "./days.ts";
import { deadActing } from "./dead.ts";
import { outcomeTooEarly, trendOutsideEra } from "./eras.ts";
import {
  figureAgainstSeries,
  figureOutOfRange,
  figuresDiffer,
  percentOverHundred,
} from "./figures.ts";
import { numberBeyondClaims, numberBeyondText } from "./grounding.ts";
import {
  contradictionWithoutDispute,
  disputedAlone,
  reasonMissing,
  statusAgainstLinks,
  supersededWithoutSuccessor,
} from "./links.ts";
import {
  actorNotYet,
  mediatorIsParty,
  officeDates,
  officeNotHeld,
  officeOfTwo,
  speakerNotAlive,
} from "./people.ts";
import type { Finding, LintInput, Rule } from "./rule.ts";
import {
  citationWithoutLocator,
  citedTwice,
  confirmedByOne,
  doubtfulWithoutCaution,
  probableOnUnreliable,
  sourceUncited,
} from "./sources.ts";
import { disputeTooLate, effectBeforeCause, inTheFuture, outsideCoverage } from "./time.ts";
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
  percentAgainstTerm,
  textTwice,
} from "./words.ts";

export const rules: readonly Rule[] = [
  officeNotHeld,
  titleNotHeld,
  speakerNotAlive,
  deadActing,
  actorNotYet,
  officeDates,
  officeOfTwo,
  mediatorIsParty,
  effectBeforeCause,
  outsideCoverage,
  disputeTooLate,
  inTheFuture,
  knownTooEarly,
  sourceTooEarly,
  dayNotInWhen,
  weekdayWrong,
  readBeforeWritten,
  trendOutsideEra,
  outcomeTooEarly,
  figureOutOfRange,
  figureAgainstSeries,
  figuresDiffer,
  percentOverHundred,
  citationWithoutLocator,
  citedTwice,
  sourceUncited,
  doubtfulWithoutCaution,
  confirmedByOne,
  probableOnUnreliable,
  contradictionWithoutDispute,
  disputedAlone,
  supersededWithoutSuccessor,
  statusAgainstLinks,
  reasonMissing,
  numberBeyondClaims,
  numberBeyondText,
  forecastWithoutLikelihood,
  percentAgainstTerm,
  confidenceWithLikelihood,
  eventWithoutType,
  aliasOfTwo,
  claimTooLong,
  headlineTooLong,
  textTwice,
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
