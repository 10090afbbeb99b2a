/** A subscription as people read it. */
import { item } from "../../briefing/build.ts";
import { code } from "../../command/line.ts";
import { derived, named, type Slot, say } from "../../document/sentence.ts";
import { shortDay } from "../../document/short-day.ts";
import type { Facts, ListItem, ServiceSentence } from "../../document/tree.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import { placeTime, scheduleWords } from "../schedule-words.ts";
import type { Filter, Subscription } from "../subscription.ts";

/** Each in words for a table of facts. */
export function factsOf(dossier: Dossier, subscription: Subscription): Facts {
  const { id, quietHours, quietDays, placement, depth } = subscription;
  const row = (label: ServiceSentence, ...value: readonly ServiceSentence[]) => ({ label, value });
  return {
    type: "facts",
    rows: [
      row(say("fact.when"), say("label.name", { name: scheduleSlot(subscription) })),
      row(say("fact.about"), ...aboutSentences(dossier, subscription.filter)),
      row(say("fact.depth"), say(`depth.${depth}`)),
      row(say("fact.where"), say(placement === "thread" ? "place.thread" : "place.channel")),
      row(say("fact.quiet-days"), say(quietDays === "skip" ? "quiet.skip" : "quiet.short")),
      ...(quietHours
        ? [
            row(
              say("fact.quiet-hours"),
              say("quiet.hours", {
                from: clock(quietHours.from),
                until: clock(quietHours.until),
              }),
            ),
          ]
        : []),
      row(say("fact.id"), say("label.line", { line: code(id) })),
    ],
  };
}

export function aboutSentences(dossier: Dossier, filter: Filter): readonly ServiceSentence[] {
  const { topics, actors, less = [] } = filter;
  const names = [
    ...topics.map((id) => dossier.topics.get(id)?.title ?? id),
    ...actors.map((id) => dossier.actors.get(id)?.name ?? id),
  ];
  const without = less.map((id) => dossier.topics.get(id)?.title ?? id);
  return [
    names.length === 0
      ? say("about.everything", { dossier: named("dossier", dossier.id, dossier.header.title) })
      : say("label.name", { name: derived(names.join(" · "), { type: "record" }) }),
    ...(without.length === 0
      ? []
      : [say("about.less", { names: derived(without.join(" · "), { type: "record" }) })]),
  ];
}

/** "Monday 23 Nov 2026, 08:00 London time (08:00 UTC)" */
export function runSentence(run: Temporal.Instant, zone: string): ServiceSentence {
  const { day, local, utc } = runSlots(run, zone);
  return isUtc(zone)
    ? say("subscribe.run-utc", { day, utc })
    : say("subscribe.run", { day, local, utc });
}

export function nextSentence(run: Temporal.Instant, zone: string): ServiceSentence {
  const { day, local, utc } = runSlots(run, zone);
  return isUtc(zone)
    ? say("subscriptions.next-utc", { day, utc })
    : say("subscriptions.next", { day, local, utc });
}

/** There the local time is the other one, too. */
const isUtc = (zone: string): boolean => zone === "UTC" || zone === "Etc/UTC";

function runSlots(run: Temporal.Instant, zone: string) {
  const local = run.toZonedDateTimeISO(zone);
  const utc = run.toZonedDateTimeISO("UTC");
  const elsewhere = utc.toPlainDate().equals(local.toPlainDate())
    ? ""
    : `${shortDay(utc.toPlainDate().toString())}, `;
  return {
    day: clock(`${weekday(local)} ${shortDay(local.toPlainDate().toString())}`),
    local: clock(placeTime(local)),
    utc: clock(`${elsewhere}${utc.toPlainTime().toString({ smallestUnit: "minute" })} UTC`),
  };
}

/** One line of a list of subscriptions, with how it stands; `named` says which channel it is in. */
export function subscriptionItem(
  dossier: Dossier,
  subscription: Subscription,
  place: "here" | "named" = "here",
): ListItem {
  const { id, schedule, state, nextRunAt, filter } = subscription;
  const channel = { type: "channel", value: subscription.destination.channel } as const;
  const slots = { id: code(id), schedule: scheduleSlot(subscription) };
  const next =
    nextRunAt === undefined ? [] : [nextSentence(Temporal.Instant.from(nextRunAt), schedule.zone)];
  return item(
    [
      place === "here"
        ? say("subscriptions.line", slots)
        : say("subscriptions.line-in", { ...slots, channel }),
    ],
    [
      ...aboutSentences(dossier, filter),
      ...(state.type === "active" ? next : [stateSentence(subscription)]),
    ],
  );
}

export function stateSentence({ state, id }: Subscription): ServiceSentence {
  switch (state.type) {
    case "active":
      return say("state.active");
    case "paused":
      if (state.until === undefined) return say("state.paused", { line: code(`resume ${id}`) });
      return say("state.muted", {
        date: clock(shortDay(state.until.slice(0, 10))),
        line: code(`resume ${id}`),
      });
    case "off":
      return say("state.off", {
        code: code(state.code),
        date: clock(shortDay(state.at.slice(0, 10))),
        line: code(`resume ${id}`),
      });
    default:
      throw new RangeError(`unknown state ${String(state satisfies never)}`);
  }
}

export function scheduleSlot({ schedule }: Pick<Subscription, "schedule">): Slot {
  return clock(scheduleWords(schedule));
}

export function clock(words: string): Slot {
  return derived(words, { type: "clock" });
}

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

function weekday(local: Temporal.ZonedDateTime): string {
  return days[local.dayOfWeek - 1] ?? "";
}
