/** Who says what, side by side; never averaged. */
import type { Depth } from "../command/command.ts";
import { claimSentence, derived } from "../document/sentence.ts";
import type { Block, ClaimSentence, ListItem } from "../document/tree.ts";
import type { Claim, Dispute, Dossier } from "../dossier/dossier.ts";
import { credibilityScale } from "../dossier/scales.ts";
import { item, label, list, paragraph, section } from "./build.ts";
import { actorNames, besidesInDispute, closed, strong } from "./claim-words.ts";
import { claimsOf, consequence, lastDay } from "./select.ts";

/** Days before the end of the record within which a dispute counts as live. */
const live = 365;

/** Those on which somebody spoke lately; among them first those in which most claims are disputed. */
export function openDisputes(
  dossier: Dossier,
  keep: (dispute: Dispute) => boolean = () => true,
): readonly Dispute[] {
  const end = dossier.asOf ?? dossier.until;
  const known = [...dossier.disputes.values()]
    .filter((dispute) => keep(dispute))
    .map((dispute) => ({ dispute, claims: claimsIn(dossier, dispute) }))
    .filter(({ claims }) => claims.length > 0)
    .map(({ dispute, claims }) => ({
      dispute,
      newest: claims.map(lastDay).toSorted(Temporal.PlainDate.compare).at(-1) ?? end,
      disputed: claims.filter(({ status }) => status === "disputed").length / claims.length,
      weight: Math.max(...claims.map((claim) => consequence(dossier, claim))),
    }));
  const recent = ({ newest }: { readonly newest: Temporal.PlainDate }) =>
    newest.until(end, { largestUnit: "days" }).days <= live ? 0 : 1;
  return known
    .toSorted(
      (a, b) =>
        recent(a) - recent(b) ||
        Temporal.PlainDate.compare(b.newest.with({ day: 1 }), a.newest.with({ day: 1 })) ||
        b.disputed - a.disputed ||
        b.weight - a.weight,
    )
    .map(({ dispute }) => dispute);
}

export function claimsIn(dossier: Dossier, dispute: Dispute): readonly Claim[] {
  return claimsOf(
    dossier,
    dispute.positions.flatMap(({ claims }) => claims),
  );
}

/** A dispute as an item: the question; from 90 seconds on, each side in a line. */
export function disputeItem(dossier: Dossier, dispute: Dispute, depth: Depth): ListItem {
  const told = sides(dossier, dispute).flatMap(({ sentences, details }) => [
    ...sentences,
    ...details,
  ]);
  return item([question(dossier, dispute)], depth === "headline" ? [] : told);
}

export function question(dossier: Dossier, dispute: Dispute): ClaimSentence {
  return claimSentence(claimsIn(dossier, dispute), strong(dispute.question));
}

/** Each side in a line, with what must stand beside it. */
function sides(dossier: Dossier, dispute: Dispute): readonly ListItem[] {
  return dispute.positions.flatMap(({ holders, claims: ids }) => {
    const [first] = claimsOf(dossier, ids);
    if (first === undefined) return [];
    return [item([side(dossier, holders, first)], besidesInDispute(dossier, first, "brief"))];
  });
}

/** Who, and what they say in a line. */
function side(dossier: Dossier, holders: readonly string[], claim: Claim): ClaimSentence {
  return claimSentence(
    [claim],
    strong(...actorNames(dossier, holders), ":"),
    " ",
    closed(withoutSpeaker(claim.headline)),
  );
}

/** "Iran: the snapback is void" and "US account: …" name the side again that stands before them. */
function withoutSpeaker(headline: string): string {
  return /^[^:]{2,24}: (.+)$/.exec(headline)?.[1] ?? headline;
}

/** The whole card: each side's claims, the best evidence of each, what would settle it. */
export function disputeCard(dossier: Dossier, dispute: Dispute, depth: Depth): readonly Block[] {
  if (depth === "headline") return list(sides(dossier, dispute));
  const positions = dispute.positions.flatMap(({ holders, claims: ids }) => {
    const claims = claimsOf(dossier, ids);
    const [first] = claims;
    if (first === undefined) return [];
    const told = depth === "full" ? claims : claims.slice(0, 1);
    return [
      item(
        [side(dossier, holders, first)],
        [
          ...told.flatMap((claim) => [
            claimSentence([claim]),
            ...besidesInDispute(dossier, claim, "brief"),
          ]),
          evidence(claims),
        ],
      ),
    ];
  });
  const settled = dispute.settled_by;
  return [
    ...list(positions),
    ...(settled === undefined
      ? []
      : section(
          label("label.settle"),
          paragraph(claimSentence(claimsIn(dossier, dispute), closed(settled))),
        )),
  ];
}

/** How well the best supported claim of a side stands. */
function evidence(claims: readonly Claim[]): ClaimSentence {
  const [best] = claims.toSorted(
    (a, b) => a.credibility - b.credibility || b.citations.length - a.citations.length,
  );
  if (best === undefined) throw new RangeError("a side without a claim is no side");
  const count = best.citations.length;
  return claimSentence(
    [best],
    "Best evidence: ",
    derived(count === 1 ? "one source" : `${count} sources`, { type: "claims", claims: [best.id] }),
    ", credibility ",
    derived(`${best.credibility} (${credibilityScale[best.credibility]})`, { type: "record" }),
    ".",
  );
}
