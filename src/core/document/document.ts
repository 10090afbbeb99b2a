import type { Dossier } from "../dossier/dossier.ts";
import { boundAction, boundLabel } from "./bounds.ts";
import { citedIn, footnotes } from "./footnotes.ts";
import { lengthSentence } from "./length.ts";
import type { Block, Document, Sentence, Stamp } from "./tree.ts";
import { saidIn } from "./walk.ts";

export interface DocumentParts {
  readonly title: Sentence;
  readonly lead?: Sentence | undefined;
  readonly blocks: readonly Block[];
  readonly stamp?: Stamp | undefined;
  /** Say how many words it has and how long they take to read. */
  readonly length?: boolean;
}

/**
 * Makes a document with the sources of every claim that it cites, in order of first citation.
 * @throws RangeError on a title, heading or label longer than `longestLabel`.
 * @throws Error on a cited claim or source that the dossier lacks.
 */
export function createDocument(parts: DocumentParts, dossier: Dossier): Document {
  const body = bodyOf(parts);
  return {
    ...body,
    sources: footnotes(citedIn(saidIn(body)), dossier),
    ...(parts.stamp && { stamp: parts.stamp }),
    ...(parts.length && { layout: [lengthSentence(body)] }),
  };
}

/**
 * Makes a document that states nothing about the world: help, refusals, errors. It has no sources.
 * @throws RangeError on a title, heading or label longer than `longestLabel`.
 * @throws Error when a sentence cites a claim.
 */
export function serviceDocument(parts: Omit<DocumentParts, "stamp" | "length">): Document {
  const body = bodyOf(parts);
  const [cited] = citedIn(saidIn(body));
  if (cited !== undefined) throw new Error(`a service document cites "${cited}"`);
  return { ...body, sources: [] };
}

function bodyOf({
  title,
  lead,
  blocks,
}: DocumentParts): Pick<Document, "title" | "lead" | "blocks"> {
  const body = { title, ...(lead && { lead }), blocks };
  for (const { sentence, role } of saidIn(body)) if (role === "label") boundLabel(sentence);
  for (const block of blocks) if (block.type === "actions") block.actions.forEach(boundAction);
  return body;
}
