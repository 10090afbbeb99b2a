/** Where things stand: the bottom line, what carries it, what is contested, what comes next. */
import type { Depth } from "../command/command.ts";
import { action, recordAction } from "../command/line.ts";
import { claimSentence, derived, named, say } from "../document/sentence.ts";
import type { Action, ClaimSentence } from "../document/tree.ts";
import { edtfWords } from "../dossier/dates.ts";
import type { Claim, Dossier } from "../dossier/dossier.ts";
import { parseEdtf } from "../dossier/edtf.ts";
import type { TrendRecord } from "../dossier/schema.ts";
import { agendaOn, watchBlocks } from "./agenda-items.ts";
import { type Briefing, blocks } from "./briefing.ts";
import { actions, label, list, paragraph, section } from "./build.ts";
import { claimItems, closed, headline, strong } from "./claim-words.ts";
import { atDepth } from "./depth.ts";
import { disputeItem, openDisputes } from "./dispute-card.ts";
import {
  byConsequence,
  claimsOf,
  consequence,
  currentClaims,
  lastDay,
  newestFirst,
  since,
  spread,
} from "./select.ts";

export function situation(dossier: Dossier, today: Temporal.PlainDate, depth: Depth): Briefing {
  const trend = latestTrend(dossier);
  const points = keyPoints(dossier, trend, atDepth(depth, 3, 4, 9));
  const [top] = points;
  const disputes = openDisputes(dossier).slice(0, atDepth(depth, 1, 1, 6));
  const agenda = agendaOn(dossier, today);
  return {
    title: say("title.situation", { dossier: named("dossier", dossier.id, dossier.header.title) }),
    lead: trend && isFresh(dossier, trend) ? bottomLine(dossier, trend) : top && headline(top),
    blocks: blocks(
      trend && paragraph(direction(dossier, trend)),
      section(label("label.points"), list(claimItems(dossier, points, depth, 0), true)),
      section(
        label("label.disputed"),
        list(disputes.map((dispute) => disputeItem(dossier, dispute, depth))),
      ),
      section(
        label("label.watch"),
        watchBlocks(dossier, agenda, {
          dated: atDepth(depth, 1, 2, 6),
          triggers: atDepth(depth, 0, 1, 6),
        }),
      ),
      actions(waysOn(dossier, points, depth)),
    ),
    carried: { topics: points.flatMap(({ topics }) => topics).slice(0, 3) },
  };
}

/** The newest one that its claims carry. */
export function latestTrend(dossier: Dossier): TrendRecord | undefined {
  const day = (trend: TrendRecord) => parseEdtf(trend.known_from).from?.toString() ?? "";
  return [...dossier.trends.values()]
    .filter((trend) => claimsOf(dossier, trend.claims).length > 0)
    .toSorted((a, b) => (day(a) < day(b) ? -1 : 1))
    .at(-1);
}

export function bottomLine(dossier: Dossier, trend: TrendRecord): ClaimSentence {
  return claimSentence(claimsOf(dossier, trend.claims), closed(trend.text));
}

/** A word and a symbol, never a colour. */
export const arrows = {
  improved: "▲ Improved",
  unchanged: "● Unchanged",
  deteriorated: "▼ Deteriorated",
} as const satisfies Readonly<Record<TrendRecord["direction"], string>>;

/** A word and a symbol, never a colour: "▲ Improved since 17 June 2026 · resolution opportunity." */
export function direction(dossier: Dossier, trend: TrendRecord): ClaimSentence {
  const alert = trend.alert === undefined ? [] : [" · ", trend.alert];
  return claimSentence(
    claimsOf(dossier, trend.claims),
    strong(arrows[trend.direction]),
    ", assessed on ",
    derived(edtfWords(trend.known_from), { type: "record" }),
    ...alert,
    ".",
  );
}

/** Days before the newest claim in which a key point must lie; widened while there are too few. */
const windows = [120, 365, 1_500, 40_000];
const fewest = 9;

/** What belongs to the current era counts for this much more consequence. */
const ofTheDay = 3;

/** By consequence, corroboration and recency; at most two on one source; only what holds now. */
export function keyPoints(
  dossier: Dossier,
  trend: TrendRecord | undefined,
  limit: number,
  keep: (claim: Claim) => boolean = () => true,
): readonly Claim[] {
  const claims = currentClaims(dossier).filter((claim) => fitForTheTop(claim) && keep(claim));
  const [newest] = claims.toSorted(newestFirst);
  const end = dossier.asOf ?? (newest && lastDay(newest));
  if (end === undefined) return [];
  const era = trend && isFresh(dossier, trend) ? eraStart(dossier, trend) : undefined;
  const ofEra = era && since(era);
  const weight = (claim: Claim) => consequence(dossier, claim) + (ofEra?.(claim) ? ofTheDay : 0);
  const order = byConsequence(dossier);
  const window = windows
    .map((days) => claims.filter(since(end.subtract({ days }))))
    .find((within) => within.length >= fewest);
  const ordered = (window ?? claims).toSorted((a, b) => weight(b) - weight(a) || order(a, b));
  return spread(dossier, ordered, limit);
}

/** True while its era lasts: a view of a later day may know nothing newer. */
export function isFresh(dossier: Dossier, { era }: TrendRecord): boolean {
  const when = dossier.header.eras.find(({ id }) => id === era)?.when;
  const until = when === undefined ? undefined : parseEdtf(when).until;
  const day = dossier.asOf ?? dossier.until;
  return (
    until === undefined ||
    Temporal.PlainDate.compare(day, until.add({ days: 31 })) <= 0 ||
    Temporal.PlainDate.compare(until, dossier.until) >= 0
  );
}

function eraStart(dossier: Dossier, { era }: TrendRecord): Temporal.PlainDate | undefined {
  const when = dossier.header.eras.find(({ id }) => id === era)?.when;
  return when === undefined ? undefined : parseEdtf(when).from;
}

/** Said to matter, well enough supported, and not mere background. */
function fitForTheTop({ kind, why_it_matters, credibility }: Claim): boolean {
  return kind !== "background" && why_it_matters !== undefined && credibility <= 3;
}

function waysOn(dossier: Dossier, points: readonly Claim[], depth: Depth): readonly Action[] {
  const topics = [...new Set(points.flatMap(({ topics }) => topics))].slice(0, 2);
  return [
    ...(depth === "full" ? [] : [action(say("action.more"), "now depth:full", "primary")]),
    action(say("action.watch"), "watch"),
    action(say("action.disputes"), "disputes"),
    ...topics.map((id) =>
      recordAction("topic", id, dossier.topics.get(id)?.title ?? id, `topic ${id}`),
    ),
    action(say("action.changes"), "changes"),
  ];
}
