import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const root = new URL("../../src/core/", import.meta.url);

it("the core has no word of any platform", () => {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  expect(files.length).toBeGreaterThan(100);
  const named = files.filter((file) =>
    /slack|discord|block kit|\bembeds?\b/i.test(readFileSync(new URL(file, root), "utf8")),
  );
  expect(named).toEqual([]);
});
