import { expect, test } from "vitest";
import { namesOf } from "../../../src/core/dossier/names.ts";
import { canalDossier } from "../../fixtures/dossiers.ts";

const persian = `
- id: abbas-araghchi
  name: Abbas Araghchi
  kind: person
  aliases: [Seyed Abbas Araghchi, عباس عراقچی]
- id: mohammad-bagher-ghalibaf
  name: Mohammad Bagher Ghalibaf
  kind: person
- id: hossein-amir-abdollahian
  name: Hossein Amir-Abdollahian
  kind: person
- id: ali-khamenei
  name: Ali Khamenei
  kind: person
  aliases: [Supreme Leader Ali Khamenei, على خامنئي]
- id: mojtaba-khamenei
  name: Mojtaba Khamenei
  kind: person
`;
const names = namesOf(canalDossier({ "actors.yaml": (text) => text + persian }));
const found = (words: string) => names.find(words).map(({ id, how }) => `${id} (${how})`);

test.each([
  ["Edda Quill", ["edda-quill (exact)"]],
  ["quill", ["edda-quill (exact)"]],
  ["  EDDA   QUILL ", ["edda-quill (exact)"]],
  ["Edda Kwill", ["edda-quill (exact)"]],
  ["edda qwill", ["edda-quill (slip)"]],
  ["mayor of Aldermoor", ["edda-quill (exact)"]],
  ["Aldermoor's mayor", ["edda-quill (exact)"]],
  ["the Aldermoorian mayor", ["edda-quill (exact)"]],
  ["mayor of Brightwater", []],
  ["the canal office", ["canal-office (exact)"]],
  ["the Fenwick Canal Office", ["canal-office (exact)"]],
  ["Brightwater on Fenwick", ["brightwater (exact)"]],
  ["brihgtwater", ["brightwater (slip)"]],
  ["Araqchi", ["abbas-araghchi (sound)"]],
  ["Araghchi", ["abbas-araghchi (exact)"]],
  ["Qalibaf", ["mohammad-bagher-ghalibaf (sound)"]],
  ["amir abdollahian", ["hossein-amir-abdollahian (exact)"]],
  ["Amirabdollahian", ["hossein-amir-abdollahian (slip)"]],
  ["Amir-Abdullahian", ["hossein-amir-abdollahian (sound)"]],
  ["عباس عراقچى", ["abbas-araghchi (exact)"]],
  ["علی خامنئی", ["ali-khamenei (exact)"]],
  ["Khamenei", ["ali-khamenei (exact)", "mojtaba-khamenei (exact)"]],
  ["Mojtaba Khamenei", ["mojtaba-khamenei (exact)"]],
  ["weather", []],
  ["", []],
  ["!!!", []],
])("%s names %j", (words, ids) => {
  expect(found(words)).toEqual(ids);
});

test("kinds narrow what a word may mean", () => {
  expect(names.find("tolls", ["topic"]).map(({ id }) => id)).toEqual(["tolls"]);
  expect(names.find("tolls", ["actor"])).toEqual([]);
});

test("suggestions reach further than matches", () => {
  expect(names.suggest("the mayor edda").map(({ id }) => id)).toEqual(["edda-quill"]);
  expect(names.suggest("xyzzy")).toEqual([]);
});

test("completion offers what begins with the letters, then what holds them", () => {
  const ids = (typed: string) => names.complete(typed, ["actor"]).map(({ id }) => id);
  expect(ids("abb")).toEqual(["abbas-araghchi"]);
  expect(ids("kham")).toEqual(["ali-khamenei", "mojtaba-khamenei"]);
  expect(ids("water")).toEqual(["brightwater"]);
  expect(ids("brihgtwater")).toEqual(["brightwater"]);
  expect(ids("")).toHaveLength(10);
  expect(names.complete("", ["actor"], 2)).toEqual([
    { kind: "actor", id: "aldermoor", name: "Aldermoor" },
    { kind: "actor", id: "brightwater", name: "Brightwater" },
  ]);
});

test("names are found in running text, the longest first, with their place", () => {
  const text = "Did Brightwater's mayor Tobias Marsh meet Araqchi there about the barge tax?";
  expect(
    names
      .scan(text)
      .map(({ start, end, matches }) => [
        text.slice(start, end),
        matches.map(({ kind, id }) => `${kind} ${id}`),
      ]),
  ).toEqual([
    ["Brightwater", ["actor brightwater"]],
    ["Tobias Marsh", ["actor tobias-marsh"]],
    ["Araqchi", ["actor abbas-araghchi"]],
    ["barge tax", ["topic tolls"]],
  ]);
});
