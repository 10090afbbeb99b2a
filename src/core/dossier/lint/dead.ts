/** People whom a text alone lets act after their death. */
import { edtfWords } from "../dates.ts";
import { parseEdtf } from "../edtf.ts";
import { escapeRegex } from "../role.ts";
import type { ActorRecord } from "../schema.ts";
import { daysOfActing, speakers } from "./people.ts";
import { heldClaims, type Rule } from "./rule.ts";

const deeds =
  "said|says|told|tells|met|meets|signed|signs|announced|ordered|visited|travelled|flew|warned|called|rejected|accepted|approved|promised|threatened|offered|asked|agreed|refused|appointed|proposed|vowed|declared|wrote|spoke|resigned|received|replied|insisted|pledged";
// Before a family name anything else with a capital is a first name, perhaps of a relative.
const noFirstName =
  /^(?:\P{Lu}.*|The|In|On|At|By|When|After|Before|President|Minister|General|January|February|March|April|May|June|July|August|September|October|November|December)$/u;
// "The widow of X said": somebody else speaks.
const ofAnother = /^(?:of|to|for|from|by|under|with|against|after|like)$/;

export const deadActing: Rule = {
  name: "dead-acting",
  level: "error",
  says: "A text lets nobody speak or act after death, in `actors` or not.",
  check: (input) => {
    const dead = [...input.dossier.actors.values()].filter(({ died }) => died !== undefined);
    return heldClaims(input).flatMap((written) => {
      const { claim, entry } = written;
      const from = daysOfActing(written)?.from;
      // Of these the claim itself says that they speak or act: `speaker-not-alive`.
      const told = new Set(speakers(written).map(({ id }) => id));
      return dead.flatMap((person) => {
        if (told.has(person.id)) return [];
        const last = parseEdtf(person.died ?? "..").until;
        if (!from || !last || Temporal.PlainDate.compare(from, last) <= 0) return [];
        return sentencesOf(claim.text).some((text) => acts(person, text) && !tellsOf(text, last))
          ? [
              entry.problem(
                ["text"],
                `${person.name} died ${edtfWords(person.died ?? "")}; the claim is of ${edtfWords(claim.when ?? "")}`,
              ),
            ]
          : [];
      });
    });
  },
};

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+/);
}

function acts({ name }: ActorRecord, sentence: string): boolean {
  const words = name.split(/\s+/);
  const family = words.at(-1) ?? name;
  const found = sentence.matchAll(
    new RegExp(`(\\S+\\s+)?\\b(${escapeRegex(name)}|${escapeRegex(family)}) (?:${deeds})\\b`, "gu"),
  );
  return [...found].some(([, before = "", called]) => {
    const word = before.trim();
    if (ofAnother.test(word)) return false;
    return called === name || word === "" || words.includes(word) || noFirstName.test(word);
  });
}

/** True when the sentence looks back, to a year in which the person still lived. */
function tellsOf(sentence: string, last: Temporal.PlainDate): boolean {
  return (sentence.match(/\b(?:1[89]|20)\d\d\b/g) ?? []).some((year) => Number(year) < last.year);
}
