import { type Document, type Limits, toMarkdown } from "#core";

/** A platform that counts what a renderer prints, and each block as one. */
export function limitsOf(
  characters: number,
  render: (document: Document) => string = toMarkdown,
  parts: Partial<Limits> & { readonly blocks?: number; readonly actions?: number } = {},
): Limits {
  const { blocks = 40, actions = 5, ...rest } = parts;
  return {
    page: { characters, blocks, actions },
    actionLabel: 75,
    actionLine: 100,
    measure: ({ document }) => ({
      characters: render(document).length,
      blocks: document.blocks.length + 3,
      actions: document.blocks.flatMap((each) => (each.type === "actions" ? each.actions : []))
        .length,
    }),
    ...rest,
  };
}
