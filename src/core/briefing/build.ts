/** Short ways to the blocks that briefings are made of; each is nothing where it would be empty. */
import { say } from "../document/sentence.ts";
import type { Action, Actions, Block, ListItem, Sentence } from "../document/tree.ts";
import type { ServiceText } from "../texts/index.ts";

type Label = ServiceText & `label.${string}`;

/** A heading and what stands below it. */
export function section(heading: Sentence, below: readonly Block[]): readonly Block[] {
  return below.length === 0 ? [] : [{ type: "heading", depth: 2, sentence: heading }, ...below];
}

export function list(items: readonly ListItem[], ordered = false): readonly Block[] {
  return items.length === 0 ? [] : [{ type: "list", ordered, items }];
}

export function item(sentences: readonly Sentence[], details: readonly Sentence[] = []): ListItem {
  return { type: "listItem", sentences, details };
}

export function paragraph(...sentences: readonly Sentence[]): readonly Block[] {
  return sentences.length === 0 ? [] : [{ type: "paragraph", sentences }];
}

/** Buttons, each line once, at most five: more is no suggestion. */
export function actions(all: readonly Action[]): readonly Actions[] {
  const unique = [...new Map(all.map((action) => [action.line, action])).values()];
  return unique.length === 0 ? [] : [{ type: "actions", actions: unique.slice(0, 5) }];
}

export function label(key: Exclude<Label, "label.name" | "label.line">): Sentence {
  return say(key as "label.why");
}
