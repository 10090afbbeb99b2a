/** Sentences in Discord's Markdown. */
import { escapeWith, type InlineHandlers, inlineRenderer } from "#core";
import { discordCodeRules, discordRules, discordUrlRules } from "./escape.ts";

const safe = (text: string) => escapeWith(discordRules, text);

const handlers: InlineHandlers = {
  text: (node) => safe(node.value),
  strong: (node, children) => `**${children(node.children)}**`,
  emphasis: (node, children) => `*${children(node.children)}*`,
  inlineCode: (node) => `\`${escapeWith(discordCodeRules, node.value)}\``,
  link: (node, children) => maskedLink(children(node.children), node.url),
  // https://docs.discord.com/developers/reference#message-formatting-timestamp-styles
  time: (node) =>
    `<t:${Math.floor(Temporal.Instant.from(node.instant).epochMilliseconds / 1000)}:f>`,
  derived: (node) => safe(node.value),
  record: (node) => safe(node.value),
  asked: (node) => `“${safe(node.value)}”`,
};

export const renderInlines = inlineRenderer(handlers);

/** Text that is already escaped, as a link; only web addresses become links. */
export function maskedLink(text: string, url: string): string {
  if (!/^https?:\/\//i.test(url)) throw new Error(`"${url}" is no web address`);
  return `[${text}](<${escapeWith(discordUrlRules, url)}>)`;
}
