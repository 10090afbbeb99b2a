/** Sentences in Discord's Markdown. */
import {
  createProse,
  type Document,
  escapeWith,
  type Footnote,
  type InlineHandlers,
  inlineRenderer,
  type Prose,
} from "#core";
import { discordCodeRules, discordRules, discordUrlRules } from "./escape.ts";

/** Pages are measured many times before they are sent, always with the same nodes. */
const escaped = new WeakMap<object, string>();

function safe(node: { readonly value: string }): string {
  const known = escaped.get(node);
  if (known !== undefined) return known;
  const text = escapeWith(discordRules, node.value);
  escaped.set(node, text);
  return text;
}

const handlers: InlineHandlers = {
  text: (node) => safe(node),
  strong: (node, children) => `**${children(node.children)}**`,
  emphasis: (node, children) => `*${children(node.children)}*`,
  inlineCode: (node) => `\`${escapeWith(discordCodeRules, node.value)}\``,
  link: (node, children) => maskedLink(children(node.children), node.url),
  // https://docs.discord.com/developers/reference#message-formatting-timestamp-styles
  time: (node) =>
    `<t:${Math.floor(Temporal.Instant.from(node.instant).epochMilliseconds / 1000)}:f>`,
  derived: (node) => safe(node),
  record: (node) => safe(node),
  asked: (node) => `“${safe(node)}”`,
  // https://docs.discord.com/developers/reference#message-formatting-formats
  channel: (node) => (/^\d+$/.test(node.value) ? `<#${node.value}>` : safe(node)),
};

export const renderInlines = inlineRenderer(handlers);

/** Inside bold text, where a second pair of asterisks would end it. */
const renderBold = inlineRenderer({
  ...handlers,
  strong: (node, children) => children(node.children),
});

export interface DiscordProse extends Prose {
  /** The same sentences for inside bold text. */
  readonly bold: Prose;
}

export function proseOf(document: Document): DiscordProse {
  const mark = (footnote: Footnote) => `\\[${footnote.number}\\]`;
  return {
    ...createProse(document, renderInlines, mark),
    bold: createProse(document, renderBold, mark),
  };
}

/** Text that is already escaped, as a link; only web addresses become links. */
export function maskedLink(text: string, url: string): string {
  if (!/^https?:\/\//i.test(url)) throw new Error(`"${url}" is no web address`);
  return `[${text}](<${escapeWith(discordUrlRules, url)}>)`;
}
