/** "Who leads Iran", "who was the US president then": the holders of an office that a question asks for. */

import type { Claim, Dossier } from "../../dossier/dossier.ts";
import { idsNamed } from "./gazetteer.ts";
import { fitOf, type Interval } from "./interval.ts";
import type { Question } from "./question.ts";
import { stopWords } from "./stop-words.ts";
import { wordsOf } from "./words.ts";

const leads = new Set(
  "lead leads leading run runs running rule rules ruling govern governs head heads heading".split(
    " ",
  ),
);
const leading =
  /\b(?:in charge of|in power in|in control of|at the (?:top|helm|head) of|calls? the shots in|(?:final say|last word|real power|ultimate authority|supreme authority) (?:in|over|on|of)|(?:boss|ruler|head) of)\b/;
/** Titles of those who stand above all others of a state or body. */
const highest =
  /^(?:acting |interim )?(?:supreme leader|president|prime minister|king|emir|sultan|crown prince|director[- ]general|secretary[- ]general|head|chief|leader)\b/i;

/** Claims of offices that were held at the time, the offices being those that are asked for. */
export function officesAsked(
  { words, mentions, plain, bare }: Question,
  time: Interval,
  dossier: Dossier,
): readonly Claim[] {
  if (!/\bwho\b|\bwhich (?:person|man|woman)\b|\bname of\b/.test(plain)) return [];
  const bodies = idsNamed(mentions, "actor").filter(
    (id) => dossier.actors.get(id)?.kind !== "person",
  );
  if (bodies.length === 0) return [];
  const stems = new Set(words.map(({ stem }) => stem));
  const top = asksForHighest({ words, mentions, bare });
  return [...dossier.claims.values()].filter((claim) => {
    if (claim.origin !== "office" || fitOf(claim.span, time) === 0) return false;
    const actor = dossier.actors.get(claim.from ?? "");
    const office = actor?.offices.find(({ id }) => id === claim.id);
    if (!office || !bodies.includes(office.of)) return false;
    if (top && highest.test(office.title) && office.title.split(" of ").length < 3) return true;
    const title = wordsOf(office.title.replace(/ (?:of|to) .*$/, "")).filter(
      ({ word }) => !stopWords.has(word),
    );
    const own = new Set(wordsOf(dossier.actors.get(office.of)?.name ?? "").map(({ stem }) => stem));
    return title.length > 0 && title.every(({ stem }) => stems.has(stem) || own.has(stem));
  });
}

/** "Who leads Iran": no title is named, and no other word tells what is meant. */
export function asksForHighest({
  words,
  mentions,
  bare,
}: Pick<Question, "words" | "mentions" | "bare">): boolean {
  return leading.test(bare) || leadsBody(words, mentions);
}

/** A verb of leading with the body right after it: "leads iran", not "led the talks with iran". */
function leadsBody(words: Question["words"], mentions: Question["mentions"]): boolean {
  return words.some(({ word }, at) => {
    if (!leads.has(word)) return false;
    const next = words[at + 1]?.word === "the" ? at + 2 : at + 1;
    return mentions.some(({ first }) => first === next);
  });
}
