/** What holds for every question: the same bytes again, and no word about the world without its claim. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { createAnswerer } from "../../../src/core/answer/answerer.ts";
import { bodyText } from "../../../src/core/document/to-text.ts";
import { readExams } from "../../eval/score.ts";
import { faultsOf } from "../../fakes/grounding.ts";
import { createThread, type Heard } from "../../fakes/thread.ts";
import { usIranDossier } from "../../fixtures/dossiers.ts";

/** Lines behind the buttons of an answer. */
function linesIn({ draft }: Heard): readonly string[] {
  return draft.document.blocks.flatMap((block) =>
    block.type === "actions" ? block.actions.map(({ line }) => line) : [],
  );
}

const dossier = usIranDossier();
const answerer = createAnswerer();
const exams = ["questions", "record", "articles", "later"].flatMap((set) =>
  readExams(new URL(`../../eval/${set}.jsonl`, import.meta.url)),
);

/** Questions made of the record's own names, words and times, and of nonsense. */
const openers = [
  "who",
  "when was",
  "why",
  "what is",
  "list",
  "timeline of",
  "compare",
  "is it true that",
  "how many",
  "latest on",
  "will",
  "where was",
  "what did",
  "",
];
const questions = fc
  .tuple(
    fc.constantFrom(...openers),
    fc.constantFrom(
      ...[...dossier.actors.values()].map(({ name }) => name),
      ...[...dossier.terms.values()].map(({ term }) => term),
      ...[...dossier.claims.values()].map(({ headline }) => headline),
    ),
    fc.constantFrom("", "and", "or", "vs", "after", "before", "without", "said"),
    fc.constantFrom("", ...[...dossier.topics.values()].flatMap(({ aliases }) => aliases)),
    fc.constantFrom(
      "",
      "in 2023",
      "since june 2025",
      "?",
      "in march",
      "by 90 percent",
      "zxqv",
      "🙂",
    ),
  )
  .map((parts) => parts.join(" "));

it("2,000 questions are grounded, cited when answered, short, and the same when asked again", () => {
  let asked = 0;
  const words = (text: string) => text.split(/\s+/).filter((word) => word !== "").length;
  fc.assert(
    fc.property(fc.array(questions, { minLength: 1, maxLength: 4 }), (turns) => {
      const [one, two] = [createThread(answerer, dossier), createThread(createAnswerer(), dossier)];
      for (const question of turns) {
        const heard = one.ask(question);
        asked++;
        expect(two.ask(question).draft).toEqual(heard.draft);
        expect(faultsOf(heard.draft.document, dossier)).toEqual([]);
        expect(heard.answered).toBe(heard.citations.length > 0);
        expect(words(bodyText(heard.draft.document))).toBeLessThanOrEqual(300);
      }
    }),
    { numRuns: 900, seed: 4 },
  );
  expect(asked).toBeGreaterThan(2_000);
}, 300_000);

it("all of our own questions are grounded, and what is suggested is answered", () => {
  const faults = new Set<string>();
  for (const { id, turns } of exams) {
    const thread = createThread(answerer, dossier);
    for (const { user } of turns) {
      const { draft } = thread.ask(user);
      for (const fault of faultsOf(draft.document, dossier)) faults.add(`${id} ${fault}`);
    }
    const suggested = thread.turns.length === 1 ? linesIn(thread.last()) : [];
    for (const line of suggested) {
      const next = createThread(answerer, dossier);
      next.ask(turns[0]?.user ?? "");
      if (!next.ask(line.replace(/^ask /, "")).answered) faults.add(`${id} suggests ${line}`);
    }
  }
  expect([...faults]).toEqual([]);
}, 120_000);
