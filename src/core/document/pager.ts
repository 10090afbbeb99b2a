/** Pages under construction: what stands on the current one, and whether it fits. */
import type { Page } from "../ports.ts";
import type { Limits } from "./fit.ts";
import { notification } from "./notification.ts";
import { asParagraph, type Piece } from "./pieces.ts";
import { plainText } from "./plain-text.ts";
import { derived, say } from "./sentence.ts";
import { type Sheet, sheetDocument } from "./sheet.ts";
import type { Block, Document, Footnote, ServiceSentence } from "./tree.ts";

export interface Pager {
  /** The document as one page, if it fits. */
  whole(): readonly Page[] | undefined;
  /** Adds a piece to the current page, if it fits. */
  add(piece: Piece): boolean;
  /** Moves the last `count` pieces to a new page and adds one, if something stays and all fits. */
  turn(count: number, piece: Piece): boolean;
  /** The current page has taken less than half of the characters that it may. */
  halfEmpty(): boolean;
  /** How many pieces at the end of the page, before the last `skip`, are such blocks. */
  trailing(test: (block: Block) => boolean, skip?: number): number;
  /** Makes the last `count` headings paragraphs, so that the page may end with them. */
  demote(count: number): void;
  /**
   * Puts a piece on a page of its own with as many of its sources as fit; the others follow on the
   * next pages.
   * @throws RangeError when not even the piece fits.
   */
  force(piece: Piece): void;
  /** Ends the last page. */
  end(): readonly Page[];
}

/** Stands in for page numbers while nobody knows how many there will be. */
const mostPages = 9_999;

export function createPager(document: Document, limits: Limits): Pager {
  const done: Sheet[] = [];
  let current: Sheet = { pieces: [], late: [] };

  const fits = (sheet: Sheet, index: number) =>
    within(sheetPage(document, sheet, index, mostPages, mostPages), limits);
  const keep = (sheet: Sheet, index = done.length) => {
    const fit = fits(sheet, index);
    if (fit) current = sheet;
    return fit;
  };
  const flush = () => {
    done.push(current);
    current = { pieces: [], late: [] };
  };

  function force(pieces: readonly Piece[]): void {
    const bare: Sheet = { pieces, late: [], shown: [] };
    const waiting = sourcesOne(sheetDocument(document, { pieces, late: [] }, done.length).sources);
    if (!keep(bare)) {
      throw new RangeError("a single sentence is longer than a page: the page's limit is too low");
    }
    while (waiting[0] && keep({ ...bare, shown: [...(current.shown ?? []), waiting[0]] })) {
      waiting.shift();
    }
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (current.shown === undefined && keep({ ...current, late: [...current.late, next] }))
        continue;
      flush();
      if (!keep({ pieces: [], late: [next] })) {
        throw new RangeError("a single source is longer than a page: the page's limit is too low");
      }
    }
    if (current.shown) flush();
  }

  // A bottom line that cites so much that its sources need pages of their own.
  const open = () => {
    if (done.length === 0 && current.pieces.length === 0 && !fits(current, 0)) force([]);
  };

  return {
    whole() {
      const page: Page = { document, number: 1, of: 1, notification: notification(document) };
      return within(page, limits) ? [page] : undefined;
    },
    add(piece) {
      open();
      return keep({ ...current, pieces: [...current.pieces, piece] });
    },
    turn(count, piece) {
      const cut = current.pieces.length - count;
      const stays = cut > 0 || current.late.length > 0 || (done.length === 0 && document.lead);
      const next: Sheet = { pieces: [...current.pieces.slice(cut), piece], late: [] };
      if (!stays || !fits(next, done.length + 1)) return false;
      current = { ...current, pieces: current.pieces.slice(0, cut) };
      flush();
      current = next;
      return true;
    },
    halfEmpty() {
      const page = sheetPage(document, current, done.length, mostPages, mostPages);
      return limits.measure(page).characters < limits.page.characters / 2;
    },
    trailing(test, skip = 0) {
      const pieces = current.pieces.slice(0, Math.max(0, current.pieces.length - skip));
      return pieces.length - 1 - pieces.findLastIndex((piece) => !test(piece.block));
    },
    demote(count) {
      const from = current.pieces.length - count;
      const pieces = current.pieces.map((piece, index) =>
        index >= from && piece.block.type === "heading"
          ? { ...piece, block: asParagraph(piece.block) }
          : piece,
      );
      current = { ...current, pieces };
    },
    force(piece) {
      const used = current.pieces.length > 0 || current.late.length > 0 || done.length === 0;
      if (used) flush();
      if (!keep({ pieces: [piece], late: [] })) force([piece]);
    },
    end() {
      open();
      const used = current.pieces.length > 0 || current.late.length > 0 || done.length === 0;
      if (used) flush();
      return done.map((sheet, index) => sheetPage(document, sheet, index, index + 1, done.length));
    },
  };
}

function sheetPage(
  document: Document,
  sheet: Sheet,
  index: number,
  number: number,
  of: number,
): Page {
  const label = pageLabel(number, of);
  const onPage = sheetDocument(document, sheet, index);
  return {
    document: { ...onPage, layout: [...(onPage.layout ?? []), label] },
    number,
    of,
    notification:
      index === 0 ? notification(document) : `${plainText(document.title)} · ${plainText(label)}`,
  };
}

function pageLabel(number: number, of: number): ServiceSentence {
  return say("layout.page", {
    number: derived(number, { type: "layout" }),
    of: derived(of, { type: "layout" }),
  });
}

function within(page: Page, limits: Limits): boolean {
  const { characters, blocks, actions } = limits.measure(page);
  return (
    characters <= limits.page.characters &&
    blocks <= limits.page.blocks &&
    actions <= limits.page.actions
  );
}

/** Each source of each footnote for itself. */
function sourcesOne(footnotes: readonly Footnote[]): Footnote[] {
  return footnotes.flatMap((footnote) =>
    footnote.sources.map((source) => ({ ...footnote, sources: [source] })),
  );
}
