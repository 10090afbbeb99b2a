import { expect, it } from "vitest";
import type { Reply } from "#core";
import { createTestBot } from "../../fakes/bot.ts";
import { linesOf } from "../../fakes/lines.ts";
import { canalDossier, usIranDossier } from "../../fixtures/dossiers.ts";

const buttons = ({ document }: Reply) =>
  document.blocks.flatMap((block) => (block.type === "actions" ? block.actions : []));

it.each([
  { name: "the tiny dossier", dossier: canalDossier(), days: ["2024-08-01"] },
  { name: "the dossier of the product", dossier: usIranDossier(), days: ["2023-10-01"] },
])(
  "on $name every briefing ends with lines that work",
  { timeout: 120_000 },
  async ({ dossier, days }) => {
    const { slash } = createTestBot({ flood: "none" }, [dossier]);
    const tried = new Map<string, string>();
    const bare: string[] = [];
    for (const line of linesOf(dossier, days)) {
      const reply = await slash(line);
      const found = buttons(reply);
      if (found.length === 0 && !line.startsWith("ask ")) bare.push(line);
      for (const button of found) if (!tried.has(button.line)) tried.set(button.line, line);
    }
    const broken: string[] = [];
    for (const [line, from] of tried) {
      const { title } = (await slash(line)).document;
      const failed =
        title.type === "service" && ["title.problem", "title.defect"].includes(title.text);
      if (failed) broken.push(`${line} (below ${from})`);
    }
    expect({ bare, broken }).toEqual({ bare: [], broken: [] });
  },
);
