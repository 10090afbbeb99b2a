/** "Yes." and "No." are said only where a claim says just that; else the evidence stands alone. */
import { expect, it } from "vitest";
import { createAnswerer } from "../../../src/core/answer/answerer.ts";
import { createThread } from "../../fakes/thread.ts";
import { usIranDossier } from "../../fixtures/dossiers.ts";

const dossier = usIranDossier();
const opening = (question: string) => {
  const { text } = createThread(createAnswerer(), dossier).ask(question);
  return /^(?:Yes|No longer|No|That is disputed)\b/.exec(text)?.[0];
};

it.each([
  // What the claim tells happened, and happened then.
  ["was soleimani killed in baghdad?", "Yes"],
  ["did trump win the 2024 election?", "Yes"],
  ["did the us leave the jcpoa in 2017?", "No"],
  // The words are in a claim that says the opposite, or both.
  ["did the senate pass a war powers resolution in march 2026?", undefined],
  ["were the 2025 talks direct?", undefined],
  // How things are now stands in no record of the past.
  ["does iran have a nuclear bomb?", undefined],
  ["is oman still mediating?", undefined],
  // A forecast that was overtaken, not the refuted statement of its opposite.
  ["is it true that direct talks between the US and Iran are unlikely?", "No longer"],
  // Both sides of a dispute are the answer.
  ["are un sanctions back?", "That is disputed"],
])("%s %s", (question, word) => {
  expect(opening(question)).toBe(word);
});
