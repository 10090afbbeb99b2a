/** Dated entries, oldest first: each claim's headline under its date. */
import { claimSentence, derived, say } from "../../document/sentence.ts";
import type { TimelineEntry } from "../../document/tree.ts";
import { edtfWords } from "../../dossier/dates.ts";
import type { Claim, Dossier } from "../../dossier/dossier.ts";
import { compareSpans } from "../../dossier/edtf.ts";
import type { Composed } from "../answerer.ts";
import type { Reading } from "../reading.ts";
import { search } from "../retrieve/search.ts";
import { lengths, timelines } from "../retrieve/weights.ts";
import { fitOf } from "../understand/interval.ts";
import { count } from "./measure.ts";

export function timelined(reading: Reading): Composed | undefined {
  const fitting = fittingEvents(reading);
  const [only] = fitting;
  if (only && fitting.length === 1 && reading.interval !== undefined) {
    return { lead: claimSentence([only]), blocks: [], claims: [only] };
  }
  if (fitting.length < timelines.fewest) return undefined;
  const shown = within(fitting).toSorted(inTime);
  const entries = shown.map(entryOf);
  const [first] = shown;
  if (!first) return undefined;
  const claims = shown.map(({ id }) => id);
  const total = derived(fitting.length, { type: "claims", claims });
  return {
    lead:
      shown.length === fitting.length
        ? say("answer.whole", { total })
        : say("answer.partial", {
            shown: derived(shown.length, { type: "claims", claims }),
            total,
          }),
    blocks: [{ type: "timeline", entries }],
    claims: shown,
  };
}

/** Events of the time and subject that the question names, the most telling first. */
function fittingEvents({ index, interval, terms, dossier }: Reading): readonly Claim[] {
  const dated = (claim: Claim | undefined): claim is Claim =>
    claim?.span?.from !== undefined &&
    claim.origin === "claims" &&
    claim.kind === "event" &&
    claim.status !== "rejected" &&
    claim.status !== "superseded" &&
    (interval === undefined || fitOf(claim.span, interval) >= 0.5);
  const subject = terms.filter(
    ({ unknown, alternates, idf }) =>
      !unknown && alternates.length > 0 && idf > timelines.tellingIdf,
  );
  const found = search(subject, index, undefined, index.claims.length);
  const named = subject.flatMap(({ named: name, carried }, at) =>
    name && !carried && at < 30 ? [1 << at] : [],
  );
  const onSubject = found.filter(
    ({ has }) => named.length === 0 || named.some((bit) => (has & bit) !== 0),
  );
  const events = onSubject.flatMap(({ doc }) => {
    const claim = index.claims[doc];
    return dated(claim) ? [claim] : [];
  });
  const nothingElse = subject.length === 0 && interval === undefined;
  if (events.length >= timelines.fewest || (interval === undefined && !nothingElse)) return events;
  const others = [...dossier.claims.values()]
    .filter(dated)
    .toSorted((a, b) => weight(b, dossier) - weight(a, dossier) || a.order - b.order);
  return [...new Set([...events, ...others])];
}

/** What much else followed from and several sources report is told first where not all can be told. */
export function weight(claim: Claim, { links }: Dossier): number {
  return (
    (links.effects.get(claim.id)?.length ?? 0) + claim.citations.length / 2 - claim.credibility
  );
}

/** As many as one answer holds. */
function within(events: readonly Claim[]): readonly Claim[] {
  const kept: Claim[] = [];
  let words = 15;
  for (const claim of events) {
    words += count(claim.headline) + count(edtfWords(claim.when ?? "")) + 1;
    if (words > lengths.long || kept.length >= timelines.most) break;
    kept.push(claim);
  }
  return kept;
}

function entryOf(claim: Claim): TimelineEntry {
  return {
    when: claim.when ?? "",
    date: say("label.name", {
      name: derived(edtfWords(claim.when ?? ""), { type: "claims", claims: [claim.id] }),
    }),
    sentences: [claimSentence([claim], `${claim.headline}.`)],
  };
}

export function inTime(a: Claim, b: Claim): number {
  if (!a.span || !b.span) return a.order - b.order;
  return compareSpans(a.span, b.span) || a.order - b.order;
}
