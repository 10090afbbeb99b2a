/** What can be taken along: the records of an answer, a topic, a timeline, the agenda, the sources. */
import { action } from "../command/line.ts";
import { createDocument } from "../document/document.ts";
import { asked, say } from "../document/sentence.ts";
import type { Document, Stamp } from "../document/tree.ts";
import type { Dossier, Topic } from "../dossier/dossier.ts";
import { UserError } from "../errors.ts";
import { type Package, packageOf } from "../export/package.ts";
import type { Turn } from "../ports.ts";
import { agendaOn } from "./agenda-items.ts";
import type { Briefing } from "./briefing.ts";
import { list } from "./build.ts";
import { claimItems } from "./claim-words.ts";
import { claimsOf, newestFirst } from "./select.ts";
import { sourcesBriefing } from "./sources.ts";
import { timeline, timelineEvents } from "./timeline.ts";
import { topicBriefing } from "./topic.ts";
import { watch } from "./watch.ts";

export const takings = ["answer", "topic", "timeline", "agenda", "sources"] as const;
export type Taking = (typeof takings)[number];

export interface TakeWish {
  readonly what: Taking;
  readonly topic?: Topic | undefined;
  /** ISO days, both included; of a timeline. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The last answer here. */
  readonly turn?: Turn | undefined;
  readonly today: Temporal.PlainDate;
  readonly stamp: Stamp;
}

/** All on one page: a file has no limits. */
const whole = Number.MAX_SAFE_INTEGER;

/** @throws UserError when there is no answer to take along. */
export function takeAlong(dossier: Dossier, wish: TakeWish): Package {
  const { what, topic, today } = wish;
  const onTopic = ({ topics }: { readonly topics: readonly string[] }) =>
    topic === undefined || topics.includes(topic.id);
  const inDocument = ({ carried: _, ...briefing }: Briefing): Document =>
    createDocument({ ...briefing, stamp: wish.stamp }, dossier);
  switch (what) {
    case "answer": {
      const { turn } = wish;
      if (!turn) {
        throw new UserError(
          [say("problem.no-answer")],
          [action(say("action.now"), "now"), action(say("action.help"), "help")],
        );
      }
      const claims = claimsOf(dossier, turn.citations);
      const document = inDocument({
        title: say("export.answer"),
        lead: say("why.asked", { asked: asked(turn.question) }),
        blocks: list(claimItems(dossier, claims, "full")),
      });
      return packageOf({ dossier, document, of: "claims", claims });
    }
    case "topic": {
      const claims = [...dossier.claims.values()]
        .filter((claim) => claim.origin === "claims" && onTopic(claim))
        .toSorted(newestFirst);
      const briefing = topic
        ? topicBriefing(dossier, topic, today, "full")
        : timeline(dossier, {}, 1, "full", whole);
      return packageOf({ dossier, document: inDocument(briefing), of: "claims", claims });
    }
    case "timeline": {
      const filter = { topic: topic?.id, from: wish.from, to: wish.to };
      return packageOf({
        dossier,
        document: inDocument(timeline(dossier, filter, 1, "full", whole)),
        of: "claims",
        claims: timelineEvents(dossier, filter),
      });
    }
    case "agenda": {
      const { due, open, done, triggers } = agendaOn(dossier, today, onTopic);
      return packageOf({
        dossier,
        document: inDocument(watch(dossier, topic?.id, today, "full")),
        of: "agenda",
        agenda: [...due, ...open, ...done, ...triggers],
      });
    }
    case "sources": {
      const claims = [...dossier.claims.values()].filter(onTopic);
      const document = inDocument(sourcesBriefing(dossier, topic?.id, 1, whole));
      return packageOf({ dossier, document, of: "sources", claims });
    }
    default:
      throw new RangeError(`cannot take along ${String(what satisfies never)}`);
  }
}
