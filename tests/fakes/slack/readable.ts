/** Blocks as a reader sees them: entities as characters, links as their labels, no formatting marks. */
import type { Json } from "./state.ts";

export function readableOf(value: unknown): string {
  return textsOf(value).join("\n");
}

function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== "object" || value === null) return [];
  const { type, text } = value as Json;
  if (typeof text === "string") return [type === "mrkdwn" ? fromMrkdwn(text) : decode(text)];
  return Object.values(value).flatMap(textsOf);
}

/** A mark that formats stands at the edge of a word; one followed by a zero-width space does not. */
function fromMrkdwn(text: string): string {
  const shown = text
    .replaceAll(/<!date\^[^|>]*\|([^>]*)>/g, "$1")
    .replaceAll(/<[^|>]*\|([^>]*)>/g, "$1")
    .replaceAll(/(?<![\p{L}\p{N}])([*_])(?!\u200b)([^\n]*?)\1(?!\u200b)/gu, "$2");
  return decode(shown);
}

function decode(text: string): string {
  return text
    .replaceAll("\u200b", "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
