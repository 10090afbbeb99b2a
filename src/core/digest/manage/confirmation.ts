/** What was agreed: when the next ones come, what they would say, and what could go wrong. */
import { item, list, paragraph, section } from "../../briefing/build.ts";
import type { CommandContext, Draft } from "../../command/command.ts";
import { action } from "../../command/line.ts";
import { createDocument } from "../../document/document.ts";
import { say } from "../../document/sentence.ts";
import { stampOf } from "../../document/stamp.ts";
import type { Block, ServiceSentence } from "../../document/tree.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import { scheduleWords } from "../schedule-words.ts";
import type { Subscription } from "../subscription.ts";
import { nextRuns } from "./change.ts";
import { nextEdition, withoutButtons } from "./preview.ts";
import { clock, factsOf, runSentence } from "./words.ts";

export async function confirmation(
  context: CommandContext,
  subscription: Subscription,
): Promise<Draft> {
  const { dossier, now } = context;
  const { id, schedule } = subscription;
  const runs = nextRuns(subscription, now, 3);
  const edition = await nextEdition(context, { ...subscription, depth: "headline" });
  const { lead, blocks } = edition.document;
  return {
    document: createDocument(
      {
        title: say("title.subscribed"),
        lead: say("subscribe.done", { schedule: clock(scheduleWords(schedule)) }),
        blocks: [
          ...warnings(context, dossier),
          factsOf(dossier, subscription),
          ...section(
            say("label.next-runs"),
            list(runs.map((run) => item([runSentence(run, schedule.zone)]))),
          ),
          ...section(say("label.preview"), [
            ...(lead === undefined ? [] : paragraph(lead)),
            ...withoutButtons(blocks),
          ]),
          {
            type: "actions",
            actions: [
              action(say("action.preview"), `preview ${id}`, "primary"),
              action(say("action.subscriptions"), "subscriptions"),
              action(say("action.unsubscribe"), `unsubscribe ${id}`),
            ],
          },
        ],
        stamp: stampOf(dossier, now),
      },
      dossier,
    ),
    answered: false,
  };
}

/** What could keep the digests away, or make them dull. */
function warnings(
  { origin, now }: Pick<CommandContext, "origin" | "now">,
  dossier: Dossier,
): readonly Block[] {
  const stale = stampOf(dossier, now).stale;
  const sentences: readonly ServiceSentence[] = [
    ...(origin.canPost || origin.direct ? [] : [say("warning.cannot-post")]),
    ...(stale ? [say("warning.record-ended")] : []),
  ];
  if (sentences.length === 0) return [];
  return [
    {
      type: "callout",
      tone: origin.canPost || origin.direct ? "note" : "caution",
      children: [{ type: "paragraph", sentences }],
    },
  ];
}
