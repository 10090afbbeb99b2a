/** How claims are put. */
import { likelihoodScale } from "../scales.ts";
import { normalise } from "../spelling.ts";
import { heldClaims, type Rule, writtenClaims } from "./rule.ts";

const mostClaimWords = 60;
const mostHeadlineWords = 12;

export const claimTooLong: Rule = {
  name: "claim-too-long",
  level: "error",
  says: "A claim has at most 60 words.",
  check: (input) =>
    writtenClaims(input).flatMap(({ claim, entry }) =>
      countWords(claim.text) > mostClaimWords
        ? [
            entry.problem(
              ["text"],
              `${countWords(claim.text)} words, more than ${mostClaimWords}; cut it or split it into claims that stand alone`,
            ),
          ]
        : [],
    ),
};

export const headlineTooLong: Rule = {
  name: "headline-too-long",
  level: "error",
  says: "A headline has at most 12 words and no full stop.",
  check: (input) =>
    writtenClaims(input).flatMap(({ claim, entry }) => {
      const count = countWords(claim.headline);
      if (count > mostHeadlineWords) {
        return [
          entry.problem(["headline"], `${count} words, more than ${mostHeadlineWords}; cut it`),
        ];
      }
      return /[^.]\.$/.test(claim.headline) && !/\b\p{Lu}\.$/u.test(claim.headline)
        ? [entry.problem(["headline"], "it ends with a full stop; a headline has none")]
        : [];
    }),
};

export const textTwice: Rule = {
  name: "text-twice",
  level: "error",
  says: "No two claims have the same text.",
  check: (input) => {
    const owners = new Map<string, string>();
    return writtenClaims(input).flatMap(({ claim, entry }) => {
      const words = normalise(claim.text);
      const owner = owners.get(words) ?? claim.id;
      owners.set(words, owner);
      return owner === claim.id
        ? []
        : [entry.problem(["text"], `"${owner}" says the same; delete one, or say what differs`)];
    });
  },
};

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

export const forecastWithoutLikelihood: Rule = {
  name: "forecast-without-likelihood",
  level: "error",
  says: "A forecast has a likelihood (an ICD 203 term or unstated), and nothing but a forecast or a view has one.",
  check: (input) =>
    heldClaims(input).flatMap(({ claim, entry }) => {
      if (claim.kind === "forecast" && claim.likelihood === undefined) {
        return [
          entry.problem(
            ["kind"],
            "a forecast without a likelihood; give the holder's ICD 203 term, or unstated",
          ),
        ];
      }
      const views = ["forecast", "assessment", "condition", "statement"];
      return claim.likelihood !== undefined && !views.includes(claim.kind)
        ? [
            entry.problem(
              ["likelihood"],
              `a claim of kind ${claim.kind} has no likelihood; delete it or mend the kind`,
            ),
          ]
        : [];
    }),
};

const confidence =
  /\b(?:(?:high|moderate|medium|low|some|little|great) confidence|confiden(?:t|tly|ce that))\b/i;
const likelihoodWords =
  /\b(?:almost no chance|(?:very |highly |un)?likely|unlikely|(?:im)?probabl[ey]|roughly even chance|even odds|almost certain(?:ly)?|nearly certain|remote chance)\b/i;

export const confidenceWithLikelihood: Rule = {
  name: "confidence-with-likelihood",
  level: "error",
  says: "No sentence speaks of confidence and of likelihood at once (ICD 203).",
  check: (input) =>
    heldClaims(input).flatMap(({ claim, entry }) =>
      (["headline", "text", "why_it_matters", "caution", "reason"] as const).flatMap((key) =>
        (claim[key] ?? "")
          .split(/(?<=[.!?])\s+/)
          .filter((sentence) => confidence.test(sentence) && likelihoodWords.test(sentence))
          .map(() =>
            entry.problem(
              [key],
              "one sentence speaks of confidence and of likelihood; split it or drop one",
            ),
          ),
      ),
    ),
};

export const aliasOfTwo: Rule = {
  name: "alias-of-two",
  level: "error",
  says: "A name or alias means one actor.",
  check: ({ records }) => {
    const owners = new Map<string, string>();
    return records.entries.actors.flatMap(({ record, problem }) =>
      [record.name, ...(record.formal_name ? [record.formal_name] : []), ...record.aliases].flatMap(
        (name, at) => {
          const spelled = normalise(name);
          const owner = owners.get(spelled) ?? record.id;
          owners.set(spelled, owner);
          const alias = at - (record.formal_name ? 2 : 1);
          return owner === record.id
            ? []
            : [
                problem(
                  alias < 0 ? ["name"] : ["aliases", alias],
                  `"${name}" also names ${owner}; take it off one of them`,
                ),
              ];
        },
      ),
    );
  },
};

export const eventWithoutType: Rule = {
  name: "event-without-type",
  level: "error",
  says: "An event between two parties has a PLOVER type, and only events have one.",
  check: (input) =>
    heldClaims(input).flatMap(({ claim, entry }) => {
      if (claim.kind !== "event") {
        return claim.plover === undefined
          ? []
          : [
              entry.problem(
                ["plover"],
                `a claim of kind ${claim.kind} has no PLOVER type; delete it or mend the kind`,
              ),
            ];
      }
      // The codebook types what one party does to another; an accident or an election is neither.
      const parties = claim.actors.filter(
        ({ id }) => input.dossier.actors.get(id)?.kind !== "person",
      );
      return parties.length > 1 && claim.plover === undefined
        ? [entry.problem(["kind"], "an event between parties without a PLOVER type; add plover")]
        : [];
    }),
};

export const percentAgainstTerm: Rule = {
  name: "percent-against-term",
  level: "error",
  says: "Percentages of a forecast lie in the band of its term (ICD 203).",
  check: (input) =>
    heldClaims(input).flatMap(({ claim, entry }) => {
      const { likelihood, percent } = claim;
      if (!percent || likelihood === undefined || likelihood === "unstated") return [];
      const [low, high] = likelihoodScale[likelihood];
      return percent[0] >= low && percent[1] <= high && percent[0] <= percent[1]
        ? []
        : [
            entry.problem(
              ["percent"],
              `"${likelihood}" is ${low} to ${high} percent, not ${percent[0]} to ${percent[1]}`,
            ),
          ];
    }),
};
