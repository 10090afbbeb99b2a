import type { EscapeRule } from "./escape.ts";

/** What no format may carry, whoever wrote it. Every other table comes after this one. */
export const textRules: readonly EscapeRule[] = [
  {
    pattern: /[\s\u0085]+/g,
    replacement: " ",
    reason: "A line break inside a sentence starts a new block in every markup.",
  },
  {
    pattern: /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu,
    replacement: "",
    reason:
      "Control characters drive terminals; bidirectional and invisible ones show another text than the one that is there. Joiners stay: Persian and emoji need them.",
    link: "https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing",
  },
];
