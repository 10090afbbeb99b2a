/** A page as one Slack message. */
import { type Block, type Page, type Prose, plainText, stampSentence } from "#core";
import { actions, button, contexts, type SlackBlock, sections, short } from "./blocks.ts";
import { renderBlock } from "./body.ts";
import { mrkdwn, plain } from "./escape.ts";
import { kit, limitsOf } from "./limits.ts";
import { bold, createMrkdwn, createPlain } from "./mrkdwn.ts";
import { sourceLines } from "./sources.ts";

export interface Message {
  /** Notifications and screen readers. */
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

export interface RenderOptions {
  /** False: without tables, charts and feedback elements that a workspace may refuse. */
  readonly native: boolean;
  /** What the adapter adds below: evidence, feedback, share. */
  readonly below?: readonly SlackBlock[];
}

export function render(page: Page, { native, below = [] }: RenderOptions): Message {
  const { document } = page;
  const prose = createMrkdwn(document);
  return {
    text: short(mrkdwn(page.notification), kit.text),
    blocks: [
      ...titleBlocks(page, prose),
      ...aboutLines(page, prose),
      ...leadLines(page, prose),
      ...bodyBlocks(document.blocks, prose, native),
      ...contexts(sourceLines(document)),
      ...below,
    ],
  };
}

function titleBlocks({ document }: Page, prose: Prose): readonly SlackBlock[] {
  const words = createPlain(document).sentence(document.title).trim();
  if (words.length > 0 && words.length <= kit.headerText) {
    return [{ type: "header", text: { type: "plain_text", text: words } }];
  }
  return sections([bold(document.title.children, prose.sentence(document.title))]);
}

/** Bold as far as bold helps: a whole paragraph of it does not. */
const longestBold = 300;

function leadLines({ document: { lead } }: Page, prose: Prose): readonly SlackBlock[] {
  if (!lead) return [];
  const text = prose.sentence(lead);
  return sections([text.length > longestBold ? text : bold(lead.children, text)]);
}

function aboutLines({ document: { stamp, layout = [] } }: Page, prose: Prose) {
  const mark = stamp?.stale ? "⚠️ " : "";
  return contexts([
    ...(stamp ? [mark + prose.sentence(stampSentence(stamp))] : []),
    ...layout.map(prose.sentence),
  ]);
}

function bodyBlocks(blocks: readonly Block[], prose: Prose, native: boolean): SlackBlock[] {
  const used = { tables: 0, charts: 0, buttons: 0 };
  return blocks.flatMap((block) => {
    if (block.type !== "actions") return renderBlock(block, prose, native ? used : undefined);
    const buttons = block.actions.map((action) => {
      used.buttons += 1;
      const primary = action.emphasis === "primary";
      return button(plain(plainText(action.label)), `run.${used.buttons}`, action.line, primary);
    });
    return actions(buttons);
  });
}

/** Text characters of a message, over all its blocks. */
function charactersOf(blocks: readonly SlackBlock[]): number {
  return count(blocks);
}

function count(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + count(item), 0);
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, item]) =>
      sum + (typeof item === "string" ? (spoken.has(key) ? item.length : 0) : count(item)),
    0,
  );
}
const spoken: ReadonlySet<string> = new Set(["text", "url", "title", "label", "name", "value"]);

/** What the adapter puts below an answer takes up to this much. */
const reserved = { characters: 600, blocks: 3, actions: 4 };

/** Measures as sent, in whichever of the two ways is larger. */
export const limits = limitsOf((page) => {
  const rich = render(page, { native: true }).blocks;
  const bare = render(page, { native: false }).blocks;
  return {
    characters: Math.max(charactersOf(rich), charactersOf(bare)) + reserved.characters,
    blocks: Math.max(rich.length, bare.length) + reserved.blocks,
    actions: page.document.blocks.reduce(
      (sum, block) => sum + (block.type === "actions" ? block.actions.length : 0),
      0,
    ),
  };
});
