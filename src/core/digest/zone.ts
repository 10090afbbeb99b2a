/** Time zones as people name them: an IANA name, a city, a country, an abbreviation. */
import { distance, slips } from "../dossier/distance.ts";
import { zoneNames } from "./zone-names.ts";

/** Every name that is understood, in small letters and with spaces → the zones it may mean. */
let names: ReadonlyMap<string, readonly string[]> | undefined;

/** IANA names that the words mean: one when they are clear, several when they are not, none when unknown. */
export function findZones(words: string): readonly string[] {
  const wanted = plain(words);
  if (wanted === "") return [];
  const known = allNames().get(wanted);
  if (known !== undefined) return known;
  // Links and older names that the list of zones leaves out, such as Asia/Calcutta or US/Eastern.
  const written = words.trim().replaceAll(" ", "_");
  if (!/^[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)+$/.test(written)) return [];
  try {
    return [new Temporal.ZonedDateTime(0n, written).timeZoneId];
  } catch {
    return [];
  }
}

/** For "did you mean": zones whose names come near. */
export function suggestZones(words: string, limit = 3): readonly string[] {
  const wanted = plain(words);
  const most = Math.max(1, slips(wanted.length));
  const near = [...allNames()]
    .map(([name, zones]) => ({ zones, far: distance(wanted, name, most) }))
    .filter(({ far }) => far <= most)
    .toSorted((a, b) => a.far - b.far);
  const least = near[0]?.far ?? 0;
  const best = near.filter(({ far }) => far === least).flatMap(({ zones }) => zones);
  return [...new Set(best.length > 0 ? best : completeZones(wanted, limit))].slice(0, limit);
}

/** For autocomplete: zones with a name that begins with, or holds, what was typed. */
export function completeZones(typed: string, limit = 25): readonly string[] {
  const wanted = plain(typed);
  const rank = (name: string) =>
    name.startsWith(wanted) ? 0 : name.includes(` ${wanted}`) ? 1 : name.includes(wanted) ? 2 : 3;
  return [
    ...new Set(
      [...allNames()]
        .map(([name, zones]) => ({ zones, far: rank(name) }))
        .filter(({ far }) => far < 3)
        .toSorted((a, b) => a.far - b.far)
        .flatMap(({ zones }) => zones),
    ),
  ].slice(0, limit);
}

/** "Europe/London" as people say it: "London". */
export function zoneCity(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

function allNames(): ReadonlyMap<string, readonly string[]> {
  names ??= new Map([
    ...Intl.supportedValuesOf("timeZone").flatMap((zone) => [
      [plain(zoneCity(zone)), [zone]] as const,
      [plain(zone), [zone]] as const,
    ]),
    ...Object.entries(zoneNames),
  ]);
  return names;
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .normalize("NFC")
    .replace(/[._,]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
