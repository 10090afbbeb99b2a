import { keepChange, runningFrom } from "../digest/manage/change.ts";
import {
  checkMayManage,
  splitId,
  subscriptionMeant,
  subscriptionsHere,
} from "../digest/manage/find.ts";
import { nextSentence, scheduleSlot } from "../digest/manage/words.ts";
import { serviceDocument } from "../document/document.ts";
import { say } from "../document/sentence.ts";
import { texts } from "../texts/index.ts";
import type { Command, CommandContext } from "./command.ts";
import { textOf } from "./option.ts";

export const resume: Command = {
  name: "resume",
  summary: texts["command.resume"],
  examples: () => ["resume"],
  options: { which: { type: "text", summary: texts["option.which"], rest: true } },
  visibility: "private",
  run: async (values, context) => {
    checkMayManage(context);
    const subscription = await meant(context, textOf(values, "which") ?? "");
    const running = await keepChange(context, runningFrom(subscription, context.now), "resumed");
    const { nextRunAt, schedule } = running;
    return {
      document: serviceDocument({
        title: say("title.resumed"),
        lead: say("resume.done", { schedule: scheduleSlot(running) }),
        blocks:
          nextRunAt === undefined
            ? []
            : [
                {
                  type: "paragraph",
                  sentences: [nextSentence(Temporal.Instant.from(nextRunAt), schedule.zone)],
                },
              ],
      }),
      answered: false,
    };
  },
};

/** An ended one comes back only by its id; without an id, the one that is not running. */
async function meant(context: CommandContext, words: string) {
  const { id } = await splitId(context, words);
  const here = await subscriptionsHere(context);
  const named = here.filter((each) => id !== "" && each.id.startsWith(id.toLowerCase()));
  if (named.length === 1 && named[0]) return named[0];
  const paused = here.filter(({ state }) => state.type === "paused");
  if (id === "" && paused.length === 1 && paused[0]) return paused[0];
  return subscriptionMeant(context, id, "resume");
}
