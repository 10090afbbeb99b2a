import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { lintDossier, parseDossier, statsOf } from "#core";
import { readFiles } from "../../src/runtime/dossier-files.ts";

const folder = fileURLToPath(new URL("../../briefings/us-iran", import.meta.url));
const { files } = await readFiles(folder);
// The day it was last checked: the warnings about age must not make this test fail some day.
const today = Temporal.PlainDate.from("2026-11-22");

function parse(extra?: string) {
  const parsed = parseDossier(
    extra === undefined ? files : new Map(files).set("claims/extra.yaml", extra),
  );
  if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems.slice(0, 5), null, 2));
  return parsed;
}

const lint = (extra?: string) => lintDossier({ ...parse(extra), today, against: [] });

test("the record has no errors", () => {
  expect(lint().filter(({ level }) => level === "error")).toEqual([]);
});

test("it is broad, and much of it stands on several independent sources", () => {
  const { dossier } = parse();
  const stats = statsOf(dossier, today);
  const several = [...stats.independent]
    .filter(([count]) => count > 1)
    .reduce((sum, [, claims]) => sum + claims, 0);
  expect(stats.written).toBeGreaterThanOrEqual(200);
  expect(several).toBeGreaterThanOrEqual(45);
  expect(dossier.actors.size).toBeGreaterThanOrEqual(40);
  expect(dossier.until.toString()).toBe("2026-06-17");
});

test("each status of a claim occurs, and what is rejected says why and on what evidence", () => {
  const { dossier } = parse();
  const claims = [...dossier.claims.values()];
  expect(new Set(claims.map(({ status }) => status))).toEqual(
    new Set(["current", "disputed", "superseded", "rejected"]),
  );
  const unanswered = claims.filter(
    ({ id, status, reason }) =>
      status === "rejected" && (reason === undefined || !dossier.links.rejectedBy.has(id)),
  );
  expect(unanswered.map(({ id }) => id)).toEqual([]);
});

/** The two impossible statements of the articles and a late one of the dead, entered as if they were true. */
const impossible = `
- id: impossible-director
  headline: CIA Director Wray says Washington looks for channels
  text: In March 2023 CIA Director Christopher Wray said that Washington was looking for channels to Iran.
  kind: statement
  when: 2023-03
  actors: [christopher-wray, united-states]
  topics: [mediation]
  citations: [{ source: viral-x-1, locator: "Key Developments, paragraph 1" }]
  credibility: 3
  added: 2026-11-22
- id: impossible-minister
  headline: Amir-Abdollahian calls Iran ready for direct talks
  text: On 28 May 2024 Iran's foreign minister Hossein Amir-Abdollahian said that Iran was ready for direct talks.
  kind: statement
  when: 2024-05-28
  actors: [{ id: hossein-amir-abdollahian, office: hossein-amir-abdollahian-foreign-minister }, iran]
  topics: [mediation]
  citations: [{ source: viral-x-1, locator: "Key Developments, paragraph 3" }]
  credibility: 3
  added: 2026-11-22
- id: impossible-leader
  headline: Khamenei refuses further talks
  text: On 10 May 2026 Supreme Leader Ali Khamenei said that Iran would hold no further talks.
  kind: statement
  when: 2026-05-10
  actors: [iran]
  topics: [mediation]
  citations: [{ source: belga-memorandum-2026-06-17, locator: paragraph 1 }]
  credibility: 3
  added: 2026-11-22
`;

test("a director of the wrong agency and a minister after his death are caught by rules", () => {
  const found = lint(impossible).filter(({ file }) => file === "claims/extra.yaml");
  expect(found.map(({ line, rule, message }) => `${line} ${rule}: ${message}`)).toEqual([
    "4 title-not-held: it calls Christopher Wray director (Central Intelligence Agency) in March 2023, but on record William Burns was director of the CIA from March 2021 to January 2025",
    "14 title-not-held: it calls Hossein Amir-Abdollahian foreign minister (Iran) on 28 May 2024, but on record Hossein Amir-Abdollahian was foreign minister of Iran from August 2021 to 19 May 2024",
    "17 office-not-held: Hossein Amir-Abdollahian was foreign minister of Iran August 2021 – 19 May 2024, not 28 May 2024; mend the date or the office",
    "17 speaker-not-alive: Hossein Amir-Abdollahian died 19 May 2024; the claim is of 28 May 2024",
    "24 title-not-held: it calls Ali Khamenei supreme leader (Iran) on 10 May 2026, but on record Ali Khamenei was Supreme Leader of Iran from 1989 to 28 February 2026",
    "24 dead-acting: Ali Khamenei died 28 February 2026; the claim is of 10 May 2026",
  ]);
});
