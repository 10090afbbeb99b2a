import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createLog, createRedactor, type LogLevel } from "../../src/runtime/log.ts";

function logInto(lines: string[], secrets: readonly string[] = [], level: LogLevel = "info") {
  return createLog({
    level,
    secrets,
    now: () => Temporal.Instant.from("2026-11-22T06:00:00Z"),
    write: (line) => lines.push(line),
  });
}

describe("the log", () => {
  test("writes one JSON object a line and leaves out what is below its level", () => {
    const lines: string[] = [];
    const log = logInto(lines);
    log.debug("quiet");
    log.info("digest-sent", { subscription: "s1", pages: 2 });
    expect(lines).toEqual([
      '{"time":"2026-11-22T06:00:00Z","level":"info","event":"digest-sent","subscription":"s1","pages":2}\n',
    ]);
  });

  test("keeps an error's cause", () => {
    const lines: string[] = [];
    const error = new Error("could not post", { cause: new Error("socket closed") });
    logInto(lines).error("post-failed", { error });
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      error: { message: "could not post", cause: { message: "socket closed" } },
    });
  });

  test("strikes out secrets inside errors, addresses and nested fields", () => {
    const lines: string[] = [];
    const token = 'xoxb-12-"quoted"-abcdefghij';
    const log = logInto(lines, [token]);
    log.error("failed", {
      error: new Error(`call with ${token} failed`),
      url: `https://example.org/?token=${encodeURIComponent(token)}`,
      nested: [{ token }],
      strange: "xapp-1-A123-456-abcdef0123456789",
      database: "postgresql://bot:hunter22@db:5432/bot",
    });
    expect(lines.join("")).not.toMatch(/quoted|abcdef|hunter22/);
    expect(() => JSON.parse(lines[0] ?? "")).not.toThrow();
  });

  test("leaves no secret in any text", () => {
    const secret = fc.string({ minLength: 8, unit: "grapheme-ascii" });
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (hidden, before, after) => {
        expect(createRedactor([hidden])(`${before}${hidden}${after}`)).not.toContain(hidden);
      }),
    );
  });
});
