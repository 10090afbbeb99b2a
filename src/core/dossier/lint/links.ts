/** How claims stand to one another. */
import type { Claim, Dossier, Problem } from "../dossier.ts";
import { heldClaims, type Rule, writtenClaims } from "./rule.ts";

export const contradictionWithoutDispute: Rule = {
  name: "contradiction-without-dispute",
  level: "error",
  says: "Two claims that contradict each other are rejected, superseded, or sides of a dispute.",
  check: (input) => {
    const { dossier } = input;
    const open = (claim: Claim) => claim.status === "current" || claim.status === "disputed";
    return heldClaims(input).flatMap(({ claim, entry }) =>
      claim.contradicts.flatMap((id, at) => {
        const other = dossier.claims.get(id);
        if (!other || !open(claim) || !open(other)) return [];
        const bothDisputed = claim.status === "disputed" && other.status === "disputed";
        if (bothDisputed && onTwoSides(dossier, claim.id, other.id)) return [];
        return [
          entry.problem(
            ["contradicts", at],
            bothDisputed
              ? `no dispute has this claim and "${id}" on two sides; add one to disputes.yaml`
              : `this claim is ${claim.status} and "${id}" is ${other.status}; make both disputed and add a dispute, or reject or supersede one`,
          ),
        ];
      }),
    );
  },
};

function onTwoSides(dossier: Dossier, a: string, b: string): boolean {
  return [...dossier.disputes.values()].some(({ positions }) => {
    const side = (id: string) => positions.findIndex(({ claims }) => claims.includes(id));
    return side(a) >= 0 && side(b) >= 0 && side(a) !== side(b);
  });
}

export const disputedAlone: Rule = {
  name: "disputed-alone",
  level: "error",
  says: "A disputed claim has a claim that contradicts it or a side in a dispute.",
  check: (input) => {
    const sides = new Set(
      [...input.dossier.disputes.values()].flatMap(({ positions }) =>
        positions.flatMap(({ claims }) => claims),
      ),
    );
    return writtenClaims(input).flatMap(({ claim, entry }) =>
      claim.status === "disputed" &&
      !sides.has(claim.id) &&
      !input.dossier.links.contradicts.has(claim.id)
        ? [
            entry.problem(
              ["status"],
              "nothing disputes it: name the claim it contradicts, or give it a side in disputes.yaml",
            ),
          ]
        : [],
    );
  },
};

export const supersededWithoutSuccessor: Rule = {
  name: "superseded-without-successor",
  level: "error",
  says: "A superseded claim has a successor that stands.",
  check: (input) =>
    writtenClaims(input).flatMap(({ claim, entry }) => {
      if (claim.status !== "superseded") return [];
      return successorStands(claim, input.dossier, new Set())
        ? []
        : [
            entry.problem(
              ["status"],
              `no claim that stands supersedes it; add "supersedes: [${claim.id}]" to its successor`,
            ),
          ];
    }),
};

/** Follows successors that were superseded themselves; a circle never stands. */
function successorStands(claim: Claim, dossier: Dossier, seen: Set<string>): boolean {
  if (seen.has(claim.id)) return false;
  seen.add(claim.id);
  return (dossier.links.supersededBy.get(claim.id) ?? []).some((next) => {
    if (next.status === "rejected") return false;
    return next.status !== "superseded" || successorStands(next, dossier, seen);
  });
}

export const statusAgainstLinks: Rule = {
  name: "status-against-links",
  level: "error",
  says: "What another claim supersedes or rejects has that status.",
  check: (input) =>
    heldClaims(input).flatMap(({ claim, entry }): readonly Problem[] => {
      const check = (
        key: "supersedes" | "rejects",
        fits: readonly Claim["status"][],
        status: Claim["status"],
      ) =>
        claim[key].flatMap((id, at) => {
          const other = input.dossier.claims.get(id);
          return !other || fits.includes(other.status)
            ? []
            : [entry.problem([key, at], `"${id}" is ${other.status}; set its status to ${status}`)];
        });
      return [
        ...check("supersedes", ["superseded", "rejected"], "superseded"),
        ...check("rejects", ["rejected"], "rejected"),
      ];
    }),
};

export const reasonMissing: Rule = {
  name: "reason-missing",
  level: "error",
  says: "A rejected or superseded claim says what was wrong or has changed.",
  check: (input) =>
    writtenClaims(input).flatMap(({ claim, entry }) =>
      ["rejected", "superseded"].includes(claim.status) && claim.reason === undefined
        ? [
            entry.problem(
              ["status"],
              `${claim.status} without a reason; say what was wrong or has changed`,
            ),
          ]
        : [],
    ),
};
