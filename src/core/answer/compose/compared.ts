/** Two or more sides next to one another: actors, sources, or the positions of a dispute. */

import { claimSentence, named, say } from "../../document/sentence.ts";
import type { Block, ServiceSentence } from "../../document/tree.ts";
import type { Claim, Dossier } from "../../dossier/dossier.ts";
import type { Composed } from "../answerer.ts";
import type { Reading } from "../reading.ts";
import type { Ranked } from "../retrieve/rank.ts";
import { comparing, lengths } from "../retrieve/weights.ts";
import { idsNamed } from "../understand/gazetteer.ts";
import { bullets, unique } from "./blocks.ts";
import { choose } from "./choose.ts";
import { standing } from "./standing.ts";

interface Side {
  readonly name: ServiceSentence;
  readonly ranked: readonly Ranked[];
}

/** Undefined when the question has no two sides on record. */
export function compared(reading: Reading): Composed | undefined {
  const { ranked, index, dossier } = reading;
  const [best] = ranked;
  if (!best) return undefined;
  const all = sidesOf(reading);
  const things = termsNamed(reading).length > 1;
  const both = !things && best.coverage >= comparing.whole ? best : undefined;
  const sides = all
    .map(({ name, ranked: own }) => ({
      name,
      chosen: choose(
        own.filter(({ claim }) => claim !== both?.claim),
        index,
        { words: lengths.long / (all.length + 1), most: 2 },
      ),
    }))
    .filter(({ chosen }) => chosen.length > 0);
  if (sides.length < 2) return undefined;
  const cautions = new Set<string>();
  const blocks: readonly Block[] = sides.flatMap(({ name, chosen }) => [
    { type: "heading", depth: 3, sentence: name } as const,
    ...bullets(
      chosen.map(
        ({ claim }) => standing(claim, claimSentence([claim]), dossier, cautions).sentences,
      ),
    ),
  ]);
  const claims = sides.flatMap(({ chosen }) => chosen.map(({ claim }) => claim));
  return {
    lead: both ? claimSentence([both.claim]) : say("answer.sides"),
    blocks,
    claims: unique([...(both ? [both.claim] : []), ...claims]),
  };
}

/** A dispute of which at least so many positions stand near the top. */
function disputeOf({ ranked, dossier, index }: Reading, heard: number): readonly Side[] {
  const top = new Set(ranked.slice(0, comparing.near).map(({ claim }) => claim.id));
  const [best] = ranked;
  for (const dispute of dossier.disputes.values()) {
    const found = dispute.positions.filter(({ claims }) => claims.some((id) => top.has(id)));
    const leads = dispute.positions.some(({ claims }) => claims.includes(best?.claim.id ?? ""));
    if (found.length < heard || !leads) continue;
    return dispute.positions.map(({ holders, claims }) => ({
      name: say("label.name", {
        name: named(
          "dispute",
          dispute.id,
          holders.map((id) => dossier.actors.get(id)?.name ?? id).join(", "),
        ),
      }),
      ranked: claims.flatMap((id) => {
        const claim = dossier.claims.get(id);
        const known = ranked.find((each) => each.claim.id === id);
        return known ? [known] : claim ? [asRanked(claim, index.place(id) ?? 0)] : [];
      }),
    }));
  }
  return [];
}

/** A claim that no word of the question has found, but its dispute brings in. */
function asRanked(claim: Claim, doc: number): Ranked {
  return { claim, doc, score: 0.01, coverage: 0, covered: 0, has: 0, parts: {} };
}

function sidesOf(reading: Reading): readonly Side[] {
  const { question, ranked, dossier, index, sources } = reading;
  if (sources.length < 2) {
    const disputed = disputeOf(reading, 2);
    if (disputed.length > 1) return disputed;
  }
  if (sources.length > 1) {
    return sources.map((id) => ({
      name: say("label.name", { name: named("source", id, sourceName(id, dossier)) }),
      ranked: ranked.filter(
        ({ doc, claim }) =>
          index.ofSource.get(id)?.has(doc) === true &&
          claim.citations.every(({ source }) => source === id || !sources.includes(source)),
      ),
    }));
  }
  const actors = [...new Set(idsNamed(question.mentions, "actor"))];
  const terms = termsNamed(reading);
  if (terms.length > 1) return terms.slice(0, 3).map((id) => termSide(id, terms, reading));
  if (actors.length < 2) return disputeOf(reading, 1);
  return actors.slice(0, 3).map((id) => ({
    name: say("label.name", { name: named("actor", id, dossier.actors.get(id)?.name ?? id) }),
    ranked: reading.again(
      reading.terms.filter(
        ({ key }) => !actors.some((other) => other !== id && key === `@${other}`),
      ),
      (doc) => {
        const claim = index.claims[doc];
        return claim !== undefined && standsFor(claim, id, actors, dossier);
      },
    ),
  }));
}

/** Two deals, two measures: things of the glossary that the question sets side by side. */
function termsNamed({ question }: Reading): readonly string[] {
  return [...new Set(idsNamed(question.mentions, "term"))];
}

function termSide(id: string, all: readonly string[], reading: Reading): Side {
  const { dossier, index, terms } = reading;
  const number = index.term(`%${id}`);
  const about = new Set(number === undefined ? [] : index.postings(number).docs);
  const found = reading.again(
    terms.filter(({ key }) => !all.some((other) => other !== id && key === `%${other}`)),
    (doc) => about.has(doc) && index.claims[doc]?.status !== "rejected",
  );
  const isMeaning = ({ claim }: Ranked) => claim.origin === "term" && claim.from === id;
  return {
    name: say("label.name", { name: named("term", id, dossier.terms.get(id)?.term ?? id) }),
    // What it is comes first.
    ranked: [...found.filter(isMeaning), ...found.filter((each) => !isMeaning(each))],
  };
}

/** What one of the sides holds does not stand for another of them. */
function standsFor(
  { holder, actors }: Claim,
  id: string,
  sides: readonly string[],
  dossier: Dossier,
): boolean {
  const side = (actor: string) => actor === id || dossier.actors.get(actor)?.part_of === id;
  if (holder !== undefined) {
    if (side(holder)) return true;
    if (sides.includes(holder)) return false;
  }
  return actors.some((actor) => actor.id === id);
}

/** "Viral_X, article 1" would not be the source's own name: its title, and the place among its fellows. */
function sourceName(id: string, dossier: Dossier): string {
  const source = dossier.sources.get(id);
  return source ? `${source.publisher}: ${source.title}` : id;
}
