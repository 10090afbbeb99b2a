import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createDossierTool } from "./dossier-tool.ts";

const tool = createDossierTool();
const { run } = tool;
let root = "";
beforeEach(async () => {
  root = await tool.begin();
});
afterEach(() => tool.end());

describe("new claim", () => {
  const answers = [
    "On 2 February 2025 Aldermoor lowered its toll for grain barges.",
    "Aldermoor lowers its toll for grain barges",
    "",
    "evnt",
    "event",
    "2025-02-30",
    "2025-02-02",
    "Aldermor, quill",
    "yes",
    "tolls",
    "new",
    "",
    "Fenwick Gazette",
    "Toll halved",
    "",
    "2025-02-03",
    "no",
    "B",
    "gazette-halved-2025-02-03",
    "page 1",
    "",
    "2",
    "CONCEDE",
    "It is the first step back.",
    "",
  ];

  test("asks until each answer fits, and writes a record that passes the check", async () => {
    const { code, out, err } = await run(["new", "claim"], [...answers, "yes"]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain('"evnt" is none of event, statement,');
    expect(out).toContain("Its publisher:   This needs an answer.");
    expect(out).toContain('"2025-02-30" is a day that no calendar has.');
    expect(out.trimEnd().split("\n").at(-1)).toBe(
      "Write it (yes, no)? Written to claims/traffic.yaml and sources/papers.yaml.",
    );
    const written = await readFile(join(root, "briefings/canal-tolls/claims/traffic.yaml"), "utf8");
    expect(
      written.slice(written.indexOf("- id: aldermoor-lowers")),
    ).toBe(`- id: aldermoor-lowers-its-toll-for-grain
  headline: Aldermoor lowers its toll for grain barges
  text: On 2 February 2025 Aldermoor lowered its toll for grain barges.
  kind: event
  when: "2025-02-02"
  actors:
    - aldermoor
    - id: edda-quill
      office: edda-quill-mayor
  topics:
    - tolls
  citations:
    - source: gazette-halved-2025-02-03
      locator: page 1
  credibility: 2
  why_it_matters: It is the first step back.
  plover: CONCEDE
  added: "2025-04-02"
`);
    expect((await run(["check"])).out).toBe(
      "canal-tolls: no errors, no warnings in 11 claims, 8 sources and 5 actors.\n",
    );
  });

  test("writes nothing when refused, when the input ends, or when the check would fail", async () => {
    const before = await readFile(join(root, "briefings/canal-tolls/claims/traffic.yaml"), "utf8");
    const refused = await run(["new", "claim"], [...answers, "no"]);
    const ended = await run(["new", "claim"], answers.slice(0, 5));
    const confirmed = answers.map((answer) => (answer === "2" ? "1" : answer));
    const failed = await run(["new", "claim"], [...confirmed, "yes"]);
    expect([refused.code, ended.code, failed.code]).toEqual([1, 1, 1]);
    expect(ended.out.trimEnd().split("\n").at(-1)).toBe("Nothing was written.");
    expect(failed.err).toBe(
      "Not written, for it would not pass the check:\n  claims/traffic.yaml:41: [2].credibility: credibility 1 stands on one independent source (one publisher or wire story counts once); rate it 2, or add another\n",
    );
    expect(await readFile(join(root, "briefings/canal-tolls/claims/traffic.yaml"), "utf8")).toBe(
      before,
    );
  });
});
