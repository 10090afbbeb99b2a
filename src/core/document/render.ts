/**
 * What all renderers share: one handler for each node type in a table, and sentences that print
 * their citations.
 */
import type { Document, Footnote, Inline, Sentence } from "./tree.ts";

/** One handler for each type of a union of nodes. */
export type Handlers<Node extends { readonly type: string }, Extra extends readonly unknown[]> = {
  readonly [Type in Node["type"]]: (node: Extract<Node, { type: Type }>, ...extra: Extra) => string;
};

/**
 * Renders a node by its type.
 * @throws Error on a type that the table lacks: a node is never dropped in silence.
 */
export function renderNode<
  Node extends { readonly type: string },
  Extra extends readonly unknown[],
>(handlers: Handlers<Node, Extra>, node: Node, ...extra: Extra): string {
  if (!Object.hasOwn(handlers, node.type)) throw new Error(`cannot render a "${node.type}"`);
  const handler = handlers[node.type as Node["type"]] as (node: Node, ...extra: Extra) => string;
  return handler(node, ...extra);
}

/** Renders the children of an inline. */
export type RenderChildren = (children: readonly Inline[]) => string;
export type InlineHandlers = Handlers<Inline, [RenderChildren]>;

/** Makes the renderer of a sentence's inlines from a table of handlers. */
export function inlineRenderer(handlers: InlineHandlers): RenderChildren {
  const render: RenderChildren = (children) =>
    children.map((child) => renderNode(handlers, child, render)).join("");
  return render;
}

/** Writes the sentences of one document. */
export interface Prose {
  /** With its citations after the closing punctuation: "… on 18 September 2023.[1][2]" */
  sentence(sentence: Sentence): string;
  /** Without citations: buttons, and labels whose values cite. */
  quiet(sentence: Sentence): string;
  /** A paragraph's worth. */
  sentences(sentences: readonly Sentence[]): string;
  /** A label with only those citations that what it labels does not print. */
  label(label: Sentence, labelled: readonly Sentence[]): string;
}

/**
 * @throws Error, when used, on a sentence whose claim is not among the document's sources.
 */
export function createProse(
  document: Pick<Document, "sources">,
  children: RenderChildren,
  mark: (footnote: Footnote) => string,
): Prose {
  const footnotes = new Map(document.sources.map((footnote) => [footnote.claim, footnote]));
  const marks = (claims: readonly string[]) =>
    claims
      .map((claim) => {
        const footnote = footnotes.get(claim);
        if (!footnote) throw new Error(`"${claim}" is cited and is not among the sources`);
        return footnote;
      })
      .toSorted((a, b) => a.number - b.number)
      .map(mark)
      .join("");
  const quiet = (sentence: Sentence) => children(sentence.children);
  const sentence = (sentence: Sentence) => quiet(sentence) + marks(claimsOf(sentence));
  return {
    sentence,
    quiet,
    sentences: (sentences) => sentences.map(sentence).join(" "),
    label(label, labelled) {
      const printed = new Set(labelled.flatMap(claimsOf));
      return quiet(label) + marks(claimsOf(label).filter((claim) => !printed.has(claim)));
    },
  };
}

/** Claims that carry the sentence; none for a service text. */
export function claimsOf(sentence: Sentence): readonly string[] {
  return sentence.type === "claim" ? sentence.claims : [];
}
