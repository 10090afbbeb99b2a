/** Every answer that the record can give, within Slack's documented limits. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Document, fit, type Reply } from "#core";
import { belowPage, belowReply } from "../../../adapters/slack/below.ts";
import { limits, render } from "../../../adapters/slack/render.ts";
import { evidenceBlocks } from "../../../adapters/slack/sources.ts";
import { createTestBot } from "../../fakes/bot.ts";
import { anyDocument } from "../../fakes/documents.ts";
import { breaches } from "../../fakes/slack/rules.ts";
import { canalDossier, usIranDossier } from "../../fixtures/dossiers.ts";

/** What a reply breaks, in each of the ways in which it may be sent. */
function breachesOf(document: Document, reply?: Reply): readonly string[] {
  const sent = fit(document, limits).flatMap((page) => {
    const last = page.number === page.of;
    const below = reply && last ? belowReply(reply) : belowPage("k".repeat(36), document);
    const rich = render(page, { native: true, below });
    const bare = render(page, { native: false });
    return [rich, bare].flatMap((message) => breaches({ ...message }, "message"));
  });
  const title = { type: "plain_text", text: "x" };
  const modal = { title, close: title, blocks: evidenceBlocks(document.sources) };
  return [...sent, ...breaches(modal, "modal")];
}

test.each([
  ["us-iran", usIranDossier()],
  ["canal-tolls", canalDossier()],
])(
  "every command, depth and record of %s",
  async (_, dossier) => {
    const bot = createTestBot({ flood: "none" }, [dossier]);
    const ids = (records: ReadonlyMap<string, unknown>) => [...records.keys()];
    const lines = [
      ...["now", "watch", "changes since 2015", "changes", "disputes", "sources", "help", "why"],
      ...bot.bot.commands.flatMap(({ examples }) => examples),
      ...ids(dossier.topics).flatMap((id) => [`topic ${id}`, `timeline ${id}`, `sources ${id}`]),
      ...ids(dossier.actors).flatMap((id) => [`who ${id}`]),
      ...ids(dossier.terms).map((term) => `define ${term}`),
      ...ids(dossier.disputes).map((id) => `disputes ${id}`),
      ...[...dossier.claims.values()].map(({ headline }) => `check ${headline}`),
      ...ids(dossier.topics).map((id) => `compare ${ids(dossier.actors).slice(0, 2)} on ${id}`),
    ];
    const found: string[] = [];
    let answered = 0;
    for (const line of lines) {
      const depths = /^(check|define|sources|help)/.test(line)
        ? ["90s"]
        : ["headline", "90s", "full"];
      for (const depth of depths) {
        const asked = depth === "90s" ? line : `${line} depth:${depth}`;
        const reply = await bot.slash(asked);
        if (reply.answered) answered += 1;
        for (const breach of breachesOf(reply.document, reply)) found.push(`${asked}: ${breach}`);
      }
    }
    expect(found).toEqual([]);
    expect(answered).toBeGreaterThan(lines.length / 2);
  },
  240_000,
);

test("any document whatever", () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      expect(breachesOf(document)).toEqual([]);
    }),
    { numRuns: 200 },
  );
}, 120_000);
