/** Agenda and changes for those who do not chat. */
import { edtfWords } from "../dossier/dates.ts";
import type { Claim, Dossier, Topic } from "../dossier/dossier.ts";
import { eventsOf } from "./calendar.ts";
import { toIcs } from "./ics.ts";
import { toRss } from "./rss.ts";

export const feedNames = ["agenda.ics", "changes.rss"] as const;
export type FeedName = (typeof feedNames)[number];

export interface Feed {
  readonly type: string;
  readonly content: string;
  /** Day of the newest thing in it. */
  readonly changed: Temporal.PlainDate;
}

/** Addresses that a feed names: of the site that serves it, without a slash at the end. */
export interface FeedPlace {
  readonly site: string;
  readonly self: string;
}

export function feedOf(
  name: FeedName,
  dossier: Dossier,
  topic: Topic | undefined,
  place: FeedPlace,
): Feed {
  switch (name) {
    case "agenda.ics":
      return agendaFeed(dossier, topic);
    case "changes.rss":
      return changesFeed(dossier, topic, place);
    default:
      throw new RangeError(`unknown feed ${String(name satisfies never)}`);
  }
}

function agendaFeed(dossier: Dossier, topic: Topic | undefined): Feed {
  const agenda = [...dossier.agenda.values()].filter(
    ({ topics }) => topic === undefined || topics.includes(topic.id),
  );
  const events = eventsOf({ of: "agenda", claims: [], agenda, dossier });
  return {
    type: "text/calendar; charset=utf-8",
    content: toIcs({
      name: titleOf(dossier, topic, "what is due"),
      description: `What is and was due. The record ends on ${dossier.until.toString()}.`,
      refresh: "PT12H",
      events,
    }),
    changed: latest(
      events.map(({ changed }) => changed),
      dossier,
    ),
  };
}

/** Items of a feed: about what changes in a busy month. */
const most = 50;

function changesFeed(dossier: Dossier, topic: Topic | undefined, { site, self }: FeedPlace): Feed {
  const claims = [...dossier.claims.values()]
    .filter(({ origin, topics }) => origin === "claims" && (!topic || topics.includes(topic.id)))
    .toSorted(
      (a, b) =>
        (changeOf(b) < changeOf(a) ? -1 : changeOf(b) > changeOf(a) ? 1 : 0) ||
        Temporal.PlainDate.compare(b.knownFrom, a.knownFrom) ||
        a.order - b.order,
    )
    .slice(0, most);
  const built = latest(
    claims.map((claim) => Temporal.PlainDate.from(changeOf(claim))),
    dossier,
  );
  return {
    type: "application/rss+xml; charset=utf-8",
    content: toRss({
      title: titleOf(dossier, topic, "what changed"),
      description: `What entered the record, was replaced or rejected. The record ends on ${dossier.until.toString()}.`,
      link: `${site}/`,
      self,
      language: dossier.header.languages[0] ?? "en",
      built,
      items: claims.map((claim) => newsOf(claim, dossier)),
    }),
    changed: built,
  };
}

function newsOf(claim: Claim, dossier: Dossier) {
  const { sources, topics } = dossier;
  const cited = claim.citations.flatMap(({ source: id, locator }) => {
    const source = sources.get(id);
    return source ? [{ source, locator }] : [];
  });
  return {
    guid: `${dossier.id}:${claim.id}:${changeOf(claim)}`,
    title: `${states[claim.status]}${claim.headline}`,
    paragraphs: [
      claim.text,
      ...(claim.reason === undefined ? [] : [claim.reason]),
      ...(claim.why_it_matters === undefined ? [] : [`Why it matters: ${claim.why_it_matters}`]),
      ...(claim.caution === undefined ? [] : [`Caution: ${claim.caution}`]),
      ...(claim.when === undefined ? [] : [`Date on record: ${edtfWords(claim.when)}.`]),
      `Sources: ${cited
        .map(
          ({ source, locator }) =>
            `${source.publisher}, ${locator} (${source.reliability}${claim.credibility})`,
        )
        .join("; ")}.`,
    ],
    link: cited.find(({ source }) => source.url !== undefined)?.source.url,
    categories: claim.topics.map((id) => topics.get(id)?.title ?? id),
    published: Temporal.PlainDate.from(changeOf(claim)),
  };
}

const states = {
  current: "",
  disputed: "Disputed: ",
  superseded: "Replaced: ",
  rejected: "Rejected: ",
} as const satisfies Readonly<Record<Claim["status"], string>>;

function changeOf({ updated, added }: Claim): string {
  return updated ?? added;
}

function titleOf({ header }: Dossier, topic: Topic | undefined, what: string): string {
  return `${topic ? topic.title : header.title}: ${what}`;
}

function latest(days: readonly Temporal.PlainDate[], { until }: Dossier): Temporal.PlainDate {
  return days.toSorted(Temporal.PlainDate.compare).at(-1) ?? until;
}
