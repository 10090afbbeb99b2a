/** A claim with what a reader must know beside it: its caution, what replaced it, what refutes it. */
import { claimSentence, say } from "../../document/sentence.ts";
import type { Sentence } from "../../document/tree.ts";
import type { Claim, Dossier } from "../../dossier/dossier.ts";

interface Stood {
  readonly sentences: readonly Sentence[];
  /** Claims used, the first being the one asked for. */
  readonly claims: readonly Claim[];
  /** Those of them whose own words were said. */
  readonly said: readonly Claim[];
}

/** Claims that replace or refute it, in their own order. */
export function successors(claim: Claim, dossier: Dossier): readonly Claim[] {
  const { supersededBy, rejectedBy } = dossier.links;
  return [...(rejectedBy.get(claim.id) ?? []), ...(supersededBy.get(claim.id) ?? [])].filter(
    ({ status }) => status !== "rejected",
  );
}

/** `first`: the claim's own sentence, as its lead made it. `said`: cautions that were said already. */
export function standing(
  claim: Claim,
  first: Sentence,
  dossier: Dossier,
  said: Set<string> = new Set(),
): Stood {
  const after = successors(claim, dossier).slice(0, 2);
  const wrong = claim.status === "rejected" || claim.status === "superseded";
  const reason = wrong && claim.reason !== undefined ? [reasonOf(claim, after)] : [];
  const since =
    wrong && after.length > 0 && claim.reason === undefined
      ? [
          ...(claim.status === "superseded" ? [say("answer.since")] : []),
          ...after.slice(0, 1).map((each) => claimSentence([each])),
        ]
      : [];
  const fresh = claim.caution !== undefined && !said.has(claim.caution);
  if (claim.caution !== undefined) said.add(claim.caution);
  const caution =
    claim.caution !== undefined && fresh && !wrong
      ? [claimSentence([claim], emphasis(claim.caution))]
      : [];
  return {
    sentences: [first, ...caution, ...reason, ...since],
    claims: [claim, ...(wrong ? after : [])],
    said: [claim, ...(since.length > 0 ? after.slice(0, 1) : [])],
  };
}

function reasonOf(claim: Claim, after: readonly Claim[]): Sentence {
  return claimSentence([claim, ...after], claim.reason ?? "");
}

function emphasis(text: string) {
  return { type: "emphasis", children: [{ type: "text", value: text }] } as const;
}
