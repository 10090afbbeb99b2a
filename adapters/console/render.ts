/** A page of a document as the browser gets it. */
import { type Document, edtfWords, listedOf, type Page, ratingInWords, toHtml } from "#core";
import type { PictureShelf } from "./picture-shelf.ts";
import type { WireFootnote, WireSource } from "./wire.ts";

/** HTML of a page; `message` keeps the ids of several messages apart. */
export function pageHtml(
  { document }: Pick<Page, "document">,
  message: number,
  shelf?: PictureShelf,
): string {
  return toHtml(document, `m${message}-`, (chart) => shelf?.markup(chart, document) ?? "");
}

/** What the side panel shows for each citation. */
export function footnotesOf(document: Document): readonly WireFootnote[] {
  return listedOf(document.sources).map((footnote) => ({
    number: footnote.number,
    claim: footnote.claim,
    headline: footnote.headline,
    text: footnote.text,
    status: footnote.status,
    sources: footnote.sources.map(
      ({ publisher, title, locator, url, published, party, rating }): WireSource => ({
        publisher,
        title,
        locator,
        rating,
        ...ratingInWords(rating),
        ...(url !== undefined && { url }),
        ...(published !== undefined && { published: edtfWords(published) }),
        ...(party !== undefined && { party }),
      }),
    ),
  }));
}
