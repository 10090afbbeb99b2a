/** What is offered while a person types, on the real record. */
import { expect, test } from "vitest";
import { createTestBot } from "../../fakes/bot.ts";
import { usIranDossier } from "../../fixtures/dossiers.ts";

const { bot } = createTestBot({}, [usIranDossier()]);
const offered = async (command: string, option: string, typed: string) =>
  (await bot.complete(command, option, typed)).map(({ value }) => value);

test.for([
  { typed: "ara", first: ["abbas-araghchi"] },
  { typed: "Abbas Ara", first: ["abbas-araghchi"] },
  { typed: "ghali", first: ["mohammad-bagher-ghalibaf"] },
  { typed: "qa", first: ["qassem-soleimani", "qatar", "mohammad-bagher-ghalibaf"] },
  { typed: "ira", first: ["iran", "iraq"] },
  { typed: "saudi", first: ["saudi-arabia"] },
] as const)("who $typed", async ({ typed, first }) => {
  expect((await offered("who", "actor", typed)).slice(0, first.length)).toEqual(first);
});

test("who: people before states whose name has a word with that beginning, then aliases", async () => {
  const ara = await offered("who", "actor", "ara");
  const places = ["abbas-araghchi", "saudi-arabia", "egypt"].map((id) => ara.indexOf(id));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
});
