import { item, list, paragraph, section } from "../briefing/build.ts";
import { nextRuns } from "../digest/manage/change.ts";
import {
  isEnded,
  subscriptionMeant,
  subscriptionsElsewhere,
  subscriptionsHere,
} from "../digest/manage/find.ts";
import {
  clock,
  factsOf,
  runSentence,
  stateSentence,
  subscriptionItem,
} from "../digest/manage/words.ts";
import type { Subscription, SubscriptionChange } from "../digest/subscription.ts";
import { serviceDocument } from "../document/document.ts";
import { asked, derived, say } from "../document/sentence.ts";
import { shortDay } from "../document/short-day.ts";
import type { Block, ListItem } from "../document/tree.ts";
import { texts } from "../texts/index.ts";
import type { Command, CommandContext, Draft } from "./command.ts";
import { action, code } from "./line.ts";
import { textOf } from "./option.ts";

export const subscriptions: Command = {
  name: "subscriptions",
  summary: texts["command.subscriptions"],
  examples: () => ["subscriptions"],
  options: { which: { type: "text", summary: texts["option.which"], rest: true } },
  visibility: "private",
  run: async (values, context) => {
    const which = textOf(values, "which");
    if (which !== undefined) {
      return oneOf(context, await subscriptionMeant(context, which, "subscriptions"));
    }
    return all(context);
  },
};

async function all(context: CommandContext): Promise<Draft> {
  const here = await subscriptionsHere(context);
  const elsewhere = await subscriptionsElsewhere(context);
  const running = here.filter((each) => !isEnded(each));
  const ended = here.length - running.length;
  const dossierOf = (each: Subscription) => context.library.get(each.dossier);
  return {
    document: serviceDocument({
      title: context.origin.direct ? say("title.your-subscriptions") : say("title.subscriptions"),
      lead:
        running.length === 0
          ? elsewhere.length > 0
            ? say("subscriptions.none-direct")
            : say("subscriptions.none")
          : say("subscriptions.count", { count: derived(running.length, { type: "layout" }) }),
      blocks: [
        ...list(running.map((each) => subscriptionItem(dossierOf(each), each))),
        ...(ended === 0
          ? []
          : [
              {
                type: "paragraph" as const,
                sentences: [
                  say("subscriptions.ended", { count: derived(ended, { type: "layout" }) }),
                ],
              },
            ]),
        ...inChannels(elsewhere, context),
        {
          type: "actions",
          actions:
            running.length === 0
              ? [action(say("label.line", { line: code("subscribe") }), "subscribe", "primary")]
              : running
                  .slice(0, 5)
                  .map(({ id }) =>
                    action(say("subscriptions.more", { id: code(id) }), `subscriptions ${id}`),
                  ),
        },
      ],
    }),
    answered: false,
  };
}

/** As many as are read. */
const mostElsewhere = 10;

/** Changed only where they go: there the platform says who may. */
function inChannels(
  all: readonly Subscription[],
  { library, commandName }: Pick<CommandContext, "library" | "commandName">,
): readonly Block[] {
  if (all.length === 0) return [];
  const shown = all.slice(0, mostElsewhere);
  const more = all.length - shown.length;
  return section(say("label.in-channels"), [
    ...list(shown.map((each) => subscriptionItem(library.get(each.dossier), each, "named"))),
    ...paragraph(
      ...(more === 0
        ? []
        : [say("subscriptions.and-more", { count: derived(more, { type: "layout" }) })]),
      say("subscriptions.change-there", { line: code(`/${commandName} subscriptions`) }),
    ),
  ]);
}

function oneOf(
  { library, now }: Pick<CommandContext, "library" | "now">,
  subscription: Subscription,
): Draft {
  const { id, schedule, state, changes } = subscription;
  const running = state.type === "active";
  const runs = running ? nextRuns(subscription, later(subscription, now), 3) : [];
  return {
    document: serviceDocument({
      title: say("title.subscription"),
      lead: stateSentence(subscription),
      blocks: [
        factsOf(library.get(subscription.dossier), subscription),
        ...section(
          say("label.next-runs"),
          list(runs.map((run) => item([runSentence(run, schedule.zone)]))),
        ),
        ...section(say("label.changes"), list(changes.toReversed().slice(0, 10).map(changeItem))),
        {
          type: "actions",
          actions: [
            action(say("action.preview"), `preview ${id}`),
            running
              ? action(say("action.pause"), `pause ${id}`)
              : action(say("action.resume"), `resume ${id}`),
            action(say("action.less"), `less ${id}`),
            action(say("action.unsubscribe"), `unsubscribe ${id}`),
          ],
        },
      ],
    }),
    answered: false,
  };
}

/** Muted ones go on later than now. */
function later({ nextRunAt }: Subscription, now: Temporal.Instant): Temporal.Instant {
  if (nextRunAt === undefined) return now;
  const before = Temporal.Instant.from(nextRunAt).subtract({ seconds: 1 });
  return Temporal.Instant.compare(before, now) > 0 ? before : now;
}

function changeItem({ at, person, what }: SubscriptionChange): ListItem {
  return item([
    say("subscriptions.change", {
      date: clock(shortDay(at.slice(0, 10))),
      what: derived(what, { type: "record" }),
      person: asked(person),
    }),
  ]);
}
