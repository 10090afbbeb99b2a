import fc from "fast-check";
import { expect, test } from "vitest";
import { claimSentence, createDocument, fit, named, say, serviceDocument } from "#core";
import { decodeId, encodeId, longestLine, shortKey } from "../../../adapters/discord/custom-id.ts";
import { createLimits } from "../../../adapters/discord/limits.ts";
import { firstIdAt, madeAt, placeOf, threadId } from "../../../adapters/discord/place.ts";
import { bodyOf } from "../../../adapters/discord/post.ts";
import {
  countComponents,
  measurePage,
  renderPage,
  textLength,
} from "../../../adapters/discord/render.ts";
import { messageFaults } from "../../fakes/discord/rules.ts";
import { anyDocument } from "../../fakes/documents.ts";
import { claim, dossierOf } from "../../fakes/dossier.ts";
import { markdownOf } from "./connected.ts";

const limits = createLimits(measurePage);
const name = (value: string) => say("label.name", { name: named("topic", "t", value) });
const swap = claim("swap", { text: "Both states freed five prisoners." });
const dossier = dossierOf([swap, claim("lead", { headline: "Envoys meet" })]);

test("a whole document, as Discord gets it", () => {
  const document = createDocument(
    {
      title: name("Talks"),
      lead: claimSentence([swap]),
      blocks: [
        { type: "heading", depth: 2, sentence: name("Key points") },
        {
          type: "list",
          ordered: true,
          items: [
            {
              type: "listItem",
              sentences: [
                claimSentence([swap], {
                  type: "strong",
                  children: [{ type: "text", value: "Five go free." }],
                }),
              ],
              details: [claimSentence([swap])],
            },
          ],
        },
        { type: "thematicBreak" },
        {
          type: "callout",
          tone: "caution",
          children: [{ type: "paragraph", sentences: [claimSentence([swap])] }],
        },
        {
          type: "facts",
          rows: [{ label: name("Place"), value: [claimSentence([swap])] }],
        },
        {
          type: "actions",
          actions: [
            { type: "action", label: name("More"), line: "topic talks", emphasis: "primary" },
            { type: "action", label: name("Later"), line: "timeline page:2" },
            { type: "action", label: name("Latest"), line: "timeline page:4" },
          ],
        },
      ],
      stamp: {
        asOf: "2026-11-22",
        coverageUntil: "2026-06-17",
        ageDays: 158,
        stale: true,
        chosen: false,
        version: "0123456789ab",
      },
    },
    dossier,
  );
  const [page] = fit(document, limits);
  expect(renderPage(page!)).toEqual([
    {
      type: 10,
      content: "**Both states freed five prisoners.\\[1\\]** (record to 17 Jun 2026)",
    },
    {
      type: 17,
      accent_color: 0xc98a1b,
      components: [
        {
          type: 10,
          content: [
            "## Talks",
            "**Caution: the record ends on 17 Jun 2026, 158 days before 22 Nov 2026. Nothing later is in it.**",
            "### Key points",
            "1. **Five go free.**\\[1\\]",
            "  - Both states freed five prisoners.\\[1\\]",
          ].join("\n"),
        },
        { type: 14 },
        {
          type: 10,
          content: [
            "> **Caution**",
            "> Both states freed five prisoners.\\[1\\]",
            "**Place:** Both states freed five prisoners.\\[1\\]",
            "-# Sources: 1 [Daily Record](<https://record.example/a_b%281%29>), para 1 (B2)",
          ].join("\n"),
        },
        {
          type: 1,
          components: [
            {
              type: 3,
              custom_id: "jump",
              placeholder: "Jump to a page",
              options: [1, 2, 3, 4].map((number) => ({
                label: `Page ${number}`,
                value: `timeline page:${number}`,
              })),
            },
          ],
        },
        {
          type: 1,
          components: [
            { type: 2, style: 1, label: "More", custom_id: "do:topic talks" },
            { type: 2, style: 2, label: "Later", custom_id: "page:timeline page:2" },
            { type: 2, style: 2, label: "Latest", custom_id: "page:timeline page:4" },
          ],
        },
      ],
    },
  ]);
});

