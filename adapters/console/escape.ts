import { type EscapeRule, escapeWith, textRules } from "#core";

/**
 * People's own words, shown to others as text. The page sets them as text, never as HTML, so only
 * what deceives the eye has to go; line breaks stay. HTML itself is escaped by the core's table.
 */
const personRules: readonly EscapeRule[] = [
  { pattern: /\r\n?/g, replacement: "\n", reason: "One kind of line break." },
  {
    pattern: /\n{3,}/g,
    replacement: "\n\n",
    reason: "Blank lines push what others said off the screen.",
  },
];

/** Longest message shown; the bot reads all of it. */
const longestShown = 4_000;

export function personText(words: string): string {
  const shown = escapeWith(personRules, words)
    .split("\n")
    .map((line) => escapeWith(textRules, line).trimEnd())
    .join("\n");
  const characters = [...shown];
  return characters.length > longestShown
    ? `${characters.slice(0, longestShown).join("")} …`
    : shown;
}
