import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deliveryId, uuidV5 } from "#core";

const dns = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

describe("a name-based UUID", () => {
  it("is the one of RFC 9562's own example", () => {
    expect(uuidV5(dns, "www.example.com")).toBe("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  });

  it("is the same as with Node's SHA-1, for any name", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string({ unit: "binary", maxLength: 80 }), (namespace, name) => {
        const bytes = createHash("sha1")
          .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
          .update(name.toWellFormed(), "utf8")
          .digest();
        bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
        bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
        expect(uuidV5(namespace, name).replaceAll("-", "")).toBe(
          bytes.subarray(0, 16).toString("hex"),
        );
      }),
      { numRuns: 50 },
    );
  });

  it("of a delivery never changes: a changed one would post yesterday's digest again", () => {
    const scheduled = Temporal.Instant.from("2026-11-22T08:00:00Z");
    expect(deliveryId("s1", scheduled)).toBe("533de97d-ce81-5c8b-9038-abfef5952193");
  });
});