test("moments are shown in the reader's own time", () => {
  const at = {
    type: "time",
    instant: "2026-11-22T09:00:00Z",
    zone: "UTC",
    value: "09:00",
  } as const;
  const document = serviceDocument({ title: say("label.name", { name: at }), blocks: [] });
  const [page] = fit(document, limits);
  expect(markdownOf(renderPage(page!))).toContain("## <t:1795338000:f>");
});

test.for([
  ["*bold* _it_ ~~no~~ ||hid||", "\\*bold\\* \\_it\\_ \\~\\~no\\~\\~ \\|\\|hid\\|\\|"],
  ["`code` [a](https://e.example)", "\\`code\\` \\[a\\](https:\u200b//e.example)"],
  ["@everyone and @here", "@\u200beveryone and @\u200bhere"],
  ["<@1> <@!1> <@&1> <#1> </x:1>", "<\u200b@1> <\u200b@!1> <\u200b@&1> <\u200b#1> <\u200b/x:1>"],
  ["<t:1:R> <:e:1> <a:e:1> <id:home>", "<\u200bt:1:R> <\u200b:e:1> <\u200ba:e:1> <\u200bid:home>"],
  ["# head", "\\# head"],
  ["-# small", "\\-# small"],
  ["> quote", "\\> quote"],
  ["- item", "\\- item"],
  ["1. item", "1\\. item"],
  ["5 < 6 & a@b.example", "5 < 6 & a@b.example"],
] as const)("%s is text", ([words, escaped]) => {
  const document = serviceDocument({
    title: name("T"),
    blocks: [{ type: "paragraph", sentences: [name(words)] }],
  });
  const [page] = fit(document, limits);
  expect(markdownOf(renderPage(page!)).split("\n")).toContain(escaped);
});

test("any document fits, and what is measured is what is sent", () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      for (const page of fit(document, limits)) {
        const components = renderPage(page);
        expect(messageFaults(bodyOf({ components }) as never, "MessageCreateRequest", [])).toEqual(
          [],
        );
        const size = measurePage(page);
        expect(size.blocks).toBeGreaterThanOrEqual(countComponents(components));
        expect(size.characters).toBeGreaterThanOrEqual(textLength(components));
      }
    }),
    { numRuns: 25 },
  );
});

test("a custom id holds what it was given", () => {
  const line = fc.string({ minLength: 1, maxLength: longestLine });
  const snowflake = fc.bigInt(1n, 2n ** 63n).map(String);
  const id = fc.oneof(
    line.map((line) => ({ type: "do", line }) as const),
    line.map((line) => ({ type: "page", line }) as const),
    fc.record({ type: fc.constant("ask" as const), root: snowflake, key: fc.uuid().map(shortKey) }),
    fc.record({
      type: fc.constant("form" as const),
      command: fc.constant("subscribe"),
      root: snowflake,
    }),
  );
  fc.assert(
    fc.property(id, (each) => {
      expect(decodeId(encodeId(each))).toEqual(each);
      expect(encodeId(each).length).toBeLessThanOrEqual(100);
    }),
  );
  expect(decodeId("somebody else's")).toBeUndefined();
});

test("a page's key is short, and one for each", () => {
  expect(shortKey("00000000-0000-4000-8000-000000000001")).toBe("AAAAAAAAQACAAAAAAAAAAQ");
  expect(() => shortKey("no uuid")).toThrow(RangeError);
});

test("ids tell when they were made, and name places both ways", () => {
  const instant = Temporal.Instant.from("2026-11-22T09:00:00Z");
  expect(madeAt(firstIdAt(instant)).toString()).toBe("2026-11-22T09:00:00Z");
  const place = { guild: "1", channel: "2", message: "3" };
  expect(placeOf(threadId(place))).toEqual(place);
  expect(() => placeOf("slack:T1:C1:1.2")).toThrow(RangeError);
});
