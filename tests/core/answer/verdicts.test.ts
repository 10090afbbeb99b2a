/** A wrong "Yes." or "No." is the worst that can be said: the word stands only where it is sure. */
import { describe, expect, it } from "vitest";
import { createAnswerer } from "../../../src/core/answer/answerer.ts";
import { isPast } from "../../../src/core/answer/compose/roles.ts";
import { wordsOf } from "../../../src/core/answer/understand/words.ts";
import { createThread } from "../../fakes/thread.ts";
import { canalDossier, usIranDossier } from "../../fixtures/dossiers.ts";

const dossier = usIranDossier();
const answerer = createAnswerer();

function opening(...turns: readonly string[]): string | undefined {
  const thread = createThread(answerer, dossier);
  for (const turn of turns) thread.ask(turn);
  return /^(?:Yes|No longer|No, the record rejects that|No|That is disputed)\./.exec(
    thread.last().text,
  )?.[0];
}

const check = (text: string) =>
  answerer.check({
    text,
    dossier,
    now: Temporal.Instant.from("2026-11-22T16:00:00Z"),
    depth: "90s",
    conversation: undefined,
  });

describe("no word is said", () => {
  it.each([
    // A denial of what the record rejects.
    "Is it true that the JCPOA was never signed?",
    "Is it true that Wray was never CIA director?",
    "Is it true that there were no talks in 2025?",
    // The doer is another, or had it done to it.
    "Did Iran kill Soleimani?",
    "Israel attacked the United States, right?",
    "Did Iran leave the JCPOA?",
    "Did Obama leave the JCPOA?",
    "Did the Houthis attack Iran?",
    "Is it true that Pakistan blockades Iran?",
    "did iran invade iraq in 1980?",
    "did iran cut ties with Saudi Arabia in 2016?",
    "was the united states killed by soleimani?",
    // It was so once, was offered, was written, or is somebody's wish.
    "Is it true that Assad rules Syria?",
    "Is it true that Namazi is in prison",
    "Did the US lift sanctions in 2026?",
    "Did the JCPOA stop iran from getting the bomb",
    "is there a prisoner swap being negotiated",
    "Did Trump talk to Khamenei?",
    "Is it true that Iran has a nuclear weapon?",
    "is iran's economy struggling",
    "Is it true that Oman and Qatar do not mediate anymore?",
    "Is it true that Qatar paid the $6 billion?",
    "Is it true that the US supported Iraq against Iran?",
    "Is it true that Iran freed 5 Americans?",
    "Is it true that the twelve day war lasted 11 days?",
    "Is it true that Iran's health minister counted 606 dead?",
    // A claim near to it speaks of something else.
    "Did Iran attack Qatar?",
    "Did Pakistan broker the ceasefire?",
    "Is it true that Soleimani was killed in Iraq?",
    "Is it true that enrichment is limited to 3.67%?",
    "Were the talks held in Muscat?",
    "Is it true that Trump said Iran violated the deal?",
    "Is it true that the UK listed the IRGC?",
    "Is it true that Israel destroyed Fordow?",
    "Is it true that Jalili won the election?",
    "did pezeshkian win the 2024 election?",
    "is the deal popular",
    "Is it true that 606 people were killed in Iran in June 2025?",
    // A dispute about another point of the same matter.
    "Is it true that the memorandum has 14 points?",
    "Is it true that the memorandum was signed in Switzerland?",
    "did the embassy reopen",
    "did the 60 days end?",
    "did Iran get the money?",
    // Nobody is on record as the doer, or another did the like.
    "was raisi killed by israel?",
    "did israel leave the jcpoa",
    "is it false that the us left the jcpoa in 2018?",
    "who signed it, right?",
    "is it true that JCPOA?",
    // Of a statement that is rejected, another's part.
    "is it true that Iran made a statement in late May 2024?",
    "is it true that the US and Iran meet again in the United States?",
    "is it true that Russia takes the United States out of the nuclear deal?",
    "was Wray director of the United States?",
    "is it true that direct talks between Iran and Israel are unlikely?",
    // Offices that the record does not give them.
    "Is it true that Munir is prime minister of Pakistan?",
    "Is it true that Blinken is secretary of state?",
    "Is it true that Witkoff is secretary of state?",
    "Is it true that Raisi is not president of Iran?",
    // The family name is that of the present holder as well.
    "Is it true that Khamenei is the supreme leader?",
  ])("%s", (question) => {
    expect(opening(question)).toBeUndefined();
  });
});

