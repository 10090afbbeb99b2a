import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { loadEnvFile } from "../src/env-file.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "backchannel-env-"));
  vi.stubEnv("BACKCHANNEL_TEST", undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

it("puts what the file says into the environment, and needs no file", () => {
  expect(loadEnvFile(join(folder, ".env"))).toBeUndefined();
  writeFileSync(join(folder, ".env"), "BACKCHANNEL_TEST=yes\n");
  expect(loadEnvFile(join(folder, ".env"))).toBeUndefined();
  expect(process.env["BACKCHANNEL_TEST"]).toBe("yes");
});

it("says what to do about a folder of that name", () => {
  mkdirSync(join(folder, ".env"));
  expect(loadEnvFile(join(folder, ".env"))).toMatch(
    /^The settings in \S+\.env cannot be read \(.+\)\. Make it a text file .*, or take it away\.$/,
  );
});
