/** A week or more after the last edition: where the trend came from, and what the watch list came to. */
import { agendaOn, doneItem, type Milestone } from "../../briefing/agenda-items.ts";
import type { Briefing } from "../../briefing/briefing.ts";
import { blocks } from "../../briefing/briefing.ts";
import { item, list, paragraph, section } from "../../briefing/build.ts";
import { strong } from "../../briefing/claim-words.ts";
import { claimsOf } from "../../briefing/select.ts";
import { arrows } from "../../briefing/situation.ts";
import { claimSentence, derived, named, say } from "../../document/sentence.ts";
import type { ClaimSentence } from "../../document/tree.ts";
import { edtfWords } from "../../dossier/dates.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import { parseEdtf } from "../../dossier/edtf.ts";
import type { TrendRecord } from "../../dossier/schema.ts";
import type { Edition } from "../edition.ts";
import { matches } from "../filter.ts";
import type { Filter } from "../subscription.ts";
import { dayOfSlot, turnOfDay } from "./slot.ts";

export interface LookBack {
  /** Newest first. */
  readonly trends: readonly TrendRecord[];
  /** Dated items whose outcome came on record since; without any, one of the earlier ones. */
  readonly settled: readonly Milestone[];
  readonly done: number;
  readonly open: number;
}

/** Editions closer together than this look at the day, not back. */
const weekDays = 6;
const mostTrends = 3;

export function lookBack(
  dossier: Dossier,
  filter: Filter,
  day: Temporal.PlainDate,
  base: Edition,
): LookBack | undefined {
  const apart = dayOfSlot(base.input.slot).until(day, { largestUnit: "days" }).days;
  if (apart < weekDays) return undefined;
  const agenda = agendaOn(dossier, day, (each) => matches(filter, each));
  const since = agenda.done.filter(({ outcome }) => base.claims[outcome ?? ""] === undefined);
  const week = day.subtract({ days: day.dayOfWeek - 1 });
  return {
    trends: trendsOf(dossier).slice(0, mostTrends),
    settled: since.length > 0 ? since : turnOfDay(agenda.done, weekNumbered(week), 1),
    done: agenda.done.length,
    open: agenda.open.length,
  };
}

/** A day for each week that follows the one before it, so that turns go on by one. */
function weekNumbered(monday: Temporal.PlainDate): Temporal.PlainDate {
  const start = Temporal.PlainDate.from("2000-01-03");
  return start.add({ days: start.until(monday, { largestUnit: "days" }).days / 7 });
}

function trendsOf(dossier: Dossier): readonly TrendRecord[] {
  const known = ({ known_from }: TrendRecord) => parseEdtf(known_from).from?.toString() ?? "";
  return [...dossier.trends.values()]
    .filter(({ claims }) => claimsOf(dossier, claims).length > 0)
    .toSorted((a, b) => (known(a) < known(b) ? 1 : -1));
}

export function lookBackBlocks(dossier: Dossier, back: LookBack): Briefing["blocks"] {
  return blocks(
    section(
      say("label.arrows"),
      list(back.trends.map((trend) => item([arrowSentence(dossier, trend)]))),
    ),
    section(
      say("label.kept-watch"),
      blocks(
        paragraph(
          say("digest.score", {
            done: derived(back.done, { type: "record" }),
            open: derived(back.open, { type: "record" }),
          }),
        ),
        list(back.settled.map((milestone) => doneItem(dossier, milestone))),
      ),
    ),
  );
}

/** "▼ Deteriorated: War from 28 February 2026 (11 March 2026)" */
function arrowSentence(dossier: Dossier, trend: TrendRecord): ClaimSentence {
  const era = dossier.header.eras.find(({ id }) => id === trend.era);
  return claimSentence(
    claimsOf(dossier, trend.claims),
    strong(arrows[trend.direction]),
    ": ",
    named("era", trend.era, era?.title ?? trend.era),
    " (",
    derived(edtfWords(trend.known_from), { type: "record" }),
    ")",
  );
}
