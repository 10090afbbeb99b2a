/** What a subscription would send at its next run. */
import type { CommandContext } from "../../command/command.ts";
import { createDocument } from "../../document/document.ts";
import type { Block, Document } from "../../document/tree.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import { slotOf } from "../compose/slot.ts";
import { composeEdition } from "../compose.ts";
import type { Edition } from "../edition.ts";
import type { Subscription } from "../subscription.ts";
import { nextRuns } from "./change.ts";

type Planned = Pick<
  Subscription,
  "schedule" | "quietHours" | "filter" | "depth" | "lastEdition" | "nextRunAt"
>;

export async function nextEdition(
  { dossier, now, store }: Pick<CommandContext, "dossier" | "now" | "store">,
  planned: Planned,
): Promise<Edition> {
  const { schedule, nextRunAt, lastEdition, filter, depth } = planned;
  const run =
    nextRunAt === undefined ? nextRuns(planned, now, 1)[0] : Temporal.Instant.from(nextRunAt);
  const base = lastEdition === undefined ? undefined : await store.editions.get(lastEdition);
  return composeEdition({
    ...{ dossier, filter, depth, base, now },
    slot: slotOf(run ?? now, schedule.zone),
  });
}

/** Card and thread as one document, without buttons. */
export function wholeEdition(dossier: Dossier, edition: Edition): Document {
  const { document, depth } = edition;
  return createDocument(
    {
      title: document.title,
      lead: document.lead,
      blocks: withoutButtons([
        ...document.blocks,
        ...(depth ? [{ type: "thematicBreak" } as const, ...depth.blocks] : []),
      ]),
      stamp: document.stamp,
      length: true,
    },
    dossier,
  );
}

export function withoutButtons(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter(({ type }) => type !== "actions");
}
