/** One topic: its summary, where it stands, what carries it, its figures, disputes and agenda. */
import type { Depth } from "../command/command.ts";
import { action, recordAction } from "../command/line.ts";
import { claimSentence, named, say } from "../document/sentence.ts";
import type { Action, Sentence } from "../document/tree.ts";
import type { Claim, Dossier, Topic } from "../dossier/dossier.ts";
import { agendaOn, watchBlocks } from "./agenda-items.ts";
import { type Briefing, blocks } from "./briefing.ts";
import { actions, label, list, section } from "./build.ts";
import { claimItems, headline } from "./claim-words.ts";
import { atDepth } from "./depth.ts";
import { disputeItem, openDisputes } from "./dispute-card.ts";
import { pointsOf } from "./readings.ts";
import { byConsequence, claimsOf, currentClaims, newestFirst, spread } from "./select.ts";
import { seriesBlocks } from "./series.ts";

export function topicBriefing(
  dossier: Dossier,
  topic: Topic,
  today: Temporal.PlainDate,
  depth: Depth,
): Briefing {
  const onTopic = ({ topics }: { readonly topics: readonly string[] }) => topics.includes(topic.id);
  const claims = currentClaims(dossier).filter(onTopic);
  const latest = claims.filter(tellsWhereItStands).toSorted(newestFirst).slice(0, 3);
  const newest = latest.slice(0, atDepth(depth, 2, 2, 3));
  // In headlines the newest one leads already.
  const below = depth === "headline" ? newest.slice(1) : newest;
  const series = [...dossier.series.values()].filter(onTopic).toSorted(longestFirst(dossier));
  const key = spread(
    dossier,
    claims.filter((claim) => !latest.includes(claim)).toSorted(byConsequence(dossier)),
    atDepth(depth, 1, series.length > 0 ? 1 : 3, 10),
  );
  const disputes = openDisputes(dossier, onTopic).slice(0, atDepth(depth, 0, 1, 8));
  const agenda = agendaOn(dossier, today, onTopic);
  return {
    title: say("label.name", { name: named("topic", topic.id, topic.title) }),
    lead: summary(dossier, topic, depth, latest),
    blocks: blocks(
      section(label("label.newest"), list(claimItems(dossier, below, depth, 0))),
      section(label("label.key"), list(claimItems(dossier, key, depth, 0))),
      section(
        label("label.figures"),
        series
          .slice(0, atDepth(depth, 0, 1, 4))
          .flatMap((each) => seriesBlocks(dossier, each, depth !== "headline")),
      ),
      section(
        label("label.disputed"),
        list(disputes.map((dispute) => disputeItem(dossier, dispute, depth))),
      ),
      section(
        label("label.watch"),
        watchBlocks(dossier, agenda, {
          dated: atDepth(depth, 0, 1, 5),
          triggers: atDepth(depth, 0, 0, 5),
        }),
      ),
      actions(waysOn(dossier, topic, claims, depth)),
    ),
    carried: { topics: [topic.id] },
  };
}

function tellsWhereItStands({ kind, why_it_matters, credibility }: Claim): boolean {
  return (
    (kind === "event" || kind === "statement") && why_it_matters !== undefined && credibility <= 3
  );
}

/** The curators' summary; in headlines, and where not all of it was known yet, the newest headline. */
function summary(
  dossier: Dossier,
  topic: Topic,
  depth: Depth,
  [newest]: readonly Claim[],
): Sentence {
  const carrying = claimsOf(dossier, topic.claims);
  const whole = topic.summary !== undefined && carrying.length > 0;
  if (whole && (depth !== "headline" || newest === undefined)) {
    return claimSentence(carrying, topic.summary ?? "");
  }
  return newest === undefined ? say("topic.nothing-yet") : headline(newest);
}

function longestFirst(dossier: Dossier) {
  return (a: Parameters<typeof pointsOf>[1], b: Parameters<typeof pointsOf>[1]) =>
    pointsOf(dossier, b).length - pointsOf(dossier, a).length;
}

function waysOn(
  dossier: Dossier,
  { id }: Topic,
  claims: readonly Claim[],
  depth: Depth,
): readonly Action[] {
  const counts = new Map<string, number>();
  for (const { actors } of claims) {
    for (const actor of actors) counts.set(actor.id, (counts.get(actor.id) ?? 0) + 1);
  }
  const actors = [...counts].toSorted(([, a], [, b]) => b - a).map(([actor]) => actor);
  const person = actors.find((actor) => dossier.actors.get(actor)?.kind === "person");
  const disputed = openDisputes(dossier, ({ topics }) => topics.includes(id)).length > 0;
  return [
    ...(depth === "full" ? [] : [action(say("action.more"), `topic ${id} depth:full`, "primary")]),
    action(say("action.timeline"), `timeline ${id}`),
    action(say("action.watch"), `watch ${id}`),
    ...(disputed ? [action(say("action.disputes"), `disputes ${id}`)] : []),
    ...(person === undefined
      ? []
      : [
          recordAction(
            "actor",
            person,
            dossier.actors.get(person)?.name ?? person,
            `who ${person}`,
          ),
        ]),
  ];
}

/** All topics with one line each, for `topic` without a name. */
export function topicList(dossier: Dossier): Briefing {
  const topics = [...dossier.topics.values()];
  return {
    title: say("title.topics"),
    blocks: blocks(
      list(
        topics.flatMap((topic) => {
          const newest = newestOf(dossier, topic);
          const name = say("label.name", { name: named("topic", topic.id, topic.title) });
          return [
            {
              type: "listItem" as const,
              sentences: [name],
              details: newest === undefined ? [] : [headline(newest)],
            },
          ];
        }),
      ),
      actions(topics.map(({ id, title }) => recordAction("topic", id, title, `topic ${id}`))),
    ),
  };
}

/** The newest event that is about this topic first of all, else one that touches it. */
function newestOf(dossier: Dossier, { id }: Topic): Claim | undefined {
  const events = currentClaims(dossier)
    .filter((claim) => claim.kind === "event" && claim.topics.includes(id))
    .toSorted(newestFirst);
  return events.find(({ topics }) => topics[0] === id) ?? events[0];
}
