/** Two or more actors or topics side by side, and where they disagree. */
import type { Depth } from "../command/command.ts";
import { action } from "../command/line.ts";
import { derived, named, say } from "../document/sentence.ts";
import type { Action, Block } from "../document/tree.ts";
import type { Claim, Dispute, Dossier } from "../dossier/dossier.ts";
import { type Briefing, blocks } from "./briefing.ts";
import { actions, label, list, paragraph, section } from "./build.ts";
import { claimItems } from "./claim-words.ts";
import { atDepth } from "./depth.ts";
import { disputeItem, openDisputes } from "./dispute-card.ts";
import { byConsequence, claimsOf, currentClaims, newestFirst } from "./select.ts";

export interface Subject {
  readonly kind: "actor" | "topic";
  readonly id: string;
  readonly name: string;
}

export function subject(dossier: Dossier, id: string): Subject {
  const topic = dossier.topics.get(id);
  const actor = dossier.actors.get(id);
  if (actor) return { kind: "actor", id, name: actor.name };
  if (topic) return { kind: "topic", id, name: topic.title };
  throw new RangeError(`no actor and no topic "${id}"`);
}

export function comparison(
  dossier: Dossier,
  subjects: readonly Subject[],
  on: string | undefined,
  depth: Depth,
): Briefing {
  const disputes = disputesBetween(dossier, subjects, on);
  const together = aboutAll(dossier, subjects, on)
    .filter(({ kind }) => kind === "event")
    .toSorted(byConsequence(dossier))
    .slice(0, atDepth(depth, 1, 3, 8))
    .toSorted(newestFirst);
  const topic = on === undefined ? undefined : dossier.topics.get(on);
  const names = derived(subjects.map(({ name }) => name).join(" · "), { type: "record" });
  return {
    title: topic
      ? say("title.comparison-on", { names, name: named("topic", topic.id, topic.title) })
      : say("title.comparison", { names }),
    blocks: blocks(
      subjects.flatMap((each) => sideOf(dossier, each, subjects, on, depth)),
      section(label("label.together"), list(claimItems(dossier, together, depth, 0))),

      section(
        label("label.disagree"),
        disputes.length === 0
          ? paragraph(say("comparison.no-dispute"))
          : list(
              disputes
                .slice(0, atDepth(depth, 2, 3, 8))
                .map((dispute) => disputeItem(dossier, dispute, depth)),
            ),
      ),
      actions(waysOn(subjects, on, disputes, depth)),
    ),
    carried: {
      actors: subjects.filter(({ kind }) => kind === "actor").map(({ id }) => id),
      topics: [
        ...subjects.filter(({ kind }) => kind === "topic").map(({ id }) => id),
        ...(on === undefined ? [] : [on]),
      ],
    },
  };
}

/** What one of them says, then what it does without the others, newest first. */
function sideOf(
  dossier: Dossier,
  side: Subject,
  subjects: readonly Subject[],
  on: string | undefined,
  depth: Depth,
): readonly Block[] {
  const { kind, id, name } = side;
  const about = aboutAll(dossier, [side], on);
  const shared = aboutAll(dossier, subjects, on);
  const said = kind === "actor" ? viewsOf(dossier, id, on, about) : [];
  const done = about
    .filter((claim) => claim.kind === "event" && !said.includes(claim) && !shared.includes(claim))
    .toSorted(byConsequence(dossier))
    .slice(0, atDepth(depth, 1, 2, 5))
    .toSorted(newestFirst);
  const claims = [...said.slice(0, atDepth(depth, 1, 2, 5)), ...done];
  return [
    { type: "heading", depth: 2, sentence: say("label.name", { name: named(kind, id, name) }) },
    ...(claims.length === 0
      ? paragraph(say("comparison.nothing"))
      : list(claimItems(dossier, claims, depth, 0))),
  ];
}

/** Claims that concern each of them. */
function aboutAll(
  dossier: Dossier,
  subjects: readonly Subject[],
  on: string | undefined,
): readonly Claim[] {
  return currentClaims(dossier).filter(
    (claim) =>
      (on === undefined || claim.topics.includes(on)) &&
      subjects.every(({ kind, id }) =>
        kind === "topic" ? claim.topics.includes(id) : concerns(dossier, claim, id),
      ),
  );
}

/** It acts, or one of its people does. */
function concerns(dossier: Dossier, { actors, holder }: Claim, id: string): boolean {
  return (
    holder === id ||
    actors.some(
      (actor) =>
        actor.id === id ||
        dossier.actors
          .get(actor.id)
          ?.offices.some((office) => office.id === actor.office && office.of === id),
    )
  );
}

function viewsOf(
  dossier: Dossier,
  id: string,
  on: string | undefined,
  about: readonly Claim[],
): readonly Claim[] {
  const inDisputes = openDisputes(
    dossier,
    ({ topics }) => on === undefined || topics.includes(on),
  ).flatMap(({ positions }) =>
    positions
      .filter(({ holders }) => holders.includes(id))
      .flatMap(({ claims }) => claimsOf(dossier, claims).slice(0, 1)),
  );
  const held = about.filter((claim) => claim.holder === id && claim.kind !== "event");
  return [...new Set([...held, ...inDisputes])]
    .filter(({ status }) => status === "current" || status === "disputed")
    .toSorted(newestFirst);
}

/** Disputes with at least two of the actors on different sides; for topics, those on all of them. */
function disputesBetween(
  dossier: Dossier,
  subjects: readonly Subject[],
  on: string | undefined,
): readonly Dispute[] {
  const actors = subjects.filter(({ kind }) => kind === "actor").map(({ id }) => id);
  const topics = subjects.filter(({ kind }) => kind === "topic").map(({ id }) => id);
  return openDisputes(dossier, (dispute) => {
    if (on !== undefined && !dispute.topics.includes(on)) return false;
    if (!topics.every((topic) => dispute.topics.includes(topic))) return false;
    if (actors.length === 0) return true;
    const sides = dispute.positions.filter(({ holders }) =>
      holders.some((holder) => actors.includes(holder)),
    );
    return sides.length >= Math.min(2, actors.length);
  });
}

function waysOn(
  subjects: readonly Subject[],
  on: string | undefined,
  disputes: readonly Dispute[],
  depth: Depth,
): readonly Action[] {
  const line = `compare ${subjects.map(({ id }) => id).join(", ")}${on === undefined ? "" : ` on ${on}`}`;
  const [dispute] = disputes;
  return [
    ...(depth === "full" ? [] : [action(say("action.more"), `${line} depth:full`, "primary")]),
    ...(dispute === undefined ? [] : [action(say("action.dispute"), `disputes ${dispute.id}`)]),
    ...subjects
      .slice(0, 3)
      .map(({ kind, id, name }) =>
        action(
          say("label.name", { name: named(kind, id, name) }),
          kind === "actor" ? `who ${id}` : `topic ${id}`,
        ),
      ),
  ];
}
