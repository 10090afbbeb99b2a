/** Block Kit objects, each made within its own limits. */
import type { types } from "@slack/bolt";
import { kit } from "./limits.ts";

/** `data_visualization` is not yet in the SDK's types. */
export type SlackBlock = types.KnownBlock | types.Block;

export function divider(): SlackBlock {
  return { type: "divider" };
}

function section(text: string): SlackBlock {
  // `expand` keeps a long answer from hiding behind "see more"; `verbatim` keeps Slack from making
  // links and mentions out of bare words.
  return { type: "section", text: { type: "mrkdwn", text, verbatim: true }, expand: true };
}

/** Lines as sections, as few as their limit allows. */
export function sections(lines: readonly string[], between = "\n"): readonly SlackBlock[] {
  return chunks(lines, kit.sectionText, between).map(section);
}

/** Lines as context blocks: small and grey. */
export function contexts(lines: readonly string[]): readonly SlackBlock[] {
  const texts = chunks(lines, kit.contextText, "  ·  ");
  return groups(texts, kit.contextElements).map((group) => ({
    type: "context",
    elements: group.map((text) => ({ type: "mrkdwn" as const, text, verbatim: true })),
  }));
}

/** Joins lines to texts of at most `most` characters. */
function chunks(lines: readonly string[], most: number, between: string): readonly string[] {
  const texts: string[] = [];
  for (const line of lines.flatMap((line) => splitLine(line, most))) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + between.length + line.length <= most) {
      texts[texts.length - 1] = last + between + line;
    } else {
      texts.push(line);
    }
  }
  return texts;
}

function groups<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, index) =>
    items.slice(index * most, (index + 1) * most),
  );
}

/**
 * A line too long for one text, at spaces that stand outside of `<…>`, an entity or a span.
 * Sentences are short enough that this happens only to text that escaping made many times longer.
 */
function splitLine(line: string, most: number): readonly string[] {
  if (line === "") return [];
  if (line.length <= most) return [line];
  const cut = lastBreak(line, most);
  return [line.slice(0, cut), ...splitLine(line.slice(cut).trimStart(), most)];
}

function lastBreak(line: string, most: number): number {
  for (let at = most; at > 0; at -= 1) {
    if (/\s/.test(line[at] ?? "") && !insideTag(line, at)) return at;
  }
  // No space at all: behind the last whole character, never inside an entity.
  const entity = line.lastIndexOf("&", most);
  const end = line.indexOf(";", entity);
  if (entity > 0 && end >= most && end - entity < 6) return entity;
  return /[\uD800-\uDBFF]/.test(line[most - 1] ?? "") ? most - 1 : most;
}

function insideTag(line: string, at: number): boolean {
  return line.lastIndexOf("<", at) > line.lastIndexOf(">", at);
}

/** A button; `value` is what comes back. */
export function button(label: string, id: string, value: string, primary = false): types.Button {
  return {
    type: "button",
    text: { type: "plain_text", text: short(label.trim() || "…", kit.buttonText) },
    action_id: id,
    value,
    ...(primary && { style: "primary" }),
  };
}

export function actions(elements: readonly types.Button[]): readonly SlackBlock[] {
  return groups(elements, kit.actionsElements).map((group) => ({
    type: "actions",
    elements: [...group],
  }));
}

/** Cuts a label of ours where escaping made it longer than a limit; never needed for plain words. */
export function short(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1).replace(/&[a-z]*$/, "");
  return `${cut.replace(/[\uD800-\uDBFF]$/, "")}…`;
}
