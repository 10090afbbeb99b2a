import { describe, expect, test } from "vitest";
import { lintDossier, rules } from "../../../../src/core/dossier/lint/rules.ts";
import { parseDossier } from "../../../../src/core/dossier/parse.ts";
import { canalFiles } from "../../../fixtures/dossiers.ts";
import type { Edit } from "./edit.ts";
import { againstText, examples } from "./examples.ts";

const today = Temporal.PlainDate.from("2025-04-02");

function lint(edit: Edit, by = rules) {
  const files = new Map(canalFiles);
  for (const [file, change] of Object.entries(edit)) {
    const text = files.get(file) ?? "";
    files.set(file, typeof change === "string" ? text + change : replace(text, change));
  }
  const parsed = parseDossier(files);
  if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems, null, 2));
  return lintDossier({ ...parsed, today, against: [againstText] }, by);
}

function replace(text: string, changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((rest, [from, to]) => {
    if (!rest.includes(from)) throw new Error(`the fixture does not hold ${from}`);
    return rest.replaceAll(from, to);
  }, text);
}

test("the canal dossier is clean", () => {
  expect(lint({})).toEqual([]);
});

test("every rule has its example", () => {
  expect(Object.keys(examples)).toEqual(rules.map(({ name }) => name));
});

describe.each(rules.map((rule) => [rule.name, rule] as const))("%s", (name, rule) => {
  const example = examples[name];
  if (!example) throw new Error(`no example for ${name}`);

  test("refuses", () => {
    const findings = lint(example.bad);
    expect(new Set(findings.map((finding) => finding.rule))).toEqual(new Set([name]));
    expect(findings[0]).toMatchObject({ rule: name, level: rule.level });
    expect(findings[0]?.line).toBeGreaterThan(0);
    expect(findings.map(({ message }) => message).join("\n")).toContain(example.says);
  });

  test("lets pass", () => {
    expect(lint(example.good)).toEqual([]);
  });

  test("is what refuses: with the rule off the example passes", () => {
    expect(
      lint(
        example.bad,
        rules.filter((other) => other !== rule),
      ),
    ).toEqual([]);
  });
});
