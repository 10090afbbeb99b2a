import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { dossierCommand } from "../../../src/runtime/cli/dossier.ts";
import { openSqlite } from "../../../src/runtime/store/sqlite.ts";
import { createSqlStore } from "../../../src/runtime/store/store.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "backchannel-unanswered-"));
  mkdirSync(join(folder, "briefings", "us-iran"), { recursive: true });
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
  expect(await dossierCommand(["unanswered", ...words], io)).toBe(0);
  return output;
}

test("what was asked most in vain comes first, and nobody is named", async () => {
  expect(await print()).toContain("Nothing yet");
  const store = await createSqlStore(openSqlite({ folder }));
  const ask = (question: string, at: string) =>
    store.unanswered.add(question, "us-iran", Temporal.Instant.from(at));
  await ask("how many submarines are there", "2026-11-20T08:00:00Z");
  await ask("what did Sweden say?", "2026-11-21T08:00:00Z");
  await ask("What did Sweden say", "2026-11-22T08:00:00Z");
  await store.close();
  expect(await print()).toBe(`us-iran
   2 ×  2026-11-22  what did Sweden say?
   1 ×  2026-11-20  how many submarines are there
`);
  expect(await print("other")).toBe("Every question so far had an answer.\n");
});
