/**
 * One frozen edition: a function of the dossier's version, the local slot, the filter, the depth and
 * the edition that the destination got last. Nothing else goes in, so destinations share it.
 */

import type { Briefing } from "../briefing/briefing.ts";
import type { EditionRequest } from "../delivery/plan.ts";
import { createDocument } from "../document/document.ts";
import { stampOf } from "../document/stamp.ts";
import type { Document } from "../document/tree.ts";
import { fingerprint } from "../dossier/fingerprint.ts";
import { card } from "./compose/card.ts";
import { contentsOf } from "./compose/difference.ts";
import { selectEdition } from "./compose/select-edition.ts";
import { dayOfSlot } from "./compose/slot.ts";
import { threadPart } from "./compose/thread.ts";
import type { Edition, EditionInput } from "./edition.ts";

export function composeEdition(request: EditionRequest): Edition {
  const { dossier, filter, depth, now } = request;
  const input = inputOf(request);
  const chosen = selectEdition(request);
  const day = dayOfSlot(input.slot);
  const stamp = stampOf(dossier, day.toZonedDateTime("UTC").toInstant());
  const made = ({ title, lead, blocks }: Briefing): Document =>
    createDocument({ title, lead, blocks, stamp, length: true }, dossier);
  const below = depth === "full" ? threadPart(dossier, filter, chosen) : undefined;
  const told = card(dossier, chosen, depth);
  return {
    id: hash(input),
    dossier: dossier.id,
    input,
    composed: now.toString(),
    claims: contentsOf(dossier),
    shown: {
      items: chosen.items.map(({ id }) => id),
      ...(chosen.file && { file: chosen.file.id }),
      ...(chosen.history && { history: chosen.history.claim.id }),
    },
    ...(told.carried && { carried: told.carried }),
    quiet: chosen.quiet,
    document: made(told),
    ...(below && { depth: withoutStamp(made(below)) }),
  };
}

/** Known before anything is composed: an edition that is kept already need not be made again. */
export function editionId(request: EditionRequest): string {
  return hash(inputOf(request));
}

function inputOf({ dossier, filter, depth, slot, base }: EditionRequest): EditionInput {
  return {
    version: `${dossier.id} ${dossier.version}`,
    slot,
    topics: filter.topics.toSorted(),
    actors: filter.actors.toSorted(),
    ...(filter.less && filter.less.length > 0 && { less: filter.less.toSorted() }),
    depth,
    ...(base && { base: base.id }),
  };
}

function hash(input: EditionInput): string {
  return fingerprint(new Map([["edition", JSON.stringify(input)]]));
}

/** The card above it carries the stamp. */
function withoutStamp({ stamp: _, ...document }: Document): Document {
  return document;
}
