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
  const message = rendered(page, native);
  return below.length === 0 ? message : { ...message, blocks: [...message.blocks, ...below] };
}

interface Rendered {
  readonly rich: Message;
  /** The same object where nothing on the page is native. */
  readonly bare: Message;
}

/** A page is measured before it is sent, and a digest's page is sent to many. */
const kept = new WeakMap<Page, Rendered>();

function rendered(page: Page, native: boolean): Message {
  let both = kept.get(page);
  if (!both) {
    const rich = compose(page, true);
    both = { rich, bare: isNative(page) ? compose(page, false) : rich };
    kept.set(page, both);
  }
  return native ? both.rich : both.bare;
}

function isNative({ document }: Page): boolean {
  return document.blocks.some(({ type }) => type === "table" || type === "chart");
}

function compose(page: Page, native: boolean): Message {
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

/** Characters of all texts on a message. Measured for every answer, so it walks no further than it must. */
export function charactersOf(blocks: readonly SlackBlock[]): number {
  return blocks.reduce((sum, block) => {
    if ("text" in block) return sum + textLength(block.text);
    if ("elements" in block && block.type !== "context_actions") {
      return block.elements.reduce((inner, element) => inner + textLength(element), sum);
    }
    return sum + (plainTypes.has(block.type) ? 0 : deepLength(block));
  }, 0);
}

const plainTypes: ReadonlySet<string> = new Set(["divider", "context_actions"]);

/** Of a text object, or of an element that has one. */
function textLength(element: unknown): number {
  const text = (element as { readonly text?: unknown } | undefined)?.text;
  return typeof text === "string" ? text.length : text === undefined ? 0 : textLength(text);
}

/** Of a table or chart: every string in it, which is a little more than what is read. */
function deepLength(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, item) => sum + deepLength(item), 0);
}

/** What the adapter puts below an answer takes up to this much. */
const reserved = { characters: 600, blocks: 3, actions: 4 };

/** Measures as sent, in whichever of the two ways is larger. */
export const limits = limitsOf((page) => {
  const rich = rendered(page, true).blocks;
  const bare = rendered(page, false).blocks;
  const most = Math.max(charactersOf(rich), rich === bare ? 0 : charactersOf(bare));
  return {
    characters: most + reserved.characters,
    blocks: Math.max(rich.length, bare.length) + reserved.blocks,
    actions: page.document.blocks.reduce(
      (sum, block) => sum + (block.type === "actions" ? block.actions.length : 0),
      0,
    ),
  };
});
