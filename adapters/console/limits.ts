import type { Limits } from "#core";
import { pageHtml } from "./render.ts";

/**
 * The page itself sets no limit; these keep one message quick to read and to lay out. There is no
 * other page that states them.
 */
export const limits: Limits = {
  page: { characters: 60_000, blocks: 120, actions: 24 },
  actionLabel: 75,
  actionLine: 500,
  measure(page) {
    const { blocks } = page.document;
    return {
      characters: pageHtml(page, 0).length,
      blocks: blocks.length,
      actions: blocks.reduce(
        (sum, block) => sum + (block.type === "actions" ? block.actions.length : 0),
        0,
      ),
    };
  },
};
