/** What numbers can be. */
import type { Claim, Dossier } from "../dossier.ts";
import { overlaps, parseEdtf } from "../edtf.ts";
import { numberWords } from "../expand.ts";
import type { SeriesRecord } from "../schema.ts";
import { normalise } from "../spelling.ts";
import { heldClaims, type Rule } from "./rule.ts";

type Figure = Claim["figures"][number];

/** Least and most that a unit can be, and whether it counts whole things. */
const ranges: Readonly<Record<Figure["unit"], { least: number; most: number; whole?: true }>> = {
  percent: { least: -100, most: 100 },
  // The world's mined uranium is counted in millions of tonnes; one state's stock is not.
  kg: { least: 0, most: 10_000_000 },
  persons: { least: 0, most: 8_500_000_000, whole: true },
  states: { least: 0, most: 200, whole: true },
  entities: { least: 0, most: 1_000_000, whole: true },
  // The world's product of a year.
  "billion USD": { least: -120_000, most: 120_000 },
  "million barrels": { least: -40_000, most: 40_000 },
  // The world pumps a little more than 100 million barrels a day.
  "million barrels a day": { least: -110, most: 110 },
  "million votes": { least: 0, most: 1_500 },
  hours: { least: 0, most: 100_000 },
  days: { least: 0, most: 40_000 },
  weeks: { least: 0, most: 6_000 },
  years: { least: 0, most: 10_000 },
  items: { least: 0, most: Number.POSITIVE_INFINITY, whole: true },
};

export const figureOutOfRange: Rule = {
  name: "figure-out-of-range",
  level: "error",
  says: "A figure lies within what its unit or its series can be, and a range begins below its end.",
  check: (input) => [
    ...heldClaims(input).flatMap(({ claim, entry }) =>
      claim.figures.flatMap((figure, at) => {
        const wrong = faultIn(figure);
        return wrong === undefined ? [] : [entry.problem(["figures", at], wrong)];
      }),
    ),
    ...input.records.entries.series.flatMap(({ record, problem }) =>
      record.points.flatMap(({ value }, at) =>
        value < record.range[0] || value > record.range[1]
          ? [
              problem(
                ["points", at, "value"],
                `${numberWords(value)} lies outside the range of the series, ${record.range.map(numberWords).join(" to ")} ${record.unit}`,
              ),
            ]
          : [],
      ),
    ),
  ],
};

function faultIn({ value, to, unit }: Figure): string | undefined {
  const { least, most, whole } = ranges[unit];
  const values = to === undefined ? [value] : [value, to];
  const outside = values.find((each) => each < least || each > most);
  if (outside !== undefined) {
    return `${numberWords(outside)} ${unit} cannot be; the unit goes from ${least} to ${most}`;
  }
  const broken = values.find((each) => whole && !Number.isInteger(each));
  if (broken !== undefined) return `${numberWords(broken)} ${unit} cannot be; they come whole`;
  return to !== undefined && to < value
    ? `the range ends at ${numberWords(to)}, below its beginning ${numberWords(value)}`
    : undefined;
}

export const figureAgainstSeries: Rule = {
  name: "figure-against-series",
  level: "error",
  says: "A figure of what a series measures agrees with the series on that day.",
  check: (input) =>
    heldClaims(input).flatMap(({ claim, entry }) =>
      claim.status === "superseded"
        ? []
        : claim.figures.flatMap((figure, at) => {
            const series = seriesOf(figure, input.dossier);
            const point = series && pointsThen(series, claim);
            if (!series || !point || point.length === 0) return [];
            if (point.some(({ value }) => agree(figure, value))) return [];
            return [
              entry.problem(
                ["figures", at, "value"],
                `the series ${series.id} has ${point.map(({ value }) => numberWords(value)).join(" or ")} ${series.unit} for that time, not ${numberWords(figure.value)}`,
              ),
            ];
          }),
    ),
};

/** The series that the figure is a value of: the same words, or one label that holds all of the other's. */
function seriesOf(figure: Figure, dossier: Dossier): SeriesRecord | undefined {
  const words = wordsOf(figure.of);
  const numbers = (label: ReadonlySet<string>) =>
    [...label].filter((word) => /\d/.test(word)).join();
  return [...dossier.series.values()].find(
    (series) =>
      series.unit === figure.unit &&
      [series.title, ...series.aliases].map(wordsOf).some((title) => {
        if (numbers(title) !== numbers(words)) return false;
        if (title.isSubsetOf(words)) return title.size === words.size || title.size > 3;
        return words.isSubsetOf(title) && words.size > 2;
      }),
  );
}

