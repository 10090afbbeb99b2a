import { execFileSync } from "node:child_process";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createDossierTool } from "./dossier-tool.ts";

const faulty = fileURLToPath(new URL("../../fixtures/ten-faults", import.meta.url));
const tool = createDossierTool();
const { run, edit } = tool;
let root = "";
beforeEach(async () => {
  root = await tool.begin();
});
afterEach(() => tool.end());

describe("check", () => {
  test("says that all is well", async () => {
    expect(await run(["check"])).toEqual({
      code: 0,
      out: "canal-tolls: no errors, no warnings in 10 claims, 7 sources and 5 actors.\n",
      err: "",
    });
  });

  test("names each finding with its rule; warnings alone do not fail", async () => {
    await edit("claims/quarrel.yaml", (text) =>
      text.replace("added: 2025-04-01", "added: 2024-04-01"),
    );
    expect(await run(["check", "canal-tolls"])).toEqual({
      code: 0,
      out: [
        "briefings/canal-tolls/claims/quarrel.yaml:14: [0].added: last looked at on 2024-04-01; read it again and set reviewed (warning: not-reviewed)\n",
        "canal-tolls: no errors, 1 warning in 10 claims, 7 sources and 5 actors.\n",
      ].join(""),
      err: "",
    });
    await edit("claims/quarrel.yaml", (text) =>
      text.replace("locator: front page", "locator: n/a"),
    );
    const { code, out } = await run(["check"]);
    expect([code, out]).toEqual([1, expect.stringContaining("(error: citation-without-locator)")]);
  });

  test("finds words taken from a source", async () => {
    const source = join(root, "source.txt");
    await writeFile(
      source,
      "They say that until 2022 Aldermoor let barges pass its lock, and so on.",
    );
    const { code, out } = await run(["check", "--against", source]);
    expect([code, out.split("\n")[0]]).toEqual([
      1,
      'briefings/canal-tolls/claims/quarrel.yaml:5: [0].text: taken from the source: "Until 2022 Aldermoor let barges pass its lock"; say it in your own words (error: copied-words)',
    ]);
  });

  test("shows every problem of a dossier that does not read, and goes on to the next", async () => {
    await cp(faulty, join(root, "briefings", "ten-faults"), { recursive: true });
    const { code, out } = await run(["check"]);
    const lines = out.trimEnd().split("\n");
    expect([code, lines.length, lines[0], lines.at(-1)]).toEqual([
      1,
      12,
      "canal-tolls: no errors, no warnings in 10 claims, 7 sources and 5 actors.",
      "ten-faults: 10 problems.",
    ]);
  });
});

test("stats are tables that people can read", async () => {
  const { code, out } = await run(["stats"]);
  expect(code).toBe(0);
  expect(out.replace(/version \w+/, "version …")).toMatchInlineSnapshot(`
    "The Fenwick Canal tolls (canal-tolls), version …, to 2025-03-31
      10 claims, 5 more from offices, series and terms; 7 sources, 5 actors, 1 term, 1 dispute, 3 agenda items

      Topic                 claims  current  superseded  disputed  rejected  2+ sources  sources  newest
      Tolls                      7        3           1         2         1           1        5  2024-12-01
      Traffic on the canal       3        3           0         0         0           0        3  2025-01-01

      Status      claims  share
      current          6   60 %
      disputed         2   20 %
      rejected         1   10 %
      superseded       1   10 %

      Credibility                   claims  share
      1 confirmed by other sources       1   10 %
      2 probably true                    7   70 %
      3 possibly true                    1   10 %
      5 improbable                       1   10 %

      Independent sources  claims  share
      none rated A to C         1   10 %
      1                         8   80 %
      2                         1   10 %

      Last looked at     claims  share
      less than a month      10  100 %
      1 to 5 months           0    0 %
      6 to 11 months          0    0 %
      a year or more          0    0 %

      Reliability            sources
      A completely reliable        2
      B usually reliable           4
      E unreliable                 1

      One publisher, or one wire story in several outlets, counts as one independent source.

    "
  `);
});

