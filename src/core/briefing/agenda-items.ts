/** What is due and what to look for, as items of a list. */
import { claimSentence, derived, say } from "../document/sentence.ts";
import type { Block, ListItem, Sentence } from "../document/tree.ts";
import { dayWords, edtfWords } from "../dossier/dates.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { parseEdtf } from "../dossier/edtf.ts";
import type { AgendaRecord } from "../dossier/schema.ts";
import { item, list, paragraph } from "./build.ts";
import { actorName, closed, likelihoodWords, lowerFirst, strong } from "./claim-words.ts";
import { claimsOf } from "./select.ts";

export type Milestone = Extract<AgendaRecord, { type: "milestone" }>;
export type Trigger = Extract<AgendaRecord, { type: "trigger" }>;

export interface Agenda {
  /** Still to come, soonest first. */
  readonly due: readonly Milestone[];
  /** Their day is past and the record holds no outcome: first those after its end, soonest first. */
  readonly open: readonly Milestone[];
  /** What came of them is on record, latest first. */
  readonly done: readonly Milestone[];
  readonly triggers: readonly Trigger[];
}

/** The agenda as it stands on a day; `keep` leaves out what is not asked for. */
export function agendaOn(
  dossier: Dossier,
  today: Temporal.PlainDate,
  keep: (item: AgendaRecord) => boolean = () => true,
): Agenda {
  const items = [...dossier.agenda.values()].filter(
    (each) => keep(each) && claimsOf(dossier, each.claims).length > 0,
  );
  const milestones = items.filter((each) => each.type === "milestone").toSorted(byDay);
  const past = (edtf: string) => {
    const { until } = parseEdtf(edtf);
    return until !== undefined && Temporal.PlainDate.compare(until, today) < 0;
  };
  const settled = (each: Milestone) =>
    each.outcome !== undefined && dossier.claims.has(each.outcome);
  const open = milestones.filter((each) => !settled(each) && past(each.when));
  const later = (each: Milestone) => afterRecord(dossier, each);
  return {
    due: milestones.filter((each) => !settled(each) && !past(each.when)),
    open: [...open.filter(later), ...open.filter((each) => !later(each)).toReversed()],
    done: milestones.filter(settled).toReversed(),
    triggers: items
      .filter((each) => each.type === "trigger")
      .filter(({ expires }) => expires === undefined || !past(expires)),
  };
}

/** Some of it in the order people want it: dated first, then what to look for. */
export function watchBlocks(
  dossier: Dossier,
  agenda: Agenda,
  most: { readonly dated: number; readonly triggers: number },
): readonly Block[] {
  const due = agenda.due.slice(0, most.dated);
  return [
    ...list(due.map((each) => milestoneItem(dossier, each))),
    ...openBlocks(dossier, agenda.open.slice(0, most.dated - due.length)),
    ...list(agenda.triggers.slice(0, most.triggers).map((each) => triggerItem(dossier, each))),
  ];
}

export function milestoneItem(dossier: Dossier, milestone: Milestone): ListItem {
  return item([milestoneSentence(dossier, milestone, "")]);
}

/** "**18 October 2025:** what is due"; `before` the date: "Was due ". */
export function milestoneSentence(
  dossier: Dossier,
  milestone: Milestone,
  before: string,
): Sentence {
  const claims = claimsOf(dossier, milestone.claims);
  const date = derived(edtfWords(milestone.when), { type: "record" });
  return claimSentence(claims, strong(before, date, ":"), " ", closed(milestone.text));
}

/** Their day is past: said to be so, and never as if they were still to come. */
export function openBlocks(dossier: Dossier, open: readonly Milestone[]): readonly Block[] {
  const after = open.some((milestone) => afterRecord(dossier, milestone));
  const until = derived(dayWords(dossier.until), { type: "record" });
  return [
    ...list(open.map((milestone) => openItem(dossier, milestone))),
    ...(after ? paragraph(say("watch.after-record", { until })) : []),
  ];
}

function openItem(dossier: Dossier, milestone: Milestone): ListItem {
  const within = !afterRecord(dossier, milestone);
  return item(
    [milestoneSentence(dossier, milestone, "Was due ")],
    within ? [say("watch.no-outcome")] : [],
  );
}

function afterRecord(dossier: Dossier, { when }: Milestone): boolean {
  const { until } = parseEdtf(when);
  return until !== undefined && Temporal.PlainDate.compare(until, dossier.until) > 0;
}

export function doneItem(dossier: Dossier, milestone: Milestone): ListItem {
  const outcome = dossier.claims.get(milestone.outcome ?? "");
  return item(
    [milestoneSentence(dossier, milestone, "")],
    outcome === undefined ? [] : [claimSentence([outcome], "What came of it: ", outcome.text)],
  );
}

export function triggerItem(dossier: Dossier, trigger: Trigger): ListItem {
  const claims = claimsOf(dossier, trigger.claims);
  const words = [
    strong("If"),
    ` ${trigger.if.replace(/[.,;]$/, "")}, `,
    strong("expect"),
    " ",
    closed(lowerFirst(dossier, trigger.expect)),
  ];
  const holder =
    trigger.holder === undefined
      ? []
      : [claimSentence(claims, "So says ", actorName(dossier, trigger.holder), ".")];
  const odds =
    trigger.likelihood === "unstated"
      ? []
      : [claimSentence(claims, ...likelihoodWords(trigger.likelihood))];
  return item([claimSentence(claims, ...words)], [...holder, ...odds]);
}

function byDay(a: Milestone, b: Milestone): number {
  const [x, y] = [parseEdtf(a.when), parseEdtf(b.when)];
  const [first, second] = [x.from ?? x.until, y.from ?? y.until];
  return first && second ? Temporal.PlainDate.compare(first, second) : 0;
}
