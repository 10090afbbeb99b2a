/** A claim as people read it, with everything that must stand beside it. */

import type { Depth } from "../command/command.ts";
import { claimSentence, derived, named, type Part } from "../document/sentence.ts";
import type { ClaimSentence, Derived, ListItem, RecordName, Strong } from "../document/tree.ts";
import { edtfWords } from "../dossier/dates.ts";
import type { Claim, Dossier } from "../dossier/dossier.ts";
import { likelihoodScale } from "../dossier/scales.ts";
import { item } from "./build.ts";
import { atDepth } from "./depth.ts";

export function strong(...parts: readonly Part[]): Strong {
  return {
    type: "strong",
    children: parts.map((part) =>
      typeof part === "string" ? { type: "text", value: part } : part,
    ),
  };
}

/** The date a claim is about, in words. */
export function dateOf(claim: Claim): Derived | undefined {
  if (claim.when === undefined) return undefined;
  return derived(edtfWords(claim.when), { type: "claims", claims: [claim.id] });
}

export function actorName(dossier: Dossier, id: string): RecordName {
  return named("actor", id, dossier.actors.get(id)?.name ?? id);
}

/** Names with commas and a last "and". */
export function actorNames(dossier: Dossier, ids: readonly string[]): readonly Part[] {
  return ids.flatMap((id, at): readonly Part[] => {
    const name = actorName(dossier, id);
    if (at === 0) return [name];
    return [at === ids.length - 1 ? " and " : ", ", name];
  });
}

/** How much of a claim is said; each level begins with what the one before says. */
type Level = "headline" | "brief" | "whole";

/** Claims as items: their headlines; from 90 seconds on why they matter, and of some what happened. */
export function claimItems(
  dossier: Dossier,
  claims: readonly Claim[],
  depth: Depth,
  wholeAt90 = 1,
): readonly ListItem[] {
  return claims.map((claim, at) =>
    claimItem(
      dossier,
      claim,
      atDepth(depth, "headline", at < wholeAt90 ? "whole" : "brief", "whole"),
    ),
  );
}

/** What must stand beside a claim stands there at every level. */
export function claimItem(dossier: Dossier, claim: Claim, level: Level): ListItem {
  const words = level === "whole" ? headlineAndText(claim) : datedHeadline(claim);
  const why = level === "headline" ? [] : whyItMatters(claim);
  return item([words], [...why, ...besides(dossier, claim, level)]);
}

/** The headline, closed as a sentence. */
export function headline(claim: Claim): ClaimSentence {
  return claimSentence([claim], strong(closed(claim.headline)));
}

/** The headline with its day; the text of the whole level says it in its own words. */
function datedHeadline(claim: Claim): ClaimSentence {
  const date = dateOf(claim);
  if (date === undefined) return headline(claim);
  return claimSentence([claim], strong(closed(claim.headline)), " (", date, ")");
}

/** The headline and what happened, in plain words. */
function told({ headline, text, origin }: Claim): string {
  return origin === "claims" ? `${closed(headline)} ${text}` : text;
}

function headlineAndText(claim: Claim): ClaimSentence {
  return claim.origin === "claims"
    ? claimSentence([claim], strong(closed(claim.headline)), " ", claim.text)
    : claimSentence([claim]);
}

export function whyItMatters(claim: Claim): readonly ClaimSentence[] {
  if (claim.why_it_matters === undefined) return [];
  return [claimSentence([claim], "Why it matters: ", claim.why_it_matters)];
}

/** What keeps a claim from being read as plain fact: status, likelihood and the curators' caution. */
export function besides(
  dossier: Dossier,
  claim: Claim,
  level: Level = "whole",
): readonly ClaimSentence[] {
  return [
    ...(level === "headline" ? [] : likelihood(claim)),
    ...marks(dossier, claim, level),
    ...caution(claim),
  ];
}

/** Shown with the claim wherever it is shown. */
export function caution(claim: Claim): readonly ClaimSentence[] {
  return claim.caution === undefined ? [] : [claimSentence([claim], "Caution: ", claim.caution)];
}

/** What must stand beside a claim where its dispute is told anyway: what is gone, and the caution. */
export function besidesInDispute(
  dossier: Dossier,
  claim: Claim,
  level: Level,
): readonly ClaimSentence[] {
  const gone = claim.status === "superseded" || claim.status === "rejected";
  return [...(gone ? marks(dossier, claim, level) : []), ...caution(claim)];
}

/** Nothing for a current claim; for any other, why it does not stand and what does. */
function marks(dossier: Dossier, claim: Claim, level: Level): readonly ClaimSentence[] {
  const { supersededBy, rejectedBy, contradicts } = dossier.links;
  const mark = (word: string, words: string, others: readonly Claim[] = []) => {
    const standing = others.filter(({ status }) => status === "current" || status === "disputed");
    const [other] = standing.length > 0 ? standing : others;
    const reason = claim.reason === undefined || level === "headline" ? [] : [` ${claim.reason}`];
    return [
      claimSentence([claim], strong(word), ...reason),
      ...(other === undefined
        ? []
        : [
            claimSentence([other], words, level === "whole" ? told(other) : closed(other.headline)),
          ]),
    ];
  };
  switch (claim.status) {
    case "current":
      return [];
    case "superseded":
      return mark("Overtaken since.", "What holds since: ", supersededBy.get(claim.id));
    case "rejected":
      return mark(
        "Rejected: the record shows this to be wrong.",
        "The record says: ",
        rejectedBy.get(claim.id),
      );
    case "disputed":
      return mark("Disputed.", "Against it: ", contradicts.get(claim.id));
    default:
      throw new RangeError(`unknown status ${String(claim.status satisfies never)}`);
  }
}

/** An ICD 203 term with its band, as the holder gave it. */
function likelihood(claim: Claim): readonly ClaimSentence[] {
  if (claim.likelihood === undefined) return [];
  return [claimSentence([claim], ...likelihoodWords(claim.likelihood, claim.percent))];
}

export function likelihoodWords(
  term: NonNullable<Claim["likelihood"]>,
  percent?: Claim["percent"],
): readonly Part[] {
  if (term === "unstated") return ["Likelihood: its holder gave none."];
  const [low, high] = percent ?? likelihoodScale[term];
  return [`Likelihood: ${term} (`, derived(`${low}–${high} %`, { type: "record" }), ")."];
}

/** With a closing mark. */
export function closed(words: string): string {
  return /[.!?…]["”’]?$/.test(words) ? words : `${words}.`;
}

/** Begins small, unless it begins with a name or an abbreviation. */
export function lowerFirst(dossier: Dossier, words: string): string {
  const first = /^\p{Lu}[\p{Ll}-]*/u.exec(words)?.[0] ?? "";
  if (first === "" || /\p{Lu}/u.test(words.charAt(1)) || properWords(dossier).has(first)) {
    return words;
  }
  return words.charAt(0).toLowerCase() + words.slice(1);
}

const proper = new WeakMap<Dossier["actors"], ReadonlySet<string>>();

/** Words of the names of actors. */
function properWords({ actors }: Dossier): ReadonlySet<string> {
  const known = proper.get(actors);
  if (known) return known;
  const names = [...actors.values()].flatMap(({ name, aliases, adjective }) => [
    name,
    ...aliases,
    ...(adjective === undefined ? [] : [adjective]),
  ]);
  const words = new Set(names.flatMap((name) => name.match(/\p{Lu}[\p{Ll}-]+/gu) ?? []));
  // "The Emirates" does not make a name of "The".
  for (const word of ["The", "A", "An", "By", "Of"]) words.delete(word);
  proper.set(actors, words);
  return words;
}
