import { describe, expect, test } from "vitest";
import { parseDossier } from "../../../src/core/dossier/parse.ts";
import { canalDossier, canalFiles, filesBelow } from "../../fixtures/dossiers.ts";

const shown = (files: ReadonlyMap<string, string>) => {
  const parsed = parseDossier(files);
  return "problems" in parsed
    ? parsed.problems.map(({ file, line, path, message }) => `${file}:${line}: ${path}: ${message}`)
    : [];
};
const changed = (path: string, change: (text: string) => string) =>
  new Map(canalFiles).set(path, change(canalFiles.get(path) ?? ""));

test("ten faults in seven files are reported at once, each with its line", () => {
  expect(shown(filesBelow("ten-faults"))).toEqual([
    'actors.yaml:4: [1].id: "north-town" is there already, in actors.yaml:1; give one of them another id',
    'claims/bridges.yaml:4: [0].kind: "evnet" is not one of event, statement, assessment, forecast, background, condition, recommendation; did you mean event?',
    'claims/bridges.yaml:5: [0].when: "2021-13" is a day that no calendar has',
    'claims/bridges.yaml:8: [0].citations[0].locator: "locator" is missing; add it',
    'claims/bridges.yaml:10: [0].reviewd: unknown key "reviewd"; did you mean "reviewed"?',
    'claims/bridges.yaml:17: [1].actors[0]: there is no actor "nort-town"; did you mean north-town?',
    'dossier.yaml:6: coverage.until: "2025-02-30" is a day that no calendar has',
    "glossary.yaml:3: : this is not valid YAML: bad indentation of a mapping entry",
    'sources/papers.yaml:4: [0].reliability: "G" is not one of A, B, C, D, E, F',
    'topics.yaml:5: [0].claims[0]: there is no claim "bridge-bilt"; did you mean bridge-built?',
  ]);
});

describe("a dossier", () => {
  const dossier = canalDossier();

  test("has offices, measurements and terms as claims with words of their own", () => {
    const made = [...dossier.claims.values()].filter(({ origin }) => origin !== "claims");
    expect(made.map(({ id, text, knownFrom }) => [id, text, String(knownFrom)])).toEqual([
      ["edda-quill-mayor", "Edda Quill has been mayor of Aldermoor since May 2021.", "2021-05-01"],
      [
        "tobias-marsh-mayor",
        "Tobias Marsh was mayor of Brightwater from 2015 to 20 January 2024.",
        "2015-01-01",
      ],
      ["barges-2023", "The Fenwick Canal Office counted 520 barges in 2023.", "2024-12-01"],
      ["barges-2024", "The Fenwick Canal Office counted 310 barges in 2024.", "2024-12-01"],
      [
        "term-canal-charter",
        "Canal charter: the paper of 1901 that names the rights of the towns along the Fenwick Canal.",
        "2019-01-01",
      ],
    ]);
  });

  test("knows a claim from its date, from known_from, or for a forecast from its source", () => {
    const known = (id: string) => String(dossier.claims.get(id)?.knownFrom);
    expect(known("toll-begins-2023")).toBe("2023-04-12");
    expect(known("council-voted-2023")).toBe("2024-06-03");
    const early = canalDossier({
      "claims/quarrel.yaml": (text) =>
        text.replace('when: "2025"\n  known_from: 2024-12-01', 'when: "2026"'),
    });
    expect(String(early.claims.get("office-expects-ruling-2025")?.knownFrom)).toBe("2024-12-01");
  });

  test("follows its links both ways", () => {
    const ids = (claims: readonly { readonly id: string }[] | undefined) =>
      claims?.map(({ id }) => id);
    const { links } = dossier;
    expect(ids(links.supersededBy.get("no-toll-2022"))).toEqual(["toll-begins-2023"]);
    expect(ids(links.rejectedBy.get("toll-was-secret"))).toEqual(["council-voted-2023"]);
    expect(ids(links.contradicts.get("aldermoor-says-lawful-2024"))).toEqual([
      "brightwater-says-unlawful-2024",
    ]);
    expect(ids(links.contradicts.get("brightwater-says-unlawful-2024"))).toEqual([
      "aldermoor-says-lawful-2024",
    ]);
    expect(ids(links.effects.get("toll-begins-2023"))).toEqual([
      "brightwater-says-unlawful-2024",
      "fewer-barges-2024",
      "barges-take-the-river",
    ]);
    expect(ids(links.ofActor.get("tobias-marsh"))).toEqual(["tobias-marsh-mayor"]);
    expect(ids(links.ofTopic.get("traffic"))).toEqual([
      "fewer-barges-2024",
      "barges-take-the-river",
      "canal-carries-grain",
      "barges-2023",
      "barges-2024",
    ]);
  });

  test("has a version that changes with any letter and with nothing else", () => {
    expect(dossier.version).toMatch(/^[0-9a-f]{12}$/);
    expect(parsedVersion(new Map([...canalFiles].toReversed()))).toBe(dossier.version);
    expect(
      parsedVersion(changed("topics.yaml", (text) => text.replace("fewer", "Fewer"))),
    ).not.toBe(dossier.version);
  });
});

