/** The time zone in an order: `in Europe/London`, `Tehran time`, `CET`. */
import { action, code } from "../../command/line.ts";
import { asked, say } from "../../document/sentence.ts";
import { UserError } from "../../errors.ts";
import { findZones, suggestZones } from "../zone.ts";
import { zoneNames } from "../zone-names.ts";
import type { Scrap } from "./scrap.ts";

const iana =
  /(?:\bin\s+)?\b((?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Etc|Europe|Indian|Pacific|US|Canada|Brazil|Mexico|Chile)\/[A-Za-z][\w+/-]*)(?:\s+time\b)?/i;

/** Most words in the name of a place: "Port of Spain", "Rio de Janeiro". */
const longest = 4;

/** @throws UserError when the zone is unknown, or when its name may mean several. */
export function takeZone(scrap: Scrap): string | undefined {
  const written = scrap.take(iana);
  if (written) return zoneIn(scrap, written[1] ?? "");
  if (scrap.take(/\b(?:my|our|local)\s+(?:own\s+)?(?:time|zone|timezone|time zone)\b/i)) {
    return undefined;
  }
  return takeBeforeTime(scrap) ?? takeAfterIn(scrap) ?? takeAbbreviation(scrap);
}

/**
 * The zone of a name.
 * @throws UserError with what comes near as buttons.
 */
export function oneZone(
  words: string,
  lineWith = (zone: string) => `subscribe zone:${zone}`,
): string {
  const zones = findZones(words);
  const [zone] = zones;
  if (zone !== undefined && zones.length === 1) return zone;
  const offered = zones.length > 1 ? zones : suggestZones(words);
  throw new UserError(
    [
      say(zones.length > 1 ? "subscribe.zones" : "problem.bad-zone", { asked: asked(words) }),
      ...(offered.length > 0
        ? [say("subscribe.zones-near", { zones: code(offered.join(", ")) })]
        : []),
      say("problem.write-zone", { example: code("Europe/London") }),
    ],
    offered.map((each) => action(say("label.line", { line: code(each) }), lineWith(each))),
  );
}

/** "Tehran time", "New York time". */
function takeBeforeTime(scrap: Scrap): string | undefined {
  const match = /([\p{L}.'’/_-]+(?: [\p{L}.'’/_-]+){0,3}) (?:standard )?time(?: ?zone)?\b/iu.exec(
    scrap.text(),
  );
  if (!match) return undefined;
  const words = (match[1] ?? "").split(" ");
  for (let size = Math.min(longest, words.length); size > 0; size--) {
    const name = words.slice(-size).join(" ");
    if (findZones(name).length === 0) continue;
    scrap.take(new RegExp(`(?:\\bin )?${escaped(name)} (?:standard )?time(?: ?zone)?\\b`, "iu"));
    return zoneIn(scrap, name);
  }
  return zoneIn(scrap, words.at(-1) ?? "");
}

/** "in Tehran": the longest name that is one; nothing is taken when none is. */
function takeAfterIn(scrap: Scrap): string | undefined {
  const match = /\bin ([\p{L}.'’-]+(?: [\p{L}.'’-]+){0,3})/iu.exec(scrap.text());
  if (!match) return undefined;
  const words = (match[1] ?? "").split(" ");
  for (let size = Math.min(longest, words.length); size > 0; size--) {
    const name = words.slice(0, size).join(" ");
    if (findZones(name).length === 0) continue;
    scrap.take(new RegExp(`\\bin ${escaped(name)}`, "iu"));
    return zoneIn(scrap, name);
  }
  return zoneIn(scrap, match[1] ?? "");
}

/** An abbreviation in capitals. */
function takeAbbreviation(scrap: Scrap): string | undefined {
  for (const [word] of scrap.text().matchAll(/(?<![\w/])[A-Z]{2,5}(?![\w/])/g)) {
    if (zoneNames[word.toLowerCase()] === undefined) continue;
    scrap.take(new RegExp(`(?<![\\w/])${word}(?![\\w/])`));
    return zoneIn(scrap, word);
  }
  return undefined;
}

function zoneIn(scrap: Scrap, name: string): string {
  return oneZone(name, (zone) => scrap.lineWith(name, zone));
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
