/**
 * The record as it was known on a day: what nobody could know yet is out, and what later claims
 * replaced or refuted stands as it stood then.
 */
import { namesLaterDate } from "./dates.ts";
import type { Claim, Dispute, Dossier, Topic } from "./dossier.ts";
import { parseEdtf } from "./edtf.ts";
import { officeText, officeWhen, pointId } from "./expand.ts";
import { linksOf } from "./links.ts";
import type { ActorRecord, AgendaRecord, SeriesRecord, TrendRecord } from "./schema.ts";

// Threads and destinations ask for few different days at a time.
const mostViews = 16;
const views = new WeakMap<Dossier, Map<string, Dossier>>();
const whole = new WeakMap<Dossier, Dossier>();

/** The view of a day. A view of a view is taken from the whole record. */
export function asOf(dossier: Dossier, day: Temporal.PlainDate): Dossier {
  const record = whole.get(dossier) ?? dossier;
  const kept = views.get(record) ?? new Map<string, Dossier>();
  views.set(record, kept);
  const key = day.toString();
  const view = kept.get(key) ?? viewOf(record, day);
  // Taken out and put back, so that the first key is the one unused for longest.
  kept.delete(key);
  kept.set(key, view);
  const [oldest] = kept.keys();
  if (kept.size > mostViews && oldest !== undefined) kept.delete(oldest);
  whole.set(view, record);
  return view;
}

function viewOf(record: Dossier, day: Temporal.PlainDate): Dossier {
  // A term without a date of its own is as old as the latest date in its meaning.
  const known = (claim: Claim) =>
    Temporal.PlainDate.compare(claim.knownFrom, day) <= 0 &&
    !(claim.origin === "term" && namesLaterDate(claim.text, day));
  const visible = new Set([...record.claims.values()].filter(known).map(({ id }) => id));
  const actors = mapValues(record.actors, (actor) => actorThen(actor, visible, day));
  const claims = new Map(
    [...record.claims.values()]
      .filter(({ id }) => visible.has(id))
      .map((claim) => [claim.id, claimThen(claim, record, { visible, actors, day })] as const),
  );
  const stands = (edtf: string) => onOrBefore(edtf, day);
  return {
    ...record,
    asOf: day,
    claims,
    actors,
    topics: mapValues(record.topics, (topic) => topicThen(topic, visible)),
    terms: filterValues(record.terms, ({ id }) => visible.has(`term-${id}`)),
    disputes: filterMap(record.disputes, (dispute) => disputeThen(dispute, visible, day)),
    series: filterMap(record.series, (series) => seriesThen(series, visible)),
    agenda: filterMap(record.agenda, (item) =>
      stands(item.known_from) ? agendaThen(item, visible) : undefined,
    ),
    trends: filterMap(record.trends, (trend) =>
      stands(trend.known_from) ? trendThen(trend, visible) : undefined,
    ),
    links: linksOf(claims),
  };
}

interface Then {
  readonly visible: ReadonlySet<string>;
  readonly actors: ReadonlyMap<string, ActorRecord>;
  readonly day: Temporal.PlainDate;
}

function claimThen(claim: Claim, record: Dossier, { visible, actors, day }: Then): Claim {
  const seen = (ids: readonly string[]) => ids.filter((id) => visible.has(id));
  const status = statusThen(claim, record, visible);
  const { reason, why_it_matters, caution, ...rest } = claim;
  // Written with hindsight: what names a later day was not known.
  const then = (words: string | undefined) => words !== undefined && !namesLaterDate(words, day);
  const kept = {
    ...(status === claim.status && then(reason) && { reason }),
    ...(then(why_it_matters) && { why_it_matters }),
    ...(then(caution) && { caution }),
  };
  const base = {
    ...rest,
    ...kept,
    status,
    causes: seen(claim.causes),
    supersedes: seen(claim.supersedes),
    contradicts: seen(claim.contradicts),
    rejects: seen(claim.rejects),
  };
  if (claim.origin !== "office") return base;
  const holder = actors.get(claim.from ?? "");
  const office = holder?.offices.find(({ id }) => id === claim.id);
  if (!holder || !office) return base;
  const text = officeText(holder, office);
  const when = officeWhen(holder, office);
  return {
    ...base,
    text,
    headline: text.replace(/\.$/, ""),
    ...(when !== undefined && { when, span: parseEdtf(when) }),
  };
}

