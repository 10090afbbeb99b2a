import { item, list, section } from "../briefing/build.ts";
import type { Delivery } from "../delivery/delivery.ts";
import { isEnded, subscriptionsHere } from "../digest/manage/find.ts";
import { clock, subscriptionItem } from "../digest/manage/words.ts";
import { serviceDocument } from "../document/document.ts";
import { derived, named, say } from "../document/sentence.ts";
import { shortDay } from "../document/short-day.ts";
import { stampOf, stampSentence } from "../document/stamp.ts";
import type { Block, ListItem } from "../document/tree.ts";
import { texts } from "../texts/index.ts";
import type { Command, CommandContext } from "./command.ts";
import { code } from "./line.ts";

/** Failed deliveries looked through for those of this place. */
const mostFailed = 500;

export const status: Command = {
  name: "status",
  summary: texts["command.status"],
  examples: () => ["status"],
  options: {},
  visibility: "private",
  run: async (_, context) => {
    const { dossier, now, library, store, origin } = context;
    const running = (await subscriptionsHere(context)).filter((each) => !isEnded(each));
    const failed = (await store.ledger.failed(mostFailed)).filter((each) => isHere(each, context));
    return {
      document: serviceDocument({
        title: say("title.status"),
        lead: say("status.record", {
          dossier: named("dossier", dossier.id, dossier.header.title),
          version: code(dossier.version),
        }),
        blocks: [
          { type: "paragraph", sentences: [stampSentence(stampOf(dossier, now))] },
          ...(origin.canPost || origin.direct ? [] : [cannotPost]),
          ...section(
            say("title.subscriptions"),
            running.length === 0
              ? list([item([say("subscriptions.none")])])
              : list(running.map((each) => subscriptionItem(library.get(each.dossier), each))),
          ),
          ...section(say("label.failed"), list(failed.slice(0, 5).map(failedItem))),
          {
            type: "paragraph",
            sentences: [
              failed.length === 0
                ? say("status.no-failures")
                : say("status.failures", { count: derived(failed.length, { type: "layout" }) }),
            ],
          },
        ],
      }),
      answered: false,
    };
  },
};

const cannotPost = {
  type: "callout",
  tone: "caution",
  children: [{ type: "paragraph", sentences: [say("status.cannot-post")] }],
} as const satisfies Block;

function isHere({ destination }: Delivery, { origin }: CommandContext): boolean {
  return (
    destination.platform === origin.platform &&
    destination.workspace === origin.workspace &&
    destination.channel === origin.channel
  );
}

function failedItem({ scheduled, code: why, subscription }: Delivery): ListItem {
  return item([
    say("status.failed", {
      date: clock(shortDay(scheduled.slice(0, 10))),
      id: code(subscription),
      code: code(why ?? "unknown"),
    }),
  ]);
}
