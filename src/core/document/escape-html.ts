import type { EscapeRule } from "./escape.ts";
import { textRules } from "./escape-text.ts";

/** Text and quoted attribute values alike. */
export const htmlRules: readonly EscapeRule[] = [
  ...textRules,
  {
    pattern: /[&<>"']/g,
    replacement: { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" },
    reason: "Elements, character references and the ends of attribute values.",
    link: "https://html.spec.whatwg.org/multipage/parsing.html#data-state",
  },
];
