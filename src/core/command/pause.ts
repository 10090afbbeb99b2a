import { keepChange, runningFrom } from "../digest/manage/change.ts";
import { checkMayManage, splitId, subscriptionMeant } from "../digest/manage/find.ts";
import { clock, nextSentence, scheduleSlot } from "../digest/manage/words.ts";
import type { Subscription } from "../digest/subscription.ts";
import { serviceDocument } from "../document/document.ts";
import { asked, say } from "../document/sentence.ts";
import { shortDay } from "../document/short-day.ts";
import { UserError } from "../errors.ts";
import { texts } from "../texts/index.ts";
import type { Command } from "./command.ts";
import { readDay } from "./grammar/read-day.ts";
import { action, code } from "./line.ts";
import { textOf } from "./option.ts";

/** A longer break is an end: `pause` without days, or `unsubscribe`. */
const mostDays = 366;

export const pause: Command = {
  name: "pause",
  summary: texts["command.pause"],
  examples: () => ["pause", "pause 7 days", "pause until 2027-01-04"],
  options: {
    which: { type: "text", summary: texts["option.which"], rest: true },
    days: { type: "text", summary: texts["option.days"] },
  },
  visibility: "private",
  run: async (values, context) => {
    checkMayManage(context);
    const { id, rest } = await splitId(context, textOf(values, "which") ?? "");
    const subscription = await subscriptionMeant(context, id, "pause");
    const zone = subscription.schedule.zone;
    const today = context.now.toZonedDateTimeISO(zone).toPlainDate();
    const until = lastDay(textOf(values, "days") ?? rest, today);
    const resume = action(say("action.resume"), `resume ${subscription.id}`);
    const answer = (lead: ReturnType<typeof say>, next: ReturnType<typeof say>) => ({
      document: serviceDocument({
        title: say("title.paused"),
        lead,
        blocks: [
          { type: "paragraph", sentences: [next] },
          { type: "actions", actions: [resume] },
        ],
      }),
      answered: false,
    });
    const schedule = scheduleSlot(subscription);
    if (until === undefined) {
      const { nextRunAt: _, ...rest } = subscription;
      await keepChange(context, { ...rest, state: { type: "paused" } }, "paused");
      return answer(
        say("pause.done", { schedule }),
        say("pause.open", { line: code(`resume ${subscription.id}`) }),
      );
    }
    const again = until.add({ days: 1 }).toZonedDateTime(zone).toInstant();
    const muted: Subscription = {
      ...runningFrom(subscription, again.subtract({ seconds: 1 })),
      state: { type: "paused", until: again.toString() },
    };
    await keepChange(context, muted, `paused until ${until.toString()}`);
    const date = clock(shortDay(until.toString()));
    return answer(
      say("pause.until", { schedule, date }),
      muted.nextRunAt === undefined
        ? say("state.active")
        : nextSentence(Temporal.Instant.from(muted.nextRunAt), zone),
    );
  },
};

/** Last day of the break; undefined for one without end. */
function lastDay(words: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const text = words.replace(/^(?:for|this|it|here|the digests?)\s*/i, "").trim();
  if (text === "" || /^(?:this|it|here)$/i.test(text)) return undefined;
  const until = /^until\s+(.+)$/i.exec(text)?.[1];
  if (until !== undefined) {
    const day = Temporal.PlainDate.from(readDay(until, "first", today)).subtract({ days: 1 });
    if (Temporal.PlainDate.compare(day, today) >= 0) return day;
    throw wrong(words);
  }
  const match = /^(?:(\d+|an?|one|two|three|four)\s*)?(d|days?|w|weeks?|months?)$|^(\d+)$/i.exec(
    text,
  );
  if (!match) throw wrong(words);
  const named: Readonly<Record<string, number>> = {
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
  };
  const count = match[3] ?? match[1] ?? "1";
  const number = named[count.toLowerCase()] ?? Number(count);
  const unit = (match[2] ?? "d").toLowerCase();
  const days = number * (unit.startsWith("w") ? 7 : unit.startsWith("m") ? 30 : 1);
  if (days < 1 || days > mostDays) throw wrong(words);
  return today.add({ days: days - 1 });
}

function wrong(words: string): UserError {
  return new UserError([
    say("pause.unclear", { asked: asked(words) }),
    say("subscribe.write", { example: code("pause 7 days, pause until 2027-01-04") }),
  ]);
}
