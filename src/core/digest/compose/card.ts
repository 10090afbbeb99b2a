/** The card in the channel: bottom line, what is new, history, file, dispute, what to watch. */
import { milestoneItem, openBlocks, triggerItem } from "../../briefing/agenda-items.ts";
import { type Briefing, blocks } from "../../briefing/briefing.ts";
import { actions, item, list, paragraph, section } from "../../briefing/build.ts";
import { replaced } from "../../briefing/changes.ts";
import { closed, dateOf, headline, strong } from "../../briefing/claim-words.ts";
import { atDepth } from "../../briefing/depth.ts";
import { disputeItem } from "../../briefing/dispute-card.ts";
import { byConsequence } from "../../briefing/select.ts";
import { bottomLine, direction } from "../../briefing/situation.ts";
import type { Depth } from "../../command/command.ts";
import { action, recordAction } from "../../command/line.ts";
import { wordsOf } from "../../document/length.ts";
import { claimSentence, derived, named, type Part, say } from "../../document/sentence.ts";
import type { Action, Block, Sentence } from "../../document/tree.ts";
import { dayWords } from "../../dossier/dates.ts";
import type { Claim, Dossier } from "../../dossier/dossier.ts";
import { changeCount, type Difference } from "./difference.ts";
import { digestItem, type ItemLevel } from "./digest-item.ts";
import { lookBackBlocks } from "./look-back.ts";
import type { Anniversary } from "./on-this-day.ts";
import type { Selection } from "./select-edition.ts";
import { longDay, shortDayWords } from "./slot.ts";

/** Words of a card that is read to its end: what is beyond them is told in fewer words. */
const mostWords = 350;
/** One that looks back over a week or more has more to tell. */
const mostWordsBack = 550;

/** How much of each part is told. */
interface Telling {
  readonly items: readonly ItemLevel[];
  readonly bottomLine: boolean;
  readonly history: boolean;
  readonly file: boolean;
  readonly dispute: boolean;
}

export function card(dossier: Dossier, chosen: Selection, depth: Depth): Briefing {
  const count = chosen.items.length;
  let telling: Telling = {
    items: chosen.items.map(() => "headline"),
    bottomLine: false,
    history: false,
    file: false,
    dispute: false,
  };
  const most = chosen.back === undefined ? mostWords : mostWordsBack;
  if (depth === "headline") return cardAt(dossier, chosen, depth, telling);
  for (const step of steps(count, chosen)) {
    const fuller = step(telling);
    // Measured at its longest, so that the card tells the same with a thread below it and without.
    const next = cardAt(dossier, chosen, "full", fuller);
    if (wordsOf({ ...next, lead: next.lead ?? next.title }) > most) continue;
    telling = fuller;
  }
  return cardAt(dossier, chosen, depth, telling);
}

/** News before the rest: the first item in full, why the others matter, what happened in them. */
function steps(
  count: number,
  { trendIsNew, disputeTouched }: Selection,
): readonly ((telling: Telling) => Telling)[] {
  const item = (at: number, level: ItemLevel) => (telling: Telling) => ({
    ...telling,
    items: telling.items.with(at, level),
  });
  const part = (name: Exclude<keyof Telling, "items">) => (telling: Telling) => ({
    ...telling,
    [name]: true,
  });
  const all = Array.from({ length: count }, (_, at) => at);
  return [
    ...all.slice(0, 1).map((at) => item(at, "whole")),
    ...(trendIsNew ? [part("bottomLine")] : []),
    ...all.slice(1).map((at) => item(at, "brief")),
    ...(disputeTouched ? [part("dispute")] : []),
    ...all.slice(1).map((at) => item(at, "whole")),
    part("file"),
    part("history"),
    part("dispute"),
    part("bottomLine"),
  ];
}

function cardAt(dossier: Dossier, chosen: Selection, depth: Depth, telling: Telling): Briefing {
  const { items, trend, difference, history, file } = chosen;
  const led = difference !== undefined && items.length > 0;
  const deeper = depth !== "headline";
  return {
    title: say("digest.title", {
      dossier: named("dossier", dossier.id, dossier.header.title),
      date: derived(longDay(chosen.day), { type: "clock" }),
    }),
    lead: leadOf(dossier, chosen),
    blocks: blocks(
      trend &&
        paragraph(
          direction(dossier, trend),
          ...(chosen.trendIsOld ? [say("digest.trend-old")] : []),
          ...(!chosen.quiet && tellsBottomLine(chosen, telling)
            ? [bottomLine(dossier, trend)]
            : []),
        ),
      difference === undefined ? paragraph(say("digest.first")) : counts(chosen, difference, depth),
      section(
        say(difference === undefined ? "label.points" : "label.news"),
        list(
          items.flatMap((claim, at) => {
            const level = telling.items[at] ?? "headline";
            const told = digestItem(dossier, claim, level, led && at === 0);
            return told === undefined ? [] : [told];
          }),
        ),
      ),
      difference && deeper ? replacedBlocks(dossier, difference, 2) : undefined,
      chosen.back && deeper ? lookBackBlocks(dossier, chosen.back) : undefined,
      history && historyBlocks(history, telling.history),
      file && fileBlocks(dossier, file, telling.file),
      deeper
        ? section(
            say("label.disputed"),
            list(
              chosen.disputes
                .slice(0, 1)
                .map((each) => disputeItem(dossier, each, telling.dispute ? depth : "headline")),
            ),
          )
        : undefined,
      section(say("label.watch"), watchBlocks(dossier, chosen, depth)),
      // Without news, what is different from yesterday's card comes before what is not.
      trend && chosen.quiet && tellsBottomLine(chosen, telling)
        ? section(say("label.stands"), paragraph(bottomLine(dossier, trend)))
        : undefined,
      actions(waysOn(dossier, chosen)),
    ),
    carried: { topics: topicsOf(chosen) },
  };
}

