import fc from "fast-check";
import { expect, it } from "vitest";
import { createTestBot } from "../../fakes/bot.ts";

const { bot, slash, write, logged } = createTestBot({ flood: "none" });

/** Names that every plain object answers to: a table of words must not take them for its own. */
const inherited = Object.getOwnPropertyNames(Object.prototype);
const shapes = [
  (word: string) => word,
  (word: string) => `brief ${word}`,
  ...bot.commands.flatMap(({ name, options }) => [
    (word: string) => `${name} ${word}`,
    ...Object.keys(options).map((option) => (word: string) => `${name} ${option}:${word}`),
  ]),
];

it("takes no inherited name for a word of its own", async () => {
  for (const word of inherited) {
    for (const shape of shapes) await slash(shape(word));
    await write(word, { direct: true });
    await write(`in ${word} ${word} days as of ${word}`, { direct: true });
  }
  expect(logged.filter(({ event }) => event === "defect")).toEqual([]);
});

const bit = fc.constantFrom(
  "@everyone <!channel> <@U1> <#C1>",
  "<script>alert(1)</script>",
  "\u001b[31m\u0000\u0007",
  "\u202e\u2066\u200b\ufeff",
  "*_~`|>\\[x](javascript:1)",
  '"',
  ":",
  "as of",
  "from to between and",
  "\ud800",
  "\n\n",
  "١٢٣",
  "x".repeat(400),
);

it("answers any line with a document, without a defect", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...shapes),
      fc.array(fc.oneof(bit, fc.string({ unit: "binary" }), fc.constantFrom(...inherited)), {
        maxLength: 5,
      }),
      async (shape, words) => {
        const { document } = await slash(shape(words.join(" ")));
        expect(document.title).toBeDefined();
      },
    ),
    { numRuns: 300 },
  );
  expect(logged.filter(({ event }) => event === "defect")).toEqual([]);
});
