import { escapeWith } from "./escape.ts";
import { textRules } from "./escape-text.ts";
import { type InlineHandlers, inlineRenderer } from "./render.ts";
import type { Sentence } from "./tree.ts";

const clean = (text: string) => escapeWith(textRules, text);

/** People's own words are always quoted, so that nobody takes them for the bot's. */
export const textInlines: InlineHandlers = {
  text: (node) => clean(node.value),
  strong: (node, children) => children(node.children),
  emphasis: (node, children) => children(node.children),
  inlineCode: (node) => clean(node.value),
  link: (node, children) => children(node.children),
  time: (node) => clean(node.value),
  derived: (node) => clean(node.value),
  record: (node) => clean(node.value),
  asked: (node) => `“${clean(node.value)}”`,
  channel: (node) => `#${clean(node.value)}`,
};

const render = inlineRenderer(textInlines);

/** A sentence's words alone: no citations, no markup, no line break. */
export function plainText(sentence: Sentence): string {
  return render(sentence.children);
}
