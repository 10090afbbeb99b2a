/**
 * A page as Discord's components (docs/decisions names why not embeds): one container with text,
 * pictures and buttons.
 */

import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APITextDisplayComponent,
  ComponentType,
} from "discord.js";
import {
  type Action,
  type Block,
  type Document,
  escapeWith,
  type Page,
  plainText,
  type ReplyFile,
  type Size,
  stampSentence,
} from "#core";
import { type ButtonSpec, buttonRows, jumpRow } from "./buttons.ts";
import { encodeId } from "./custom-id.ts";
import { discordRules } from "./escape.ts";
import { fileComponents, pictures } from "./files.ts";
import { renderTextBlock, startOf } from "./render-blocks.ts";
import { type DiscordProse, proseOf } from "./render-inlines.ts";
import { renderSources } from "./render-sources.ts";

/** What the sender adds to a page. */
export interface Additions {
  /** Shown behind the page's own buttons. */
  readonly buttons?: readonly ButtonSpec[];
  readonly files?: readonly ReplyFile[];
}

const accent = 0x3b_6e_a5;
const cautionAccent = 0xc9_8a_1b;

export function renderPage(page: Page, additions: Additions = {}): APIMessageTopLevelComponent[] {
  const { files = [], buttons = [] } = additions;
  const sheet = files.length > 0 ? sheetOf(page, files) : plainSheetOf(page);
  return [
    ...sheet.above,
    {
      type: ComponentType.Container,
      accent_color: page.document.stamp?.stale ? cautionAccent : accent,
      components: [...sheet.parts, ...buttonRows([...sheet.buttons, ...buttons])],
    },
  ];
}

/** A page before its buttons are set in rows. */
interface Sheet {
  readonly above: readonly APIMessageTopLevelComponent[];
  readonly parts: readonly APIComponentInContainer[];
  readonly buttons: readonly ButtonSpec[];
}

/** A digest's page goes to thousands of channels, with another button in each. */
const sheets = new WeakMap<Page, Sheet>();

function plainSheetOf(page: Page): Sheet {
  const known = sheets.get(page) ?? sheetOf(page, []);
  sheets.set(page, known);
  return known;
}

function sheetOf(page: Page, files: readonly ReplyFile[]): Sheet {
  const own = page.document.blocks.flatMap(actionsOf);
  const jump = jumpRow(own.map(({ line }) => line));
  return {
    above: bottomLine(page),
    parts: [...contents(page.document, files), ...(jump ? [jump] : [])],
    buttons: own.map(buttonOf),
  };
}

/** What a page takes as it will be sent, without additions. */
export function measurePage(page: Page): Size {
  const components = renderPage(page);
  const { buttons } = plainSheetOf(page);
  const charts = page.document.blocks.filter(({ type }) => type === "chart").length;
  const labels = buttons.reduce((sum, { label }) => sum + label.length, 0);
  return {
    characters: textLength(components) + labels,
    // An image parts the text around it.
    blocks: countComponents(components) + charts * 2,
    actions: buttons.length,
  };
}

function contents(document: Document, files: readonly ReplyFile[]): APIComponentInContainer[] {
  const prose = proseOf(document);
  const parts: APIComponentInContainer[] = [];
  const shown = pictures(files);
  let text = head(document, prose);
  const flush = () => {
    if (text.length > 0) {
      parts.push({ type: ComponentType.TextDisplay, content: text.join("\n") });
    }
    text = [];
  };
  for (const block of document.blocks) {
    switch (block.type) {
      case "actions":
        break;
      case "thematicBreak":
        flush();
        parts.push({ type: ComponentType.Separator });
        break;
      case "chart": {
        text.push(`**${prose.bold.label(block.title, block.alt)}**`);
        const gallery = shown.next();
        if (gallery) {
          flush();
          parts.push(gallery);
        }
        if (block.alt.length > 0) text.push(startOf(prose.sentences(block.alt)));
        break;
      }
      default:
        text.push(renderTextBlock(block, prose));
    }
  }
  text.push(...renderSources(document));
  flush();
  parts.push(...shown.rest(), ...fileComponents(files));
  return parts;
}

function head(document: Document, prose: DiscordProse): string[] {
  const { stamp } = document;
  const line = stamp && prose.sentence(stampSentence(stamp));
  return [
    `## ${startOf(prose.sentence(document.title))}`,
    ...(line ? [stamp.stale ? `**${line}**` : `-# ${line}`] : []),
    ...(document.layout ?? []).map((sentence) => `-# ${prose.sentence(sentence)}`),
  ];
}

/**
 * Above the card, for a phone shows the beginning of a message: what stands alone there, and how far
 * the record goes.
 */
function bottomLine({ document, notification }: Page): APITextDisplayComponent[] {
  const { lead } = document;
  if (!lead) return [];
  const [before = "", after = ""] = notification.split(plainText(lead));
  const said = proseOf(document).bold.sentence(lead);
  const content = `${startOf(escapeWith(discordRules, before))}**${said}**${escapeWith(discordRules, after)}`;
  return [{ type: ComponentType.TextDisplay, content }];
}

export function buttonOf({ label, line, emphasis }: Action): ButtonSpec {
  return {
    // A button without a label is refused.
    label: plainText(label).trim() || "…",
    id: encodeId({ type: / page:\d+$/.test(line) ? "page" : "do", line }),
    ...(emphasis && { emphasis }),
  };
}

function actionsOf(block: Block): readonly Action[] {
  return block.type === "actions" ? block.actions : [];
}

/** Components of a message, nested ones and accessories counted. */
export function countComponents(components: readonly unknown[]): number {
  return components.reduce((sum: number, component) => sum + countOne(component), 0);
}

function countOne(component: unknown): number {
  const { components = [], accessory } = component as {
    readonly components?: readonly unknown[];
    readonly accessory?: unknown;
  };
  return 1 + countComponents(components) + (accessory === undefined ? 0 : countOne(accessory));
}

/** Characters in all text displays. */
export function textLength(components: readonly unknown[]): number {
  return components.reduce((sum: number, component) => {
    const { components: nested = [], content } = component as {
      readonly components?: readonly unknown[];
      readonly content?: string;
    };
    return sum + (content?.length ?? 0) + textLength(nested);
  }, 0);
}
