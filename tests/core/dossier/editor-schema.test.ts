import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { editorSchemas } from "#core";

test.each([...editorSchemas()])(
  "briefings/schema/%s.json is what the format says now (npm run dossier -- schema)",
  (kind, schema) => {
    const file = new URL(`../../../briefings/schema/${kind}.json`, import.meta.url);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(JSON.parse(JSON.stringify(schema)));
  },
);