/** The lead of a first edition is the bottom line; one that is out of date is not told on. */
function tellsBottomLine({ difference, trendIsOld }: Selection, { bottomLine }: Telling): boolean {
  return difference !== undefined && !trendIsOld && bottomLine;
}

/** What the edition is about, for its thread. */
function topicsOf({ items, file }: Selection): readonly string[] {
  const topics = [...items.flatMap((claim) => claim.topics), ...(file?.topics ?? [])];
  return [...new Set(topics)].slice(0, 3);
}

/** News first; the bottom line where there is none to set it against. */
function leadOf(dossier: Dossier, chosen: Selection): Sentence | undefined {
  const { trend, items, difference, file, since, history } = chosen;
  const [top] = items;
  if (trend && difference === undefined) return bottomLine(dossier, trend);
  if (top !== undefined) return headline(top);
  if (difference === undefined || since === undefined) return undefined;
  if (changeCount(difference) > 0) return undefined;
  const slots = { since: derived(shortDayWords(since), { type: "clock" }) };
  const told = history?.exact ? history.claim : file;
  if (told === undefined) return say("digest.nothing", slots);
  const story = named("claim", told.id, closed(told.headline));
  if (!history?.exact) return say("digest.nothing-file", { ...slots, story });
  const year = derived(told.span?.from?.year ?? "", { type: "clock" });
  return say("digest.nothing-day", { ...slots, story, year });
}

/** "Since Friday 10 April 2026: 3 new, 1 replaced." Nothing changed is said by the lead. */
function counts(
  { since, quiet, others }: Selection,
  difference: Difference,
  depth: Depth,
): readonly Block[] {
  if (since === undefined || quiet) return [];
  const told = [
    [difference.fresh.length, "new"],
    [difference.updated.length, "updated"],
    [difference.replaced.length, "replaced"],
    [difference.corrected.length, "corrected"],
    [difference.withdrawn.length, "withdrawn"],
  ] as const;
  const words = told.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return paragraph(
    say("digest.counts", {
      since: derived(longDay(since), { type: "clock" }),
      counts: derived(words.join(", "), { type: "record" }),
    }),
    ...(others.length > 0
      ? [
          say(depth === "full" ? "digest.others-below" : "digest.others", {
            count: derived(others.length, { type: "record" }),
          }),
        ]
      : []),
  );
}

export function replacedBlocks(
  dossier: Dossier,
  { corrected, replaced: older, withdrawn }: Difference,
  most: number,
): readonly Block[] {
  const gone = withdrawn.map((claim) =>
    item([say("digest.withdrawn", { claim: { type: "inlineCode", value: claim } })]),
  );
  return section(
    say("label.replaced"),
    list(
      [...[...corrected, ...older].map((claim) => replaced(dossier, claim)), ...gone].slice(
        0,
        most,
      ),
    ),
  );
}

/** Labelled as history, with the date and how many years ago it was. */
export function historyBlocks(
  { claim, years, exact }: Anniversary,
  whole: boolean,
): readonly Block[] {
  const { span } = claim;
  const date = span?.from === undefined ? "" : dayWords(span.from, span.precision);
  const ago = derived(`${date}, ${years === 1 ? "1 year" : `${years} years`} ago`, {
    type: "clock",
  });
  const words = whole ? [" ", claim.text] : [];
  return section(
    say(exact ? "label.on-this-day" : "label.around-this-day"),
    paragraph(claimSentence([claim], strong(ago, ": "), closed(claim.headline), ...words)),
  );
}

export function fileBlocks(dossier: Dossier, claim: Claim, whole: boolean): readonly Block[] {
  const topic = dossier.topics.get(claim.topics[0] ?? "");
  const told = digestItem(dossier, claim, whole ? "whole" : "headline");
  const [effect] = (dossier.links.effects.get(claim.id) ?? [])
    .filter(({ status }) => status === "current" || status === "disputed")
    .toSorted(byConsequence(dossier));
  const then =
    effect === undefined || !whole
      ? []
      : [claimSentence([effect], "What followed: ", closed(effect.headline), ...onDay(effect))];
  return section(
    topic === undefined
      ? say("label.file")
      : say("label.file-topic", { topic: named("topic", topic.id, topic.title) }),
    list(told === undefined ? [] : [item(told.sentences, [...then, ...told.details])]),
  );
}

function onDay(claim: Claim): readonly Part[] {
  const date = dateOf(claim);
  return date === undefined ? [] : [" (", date, ")"];
}

/** Dated first, then what to look for. */
function watchBlocks(
  dossier: Dossier,
  { due, open, triggers }: Selection,
  depth: Depth,
): readonly Block[] {
  const dated = due.slice(0, atDepth(depth, 1, 2, 2));
  return blocks(
    list(dated.map((each) => milestoneItem(dossier, each))),
    openBlocks(dossier, open.slice(0, 1 - Math.min(dated.length, 1))),
    list(
      triggers
        .slice(0, atDepth(depth, dated.length + open.length > 0 ? 0 : 1, 1, 1))
        .map((each) => triggerItem(dossier, each)),
    ),
  );
}

function waysOn(dossier: Dossier, chosen: Selection): readonly Action[] {
  const [topic] = topicsOf(chosen);
  return [
    ...(topic === undefined
      ? []
      : [
          recordAction("topic", topic, dossier.topics.get(topic)?.title ?? topic, `topic ${topic}`),
        ]),
    action(say("action.now"), "now"),
  ];
}
