/** What happened, in order, by era; a page at a time. */
import type { Depth } from "../command/command.ts";
import { action } from "../command/line.ts";
import { claimSentence, derived, named, say } from "../document/sentence.ts";
import type { Action, Block, Chart, Sentence, TimelineEntry } from "../document/tree.ts";
import { edtfWords } from "../dossier/dates.ts";
import type { Claim, Dossier } from "../dossier/dossier.ts";
import { parseEdtf } from "../dossier/edtf.ts";
import { UserError } from "../errors.ts";
import { livelyYears } from "../figure/lively-years.ts";
import { tracksFigure } from "../figure/tracks-figure.ts";
import { type Briefing, blocks } from "./briefing.ts";
import { actions, paragraph } from "./build.ts";
import { tracksChart } from "./charts/tracks-chart.ts";
import { besides, caution, headline, strong, whyItMatters } from "./claim-words.ts";
import { oldestFirst } from "./select.ts";

export interface TimelineFilter {
  readonly topic?: string | undefined;
  readonly actor?: string | undefined;
  /** ISO days, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Entries on one page: a screen of a chat, about a minute to read in headlines. */
const usualLength = 14;

export function timeline(
  dossier: Dossier,
  filter: TimelineFilter,
  page: number,
  depth: Depth,
  pageLength = usualLength,
): Briefing {
  const events = timelineEvents(dossier, filter);
  const pages = Math.max(1, Math.ceil(events.length / pageLength));
  if (page > pages) {
    throw new UserError([
      say("problem.no-page", {
        page: derived(page, { type: "layout" }),
        last: derived(pages, { type: "layout" }),
      }),
    ]);
  }
  const shown = events.slice((page - 1) * pageLength, page * pageLength);
  return {
    title: title(dossier, filter),
    lead: extent(events, page, pages),
    blocks: blocks(
      page === 1 && depth !== "headline" ? picture(dossier, filter, events) : undefined,
      byEra(dossier, shown, depth),
      events.length === 0 ? paragraph(say("timeline.nothing")) : undefined,
      actions(waysOn(dossier, filter, page, pages, shown)),
    ),
    carried: {
      ...(filter.topic !== undefined && { topics: [filter.topic] }),
      ...(filter.actor !== undefined && { actors: [filter.actor] }),
    },
  };
}

/** Fewer are seen as well in a list. */
const enoughToDraw = 12;

function picture(
  dossier: Dossier,
  { topic, actor, from, to }: TimelineFilter,
  events: readonly Claim[],
): Chart | undefined {
  if (actor !== undefined || events.length < enoughToDraw) return undefined;
  const within = {
    ...(from !== undefined && { from: Temporal.PlainDate.from(from) }),
    ...(to !== undefined && { until: Temporal.PlainDate.from(to) }),
  };
  const whole = tracksFigure(dossier, within, topic);
  const lively = from === undefined ? { ...livelyYears(whole), ...within } : within;
  const record = dossier.topics.get(topic ?? "");
  const name = record
    ? named("topic", record.id, record.title)
    : named("dossier", dossier.id, dossier.header.title);
  const figure = tracksFigure(dossier, lively, topic);
  return tracksChart(dossier, figure, say("title.chart-timeline", { name }), 0);
}

/** Dated events that hold, oldest first. */
export function timelineEvents(dossier: Dossier, filter: TimelineFilter): readonly Claim[] {
  return [...dossier.claims.values()]
    .filter(
      (claim) =>
        claim.origin === "claims" &&
        (claim.status === "current" || claim.status === "disputed") &&
        (claim.kind === "event" ||
          (claim.kind === "statement" && claim.span?.precision === "day")) &&
        (filter.topic === undefined || claim.topics.includes(filter.topic)) &&
        (filter.actor === undefined || claim.actors.some(({ id }) => id === filter.actor)) &&
        within(claim, filter),
    )
    .toSorted(oldestFirst);
}

function within({ span }: Claim, { from, to }: TimelineFilter): boolean {
  if (span === undefined) return false;
  const [first, last] = [span.from?.toString(), span.until?.toString()];
  return (
    (from === undefined || last === undefined || last >= from) &&
    (to === undefined || first === undefined || first <= to)
  );
}

function title(dossier: Dossier, { topic, actor }: TimelineFilter): Sentence {
  const names = [
    ...(topic === undefined ? [] : [dossier.topics.get(topic)?.title ?? topic]),
    ...(actor === undefined ? [] : [dossier.actors.get(actor)?.name ?? actor]),
  ];
  if (names.length === 0) {
    return say("title.timeline", { name: named("dossier", dossier.id, dossier.header.title) });
  }
  return say("title.timeline", { name: derived(names.join(" · "), { type: "record" }) });
}

function extent(events: readonly Claim[], page: number, pages: number): Sentence | undefined {
  const [first, last] = [events[0], events.at(-1)];
  if (first?.when === undefined || last?.when === undefined) return undefined;
  const from = { type: "claims", claims: events.map(({ id }) => id) } as const;
  const slots = {
    count: derived(events.length, { type: "record" }),
    first: derived(edtfWords(begin(first.when)), from),
    last: derived(edtfWords(last.when), from),
  };
  if (pages === 1) return say(events.length === 1 ? "timeline.one" : "timeline.extent", slots);
  return say("timeline.paged", {
    ...slots,
    page: derived(page, { type: "layout" }),
    pages: derived(pages, { type: "layout" }),
  });
}

/** The first day of a stretch. */
function begin(edtf: string): string {
  const [start = edtf] = edtf.split("/");
  return start === ".." ? edtf : start;
}

/** A heading for each era that has something, then its entries. */
function byEra(dossier: Dossier, claims: readonly Claim[], depth: Depth): readonly Block[] {
  const result: Block[] = [];
  let entries: TimelineEntry[] = [];
  let current: string | undefined;
  for (const claim of claims) {
    const era = eraOf(dossier, claim);
    if (era?.id !== current || result.length === 0) {
      entries = [];
      current = era?.id;
      if (era) {
        const name = named("era", era.id, era.title);
        result.push({ type: "heading", depth: 2, sentence: say("label.name", { name }) });
      }
      result.push({ type: "timeline", entries });
    }
    entries.push(entry(dossier, claim, depth));
  }
  return result;
}

/** The era in which it begins. */
function eraOf(dossier: Dossier, { span }: Claim) {
  const day = (span?.from ?? span?.until)?.toString();
  if (day === undefined) return undefined;
  return dossier.header.eras.find(({ when }) => {
    const { from, until } = parseEdtf(when);
    return (from?.toString() ?? "") <= day && day <= (until?.toString() ?? "9999");
  });
}

function entry(dossier: Dossier, claim: Claim, depth: Depth): TimelineEntry {
  const when = claim.when ?? "";
  const date = say("label.name-of", {
    name: derived(edtfWords(when), { type: "claims", claims: [claim.id] }),
  });
  if (depth !== "full")
    return { when, date, sentences: [headline(claim), ...disputed(claim), ...caution(claim)] };
  return {
    when,
    date,
    sentences: [
      headline(claim),
      claimSentence([claim]),
      ...whyItMatters(claim),
      ...besides(dossier, claim),
    ],
  };
}

function disputed(claim: Claim): readonly Sentence[] {
  return claim.status === "disputed" ? [claimSentence([claim], strong("Disputed."))] : [];
}

function waysOn(
  dossier: Dossier,
  filter: TimelineFilter,
  page: number,
  pages: number,
  shown: readonly Claim[],
): readonly Action[] {
  const line = [
    "timeline",
    ...(filter.topic === undefined ? [] : [filter.topic]),
    ...(filter.actor === undefined ? [] : [`actor:${filter.actor}`]),
    ...(filter.from === undefined ? [] : [`from:${filter.from}`]),
    ...(filter.to === undefined ? [] : [`to:${filter.to}`]),
  ].join(" ");
  const topic = filter.topic ?? shown.at(-1)?.topics[0];
  return [
    ...(page < pages ? [action(say("action.later"), `${line} page:${page + 1}`, "primary")] : []),
    ...(page > 1 ? [action(say("action.earlier"), `${line} page:${page - 1}`)] : []),
    ...(page < pages - 1 ? [action(say("action.latest"), `${line} page:${pages}`)] : []),
    ...(topic === undefined
      ? []
      : [
          action(
            say("label.name", {
              name: named("topic", topic, dossier.topics.get(topic)?.title ?? topic),
            }),
            `topic ${topic}`,
          ),
        ]),
    action(say("action.watch"), filter.topic === undefined ? "watch" : `watch ${filter.topic}`),
    ...(filter.actor === undefined
      ? [action(say("action.export"), line.replace("timeline", "export timeline"))]
      : []),
  ];
}
