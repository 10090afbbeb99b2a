/** Blocks of answers. */
import type { Block, Sentence } from "../../document/tree.ts";
import type { Claim } from "../../dossier/dossier.ts";

export function paragraph(sentences: readonly Sentence[]): readonly Block[] {
  return sentences.length === 0 ? [] : [{ type: "paragraph", sentences }];
}

export function bullets(items: readonly (readonly Sentence[])[]): readonly Block[] {
  if (items.length === 0) return [];
  return [
    {
      type: "list",
      ordered: false,
      items: items.map((sentences) => ({ type: "listItem", sentences, details: [] })),
    },
  ];
}

export function unique(claims: readonly Claim[]): readonly Claim[] {
  return [...new Set(claims)];
}
