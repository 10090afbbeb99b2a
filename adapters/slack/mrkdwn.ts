/** Sentences in Slack's mrkdwn. */
import {
  createProse,
  type Document,
  type Inline,
  type InlineHandlers,
  inlineRenderer,
  type Prose,
} from "#core";
import { link, mrkdwn, plain } from "./escape.ts";

const inlines: InlineHandlers = {
  text: (node) => mrkdwn(node.value),
  strong: (node, children) => span("*", children(node.children)),
  emphasis: (node, children) => span("_", children(node.children)),
  inlineCode: (node) => `\`${plain(node.value).replaceAll("`", "'")}\``,
  link: (node, children) => link(node.url, children(node.children)),
  time: (node) => date(node.instant, node.value),
  derived: (node) => mrkdwn(node.value),
  record: (node) => mrkdwn(node.value),
  asked: (node) => `“${mrkdwn(node.value)}”`,
  channel: (node) => channel(node.value),
};

const plainInlines: InlineHandlers = {
  text: (node) => plain(node.value),
  strong: (node, children) => children(node.children),
  emphasis: (node, children) => children(node.children),
  inlineCode: (node) => plain(node.value),
  link: (node, children) => children(node.children),
  time: (node) => plain(node.value),
  derived: (node) => plain(node.value),
  record: (node) => plain(node.value),
  asked: (node) => `“${plain(node.value)}”`,
  channel: (node) => plain(node.value),
};

const children = inlineRenderer(inlines);
const plainChildren = inlineRenderer(plainInlines);

export function createMrkdwn(document: Pick<Document, "sources">): Prose {
  return createProse(document, children, ({ number }) => `[${number}]`);
}

export function createPlain(document: Pick<Document, "sources">): Prose {
  return createProse(document, plainChildren, ({ number }) => `[${number}]`);
}

/**
 * A formatted span. Slack wants its marks at the edges of words, so spaces and leading punctuation
 * stay outside; without content the marks would stand there as they are.
 */
export function span(mark: "*" | "_", text: string): string {
  const [, before = "", inner = "", after = ""] =
    /^([\s,;.:–—)]*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return inner === "" ? text : `${before}${mark}${inner}${mark}${after}`;
}

/** Bold, unless something inside is bold already: spans do not nest. */
export function bold(nodes: readonly Inline[], text: string): string {
  return nodes.some(({ type }) => type === "strong" || type === "inlineCode")
    ? text
    : span("*", text);
}

/** https://docs.slack.dev/messaging/formatting-message-text#linking-channels: tells nobody. */
function channel(id: string): string {
  return /^[A-Z][A-Z0-9]+$/.test(id) ? `<#${id}>` : mrkdwn(id);
}

/**
 * In the reader's own zone; the text for clients that cannot.
 * https://docs.slack.dev/messaging/formatting-message-text#date-formatting
 */
function date(instant: string, value: string): string {
  const seconds = Math.floor(Temporal.Instant.from(instant).epochMilliseconds / 1000);
  const fallback = plain(value).replaceAll("|", "¦");
  return `<!date^${seconds}^{date_short_pretty} {time}|${fallback}>`;
}
