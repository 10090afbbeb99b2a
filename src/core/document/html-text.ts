import { escapeWith } from "./escape.ts";
import { htmlRules } from "./escape-html.ts";

/** Text or the value of a quoted attribute. */
export function safeHtml(text: string): string {
  return escapeWith(htmlRules, text);
}
