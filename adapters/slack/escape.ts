/** What Slack reads as markup, as tables. */
import { type EscapeRule, escapeWith, textRules } from "#core";

/**
 * The three characters that Slack reads in every text object and in `text`. Without this rule a
 * question or a claim could ping a channel (`<!channel>`), a person (`<@U1>`) or hide a link.
 */
const entities: EscapeRule = {
  pattern: /[&<>]/g,
  replacement: { "&": "&amp;", "<": "&lt;", ">": "&gt;" },
  reason: "Control sequences such as <!channel> and <@U1> begin with <; & begins an entity.",
  link: "https://docs.slack.dev/messaging/formatting-message-text#escaping",
};

/** For `plain_text` objects: headers, buttons, titles. */
const plainRules: readonly EscapeRule[] = [...textRules, entities];

/** For `mrkdwn` objects and the top-level `text`. */
const mrkdwnRules: readonly EscapeRule[] = [
  ...textRules,
  entities,
  {
    pattern: /[*_~`]/g,
    replacement: "$&\u200b",
    reason:
      "Slack has no escape for its formatting characters. A zero-width space behind one keeps it from opening or closing a span.",
    link: "https://docs.slack.dev/messaging/formatting-message-text#basic-formatting",
  },
  {
    pattern: /^(?=&gt;)/g,
    replacement: "\u200b",
    reason: "A > at the beginning of a line makes it a quotation.",
    link: "https://docs.slack.dev/messaging/formatting-message-text#quotes",
  },
];

/** For rich text, which Slack takes literally. */
const literalRules: readonly EscapeRule[] = [
  ...textRules,
  {
    pattern: /<(?=[!@#])/g,
    replacement: "<\u200b",
    reason: "Somebody who copies the cell into a message must not ping a channel with it.",
  },
];

/** For a label inside `<url|label>`. */
const labelRules: readonly EscapeRule[] = [
  {
    pattern: /\|/g,
    replacement: "¦",
    reason:
      "The first | ends the address; another one is read as part of the label by some clients.",
    link: "https://docs.slack.dev/messaging/formatting-message-text#linking-urls",
  },
];

// Most texts hold nothing that any rule touches; one test tells them apart from the others.
const harmless = /^[A-Za-z0-9 .,;:'"()[\]/%?!+=$#€£’‘“”–—…é-]*$/;

function apply(rules: readonly EscapeRule[], text: string): string {
  return harmless.test(text) && !text.includes("  ") ? text : escapeWith(rules, text);
}

export const plain = (text: string): string => apply(plainRules, text);
export const literal = (text: string): string => apply(literalRules, text);
export const mrkdwn = (text: string): string => apply(mrkdwnRules, text);

/**
 * A link in mrkdwn; the label is already rendered.
 * @throws Error on anything but a web address.
 */
export function link(url: string, label: string): string {
  if (!/^https?:\/\//i.test(url)) throw new Error(`"${url}" is no web address`);
  const address = url
    .replaceAll(/[\s<>|]/g, (character) => encodeURIComponent(character))
    .replaceAll("&", "&amp;");
  return `<${address}|${escapeWith(labelRules, label)}>`;
}
