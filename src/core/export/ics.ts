/** Calendars. https://www.rfc-editor.org/rfc/rfc5545 and, for their names, rfc7986 */

export interface Calendar {
  readonly name: string;
  readonly description: string;
  readonly events: readonly CalendarEvent[];
  /** ISO 8601 duration after which a reader may ask again; for feeds. */
  readonly refresh?: string;
}

/** Whole days: the record knows no hours. */
export interface CalendarEvent {
  /** The same for the same record, for ever. */
  readonly uid: string;
  readonly from: Temporal.PlainDate;
  /** Included. */
  readonly until: Temporal.PlainDate;
  readonly summary: string;
  readonly description: string;
  readonly categories: readonly string[];
  readonly place?: string | undefined;
  readonly url?: string | undefined;
  /** Day on which the record took it in, or changed it last. */
  readonly changed: Temporal.PlainDate;
  /** Not certain: still to come, or past without an outcome. */
  readonly tentative: boolean;
}

export function toIcs({ name, description, events, refresh }: Calendar): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Backchannel//Dossier calendar//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    `DESCRIPTION:${escaped(description)}`,
    ...(refresh === undefined
      ? []
      : [`REFRESH-INTERVAL;VALUE=DURATION:${refresh}`, `X-PUBLISHED-TTL:${refresh}`]),
    ...events.flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventLines(event: CalendarEvent): readonly string[] {
  const changed = `${compact(event.changed)}T000000Z`;
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(event.uid)}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `DTSTART;VALUE=DATE:${compact(event.from)}`,
    // The end is the day after.
    `DTEND;VALUE=DATE:${compact(event.until.add({ days: 1 }))}`,
    `SUMMARY:${escaped(event.summary)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    ...(event.categories.length > 0
      ? [`CATEGORIES:${event.categories.map(escaped).join(",")}`]
      : []),
    ...(event.place === undefined ? [] : [`LOCATION:${escaped(event.place)}`]),
    ...(event.url === undefined ? [] : [`URL:${oneLine(event.url)}`]),
    `STATUS:${event.tentative ? "TENTATIVE" : "CONFIRMED"}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function compact(day: Temporal.PlainDate): string {
  return day.toString().replaceAll("-", "");
}

/** §3.3.11: backslash, semicolon, comma and line break; other control characters may not stand there. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/(?!\n)\p{Cc}/gu, " ")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]/gu, "");
}

const longest = 75;

/** In UTF-8. */
function octetsOf(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x1_00_00 ? 3 : 4;
}

/** §3.1: at most 75 octets a line; never inside a character. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) ?? 0);
    if (octets + size > longest) {
      lines.push(current);
      // The blank that continues a line is the first of its octets.
      current = " ";
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join("\r\n");
}
