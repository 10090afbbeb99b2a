/** What a claim stands on. */
import { independentSources } from "../independence.ts";
import { heldClaims, placesOf, type Rule, writtenClaims } from "./rule.ts";

// What people write when they have not looked.
const placeholder =
  /^(?:[-–—?.…\s]*|n\.? ?\/?a\.?|tbd|todo|unknown|none|passim|various|see (?:link|source|article)|link|url|page|website|web page|https?:\S+)$/i;

export const citationWithoutLocator: Rule = {
  name: "citation-without-locator",
  level: "error",
  says: "A citation says where in the source it stands.",
  check: ({ dossier, records }) => {
    const places = placesOf(records);
    return [...dossier.claims.values()].flatMap((claim) =>
      claim.citations.flatMap(({ locator }, at) => {
        if (!placeholder.test(locator)) return [];
        const problem = places.get(claim.id)?.(
          ["citations", at, "locator"],
          `"${locator}" does not say where; name the section and paragraph, page or headline`,
        );
        return problem ? [problem] : [];
      }),
    );
  },
};

export const sourceUncited: Rule = {
  name: "source-uncited",
  level: "error",
  says: "Every source carries a claim.",
  check: ({ dossier, records }) => {
    const cited = new Set(
      [...dossier.claims.values()].flatMap(({ citations }) =>
        citations.map(({ source }) => source),
      ),
    );
    return records.entries.sources.flatMap(({ record, problem }) =>
      cited.has(record.id)
        ? []
        : [problem(["id"], `no claim cites "${record.id}"; cite it or delete it`)],
    );
  },
};

export const doubtfulWithoutCaution: Rule = {
  name: "doubtful-without-caution",
  level: "error",
  says: "A current or disputed claim of credibility 4, 5 or 6 carries a caution.",
  check: (input) =>
    writtenClaims(input).flatMap(({ claim, entry }) =>
      ["current", "disputed"].includes(claim.status) &&
      claim.credibility >= 4 &&
      claim.caution === undefined
        ? [
            entry.problem(
              ["credibility"],
              `credibility ${claim.credibility} needs a caution that readers see with the claim`,
            ),
          ]
        : [],
    ),
};

export const confirmedByOne: Rule = {
  name: "confirmed-by-one",
  level: "error",
  says: "Credibility 1 (confirmed by other sources) takes two independent accountable sources.",
  check: (input) =>
    heldClaims(input).flatMap(({ claim, entry }) => {
      if (claim.credibility !== 1) return [];
      const count = independentSources(claim.citations, input.dossier.sources);
      return count > 1
        ? []
        : [
            entry.problem(
              ["credibility"],
              `credibility 1 stands on ${count === 1 ? "one independent source" : "no accountable source"} (one publisher or wire story counts once); rate it 2, or add another`,
            ),
          ];
    }),
};

export const probableOnUnreliable: Rule = {
  name: "probable-on-unreliable",
  level: "error",
  says: "Credibility 2 (probably true) takes an accountable source.",
  check: (input) =>
    heldClaims(input).flatMap(({ claim, entry }) =>
      claim.credibility === 2 && independentSources(claim.citations, input.dossier.sources) === 0
        ? [entry.problem(["credibility"], "no source of it is rated A to C; rate it 3 or lower")]
        : [],
    ),
};

export const citedTwice: Rule = {
  name: "cited-twice",
  level: "error",
  says: "A claim cites one passage once.",
  check: (input) =>
    heldClaims(input).flatMap(({ claim, entry }) =>
      claim.citations.flatMap(({ source, locator }, at) =>
        claim.citations
          .slice(0, at)
          .some((earlier) => earlier.source === source && earlier.locator === locator)
          ? [entry.problem(["citations", at], `"${source}", ${locator}, stands here twice`)]
          : [],
      ),
    ),
};
