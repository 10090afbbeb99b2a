import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { credibilityScale, likelihoodScale, ploverScale, reliabilityScale } from "#core";
import { rules } from "../../src/core/dossier/lint/rules.ts";
import { fileSchemas } from "../../src/core/dossier/schema.ts";

const readme = readFileSync(new URL("../../briefings/README.md", import.meta.url), "utf8");

test("the curators' page lists the rules of the linter as they are", () => {
  const listed = [...readme.matchAll(/^\| `([a-z-]+)` \| (error|warning) \| (.*) \|$/gm)];
  expect(listed.map(([, name, level, says]) => ({ name, level, says }))).toEqual(
    rules.map(({ name, level, says }) => ({ name, level, says })),
  );
});

test("it gives the scales, the files and the types of events in full", () => {
  const words = [
    ...Object.entries(reliabilityScale).map(([letter, meaning]) => `| ${letter} | ${meaning} |`),
    ...Object.entries(credibilityScale).map(([mark, meaning]) => `| ${mark} | ${meaning} |`),
    ...Object.entries(likelihoodScale).map(([term, [from, to]]) => `| ${term} | ${from}–${to} |`),
    ...Object.keys(ploverScale),
    ...Object.keys(fileSchemas).map((file) => `| \`${file}\` |`),
  ];
  expect(words.filter((each) => !readme.includes(each))).toEqual([]);
});