describe("refused", () => {
  test("a folder with nothing in it", () => {
    expect(shown(new Map())).toEqual([
      "actors.yaml:0: : the file is missing; a dossier needs it",
      "claims/*.yaml:0: : there is no such file; a dossier needs at least one",
      "dossier.yaml:0: : the file is missing; a dossier needs it",
      "sources/*.yaml:0: : there is no such file; a dossier needs at least one",
      "topics.yaml:0: : the file is missing; a dossier needs it",
    ]);
  });

  test("an empty file, and one that is no list", () => {
    expect(shown(changed("glossary.yaml", () => "# nothing yet\n"))).toEqual([
      "glossary.yaml:0: : the file is empty; write its records or delete it",
    ]);
    expect(shown(changed("glossary.yaml", () => "id: charter\n"))).toEqual([
      "glossary.yaml:1: : the file holds no list; write each record after a hyphen",
    ]);
  });

  test("a file cut in two, a key written twice, a tag", () => {
    const more = (text: string) => shown(changed("glossary.yaml", (before) => before + text))[0];
    const last = (canalFiles.get("glossary.yaml") ?? "").split("\n").length - 1;
    expect(more("---\n- id: x\n")).toBe(
      'glossary.yaml:0: : the file holds several documents; take out the lines "---" between them',
    );
    expect(more("- id: x\n  id: y\n")).toBe(
      `glossary.yaml:${last + 2}: : this is not valid YAML: duplicated mapping key`,
    );
    expect(more("- id: !js x\n")).toBe(
      `glossary.yaml:${last + 1}: : this is not valid YAML: unknown scalar tag !<!js>`,
    );
  });

  test("a file of no known kind", () => {
    expect(shown(new Map(canalFiles).set("claim/more.yaml", "- id: x\n"))).toEqual([
      "claim/more.yaml:0: : no kind of record is kept here; the files are dossier.yaml, sources/*.yaml, actors.yaml, topics.yaml, glossary.yaml, disputes.yaml, series.yaml, agenda.yaml, trend.yaml, claims/*.yaml",
    ]);
    expect(shown(new Map(canalFiles).set("README.md", "Notes."))).toEqual([]);
  });

  test("references inside YAML, which a bomb is made of", () => {
    const bomb = `- &a [x, x]\n${Array.from({ length: 30 }, (_, at) => `- &b${at} [*a, *a]`).join("\n")}`;
    expect(shown(changed("glossary.yaml", () => bomb))[0]).toBe(
      "glossary.yaml:2: : references (&name, *name) are not used in a dossier; write the value out",
    );
  });

  test("a file far too long, and one nested far too deep", () => {
    expect(shown(changed("glossary.yaml", () => " ".repeat(2_000_001)))[0]).toContain(
      "the file has 2000001 characters, more than 2000000",
    );
    const deep = shown(changed("glossary.yaml", () => "[".repeat(20_000)));
    expect(deep).toHaveLength(1);
    expect(deep[0]).toContain("this is not valid YAML");
  });

  test("a comma that breaks a locator in two, with the way out", () => {
    const files = changed("claims/quarrel.yaml", (text) =>
      text.replace("locator: front page }", "locator: front page, line 4 }"),
    );
    expect(shown(files)).toEqual([
      'claims/quarrel.yaml:24: [1].citations[0].line 4: "line 4" is read as a key of its own; put the text with the comma before it in quotes',
    ]);
  });

  test("an office that somebody else holds, and characters that hide", () => {
    const files = changed("claims/quarrel.yaml", (text) =>
      text
        .replace("id: edda-quill, office", "id: tobias-marsh, office")
        .replace("headline: Aldermoor lets", 'headline: "Aldermoor \\u202elets"'.slice(0, -1))
        .replace("pass free of charge", 'pass free of charge"'),
    );
    expect(shown(files)).toEqual([
      "claims/quarrel.yaml:4: [0].headline: holds an invisible control character; delete it",
      'claims/quarrel.yaml:20: [1].actors[1].office: the office "edda-quill-mayor" is held by edda-quill, not by tobias-marsh',
    ]);
  });

  test("two measurements of one day", () => {
    const files = changed("series.yaml", (text) => text.replace('as_of: "2024"', 'as_of: "2023"'));
    expect(shown(files)).toEqual([
      'series.yaml:18: [0].points[1].as_of: the claim made from this would be called "barges-2023", and there is one already; change the id or the date',
    ]);
  });
});

function parsedVersion(files: ReadonlyMap<string, string>): string {
  const parsed = parseDossier(files);
  return "dossier" in parsed ? parsed.dossier.version : "";
}
