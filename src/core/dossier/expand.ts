/**
 * Offices, points of series and meanings of terms as claims, so that one mechanism cites them all.
 * Their texts are templates over the record; nothing is added to it.
 */
import type { ClaimParts } from "./claim.ts";
import { edtfPhrase, edtfWords } from "./dates.ts";
import { parseEdtf } from "./edtf.ts";
import { figure } from "./fields.ts";
import type {
  ActorRecord,
  ClaimRecord,
  DossierHeader,
  SeriesRecord,
  TermRecord,
} from "./schema.ts";

export type OfficeRecord = ActorRecord["offices"][number];
export type PointRecord = SeriesRecord["points"][number];

const bare = {
  causes: [],
  status: "current",
  supersedes: [],
  contradicts: [],
  rejects: [],
  figures: [],
  keywords: [],
  kind: "background",
} as const satisfies Partial<ClaimRecord>;

/** The words of an office held, and when: "Abbas Araghchi has been foreign minister of Iran since August 2024." */
export function officeText(actor: ActorRecord, office: OfficeRecord): string {
  const title = `${office.acting ? "acting " : ""}${office.title}`;
  const until = office.to ?? actor.died;
  if (office.from !== undefined && until !== undefined) {
    return `${actor.name} was ${title} ${edtfPhrase(interval(office.from, until))}.`;
  }
  if (office.from !== undefined) {
    return `${actor.name} has been ${title} since ${edtfWords(office.from)}.`;
  }
  return until === undefined
    ? `${actor.name} has served as ${title}.`
    : `${actor.name} was ${title} until ${edtfWords(until)}.`;
}

/** EDTF of the time in office; undefined when neither end is on record. */
export function officeWhen(actor: ActorRecord, office: OfficeRecord): string | undefined {
  const until = office.to ?? actor.died;
  return office.from === undefined && until === undefined
    ? undefined
    : interval(office.from ?? "..", until ?? "..");
}

export function officeClaim(
  actor: ActorRecord,
  office: OfficeRecord,
  header: DossierHeader,
): ClaimParts {
  const headline = officeText(actor, office).replace(/\.$/, "");
  const when = officeWhen(actor, office);
  return {
    ...bare,
    origin: "office",
    from: actor.id,
    id: office.id,
    headline,
    text: officeText(actor, office),
    ...(when !== undefined && { when }),
    actors: [
      { id: actor.id, office: office.id },
      ...(office.of === actor.id ? [] : [{ id: office.of }]),
    ],
    topics: [],
    citations: office.citations,
    credibility: office.credibility,
    added: header.coverage.until,
  };
}

/** Id of the claim made from a point. */
export function pointId(series: SeriesRecord, point: PointRecord): string {
  return `${series.id}-${point.as_of.replace(/[^0-9]+/g, "-").replace(/^-|-$/g, "")}`;
}

const units: ReadonlySet<string> = new Set(figure.shape.unit.options);

/** The words of a measurement; an estimate or derived figure says so. */
function pointText(series: SeriesRecord, point: PointRecord): string {
  const sentence = series.sentence
    .replaceAll("{value}", numberWords(point.value))
    .replaceAll("{unit}", series.unit)
    .replaceAll("{date}", edtfWords(point.as_of));
  switch (point.kind) {
    case "measured":
      return sentence;
    case "estimate":
      return /estimate/i.test(sentence) ? sentence : beforeStop(sentence, " (an estimate)");
    case "derived":
      return beforeStop(sentence, " (worked out from other figures)");
    default:
      throw new RangeError(`unknown kind of point ${String(point.kind satisfies never)}`);
  }
}

export function pointClaim(
  series: SeriesRecord,
  point: PointRecord,
  header: DossierHeader,
): ClaimParts {
  return {
    ...bare,
    origin: "series",
    from: series.id,
    id: pointId(series, point),
    headline: `${upperFirst(series.title)}: ${numberWords(point.value)} ${series.unit}, ${edtfWords(point.as_of)}`,
    text: pointText(series, point),
    kind: point.kind === "measured" ? "background" : "assessment",
    when: point.as_of,
    ...(point.known_from !== undefined && { known_from: point.known_from }),
    actors: series.actors,
    topics: series.topics,
    citations: point.citations,
    credibility: point.credibility,
    figures: units.has(series.unit)
      ? [
          {
            of: series.title,
            value: point.value,
            unit: series.unit as ClaimRecord["figures"][number]["unit"],
            approximate: point.kind !== "measured",
          },
        ]
      : [],
    ...(point.note !== undefined && { caution: point.note }),
    added: header.coverage.until,
  };
}

export function termClaim(term: TermRecord, header: DossierHeader): ClaimParts {
  return {
    ...bare,
    origin: "term",
    from: term.id,
    id: `term-${term.id}`,
    headline: term.term,
    text: `${term.term}: ${term.meaning}`,
    known_from: term.known_from ?? header.coverage.from,
    actors: [],
    topics: term.topics,
    citations: term.citations,
    credibility: term.credibility,
    added: header.coverage.until,
  };
}

/** 9874.9 → "9,874.9". */
export function numberWords(value: number): string {
  const [whole = "", fraction] = String(value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** An interval of two EDTF dates; of intervals, their outer ends. */
function interval(from: string, to: string): string {
  const start = from.split("/")[0] ?? from;
  const end = to.split("/").at(-1) ?? to;
  if (start === ".." || end === "..") return `${start}/${end}`;
  const [a, b] = [parseEdtf(start), parseEdtf(end)];
  const turned = a.from && b.until && Temporal.PlainDate.compare(a.from, b.until) > 0;
  // The linter names an office that ends before it begins; here it must not stop the reading.
  return turned ? start : `${start}/${end}`;
}

function beforeStop(sentence: string, words: string): string {
  return sentence.endsWith(".") ? `${sentence.slice(0, -1)}${words}.` : `${sentence}${words}`;
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
