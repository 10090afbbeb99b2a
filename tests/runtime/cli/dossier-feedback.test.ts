import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { dossierCommand } from "../../../src/runtime/cli/dossier.ts";
import { openSqlite } from "../../../src/runtime/store/sqlite.ts";
import { createSqlStore } from "../../../src/runtime/store/store.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "backchannel-feedback-"));
  vi.stubEnv("DATA_DIR", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

async function print(...words: readonly string[]): Promise<string> {
  let output = "";
  const stdout = {
    write: (text: string) => {
      output += text;
    },
  };
  const io = { stdin: process.stdin, stdout, stderr: stdout, root: folder };
  expect(await dossierCommand(["feedback", ...words], io)).toBe(0);
  return output;
}

test("what is wrong comes first, with what the answer stood on", async () => {
  expect(await print()).toContain("Nothing yet");
  const store = await createSqlStore(openSqlite({ folder }));
  const given = { dossier: "us-iran", question: "topic nuclear", citations: ["a-1", "a-2"] };
  await store.feedback.add({ ...given, at: "2026-11-20T08:00:00Z", verdict: "useful" });
  await store.feedback.add({
    ...given,
    at: "2026-11-21T08:00:00Z",
    verdict: "wrong",
    note: "It was in May.",
  });
  await store.feedback.add({
    ...given,
    at: "2026-11-22T08:00:00Z",
    verdict: "not-useful",
    dossier: "other",
    citations: [],
  });
  await store.close();
  expect(await print()).toBe(`1 wrong, 1 not-useful, 1 useful

2026-11-21  wrong       us-iran  topic nuclear
            says: It was in May.
            cited: a-1, a-2
2026-11-22  not-useful  other  topic nuclear
            cited: nothing
2026-11-20  useful      us-iran  topic nuclear
            cited: a-1, a-2
`);
  expect(await print("other")).toContain("0 wrong, 1 not-useful, 0 useful");
});
