/** The answer's first sentence: the date, place, figure or name that was asked for, then the claim. */
import { claimSentence, derived, type Part } from "../../document/sentence.ts";
import type { ClaimSentence, Inline } from "../../document/tree.ts";
import { edtfWords } from "../../dossier/dates.ts";
import type { Claim, Dossier } from "../../dossier/dossier.ts";
import { numberWords } from "../../dossier/expand.ts";
import type { Question } from "../understand/question.ts";
import { stopWords } from "../understand/stop-words.ts";
import { wordsOf } from "../understand/words.ts";

/** The claim's text with what was asked for set in front of it or made to stand out in it. */
export function leadSentence(claim: Claim, question: Question, dossier: Dossier): ClaimSentence {
  const value = askedValue(claim, question);
  if (value !== undefined) {
    const inside = emphasised(claim.text, [value]);
    // Said early enough in the sentence, it need not be said twice.
    if (inside && claim.text.indexOf(value) < 60) return claimSentence([claim], ...inside);
    return claimSentence(
      [claim],
      strong(derived(value, { type: "claims", claims: [claim.id] })),
      ": ",
      claim.text,
    );
  }
  if (question.intent === "who") {
    const inside = emphasised(claim.text, namesIn(claim, question, dossier));
    if (inside) return claimSentence([claim], ...inside);
  }
  return claimSentence([claim], claim.text);
}

function strong(child: Inline): Inline {
  return { type: "strong", children: [child] };
}

function askedValue(claim: Claim, question: Question): string | undefined {
  switch (question.intent) {
    case "when":
      return claim.when === undefined || claim.kind === "forecast"
        ? undefined
        : edtfWords(claim.when);
    case "where":
      return claim.place;
    case "how-many":
    case "how-long":
      return figureOf(claim, question);
    default:
      return undefined;
  }
}

/** The one figure whose name shares most words with the question, if one does. */
function figureOf(claim: Claim, question: Question): string | undefined {
  const asked = new Set(
    question.words.filter(({ word }) => !stopWords.has(word)).map(({ stem }) => stem),
  );
  const scored = claim.figures
    .map((figure) => ({
      figure,
      shared: wordsOf(figure.of).filter(({ stem }) => asked.has(stem)).length,
    }))
    .sort((a, b) => b.shared - a.shared);
  const [best, second] = scored;
  if (!best || best.shared === 0 || best.shared === second?.shared) return undefined;
  const { value, to, unit, approximate } = best.figure;
  const number = to === undefined ? numberWords(value) : `${numberWords(value)}–${numberWords(to)}`;
  return `${approximate ? "about " : ""}${number}${unitAfter(unit)}`;
}

function unitAfter(unit: Claim["figures"][number]["unit"]): string {
  if (unit === "percent") return " %";
  return unit === "persons" || unit === "states" || unit === "items" || unit === "entities"
    ? ""
    : ` ${unit}`;
}

/** Names in the claim's words that the question did not use. */
function namesIn(claim: Claim, question: Question, dossier: Dossier): readonly string[] {
  const asked = new Set(question.mentions.flatMap(({ named }) => named.map(({ id }) => id)));
  return claim.actors.flatMap(({ id }) => {
    const actor = dossier.actors.get(id);
    if (!actor || asked.has(id)) return [];
    return [actor.name, ...(actor.adjective ? [actor.adjective] : [])]
      .filter((name) => claim.text.includes(name))
      .slice(0, 1);
  });
}

/** The text with the given words made strong; undefined when none of them is in it. */
function emphasised(text: string, words: readonly string[]): readonly Part[] | undefined {
  const places = words
    .map((word) => [text.indexOf(word), word.length] as const)
    .filter(([at]) => at >= 0)
    .sort(([a], [b]) => a - b);
  if (places.length === 0) return undefined;
  const parts: Part[] = [];
  let from = 0;
  for (const [at, length] of places) {
    if (at < from) continue;
    if (at > from) parts.push(text.slice(from, at));
    parts.push(strong({ type: "text", value: text.slice(at, at + length) }));
    from = at + length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}
