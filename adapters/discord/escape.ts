/** What Discord's Markdown would take for markup, as data. */
import { type EscapeRule, textRules } from "#core";

const formatting = "https://docs.discord.com/developers/reference#message-formatting";
const markdown =
  "https://support.discord.com/hc/en-us/articles/210298617-Markdown-Text-101-Chat-Formatting-Bold-Italic-Underline";

/** Zero-width space: it parts what would be read as one, and nobody sees it. */
const apart = "\u200b";

/** Mentions, and what else means something even where backslashes do not help. */
const parted: readonly EscapeRule[] = [
  {
    pattern: /@(?=everyone|here)/gi,
    replacement: `@${apart}`,
    reason: "Looks like a call to everybody, even where it may not ping.",
    link: formatting,
  },
  {
    pattern: /<(?=[@#:/ai]|t:|https?:|id:)/gi,
    replacement: `<${apart}`,
    reason: "Mentions of people, roles, channels and commands, emoji, time stamps, bare links.",
    link: formatting,
  },
];

/** Text inside a line. */
export const discordRules: readonly EscapeRule[] = [
  ...textRules,
  {
    pattern: /[\\*_~`|[\]]/g,
    replacement: "\\$&",
    reason: "Emphasis, underline, strikethrough, code, spoilers and masked links.",
    link: markdown,
  },
  ...parted,
  {
    pattern: /\b([a-z][a-z\d+.-]*):(?=\/\/)/gi,
    replacement: `$1:${apart}`,
    reason: "A bare address becomes a link that nobody meant to give.",
    link: markdown,
  },
];

/** Only at the beginning of a line. */
export const discordStartRules: readonly EscapeRule[] = [
  {
    pattern: /^(\s*)(-#|#|-|\+|>)/g,
    replacement: "$1\\$2",
    reason: "Headings, small print, bullets and quotations.",
    link: markdown,
  },
  {
    pattern: /^(\s*\d+)\./g,
    replacement: "$1\\.",
    reason: "A number and a full stop begin an ordered list.",
    link: markdown,
  },
];

/** Inside backticks, where a backslash is shown as it is. */
export const discordCodeRules: readonly EscapeRule[] = [
  ...textRules,
  {
    pattern: /`/g,
    replacement: "\u02cb",
    reason: "Ends the code.",
    link: markdown,
  },
  ...parted,
];

/** Addresses of links: only http and https, and nothing that ends the link. */
export const discordUrlRules: readonly EscapeRule[] = [
  {
    pattern: /[\s<>()[\]\\|*`]/g,
    replacement: {
      " ": "%20",
      "<": "%3C",
      ">": "%3E",
      "(": "%28",
      ")": "%29",
      "[": "%5B",
      "]": "%5D",
      "\\": "%5C",
      "|": "%7C",
      "*": "%2A",
      "`": "%60",
      "\n": "%0A",
      "\r": "%0D",
      "\t": "%09",
    },
    reason: "Ends a masked link, or marks up what follows it.",
    link: markdown,
  },
];
