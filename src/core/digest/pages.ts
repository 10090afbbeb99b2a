/** An edition as the messages of one delivery. */
import { action } from "../command/line.ts";
import type { Delivery, EditionPage } from "../delivery/delivery.ts";
import { fit, type Limits } from "../document/fit.ts";
import { derived, say } from "../document/sentence.ts";
import type { Action, Block, Document } from "../document/tree.ts";
import type { Edition } from "./edition.ts";

type Addressed = Pick<Delivery, "kind" | "subscription" | "late"> & {
  /** Address of the site with the reading pages, without a slash at the end. */
  readonly site?: string | undefined;
};

// As long as the ids of subscriptions, so that pages are cut once for all who get them.
const anyone = "zqxjkv";

const cut = new WeakMap<Edition, WeakMap<Limits, readonly EditionPage[]>>();

/**
 * The card in the destination, what is below it in its thread, in the order of posting. Buttons and
 * the mark of lateness belong to the one delivery; everything else is shared.
 */
export function pagesOfEdition(
  edition: Edition,
  limits: Limits,
  to: Addressed,
): readonly EditionPage[] {
  const { kind, subscription, late } = to;
  if (kind === "correction" || late || subscription.length !== anyone.length) {
    return cutPages(edition, limits, to);
  }
  const known = cut.get(edition) ?? new WeakMap<Limits, readonly EditionPage[]>();
  const pages = known.get(limits) ?? cutPages(edition, limits, { ...to, subscription: anyone });
  cut.set(edition, known.set(limits, pages));
  return pages.map((page) => addressed(page, subscription));
}

function cutPages(edition: Edition, limits: Limits, to: Addressed): readonly EditionPage[] {
  const card = fit(withNotes(edition, to), limits);
  const below = edition.depth === undefined ? [] : fit(edition.depth, limits);
  return [...card, ...below].map((page, at) => ({
    page,
    place: at === 0 ? "destination" : "below",
  }));
}

/** Pages are plain JSON, and the id stands in buttons and in lines that are spelled out. */
function addressed(page: EditionPage, subscription: string): EditionPage {
  return JSON.parse(JSON.stringify(page).replaceAll(anyone, subscription)) as EditionPage;
}

function withNotes(edition: Edition, { kind, subscription, late, site }: Addressed): Document {
  const { document, input } = edition;
  // There is nothing to set about it, and nobody reads it as an edition.
  if (kind === "correction") return document;
  const actions = document.blocks.flatMap((block) =>
    block.type === "actions" ? block.actions : [],
  );
  return {
    ...document,
    blocks: [
      ...(late ? [lateNote(input.slot)] : []),
      ...document.blocks.filter(({ type }) => type !== "actions"),
      ...(site === undefined ? [] : [onTheWeb(`${site}/edition/${edition.id}`)]),
      { type: "actions", actions: [...actions, ...settings(subscription)] },
    ],
  };
}

function onTheWeb(url: string): Block {
  const link = { type: "link", url, children: [{ type: "text", value: "on the web" }] } as const;
  return { type: "paragraph", sentences: [say("digest.web", { link })] };
}

function lateNote(slot: string): Block {
  const time = derived(slot.slice(11), { type: "clock" });
  return { type: "paragraph", sentences: [say("digest.late", { time })] };
}

function settings(id: string): readonly Action[] {
  return [
    action(say("action.less"), `less ${id}`),
    action(say("action.mute"), `pause ${id} days:7`),
    action(say("action.unsubscribe"), `unsubscribe ${id}`),
  ];
}
