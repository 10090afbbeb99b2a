import { expect, test, vi } from "vitest";
import { type Bot, fit, type Reply } from "#core";
import { followUpButton } from "../../../adapters/discord/additions.ts";
import { leavesOf, turnTo } from "../../../adapters/discord/leaves.ts";
import { createLimits } from "../../../adapters/discord/limits.ts";
import { bodyOf } from "../../../adapters/discord/post.ts";
import { measurePage, renderPage } from "../../../adapters/discord/render.ts";
import { createTestBot } from "../../fakes/bot.ts";
import { messageFaults } from "../../fakes/discord/rules.ts";
import { usIranDossier } from "../../fixtures/dossiers.ts";

vi.setConfig({ testTimeout: 280_000 });

const limits = createLimits(measurePage);
const dossier = usIranDossier();
const depths = ["headline", "90s", "full"];
const key = "A".repeat(22);

/** Every subcommand with every record that it takes. */
const lines = [
  ...["now", "topic", "watch", "changes since:2026-01-01", "changes", "disputes", "define"],
  ...["sources", "help", "why", "timeline", "who", "compare iran, united-states"],
  ...[...dossier.topics.keys()].flatMap((id) => [`topic ${id}`, `timeline ${id}`, `watch ${id}`]),
  ...[...dossier.actors.keys()].flatMap((id) => [`who ${id}`, `timeline actor:${id}`]),
  ...[...dossier.terms.keys()].map((id) => `define ${id}`),
  ...[...dossier.disputes.keys()].map((id) => `disputes ${id}`),
  ...[...dossier.sources.keys()].map((id) => `sources ${id}`),
  ...[...dossier.claims.values()].map(({ headline }) => `ask ${headline}`),
  ...[...dossier.claims.values()].map(({ text }) => `check ${text}`),
  ...Array.from({ length: 12 }, (_, index) => `timeline page:${index + 1}`),
];

test("every payload of every command, depth and record is one that Discord takes", async () => {
  const { bot } = createTestBot({ flood: "none" }, [dossier]);
  const faults: string[] = [];
  let payloads = 0;
  let most = 0;
  for (const [index, line] of lines.entries()) {
    // Answers and verdicts say the same at each depth but for their length: one is enough of each.
    const free = /^(ask|check|sources|define) /.test(line);
    for (const depth of free ? [depths[index % 3]] : depths) {
      const reply = await say(bot, /^(help|why)$/.test(line) ? line : `${line} depth:${depth}`);
      const { letters, note } = leavesOf(reply, "1".repeat(19), limits, "1".repeat(19));
      const turned = (note?.pages ?? []).map(
        (_, at) => (note && turnTo(note, at + 1, "1".repeat(19)))?.components ?? [],
      );
      const delivered = fit(reply.document, limits).map((page) =>
        renderPage(page, { buttons: [followUpButton({ root: "1".repeat(19), key })] }),
      );
      const posted = letters.map(({ components }) => components);
      for (const components of [...posted, ...turned, ...delivered]) {
        const body = bodyOf({ components });
        const found = messageFaults(body as never, "MessageCreateRequest", []);
        faults.push(...found.map((fault) => `${line} depth:${depth}: ${fault}`));
        payloads += 1;
        most = Math.max(most, JSON.stringify(body).length);
      }
    }
  }
  expect(faults).toEqual([]);
  expect(payloads).toBeGreaterThan(lines.length);
  expect(most).toBeLessThan(25_000_000);
});

let calls = 0;
async function say(bot: Bot, line: string): Promise<Reply> {
  calls += 1;
  return bot.command({
    key: `walk-${calls}`,
    origin: {
      platform: "discord",
      workspace: "1",
      channel: "2",
      person: `person-${calls}`,
      direct: false,
      canPost: true,
      mayManage: false,
    },
    input: { type: "line", line },
  });
}