describe("the word is said", () => {
  it.each([
    ["Did the US kill Soleimani?", "Yes."],
    ["Was Soleimani killed by the United States?", "Yes."],
    ["did the us leave the jcpoa in 2018?", "Yes."],
    ["did saudi arabia cut ties with iran in 2016?", "Yes."],
    ["was khamenei killed in tehran?", "Yes."],
    ["Did Israel kill Soleimani?", "No."],
    ["did the us leave the jcpoa in 2017?", "No."],
    ["is it true that CIA director Wray spoke of channels to iran", "No, the record rejects that."],
    // Offices, by their days.
    ["was the memorandum signed on 14 June 2026?", "That is disputed."],
    ["did Iran get the $6 billion?", "That is disputed."],
    ["Is it true that Trump is president?", "Yes."],
    ["Is Araghchi foreign minister of Iran?", "Yes."],
    ["Is Mojtaba Khamenei supreme leader?", "Yes."],
    ["Was Raisi president of Iran in 2022?", "Yes."],
    ["Was Raisi president of Iran in 2025?", "No."],
    ["Is it true that Raisi is president of Iran?", "No longer."],
    ["Is it true that Biden is president?", "No longer."],
    ["Is Zarif foreign minister?", "No longer."],
    ["Is Burns CIA director?", "No longer."],
    ["Is Ali Khamenei supreme leader?", "No longer."],
  ])("%s %s", (question, word) => {
    expect(opening(question)).toBe(word);
  });

  it("with the present holder beside one whose time is over", () => {
    const { text } = createThread(answerer, dossier).ask("is raisi president of iran?");
    expect(text).toMatch(/^No longer\. Ebrahim Raisi[\s\S]*Masoud Pezeshkian has been president/);
  });
});

describe("a turn without words of its own is held against what was said", () => {
  it.each([
    ["when was raisi killed", "2022, right?", "No."],
    ["when was raisi killed", "2024, right?", "Yes."],
    ["when was soleimani killed", "in 2021, right?", "No."],
    ["when was soleimani killed", "it was 1999, right?", "No."],
    ["when was soleimani killed", "in 2020, right?", "Yes."],
    ["when was soleimani killed", "is that right?", "Yes."],
    ["when was soleimani killed", "that's false, right?", undefined],
    ["when was raisi killed", "so in march?", undefined],
    ["when was soleimani killed", "2 january 2020, right?", undefined],
    ["when was the memorandum signed", "14 june, right?", undefined],
    ["when did the twelve-day war end", "24 june 2025, right?", undefined],
    ["when did the hostage crisis end", "1979, right?", undefined],
    ["when was the jcpoa supposed to lapse", "so did it?", undefined],
    ["when did the us leave the jcpoa", "under obama, right?", undefined],
    ["how many people were killed in the protests", "that was in 2022, right?", undefined],
  ])("%s, %s %s", (first, then, word) => {
    expect(opening(first, then)).toBe(word);
  });
});

it.each([
  ["the JCPOA was not signed", "not-covered"],
  ["Soleimani was killed in Iraq", "not-covered"],
  ["the US attacked Iran in 2025", "not-covered"],
  ["trump signed the memorandum", "supported"],
  ["trump did not sign the memorandum", "contradicted"],
  ["UN sanctions are back", "disputed"],
])("checks “%s”: %s", (text, type) => {
  expect(check(text).type).toBe(type);
});

it("knows the denial that was rejected from the denial of what was rejected", () => {
  const now = Temporal.Instant.from("2026-11-22T16:00:00Z");
  const canal = canalDossier();
  const typeOf = (text: string) =>
    answerer.check({ text, dossier: canal, now, depth: "90s", conversation: undefined }).type;
  // The record rejects that the council never voted.
  expect(typeOf("The council never voted")).toBe("contradicted");
  expect(typeOf("The council voted on the toll")).not.toBe("contradicted");
});

it("never says that the other did it", () => {
  const isState = ({ id }: { readonly id: string }) => dossier.actors.get(id)?.kind === "state";
  const named = (id: string) => dossier.actors.get(id)?.name ?? id;
  const borne: string[] = [];
  const wrong: string[] = [];
  for (const claim of dossier.claims.values()) {
    if (claim.kind !== "event") continue;
    const states = claim.actors.filter(isState).map(({ id }) => id);
    const verbs = new Set(wordsOf(claim.text).flatMap(({ word }) => (isPast(word) ? [word] : [])));
    for (const verb of verbs) {
      for (const one of states) {
        for (const other of states) {
          if (one === other) continue;
          const says = (a: string, b: string) => {
            const verdict = check(`${named(a)} ${verb} ${named(b)}`);
            return verdict.type === "supported" && verdict.claims[0] === claim;
          };
          if (!says(one, other)) continue;
          const swapped = `${named(other)} ${verb} ${named(one)}`;
          borne.push(swapped);
          if (says(other, one)) wrong.push(`${claim.id}: ${swapped}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(borne.length).toBeGreaterThan(2);
}, 60_000);