test("schema writes what the repository keeps", async () => {
  expect((await run(["schema"])).code).toBe(0);
  const [written, kept] = await Promise.all([
    readFile(join(root, "briefings", "schema", "claims.json"), "utf8"),
    readFile(new URL("../../../briefings/schema/claims.json", import.meta.url), "utf8"),
  ]);
  expect(written).toBe(kept);
});

test("diff tells in words what changed since a revision", async () => {
  const git = (...words: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...words], {
      cwd: root,
      stdio: "pipe",
    });
  git("init", "-q");
  git("add", ".");
  git("commit", "-q", "-m", "first");
  expect((await run(["diff", "HEAD"])).out).toBe("canal-tolls: nothing changed since HEAD.\n");

  await edit("claims/traffic.yaml", (text) =>
    text
      .replace("credibility: 3", "credibility: 2")
      .replace("Grain made up 70", "Grain was 70")
      .concat(
        "- id: mill-closes\n  headline: The mill closes\n  text: The mill of Aldermoor closed in 2024.\n  kind: background\n  when: 2024\n  topics: [traffic]\n  citations: [{ source: canal-office-2024, locator: note 1 }]\n  credibility: 2\n  added: 2025-04-02\n",
      ),
  );
  await edit("actors.yaml", (text) => text.replace("aliases: [Aldermoor Town]", "aliases: []"));
  await edit("dossier.yaml", (text) => text.replace("until: 2025-03-31", "until: 2025-04-01"));
  expect((await run(["diff", "HEAD"])).out).toBe(`canal-tolls since HEAD

New claims (1)
  - The mill closes (mill-closes, 2024)

Changed claims (2)
  - barges-take-the-river: credibility 3 → 2
  - canal-carries-grain: text reworded

Actors (1)
  - Aldermoor (aldermoor): aliases changed

Header (1)
  - the record now ends on 1 April 2025, not 31 March 2025
`);
  expect(await run(["diff", "no-such-revision"])).toEqual({
    code: 1,
    out: "",
    err: "git does not know the revision no-such-revision, or there is no git here\n",
  });
});

test("coverage shows which passages are cited and which contradictions are answered", async () => {
  const list = join(root, "list.json");
  const passage = { article: 1, section: "Front page", paragraph: 1 };
  await writeFile(
    list,
    JSON.stringify([
      { id: "a", ...passage, check: "consistent" },
      { id: "b", ...passage, check: "contradicted" },
      { id: "c", ...passage, paragraph: 2 },
    ]),
  );
  await edit("claims/quarrel.yaml", (text) =>
    text.replace("locator: column on the left", 'locator: "Front page, paragraph 1"'),
  );
  expect(await run(["coverage", list, "--source", "tavern-sheet-2023"])).toEqual({
    code: 1,
    out: `canal-tolls: 3 passages in 2 paragraphs

  Source             Section     Paragraph  Passages  Claims
  tavern-sheet-2023  Front page          1         2       1  toll-was-secret
  tavern-sheet-2023  Front page          2         1       0  NONE

  Contradicted  Its record
  b             toll-was-secret (rejected)

  1 of 2 paragraphs are cited; 1 of 1 contradicted passages have a rejected or superseded record.
`,
    err: "",
  });
});

test.each([
  [[], 2, "Usage: npm run dossier"],
  [["chek"], 2, 'There is no tool "chek".'],
  [["check", "--agianst", "x"], 2, "Unknown option '--agianst'"],
  [["check", "nowhere"], 1, "briefings/nowhere: there is no such folder"],
  [["check", "--folder", "nowhere"], 1, "there is no folder"],
  [["check", "--against", "nowhere.txt"], 1, "no such file"],
  [["diff"], 1, "Name a revision"],
  [["coverage"], 1, "Name the list"],
  [["new", "source"], 1, "Only claims are asked for"],
])("%j is answered with what to do", async (argv, code, words) => {
  const result = await run(argv);
  expect([result.code, result.out + result.err]).toEqual([code, expect.stringContaining(words)]);
});
