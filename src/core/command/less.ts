import { keepChange } from "../digest/manage/change.ts";
import { checkMayManage, splitId, subscriptionMeant } from "../digest/manage/find.ts";
import { aboutSentences } from "../digest/manage/words.ts";
import type { Subscription } from "../digest/subscription.ts";
import { serviceDocument } from "../document/document.ts";
import { named, say } from "../document/sentence.ts";
import { texts } from "../texts/index.ts";
import type { Command, CommandContext, Draft } from "./command.ts";
import { findRecord } from "./grammar/records.ts";
import { action } from "./line.ts";
import { textOf } from "./option.ts";

const mostOffered = 5;

export const less: Command = {
  name: "less",
  summary: texts["command.less"],
  examples: ({ topics }) => [...topics.keys()].slice(0, 1).map((id) => `less ${id}`),
  options: { which: { type: "text", summary: texts["option.less"], rest: true } },
  visibility: "private",
  run: async (values, context) => {
    checkMayManage(context);
    const { id, rest } = await splitId(context, textOf(values, "which") ?? "");
    const subscription = await subscriptionMeant(context, id, "less");
    const words = rest.replace(/^(?:like this|of this|this|about|of)\b\s*/i, "").trim();
    if (words === "") return offer(context, subscription);
    if (/^(?:nothing|none)$/i.test(words)) return change(context, subscription, undefined);
    const topic = findRecord("topic", words, {
      dossier: context.dossier,
      lineWith: (name) => `less ${subscription.id} ${name}`,
    });
    return change(context, subscription, topic);
  },
};

/** The topics of the last digest, as buttons. */
async function offer(context: CommandContext, subscription: Subscription): Promise<Draft> {
  const { dossier, store } = context;
  const { lastEdition, filter, id } = subscription;
  const edition = lastEdition === undefined ? undefined : await store.editions.get(lastEdition);
  const { items = [], file } = edition?.shown ?? {};
  const shown = [...items, ...(file === undefined ? [] : [file])]
    .flatMap((claim) => dossier.claims.get(claim)?.topics.slice(0, 1) ?? [])
    .concat([...dossier.topics.keys()])
    .filter((topic) => !(filter.less ?? []).includes(topic))
    .filter((topic) => filter.topics.length === 0 || filter.topics.includes(topic));
  const topics = [...new Set(shown)].slice(0, mostOffered);
  return {
    document: serviceDocument({
      title: say("title.less"),
      lead: say("less.which"),
      blocks: [
        { type: "paragraph", sentences: aboutSentences(dossier, filter) },
        {
          type: "actions",
          actions: topics.map((topic) =>
            action(
              say("less.topic", { topic: named("topic", topic, title(context, topic)) }),
              `less ${id} ${topic}`,
            ),
          ),
        },
      ],
    }),
    answered: false,
  };
}

/** One topic less, or all of them back. */
async function change(
  context: CommandContext,
  subscription: Subscription,
  topic: string | undefined,
): Promise<Draft> {
  const { less: before = [], ...filter } = subscription.filter;
  const after = topic === undefined ? [] : [...new Set([...before, topic])].toSorted();
  const changed = await keepChange(
    context,
    { ...subscription, filter: { ...filter, ...(after.length > 0 && { less: after }) } },
    topic === undefined ? "nothing left out" : `less ${topic}`,
  );
  return {
    document: serviceDocument({
      title: say("title.less"),
      lead:
        topic === undefined
          ? say("less.undone")
          : say("less.done", { topic: named("topic", topic, title(context, topic)) }),
      blocks: [
        { type: "paragraph", sentences: aboutSentences(context.dossier, changed.filter) },
        ...(topic === undefined
          ? []
          : [
              {
                type: "actions" as const,
                actions: [action(say("action.undo"), `less ${subscription.id} nothing`)],
              },
            ]),
      ],
    }),
    answered: false,
  };
}

function title({ dossier }: CommandContext, topic: string): string {
  return dossier.topics.get(topic)?.title ?? topic;
}