/** A claim is replaced, refuted or in dispute only once the claim that does it can be known. */
function statusThen(claim: Claim, record: Dossier, visible: ReadonlySet<string>): Claim["status"] {
  const some = (claims: readonly Claim[] = []) => claims.some(({ id }) => visible.has(id));
  const { supersededBy, rejectedBy, contradicts } = record.links;
  const opposed = some(contradicts.get(claim.id)?.filter(({ status }) => status !== "rejected"));
  switch (claim.status) {
    case "current":
      return "current";
    case "disputed":
      return opposed ? "disputed" : "current";
    case "superseded":
      if (!supersededBy.has(claim.id) || some(supersededBy.get(claim.id))) return "superseded";
      return opposed ? "disputed" : "current";
    case "rejected":
      // Without a claim that refutes it, the fault lies in the claim itself and always did.
      if (!rejectedBy.has(claim.id) || some(rejectedBy.get(claim.id))) return "rejected";
      return "current";
    default:
      throw new RangeError(`unknown status ${String(claim.status satisfies never)}`);
  }
}

/** Offices not yet taken up, and ends and a death not yet come, are left out. */
function actorThen(
  actor: ActorRecord,
  visible: ReadonlySet<string>,
  day: Temporal.PlainDate,
): ActorRecord {
  const { died, offices, existed, ...rest } = actor;
  return {
    ...rest,
    ...(died !== undefined && onOrBefore(died, day) && { died }),
    ...(existed && {
      existed: {
        ...(existed.from !== undefined && { from: existed.from }),
        ...(existed.to !== undefined && onOrBefore(existed.to, day) && { to: existed.to }),
      },
    }),
    offices: offices
      .filter(({ id }) => visible.has(id))
      .map(({ to, ...office }) => ({
        ...office,
        ...(to !== undefined && onOrBefore(to, day) && { to }),
      })),
  };
}

function topicThen(topic: Topic, visible: ReadonlySet<string>): Topic {
  const { summary, ...rest } = topic;
  const claims = topic.claims.filter((id) => visible.has(id));
  const holds = claims.length === topic.claims.length && summary !== undefined;
  return { ...rest, claims, ...(holds && { summary }) };
}

/** A dispute exists once two sides can be heard. */
function disputeThen(
  dispute: Dispute,
  visible: ReadonlySet<string>,
  day: Temporal.PlainDate,
): Dispute | undefined {
  if (dispute.since !== undefined && !onOrBefore(dispute.since, day)) return undefined;
  const positions = dispute.positions
    .map((position) => ({ ...position, claims: position.claims.filter((id) => visible.has(id)) }))
    .filter(({ claims }) => claims.length > 0);
  if (positions.length < 2) return undefined;
  const { settled_by, ...rest } = dispute;
  const holds = dispute.positions.every(({ claims }) => claims.every((id) => visible.has(id)));
  return { ...rest, positions, ...(holds && settled_by !== undefined && { settled_by }) };
}

function seriesThen(series: SeriesRecord, visible: ReadonlySet<string>): SeriesRecord | undefined {
  const points = series.points.filter((point) => visible.has(pointId(series, point)));
  if (points.length === 0) return undefined;
  return {
    ...series,
    points,
    gaps: series.gaps.filter((gap) => gap.claims.every((id) => visible.has(id))),
    bends: series.bends.filter((id) => visible.has(id)),
  };
}

/** What an item rests on must be known, its outcome may be. */
function agendaThen(item: AgendaRecord, visible: ReadonlySet<string>): AgendaRecord | undefined {
  const claims = item.claims.filter((id) => visible.has(id));
  if (claims.length === 0) return undefined;
  if (item.type === "trigger") return { ...item, claims };
  const { outcome, ...rest } = item;
  return { ...rest, claims, ...(outcome !== undefined && visible.has(outcome) && { outcome }) };
}

/** The sentence stands on all its claims, or is not said. */
function trendThen(trend: TrendRecord, visible: ReadonlySet<string>): TrendRecord | undefined {
  return trend.claims.every((id) => visible.has(id)) ? trend : undefined;
}

/** True when the date's first day is not after the day. An open start always was. */
function onOrBefore(edtf: string, day: Temporal.PlainDate): boolean {
  const { from } = parseEdtf(edtf);
  return from === undefined || Temporal.PlainDate.compare(from, day) <= 0;
}

function mapValues<V, W>(map: ReadonlyMap<string, V>, to: (value: V) => W): ReadonlyMap<string, W> {
  return new Map([...map].map(([id, value]) => [id, to(value)]));
}

function filterValues<V>(
  map: ReadonlyMap<string, V>,
  keep: (value: V) => boolean,
): ReadonlyMap<string, V> {
  return new Map([...map].filter(([, value]) => keep(value)));
}

function filterMap<V>(
  map: ReadonlyMap<string, V>,
  to: (value: V) => V | undefined,
): ReadonlyMap<string, V> {
  return new Map(
    [...map].flatMap(([id, value]) => {
      const then = to(value);
      return then === undefined ? [] : [[id, then] as const];
    }),
  );
}
