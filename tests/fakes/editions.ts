/** Editions and their pages, without a dossier. */
import {
  type Edition,
  type EditionPage,
  type EditionRequest,
  type Page,
  say,
  serviceDocument,
} from "#core";

const document = serviceDocument({ title: say("label.sources"), blocks: [] });

export function editionOf(id: string, more: Partial<Edition> = {}): Edition {
  return {
    id,
    dossier: "us-iran",
    input: { version: "1", slot: "2026-11-22 08:00", topics: [], actors: [], depth: "90s" },
    composed: "2026-11-22T08:00:00Z",
    claims: {},
    shown: { items: [] },
    quiet: false,
    document,
    ...more,
  };
}

/** Its id says all that went into it. */
export function fakeEditionId({ slot, filter, depth, base }: EditionRequest): string {
  return [slot, filter.topics.join("+") || "all", depth, base?.id ?? "first"].join(" | ");
}

export function fakeCompose(request: EditionRequest): Edition {
  return editionOf(fakeEditionId(request), { composed: request.now.toString() });
}

function page(number: number, of: number): Page {
  return { document, number, of, notification: "News." };
}

/** `count` pages: the first where it is sent to, the others below it. */
export function pagesOfEach(count: number): () => readonly EditionPage[] {
  const pages = Array.from(
    { length: count },
    (_, at): EditionPage => ({
      page: page(at + 1, count),
      place: at === 0 ? "destination" : "below",
    }),
  );
  return () => pages;
}
