/** An edition as the messages of one delivery. */
import { action } from "../command/line.ts";
import { fit, type Limits } from "../document/fit.ts";
import { say } from "../document/sentence.ts";
import type { Action, Block, Document } from "../document/tree.ts";
import type { Page } from "../ports.ts";
import type { Edition } from "./edition.ts";

/** What belongs to the one delivery and not to the edition, which many share. */
export interface DeliveryNotes {
  /** Id of the subscription, for the buttons. */
  readonly subscription: string;
  /** Planned after downtime. */
  readonly late: boolean;
  /** ISO instant at which it was due. */
  readonly scheduled: string;
  /** IANA zone of the subscription. */
  readonly zone: string;
}

export interface EditionPage {
  readonly page: Page;
  /** Goes into the thread of the first page, so that the channel sees one message a day. */
  readonly below: boolean;
}

/** The card first, then its thread, in the order of posting. */
export function pagesOfEdition(
  edition: Edition,
  notes: DeliveryNotes,
  limits: Limits,
): readonly EditionPage[] {
  const card = fit(withNotes(edition.document, notes), limits);
  const depth = edition.depth === undefined ? [] : fit(edition.depth, limits);
  return [...card, ...depth].map((page, at) => ({ page, below: at > 0 }));
}

function withNotes(document: Document, notes: DeliveryNotes): Document {
  const isActions = (block: Block) => block.type === "actions";
  const actions = document.blocks.flatMap((block) =>
    block.type === "actions" ? block.actions : [],
  );
  return {
    ...document,
    blocks: [
      ...(notes.late ? [lateNote(notes)] : []),
      ...document.blocks.filter((block) => !isActions(block)),
      { type: "actions", actions: [...actions, ...settings(notes.subscription)] },
    ],
  };
}

function lateNote({ scheduled, zone }: DeliveryNotes): Block {
  const local = Temporal.Instant.from(scheduled).toZonedDateTimeISO(zone);
  const value = local.toPlainTime().toString({ smallestUnit: "minute" });
  const time = { type: "time", instant: scheduled, zone, value } as const;
  return { type: "paragraph", sentences: [say("digest.late", { time })] };
}

function settings(id: string): readonly Action[] {
  return [
    action(say("action.less"), `less ${id}`),
    action(say("action.mute"), `pause ${id} days:7`),
    action(say("action.unsubscribe"), `unsubscribe ${id}`),
  ];
}
