/** YAML text → plain values, with the line of every path. Trusts nothing. */
import {
  constructFromEvents,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  YAMLException,
} from "js-yaml";
import type { Problem } from "./dossier.ts";

export type Path = readonly (string | number)[];

export interface YamlFile {
  readonly value: unknown;
  /** 1-based line of the path, or of the nearest thing above it that exists. */
  line(path: Path): number;
}

/** Larger files are refused before they are read: a record this long is no longer curated by hand. */
const longestFile = 2_000_000;
const mostReferences = 3;

export function readYaml(file: string, text: string): YamlFile | { problems: readonly Problem[] } {
  const fault = (line: number, message: string): Problem => ({ file, line, path: "", message });
  const whole = (message: string) => ({ problems: [fault(0, message)] });
  if (text.length > longestFile) {
    return whole(
      `the file has ${text.length} characters, more than ${longestFile}; split it into several`,
    );
  }
  const lineAt = lines(text);
  try {
    const events = parseEvents(text, {});
    // Aliases repeat a value by reference; nested, a few lines unfold into gigabytes.
    const aliases = events.filter((event) => event.type === EVENT_ID.ALIAS);
    if (aliases.length > 0) {
      const message = "references (&name, *name) are not used in a dossier; write the value out";
      return {
        problems: aliases
          .slice(0, mostReferences)
          .map(({ anchorStart }) => fault(lineAt(anchorStart), message)),
      };
    }
    const [value = null, ...more] = constructFromEvents(events, { source: text });
    if (more.length > 0) {
      return whole('the file holds several documents; take out the lines "---" between them');
    }
    if (value === null) return whole("the file is empty; write its records or delete it");
    // Nobody asks for a line before something is wrong.
    let root: Place | undefined;
    return {
      value,
      line(path) {
        root ??= placesIn(events, text);
        return lineAt(offsetOf(root, path));
      },
    };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = error.mark ? error.mark.line + 1 : 0;
    return { problems: [fault(line, `this is not valid YAML: ${error.reason}`)] };
  }
}

/** 1-based line of an offset. */
function lines(text: string): (offset: number) => number {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= [
      0,
      ...[...text.matchAll(/\r\n?|\n/g)].map(({ 0: end, index }) => index + end.length),
    ];
    return starts.findLastIndex((start) => start <= offset) + 1;
  };
}

/** Where a value begins, or the key it stands under, and what is in it by key or position. */
interface Place {
  /** -1 where nothing is written, as after a hyphen alone. */
  readonly offset: number;
  readonly inside: ReadonlyMap<string | number, Place>;
}

function placesIn(events: readonly Event[], text: string): Place {
  // The first event opens the document.
  let next = 1;
  const inside = (entry: (inside: Map<string | number, Place>) => void): Place["inside"] => {
    const found = new Map<string | number, Place>();
    while (events[next] && events[next]?.type !== EVENT_ID.POP) entry(found);
    next += 1;
    return found;
  };
  const read = (): Place => {
    const event = events[next];
    next += 1;
    switch (event?.type) {
      case EVENT_ID.SEQUENCE:
        return { offset: event.start, inside: inside((found) => found.set(found.size, read())) };
      case EVENT_ID.MAPPING:
        return {
          offset: event.start,
          inside: inside((found) => {
            const key = events[next];
            const { offset } = read();
            const name = key?.type === EVENT_ID.SCALAR ? getScalarValue(text, key) : "";
            found.set(name, { offset, inside: read().inside });
          }),
        };
      case EVENT_ID.SCALAR:
        return { offset: event.valueStart, inside: new Map() };
      default:
        return { offset: -1, inside: new Map() };
    }
  };
  return read();
}

function offsetOf(root: Place, path: Path): number {
  let place: Place | undefined = root;
  let offset = Math.max(root.offset, 0);
  for (const step of path) {
    place = place.inside.get(step);
    if (!place) break;
    if (place.offset >= 0) offset = place.offset;
  }
  return offset;
}
