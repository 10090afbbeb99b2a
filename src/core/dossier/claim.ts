/** Makes the claims that the rest of the core reads. */
import type { Claim } from "./dossier.ts";
import { parseEdtf, type Span } from "./edtf.ts";
import type { ClaimRecord, DossierHeader, SourceRecord } from "./schema.ts";

/** What a claim is made of before its dates are read. */
export interface ClaimParts extends ClaimRecord {
  readonly origin: Claim["origin"];
  readonly from?: string;
}

export interface ClaimContext {
  readonly header: DossierHeader;
  readonly sources: ReadonlyMap<string, SourceRecord>;
}

/** `order` is the claim's position in the files. */
export function makeClaim(parts: ClaimParts, order: number, context: ClaimContext): Claim {
  const { known_from: _, actors, ...rest } = parts;
  const span = parts.when === undefined ? undefined : parseEdtf(parts.when);
  const claim = {
    ...rest,
    ...(span && { span }),
    knownFrom: knownFrom(parts, span, context),
    actors: actors.map((actor) => (typeof actor === "string" ? { id: actor } : actor)),
    order,
  };
  // The brand keeps claims from being made anywhere else.
  return claim as unknown as Claim;
}

/**
 * First day on which the world could know it: as written; else the first day of `when`, for a
 * forecast not before its earliest source; else its earliest source; else the start of the record,
 * but for an office, of which nobody can tell when it was taken up, its end.
 */
function knownFrom(
  parts: ClaimParts,
  span: Span | undefined,
  { header, sources }: ClaimContext,
): Temporal.PlainDate {
  const written = parts.known_from === undefined ? undefined : parseEdtf(parts.known_from).from;
  if (written) return written;
  const published = parts.citations
    .flatMap(({ source }) => sources.get(source)?.published ?? [])
    .flatMap((edtf) => parseEdtf(edtf).from ?? [])
    .toSorted(Temporal.PlainDate.compare)[0];
  if (parts.kind === "forecast" && published) return published;
  const last =
    parts.origin === "office"
      ? (span?.until ?? Temporal.PlainDate.from(header.coverage.until))
      : undefined;
  return span?.from ?? published ?? last ?? startOf(header);
}

/** First day of the coverage. */
function startOf(header: DossierHeader): Temporal.PlainDate {
  const { from, until } = parseEdtf(header.coverage.from);
  const start = from ?? until;
  if (!start) throw new RangeError("the coverage begins on no day");
  return start;
}
