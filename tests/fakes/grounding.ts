/** The check behind the product's promise: what is said about the world stands in the claims cited. */
import {
  type Claim,
  type Document,
  type Dossier,
  type Inline,
  plainText,
  type Sentence,
} from "#core";
import { saidIn } from "../../src/core/document/walk.ts";
import { edtfWords } from "../../src/core/dossier/dates.ts";

/** Everything that a claim says or is about, as one text. */
function haystack(dossier: Dossier, claims: readonly Claim[]): string {
  const names = (id: string | undefined): readonly string[] => {
    const actor = dossier.actors.get(id ?? "");
    if (!actor) return [];
    const offices = actor.offices.map(({ title }) => title);
    const others = [...actor.members, ...(actor.part_of ? [actor.part_of] : [])];
    return [
      ...[actor.name, actor.formal_name ?? "", actor.adjective ?? "", ...actor.aliases],
      ...offices,
      ...others.flatMap((each) => dossier.actors.get(each)?.aliases ?? []),
      ...others.map((each) => dossier.actors.get(each)?.name ?? ""),
    ];
  };
  return claims
    .flatMap((claim) => [
      ...[claim.headline, claim.text, claim.why_it_matters, claim.caution, claim.reason],
      ...[claim.hedge, claim.place, claim.when, claim.when && edtfWords(claim.when)],
      ...claim.actors.flatMap(({ id }) => names(id)),
      ...names(claim.holder),
      ...claim.figures.flatMap(({ value, to }) => [String(value), String(to ?? "")]),
      ...claim.citations.flatMap(({ source, locator }) => {
        const from = dossier.sources.get(source);
        return [locator, from?.publisher, from?.title, from?.published];
      }),
    ])
    .filter((part) => part !== undefined)
    .join(" \n ");
}

/** Words that stand in the sentence as such: not worked out, not the name of a record, not echoed. */
function plainWords(children: readonly Inline[]): string {
  return children
    .map((node): string => {
      switch (node.type) {
        case "text":
          return node.value;
        case "strong":
        case "emphasis":
        case "link":
          return plainWords(node.children);
        default:
          return " ";
      }
    })
    .join("");
}

const numbers = (text: string) =>
  (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((number) => number.replaceAll(",", ""));

/** Capitalised words that do not begin a sentence or a line, and abbreviations anywhere. */
function properNames(text: string): readonly string[] {
  const inside = text.matchAll(/(?<=[\p{Ll}\p{N},;)’'"] )\p{Lu}[\p{L}’'-]+/gu);
  const short = text.matchAll(/\b(?!US\b)\p{Lu}{2,}\b/gu);
  return [...inside, ...short].map((match) => fold(match[0].replace(/['’]s$/, "")));
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** What is in the sentence and not in its claims. */
function ungrounded(sentence: Sentence, dossier: Dossier): readonly string[] {
  if (sentence.type === "service") return [];
  const claims = sentence.claims.map((id) => dossier.claims.get(id));
  if (claims.some((claim) => claim === undefined)) return ["a citation that resolves to nothing"];
  const hay = haystack(dossier, claims as Claim[]);
  const words = plainWords(sentence.children);
  const known = new Set(numbers(hay));
  const folded = fold(hay);
  return [
    ...numbers(words).filter((number) => !known.has(number)),
    ...properNames(words).filter((name) => !folded.includes(name)),
  ];
}

/** Words of a document that its claims do not carry, and citations that resolve to nothing. */
export function faultsOf(document: Document, dossier: Dossier): readonly string[] {
  const said = saidIn(document);
  const cited = new Set(document.sources.map(({ claim }) => claim));
  return [
    ...said.flatMap(({ sentence }) =>
      ungrounded(sentence, dossier).map((what) => `${what} — in: ${plainText(sentence)}`),
    ),
    ...said.flatMap(({ sentence }) =>
      sentence.type === "claim" ? sentence.claims.filter((id) => !cited.has(id)) : [],
    ),
    ...document.sources.flatMap(({ claim, sources }) =>
      sources
        .filter(({ source }) => !dossier.sources.has(source))
        .map(({ source }) => `${claim} cites ${source}, which is no source`),
    ),
  ];
}
