import type { Claim, Dossier } from "../dossier/dossier.ts";
import { ratingWords } from "../dossier/scales.ts";
import { claimsOf } from "./render.ts";
import type { Footnote, FootnoteSource } from "./tree.ts";
import type { Said } from "./walk.ts";

/** Claim ids that the sentences cite, in order of first citation. Buttons cite nothing. */
export function citedIn(said: readonly Said[]): readonly string[] {
  return [
    ...new Set(said.flatMap(({ sentence, role }) => (role === "button" ? [] : claimsOf(sentence)))),
  ];
}

/**
 * The sources behind the cited claims, numbered from 1.
 * @throws Error on a claim or source that the dossier lacks.
 */
export function footnotes(cited: readonly string[], dossier: Dossier): readonly Footnote[] {
  return cited.map((id, index) => {
    const claim = dossier.claims.get(id);
    if (!claim) throw new Error(`"${id}" is cited and is not in the dossier ${dossier.id}`);
    return {
      number: index + 1,
      claim: id,
      status: claim.status,
      headline: claim.headline,
      text: claim.text,
      sources: claim.citations.map((citation) => sourceOf(citation, claim, dossier)),
    };
  });
}

function sourceOf(
  citation: Claim["citations"][number],
  claim: Claim,
  dossier: Dossier,
): FootnoteSource {
  const source = dossier.sources.get(citation.source);
  if (!source) {
    throw new Error(`"${claim.id}" cites the source "${citation.source}", which is not on record`);
  }
  const party = source.party;
  return {
    source: source.id,
    publisher: source.publisher,
    title: source.title,
    locator: citation.locator,
    ...(source.url !== undefined && { url: source.url }),
    ...(source.published !== undefined && { published: source.published }),
    rating: `${source.reliability}${claim.credibility}`,
    ...(party && { party: `${party.as} (${dossier.actors.get(party.of)?.name ?? party.of})` }),
  };
}

/**
 * What the letters of a rating mean: "B2" is "usually reliable" and "probably true".
 * @throws RangeError when it is no Admiralty rating.
 */
export function ratingInWords(rating: string): {
  readonly reliability: string;
  readonly credibility: string;
} {
  const [reliability, credibility] = [...rating].map(ratingWords);
  if (reliability === undefined || credibility === undefined || rating.length !== 2) {
    throw new RangeError(`"${rating}" is no rating like B2`);
  }
  return { reliability, credibility };
}
