/** Sentences that stand on claims named beside them. */
import { edtfWords } from "../dates.ts";
import type { Claim, Problem } from "../dossier.ts";
import { numberWords } from "../expand.ts";
import { heldClaims, type LintInput, type Rule } from "./rule.ts";

export const numberBeyondClaims: Rule = {
  name: "number-beyond-claims",
  level: "error",
  says: "A summary, trend, agenda item or dispute gives no number that the claims it names do not give.",
  check: (input) =>
    sentencesOf(input).flatMap(({ text, claims, place }) => {
      const given = new Set(claims.flatMap((id) => numbersOf(input.dossier.claims.get(id))));
      const missing = numbersIn(text).filter((number) => !given.has(number));
      return missing.length === 0
        ? []
        : [
            place(
              `${missing.join(", ")} stands in none of its claims; name the claim that says so`,
            ),
          ];
    }),
};

export const numberBeyondText: Rule = {
  name: "number-beyond-text",
  level: "error",
  says: "A headline gives no number that its claim does not give.",
  check: (input) =>
    heldClaims(input).flatMap(({ claim, entry }) => {
      const given = new Set(numbersOf({ ...claim, headline: "" }));
      // The 3 of "E3" is part of a name.
      const headline = claim.headline.replace(/\p{L}\d+/gu, "");
      const missing = numbersIn(headline).filter((number) => !given.has(number));
      return missing.length === 0
        ? []
        : [entry.problem(["headline"], `${missing.join(", ")} does not stand in its text`)];
    }),
};

interface Sentence {
  readonly text: string;
  readonly claims: readonly string[];
  place(message: string): Problem;
}

function sentencesOf({ records: { entries } }: LintInput): readonly Sentence[] {
  return [
    ...entries.topics.map(({ record, problem }) => ({
      text: record.summary,
      claims: record.claims,
      place: (message: string) => problem(["summary"], message),
    })),
    ...entries.trend.map(({ record, problem }) => ({
      text: record.text,
      claims: record.claims,
      place: (message: string) => problem(["text"], message),
    })),
    ...entries.agenda.map(({ record, problem }) => ({
      text:
        record.type === "milestone"
          ? `${record.headline} ${record.text}`
          : `${record.if} ${record.expect}`,
      claims: record.claims,
      place: (message: string) => problem(["id"], message),
    })),
    ...entries.disputes.map(({ record, problem }) => ({
      text: `${record.question} ${record.settled_by}`,
      claims: record.positions.flatMap(({ claims }) => claims),
      place: (message: string) => problem(["settled_by"], message),
    })),
  ];
}

function numbersOf(
  claim: Pick<Claim, "headline" | "text" | "caution" | "when" | "figures"> | undefined,
): readonly string[] {
  if (!claim) return [];
  const { headline, text, caution, when, figures } = claim;
  const words = [headline, text, caution, when === undefined ? undefined : edtfWords(when)];
  return numbersIn(
    [...words, ...figures.flatMap(({ value, to }) => [value, to ?? value]).map(numberWords)].join(
      " ",
    ),
  );
}

/** Numbers in digits, without separators: "9,874.9 kg" → 9874.9. */
function numbersIn(text: string): readonly string[] {
  return (text.match(/\d[\d.,]*\d|\d/g) ?? []).map((number) =>
    number.replace(/,(?=\d{3}(?:\D|$))/g, ""),
  );
}
