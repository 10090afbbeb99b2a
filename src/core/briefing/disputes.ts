/** What is contested: all of it in a list, or one dispute as a card. */
import type { Depth } from "../command/command.ts";
import { action } from "../command/line.ts";
import { derived, named, say } from "../document/sentence.ts";
import type { Action } from "../document/tree.ts";
import { dayWords } from "../dossier/dates.ts";
import type { Dispute, Dossier } from "../dossier/dossier.ts";
import { type Briefing, blocks } from "./briefing.ts";
import { actions, list, paragraph } from "./build.ts";
import { claimsIn, disputeCard, disputeItem, openDisputes, question } from "./dispute-card.ts";
import { lastDay } from "./select.ts";

/** Disputes in the list at most, at the depths below full. */
const shortList = 8;

export function disputeList(dossier: Dossier, topic: string | undefined, depth: Depth): Briefing {
  const disputes = openDisputes(
    dossier,
    ({ topics }) => topic === undefined || topics.includes(topic),
  );
  const shown = depth === "full" ? disputes : disputes.slice(0, shortList);
  const name = topic === undefined ? undefined : dossier.topics.get(topic);
  return {
    title: name
      ? say("title.disputes-on", { name: named("topic", name.id, name.title) })
      : say("title.disputes"),
    blocks: blocks(
      shown.length === 0 ? paragraph(say("disputes.none")) : undefined,
      list(shown.map((dispute) => disputeItem(dossier, dispute, depth))),
      actions([
        ...shown
          .slice(0, 3)
          .map((dispute, at) =>
            action(
              say("action.dispute-number", { number: derived(at + 1, { type: "layout" }) }),
              `disputes ${dispute.id}`,
            ),
          ),
        ...(disputes.length > shown.length
          ? [action(say("action.more"), `disputes ${topic ?? ""} depth:full`.replace("  ", " "))]
          : []),
        ...(topic === undefined
          ? [action(say("action.now"), "now")]
          : [action(say("action.topic"), `topic ${topic}`)]),
      ]),
    ),
    carried: { topics: topic === undefined ? [] : [topic] },
  };
}

export function disputeBriefing(dossier: Dossier, dispute: Dispute, depth: Depth): Briefing {
  const newest = claimsIn(dossier, dispute)
    .map(lastDay)
    .toSorted(Temporal.PlainDate.compare)
    .at(-1);
  return {
    title: say("title.dispute"),
    lead: question(dossier, dispute),
    blocks: blocks(
      disputeCard(dossier, dispute, depth),
      newest &&
        paragraph(
          say("disputes.newest", {
            date: derived(dayWords(newest), {
              type: "claims",
              claims: claimsIn(dossier, dispute).map(({ id }) => id),
            }),
          }),
        ),
      actions(waysOn(dossier, dispute, depth)),
    ),
    carried: {
      topics: dispute.topics,
      actors: dispute.positions.flatMap(({ holders }) => holders),
    },
  };
}

function waysOn(dossier: Dossier, dispute: Dispute, depth: Depth): readonly Action[] {
  const holders = dispute.positions.flatMap((position) => position.holders.slice(0, 1));
  const [topic] = dispute.topics;
  return [
    ...(depth === "full"
      ? []
      : [action(say("action.more"), `disputes ${dispute.id} depth:full`, "primary")]),
    ...(new Set(holders).size > 1
      ? [action(say("action.compare"), `compare ${[...new Set(holders)].join(", ")}`)]
      : []),
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
    action(say("action.disputes"), "disputes"),
  ];
}
