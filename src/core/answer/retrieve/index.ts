/**
 * An inverted index over the claims of a dossier: postings in typed arrays, one number for each term.
 * Terms are stems, and names of records as `@actor`, `%term`, `~series`, `#topic`.
 */
import type { Claim, Dossier } from "../../dossier/dossier.ts";
import { createGazetteer, type Gazetteer, type Named } from "../understand/gazetteer.ts";
import { stopWords } from "../understand/stop-words.ts";
import { signsAsWords, wordsOf } from "../understand/words.ts";
import { bm25, fieldWeights } from "./weights.ts";

export interface Index {
  readonly claims: readonly Claim[];
  /** The actor that another belongs to. */
  partOf(actor: string): string | undefined;
  /** Number of a claim's document. */
  place(id: string): number | undefined;
  readonly gazetteer: Gazetteer;
  /** Number of a term; undefined when no claim has it. */
  term(key: string): number | undefined;
  /** Claims that have the term, and the BM25 weight of the term in each (without idf). */
  postings(term: number): Postings;
  idf(term: number): number;
  /** idf of a term that no claim has. */
  readonly unknownIdf: number;
  /** Stems of the claim's headline and text in order, stop words left out. */
  sequence(doc: number): Uint32Array;
  /** Words of places at which claims happen. */
  readonly places: ReadonlySet<string>;
  /** Sources, by id → documents. */
  readonly ofSource: ReadonlyMap<string, ReadonlySet<number>>;
  /** Folded words of all claims and names, for spelling. */
  readonly vocabulary: ReadonlyMap<string, number>;
}

interface Postings {
  readonly docs: Uint32Array;
  readonly impacts: Float32Array;
  /** 1 where the term is in what the claim is about: headline, keywords. */
  readonly abouts: Uint8Array;
}

const marks: Readonly<Record<Named["kind"], string>> = {
  actor: "@",
  term: "%",
  series: "~",
  topic: "#",
};

export function keyOfName({ kind, id }: Named): string {
  return `${marks[kind]}${id}`;
}

const kept = new WeakMap<Dossier["claims"], Index>();

/** Built once for each view of a dossier. */
export function indexOf(dossier: Dossier): Index {
  const known = kept.get(dossier.claims);
  if (known) return known;
  const index = createIndex(dossier);
  kept.set(dossier.claims, index);
  return index;
}

function createIndex(dossier: Dossier): Index {
  const claims = [...dossier.claims.values()];
  const gazetteer = createGazetteer(dossier);
  const numbers = new Map<string, number>();
  const building: { docs: number[]; weights: number[]; abouts: number[] }[] = [];
  const vocabulary = new Map<string, number>();
  for (const word of gazetteer.vocabulary) vocabulary.set(word, 1);
  const sequences: Uint32Array[] = [];
  const lengths = new Float32Array(claims.length);
  const ofSource = new Map<string, Set<number>>();
  const places = new Set<string>();

  const numberOf = (key: string): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = building.length;
    numbers.set(key, number);
    building.push({ docs: [], weights: [], abouts: [] });
    return number;
  };
  const put = (term: number, doc: number, weight: number, about: boolean) => {
    const list = building[term];
    if (!list) return;
    if (list.docs.at(-1) === doc) {
      const last = list.docs.length - 1;
      list.weights[last] = (list.weights[last] ?? 0) + weight;
      if (about) list.abouts[last] = 1;
    } else {
      list.docs.push(doc);
      list.weights.push(weight);
      list.abouts.push(about ? 1 : 0);
    }
  };

  for (const [doc, claim] of claims.entries()) {
    const sequence: number[] = [];
    const names = new Map<string, number>();
    const subjects = new Set<string>();
    const name = (key: string, weight: number) => {
      names.set(key, (names.get(key) ?? 0) + weight);
    };
    const read = (text: string, weight: number, ordered: boolean, about = false) => {
      const words = wordsOf(signsAsWords(text));
      for (const { word, stem } of words) {
        if (stopWords.has(word)) continue;
        vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
        const term = numberOf(stem);
        put(term, doc, weight, about);
        lengths[doc] = (lengths[doc] ?? 0) + weight;
        if (ordered) sequence.push(term);
      }
      for (const mention of gazetteer.scan(words)) {
        for (const named of mention.named) {
          name(keyOfName(named), weight / 2);
          if (about) subjects.add(keyOfName(named));
        }
      }
    };
    read(claim.headline, fieldWeights.headline, true, true);
    read(claim.text, fieldWeights.text, true);
    if (claim.why_it_matters !== undefined) read(claim.why_it_matters, fieldWeights.why, false);
    for (const keyword of claim.keywords) read(keyword, fieldWeights.keywords, false, true);
    if (claim.place !== undefined) {
      read(claim.place, fieldWeights.place, false);
      for (const { word } of wordsOf(claim.place)) if (!stopWords.has(word)) places.add(word);
    }
    for (const { id, office } of claim.actors) {
      name(keyOfName({ kind: "actor", id }), 1);
      const actor = dossier.actors.get(id);
      if (actor) read(actor.name, fieldWeights.names, false);
      const held = actor?.offices.find((each) => each.id === office);
      if (held) read(held.title, fieldWeights.names, false);
    }
    if (claim.holder !== undefined) name(keyOfName({ kind: "actor", id: claim.holder }), 1);
    if (claim.from !== undefined && claim.origin === "series") {
      name(keyOfName({ kind: "series", id: claim.from }), 1);
    }
    if (claim.from !== undefined && claim.origin === "term") {
      name(keyOfName({ kind: "term", id: claim.from }), 1);
    }
    for (const id of claim.topics) name(keyOfName({ kind: "topic", id }), 1);
    for (const [key, weight] of names) {
      put(numberOf(key), doc, Math.min(3, weight), subjects.has(key));
    }
    for (const { source } of claim.citations) {
      const docs = ofSource.get(source) ?? new Set<number>();
      docs.add(doc);
      ofSource.set(source, docs);
    }
    sequences.push(Uint32Array.from(sequence));
  }

  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, claims.length);
  const postings = building.map(({ docs, weights, abouts }) => ({
    docs: Uint32Array.from(docs),
    abouts: Uint8Array.from(abouts),
    impacts: Float32Array.from(weights, (weight, at) => {
      const length = lengths[docs[at] ?? 0] ?? average;
      const norm = bm25.k1 * (1 - bm25.b + (bm25.b * length) / average);
      return (weight * (bm25.k1 + 1)) / (weight + norm);
    }),
  }));
  const idfs = Float64Array.from(postings, ({ docs }) => idfOf(claims.length, docs.length));
  const empty: Postings = {
    docs: new Uint32Array(),
    impacts: new Float32Array(),
    abouts: new Uint8Array(),
  };
  const placeOf = new Map(claims.map(({ id }, doc) => [id, doc]));
  return {
    claims,
    partOf: (actor) => dossier.actors.get(actor)?.part_of,
    place: (id) => placeOf.get(id),
    gazetteer,
    term: (key) => numbers.get(key),
    postings: (term) => postings[term] ?? empty,
    idf: (term) => idfs[term] ?? 0,
    unknownIdf: idfOf(claims.length, 1),
    sequence: (doc) => sequences[doc] ?? empty.docs,
    ofSource,
    places,
    vocabulary,
  };
}

function idfOf(total: number, having: number): number {
  return Math.log(1 + (total - having + 0.5) / (having + 0.5));
}
