import { plainText } from "./plain-text.ts";
import { say } from "./sentence.ts";
import type { Action, Block, Document, ListItem } from "./tree.ts";
import { typedLine } from "./typed-line.ts";

/**
 * Says buttons that the platform cannot hold as lines to type, below the other buttons. Nothing is
 * shortened: half a label misleads, and half a line does something else.
 */
export function spellOut(
  document: Document,
  limits: { readonly actionLabel: number; readonly actionLine: number },
): Document {
  const holds = (action: Action) =>
    plainText(action.label).length <= limits.actionLabel && action.line.length <= limits.actionLine;
  const blocks = document.blocks.flatMap((block): readonly Block[] => {
    if (block.type !== "actions" || block.actions.every(holds)) return [block];
    const held = block.actions.filter(holds);
    const items = block.actions.filter((action) => !holds(action)).map(lineToType);
    return [
      ...(held.length > 0 ? [{ ...block, actions: held }] : []),
      { type: "paragraph", sentences: [say("layout.next")] },
      { type: "list", ordered: false, items },
    ];
  });
  return { ...document, blocks };
}

function lineToType(action: Action): ListItem {
  const label = { type: "strong", children: action.label.children } as const;
  const line = { type: "inlineCode", value: typedLine(action.line) } as const;
  return {
    type: "listItem",
    sentences: [say("layout.line", { label, line })],
    details: [],
  };
}
