import type { EscapeRule } from "./escape.ts";
import { textRules } from "./escape-text.ts";

/** CommonMark with GitHub's tables and strikethrough. */
export const markdownRules: readonly EscapeRule[] = [
  ...textRules,
  {
    pattern: /[\\`*_[\]<>~|&!]/g,
    replacement: "\\$&",
    reason: "Emphasis, code, links, HTML, entities, strikethrough, table cells and images.",
    link: "https://spec.commonmark.org/0.31.2/#backslash-escapes",
  },
];

/** Only at the beginning of a paragraph or list item. */
export const markdownStartRules: readonly EscapeRule[] = [
  {
    pattern: /^(\s*)([-+#=])/g,
    replacement: "$1\\$2",
    reason: "Bullets, headings and underlines of headings.",
    link: "https://spec.commonmark.org/0.31.2/#container-blocks-and-leaf-blocks",
  },
  {
    pattern: /^(\s*\d{1,9})([.)])/g,
    replacement: "$1\\$2",
    reason: "A number and a full stop begin an ordered list.",
    link: "https://spec.commonmark.org/0.31.2/#list-items",
  },
];
