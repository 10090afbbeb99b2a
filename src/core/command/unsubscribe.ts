import { keepChange } from "../digest/manage/change.ts";
import {
  checkMayManage,
  isEnded,
  splitId,
  subscriptionMeant,
  subscriptionsHere,
  unsubscribed,
} from "../digest/manage/find.ts";
import { scheduleSlot } from "../digest/manage/words.ts";
import type { Subscription } from "../digest/subscription.ts";
import { serviceDocument } from "../document/document.ts";
import { derived, say } from "../document/sentence.ts";
import { texts } from "../texts/index.ts";
import type { Command, CommandContext } from "./command.ts";
import { action } from "./line.ts";
import { textOf } from "./option.ts";

export const unsubscribe: Command = {
  name: "unsubscribe",
  summary: texts["command.unsubscribe"],
  examples: () => ["unsubscribe", "unsubscribe all"],
  options: { which: { type: "text", summary: texts["option.which-all"], rest: true } },
  visibility: "private",
  run: async (values, context) => {
    checkMayManage(context);
    const which = textOf(values, "which") ?? "";
    const ending = await meant(which, context);
    const ended = await Promise.all(ending.map((each) => end(each, context)));
    const [one] = ended;
    const undo = one === undefined || ended.length > 1 ? [] : [resumeAction(one)];
    return {
      document: serviceDocument({
        title: say("title.unsubscribed"),
        lead:
          one === undefined || ended.length > 1
            ? say("unsubscribe.all", { count: derived(ended.length, { type: "layout" }) })
            : say("unsubscribe.done", { schedule: scheduleSlot(one) }),
        blocks: undo.length === 0 ? [] : [{ type: "actions", actions: undo }],
      }),
      answered: false,
    };
  },
};

async function meant(which: string, context: CommandContext): Promise<readonly Subscription[]> {
  if (/^(?:all|everything)$/i.test(which.trim())) {
    return (await subscriptionsHere(context)).filter((each) => !isEnded(each));
  }
  const { id } = await splitId(context, which);
  const words =
    id === "" && /^(?:me|us|this|here|from this|please)?$/i.test(which.trim()) ? "" : id || which;
  return [await subscriptionMeant(context, words, "unsubscribe")];
}

/** Kept with who ended it; nothing runs any more. */
async function end(subscription: Subscription, context: CommandContext): Promise<Subscription> {
  const { nextRunAt: _, ...rest } = subscription;
  const state = { type: "off", code: unsubscribed, at: context.now.toString() } as const;
  return keepChange(context, { ...rest, state }, "unsubscribed");
}

function resumeAction({ id }: Subscription) {
  return action(say("action.undo"), `resume ${id}`);
}
