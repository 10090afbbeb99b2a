import { citedIn } from "./footnotes.ts";
import { dropEdges, join, type Piece } from "./pieces.ts";
import type { Document, Footnote } from "./tree.ts";
import { saidIn, saidInBlock } from "./walk.ts";

/** What stands on one page besides the title. */
export interface Sheet {
  readonly pieces: readonly Piece[];
  /** Sources of the page before that did not fit there. */
  readonly late: readonly Footnote[];
  /** The sources listed here, when not all that are cited fit. */
  readonly shown?: readonly Footnote[];
}

/**
 * The document of a page. The first has stamp and bottom line; the others say the title again. Each
 * lists the sources that it cites; a claim cited here and listed elsewhere keeps its number and has
 * no sources.
 */
export function sheetDocument(document: Document, sheet: Sheet, index: number): Document {
  const { lead, stamp, layout, title } = document;
  const blocks = join(dropEdges(sheet.pieces));
  const first = index === 0;
  const cited = citedIn(
    first ? saidIn({ title, ...(lead && { lead }), blocks }) : blocks.flatMap(saidInBlock),
  );
  const named = citedIn(saidIn({ title, blocks: [] }));
  const listed = sheet.shown ?? [
    ...sheet.late,
    ...document.sources.filter(({ claim }) => cited.includes(claim)),
  ];
  const numbers = new Set([...cited, ...named, ...listed.map(({ claim }) => claim)]);
  return {
    title,
    ...(first && lead && { lead }),
    blocks,
    sources: document.sources
      .filter(({ claim }) => numbers.has(claim))
      .map((footnote) => ({ ...footnote, sources: listedSources(footnote, listed) })),
    ...(first && stamp && { stamp }),
    ...(first && layout && { layout }),
  };
}

function listedSources(footnote: Footnote, listed: readonly Footnote[]): Footnote["sources"] {
  const sources = new Set(
    listed.filter(({ claim }) => claim === footnote.claim).flatMap((each) => each.sources),
  );
  return footnote.sources.filter((source) => sources.has(source));
}