const small: ReadonlySet<string> = new Set(["of", "the", "a", "an", "up", "to", "in"]);

function wordsOf(label: string): ReadonlySet<string> {
  return new Set(
    normalise(label)
      .split(" ")
      .filter((word) => !small.has(word)),
  );
}

function pointsThen(series: SeriesRecord, claim: Claim): SeriesRecord["points"] {
  const { span } = claim;
  // A claim about a whole year or an open stretch says which day only in words.
  if (!span?.from || !span.until || span.precision === "year") return [];
  return series.points.filter((point) => overlaps(parseEdtf(point.as_of), span));
}

function agree({ value, to, approximate }: Figure, measured: number): boolean {
  const leeway = approximate ? Math.abs(measured) * 0.05 : 0;
  return measured >= value - leeway && measured <= (to ?? value) + leeway;
}

export const figuresDiffer: Rule = {
  name: "figures-differ",
  level: "error",
  says: "Two current claims give one thing at one time one value, or say that they contradict each other.",
  check: (input) => {
    const seen = new Map<string, { readonly claim: Claim; readonly figure: Figure }>();
    return heldClaims(input).flatMap(({ claim, entry }) => {
      if (claim.status !== "current" || claim.when === undefined) return [];
      return claim.figures.flatMap((figure, at) => {
        const key = [normalise(figure.of), figure.unit, claim.when].join("|");
        const first = seen.get(key);
        seen.set(key, first ?? { claim, figure });
        const same =
          !first ||
          first.claim === claim ||
          agree(figure, first.figure.value) ||
          agree(first.figure, figure.value);
        const linked = input.dossier.links.contradicts
          .get(claim.id)
          ?.some(({ id }) => id === first?.claim.id);
        return same || linked
          ? []
          : [
              entry.problem(
                ["figures", at, "value"],
                `"${first?.claim.id}" gives ${numberWords(first?.figure.value ?? 0)} for the same thing and time; mend one, or link them with contradicts`,
              ),
            ];
      });
    });
  },
};

// What grows, or is reckoned against something smaller than itself, may pass a hundred.
const mayExceed =
  /\b(?:ris|rose|grow|grew|increas|jump|soar|surg|climb|gain|inflat|tariff|dut(?:y|ies)|premium|price|profit|return|higher|times|target)\w*/i;

export const percentOverHundred: Rule = {
  name: "percent-over-hundred",
  level: "error",
  says: "No text and no `percent` has a share above 100; what grew says so.",
  check: (input) => [
    ...heldClaims(input).flatMap(({ claim, entry }) => [
      ...(["headline", "text", "why_it_matters", "caution", "reason"] as const).flatMap((key) =>
        excessIn(claim[key]).map((percent) => entry.problem([key], excess(percent))),
      ),
      ...(claim.percent ?? []).flatMap((percent, at) =>
        percent > 100 || percent < 0 ? [entry.problem(["percent", at], excess(percent))] : [],
      ),
    ]),
    ...input.records.entries.topics.flatMap(({ record, problem }) =>
      excessIn(record.summary).map((percent) => problem(["summary"], excess(percent))),
    ),
    ...input.records.entries.glossary.flatMap(({ record, problem }) =>
      excessIn(record.meaning).map((percent) => problem(["meaning"], excess(percent))),
    ),
    ...input.records.entries.trend.flatMap(({ record, problem }) =>
      excessIn(record.text).map((percent) => problem(["text"], excess(percent))),
    ),
  ],
};

const excess = (percent: number) =>
  `${numberWords(percent)} percent cannot be; a share goes from 0 to 100`;

function excessIn(text = ""): readonly number[] {
  return text
    .split(/(?<=[.!?;])\s+/)
    .filter((sentence) => !mayExceed.test(sentence))
    .flatMap((sentence) => [...sentence.matchAll(/(\d[\d,]*(?:\.\d+)?)\s?(?:%|per ?cent\b)/g)])
    .map(([, number = ""]) => Number(number.replaceAll(",", "")))
    .filter((percent) => percent > 100);
}
