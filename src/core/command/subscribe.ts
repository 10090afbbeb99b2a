import { filterKey } from "../digest/filter.ts";
import { freeId, keepChange, nextRuns, runningFrom } from "../digest/manage/change.ts";
import { confirmation } from "../digest/manage/confirmation.ts";
import { checkMayManage, isEnded, subscriptionsHere } from "../digest/manage/find.ts";
import { readNames } from "../digest/order/about.ts";
import { takeQuietHours } from "../digest/order/clauses.ts";
import { type Order, orderExamples, readOrder } from "../digest/order/order.ts";
import { createScrap } from "../digest/order/scrap.ts";
import type { Schedule } from "../digest/schedule.ts";
import { scheduleWords } from "../digest/schedule-words.ts";
import type { Subscription } from "../digest/subscription.ts";
import { serviceDocument } from "../document/document.ts";
import { derived, say } from "../document/sentence.ts";
import { UserError } from "../errors.ts";
import { texts } from "../texts/index.ts";
import type { Command, CommandContext, Depth, Draft, OptionValues } from "./command.ts";
import { action, code } from "./line.ts";
import { listOf, textOf } from "./option.ts";
import { depthOption, sharedOptions } from "./shared.ts";

/** A channel with more than this reads none of them. */
const mostHere = 10;
const usualTimes = ["08:00"];
const usualDays: Schedule["days"] = { type: "every" };
/** Offered where nothing says which zone is meant. */
const zonesOffered = ["Europe/London", "America/New_York", "Asia/Tehran", "Asia/Dubai", "UTC"];

export const subscribe: Command = {
  name: "subscribe",
  summary: texts["command.subscribe"],
  examples: () => orderExamples,
  options: {
    when: { type: "text", summary: texts["option.when"], rest: true },
    zone: { type: "zone", summary: texts["option.zone"] },
    about: { type: "subjects", summary: texts["option.about"] },
    depth: depthOption,
    "quiet-hours": { type: "text", summary: texts["option.quiet-hours"] },
    "quiet-days": {
      type: "choice",
      summary: texts["option.quiet-days"],
      choices: ["short", "skip"],
    },
    place: { type: "choice", summary: texts["option.place"], choices: ["channel", "thread"] },
    in: sharedOptions.in,
  },
  visibility: "private",
  form: true,
  run: async (values, context) => {
    checkMayManage(context);
    if (Object.keys(values).length === 0) return howTo(await zoneFor(undefined, context));
    const order = orderOf(values, context);
    const zone = await zoneFor(order.zone, context);
    if (zone === undefined) throw askForZone(textOf(values, "when") ?? "");
    return confirmation(context, await keep(order, zone, context));
  },
};

/** What the words say, and what typed options say over them. */
function orderOf(values: OptionValues, { dossier }: CommandContext): Order {
  const written = readOrder(textOf(values, "when") ?? "", dossier);
  const zone = textOf(values, "zone");
  const about = listOf(values, "about");
  const quiet = textOf(values, "quiet-hours");
  const quietHours =
    quiet === undefined ? undefined : takeQuietHours(createScrap(`quiet hours ${quiet}`));
  if (quiet !== undefined && quietHours === undefined) {
    throw new UserError([
      say("subscribe.no-quiet-hours"),
      say("subscribe.write-time", { example: code("22:00-07:00") }),
    ]);
  }
  return {
    ...written,
    ...(zone !== undefined && { zone }),
    ...(about.length > 0 && { filter: readNames(about.join(", "), dossier) }),
    ...(textOf(values, "depth") !== undefined && { depth: textOf(values, "depth") as Depth }),
    ...(quietHours && { quietHours }),
    ...(textOf(values, "quiet-days") !== undefined && {
      quietDays: textOf(values, "quiet-days") as Subscription["quietDays"],
    }),
    ...(textOf(values, "place") !== undefined && {
      placement: textOf(values, "place") as Subscription["placement"],
    }),
  };
}

/** The one named, the one this place used last, or the person's own. */
async function zoneFor(
  named: string | undefined,
  context: CommandContext,
): Promise<string | undefined> {
  const last = (await subscriptionsHere(context)).at(-1)?.schedule.zone;
  return named ?? last ?? context.origin.zone;
}

async function keep(order: Order, zone: string, context: CommandContext): Promise<Subscription> {
  const { origin, now, dossier } = context;
  const { platform, workspace, channel } = origin;
  const schedule: Schedule = {
    zone,
    times: order.times ?? usualTimes,
    days: order.days ?? usualDays,
  };
  const filter = order.filter ?? { topics: [], actors: [] };
  const here = (await subscriptionsHere(context)).filter((each) => !isEnded(each));
  const same = here.find(
    (each) =>
      scheduleWords(each.schedule) === scheduleWords(schedule) &&
      filterKey(each.filter) === filterKey(filter) &&
      each.dossier === dossier.id,
  );
  if (same === undefined && here.length >= mostHere) throw tooMany();
  if (nextRuns({ schedule }, now, 1).length === 0) throw never();
  const subscription: Subscription = {
    ...(same ?? {
      id: await freeId(context, scheduleWords(schedule)),
      owner: origin.person,
      created: now.toString(),
      changes: [],
    }),
    destination: { platform, workspace, channel },
    dossier: dossier.id,
    schedule,
    filter,
    depth: order.depth ?? same?.depth ?? "full",
    quietDays: order.quietDays ?? same?.quietDays ?? "short",
    placement: order.placement ?? same?.placement ?? "channel",
    ...(order.quietHours && { quietHours: order.quietHours }),
    state: { type: "active" },
  };
  const words = `${same === undefined ? "subscribed" : "changed"}: ${scheduleWords(schedule)}`;
  return keepChange(context, runningFrom(subscription, now), words);
}

function askForZone(when: string): UserError {
  const line = (zone: string) => `subscribe ${when} zone:${zone}`.replace("  ", " ");
  return new UserError(
    [
      say("subscribe.which-zone"),
      say("problem.write-zone", { example: code(line("Europe/London")) }),
    ],
    zonesOffered.map((zone) => action(say("label.line", { line: code(zone) }), line(zone))),
  );
}

function tooMany(): UserError {
  return new UserError(
    [
      say("subscribe.too-many", { most: derived(mostHere, { type: "layout" }) }),
      say("subscribe.end-one", { line: code("subscriptions") }),
    ],
    [action(say("label.line", { line: code("subscriptions") }), "subscriptions")],
  );
}

function never(): UserError {
  return new UserError([
    say("subscribe.never"),
    say("subscribe.write", { example: code(orderExamples[2] ?? "subscribe") }),
  ]);
}

/** Without words: what can be said, with buttons for the usual. */
function howTo(zone: string | undefined): Draft {
  const offers = ["weekdays at 08:00", "every morning at 07:00", "mondays at 09:00 full"];
  const line = (words: string) => `subscribe ${words}${zone === undefined ? "" : ` in ${zone}`}`;
  return {
    document: serviceDocument({
      title: say("title.subscribe"),
      lead: say("subscribe.how"),
      blocks: [
        {
          type: "list",
          ordered: false,
          items: orderExamples.map((example) => ({
            type: "listItem",
            sentences: [say("label.line", { line: code(example) })],
            details: [],
          })),
        },
        {
          type: "paragraph",
          sentences: [
            say("subscribe.parts"),
            say("subscribe.cron", { example: code("subscribe cron:0 8 * * 1-5") }),
          ],
        },
        {
          type: "actions",
          actions: offers.map((offer) =>
            action(say("label.line", { line: code(offer) }), line(offer)),
          ),
        },
      ],
    }),
    answered: false,
  };
}
