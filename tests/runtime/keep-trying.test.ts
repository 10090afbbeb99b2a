import { describe, expect, it } from "vitest";
import type { LogFields } from "#core";
import { keepTrying } from "../../src/runtime/keep-trying.ts";

function recorder() {
  const events: [string, LogFields | undefined][] = [];
  const note = (event: string, fields?: LogFields) => events.push([event, fields]);
  return { events, log: { debug: note, info: note, warn: note, error: note } };
}

describe("connecting to a platform", () => {
  it("is tried again with longer and longer waits, and each failure is logged", async () => {
    const { events, log } = recorder();
    const waits: number[] = [];
    let attempts = 0;
    const connect = async () => {
      attempts += 1;
      if (attempts < 11) throw new Error("down");
    };
    await keepTrying(connect, log, "chat", async (pause) => waits.push(pause)).done;
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300].map((each) => each * 1_000));
    expect(events).toHaveLength(10);
    expect(events[0]).toEqual([
      "connecting-failed",
      { about: "chat", error: new Error("down"), retryInSeconds: 2 },
    ]);
  });

  it("ends when it is given up", async () => {
    const { log } = recorder();
    let attempts = 0;
    const connection = keepTrying(
      async () => {
        attempts += 1;
        throw new Error("down");
      },
      log,
      "chat",
      async () => connection.giveUp(),
    );
    await connection.done;
    expect(attempts).toBe(1);
  });
});
