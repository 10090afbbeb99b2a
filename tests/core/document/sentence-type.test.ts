import { expectTypeOf, it } from "vitest";
import type { ClaimSentence, Sentence, ServiceSentence } from "#core";

it("a sentence can be made by its makers only: plain words and plain objects do not compile", () => {
  expectTypeOf<string>().not.toExtend<Sentence>();
  expectTypeOf<{
    type: "claim";
    claims: ["a"];
    children: [{ type: "text"; value: "Iran left." }];
  }>().not.toExtend<Sentence>();
  expectTypeOf<{
    type: "service";
    text: "label.why";
    children: [{ type: "text"; value: "Why" }];
  }>().not.toExtend<Sentence>();
  expectTypeOf<ClaimSentence | ServiceSentence>().toExtend<Sentence>();
});
