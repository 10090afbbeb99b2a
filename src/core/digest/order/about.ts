/** What an order is about: topics and actors of the record. */
import { recordAction } from "../../command/line.ts";
import { asked, say } from "../../document/sentence.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import { type Named, namesOf } from "../../dossier/names.ts";
import { UserError } from "../../errors.ts";
import type { Filter } from "../subscription.ts";
import { findZones } from "../zone.ts";
import type { Scrap } from "./scrap.ts";

const begins = "(?:about|on|covering|regarding|topics?|actors?|concerning)[:=]?";
const ends = String.raw`(?=;|$|\bin\s|\bwithout\s|\bexcept\s|\bbut not\s|\bdepth\b|\bzone\b|\b[\p{L}]+ time\b)`;
const about = new RegExp(String.raw`\b${begins}\s+((?:(?!;).)+?)\s*${ends}`, "iu");
const without = new RegExp(
  String.raw`\b(?:without|except(?: for)?|but not|nothing (?:about|on)|less)\s+((?:(?!;).)+?)\s*${ends}`,
  "iu",
);

const everything: Filter = { topics: [], actors: [] };

/** Names beyond this are no choice any more. */
const mostOffered = 5;

/**
 * The filter; undefined when the words name none. `left` takes names that nothing announces, as in
 * `subscribe nuclear daily at 8`.
 * @throws UserError for a name that is neither topic nor actor.
 */
export function takeAbout(
  scrap: Scrap,
  dossier: Dossier,
  how: "announced" | "left" = "announced",
): Filter | undefined {
  if (how === "left") return namesLeft(scrap, dossier);
  const less = scrap.take(without);
  const match = scrap.take(about);
  if (!match && !less) return undefined;
  const lineWith = scrap.lineWith;
  const wanted = match ? readNames(match[1] ?? "", dossier, lineWith) : everything;
  const unwanted = less ? readNames(less[1] ?? "", dossier, lineWith).topics : [];
  return { ...wanted, ...(unwanted.length > 0 && { less: unwanted }) };
}

/** Topics and actors by their names, with commas or "and" between them. */
export function readNames(
  text: string,
  dossier: Dossier,
  lineWith = (_: string, id: string) => `subscribe about ${id}`,
): Filter {
  const clean = text.replace(/^(?:everything|all|anything)(?: topics)?$/i, "").trim();
  const split = (words: string, at: RegExp) =>
    words
      .split(at)
      .map((part) => part.replace(/^the\s+/i, "").trim())
      .filter((part) => part !== "");
  // A name may hold an "and" of its own.
  const found = split(clean, /\s*[,;&+/]\s*(?:and\s+)?/i).flatMap((part) => {
    const whole = meant(part, dossier);
    if (whole) return [whole];
    return split(part, /\s+(?:and|or)\s+/i).map(
      (name) => meant(name, dossier) ?? unknown(name, dossier, lineWith),
    );
  });
  const ids = (kind: Named["kind"]) => [
    ...new Set(found.filter((each) => each.kind === kind).map(({ id }) => id)),
  ];
  return { topics: ids("topic").toSorted(), actors: ids("actor").toSorted() };
}

function meant(words: string, dossier: Dossier): Named | undefined {
  const names = namesOf(dossier);
  const topics = names.find(words, ["topic"]);
  const actors = names.find(words, ["actor"]);
  const exact = [...topics, ...actors].find(({ how }) => how === "exact");
  return exact ?? topics[0] ?? actors[0];
}

function unknown(
  part: string,
  dossier: Dossier,
  lineWith: (written: string, better: string) => string,
): never {
  const names = namesOf(dossier);
  const near = names.suggest(part, ["topic", "actor"], mostOffered);
  const offered = near.length > 0 ? near : names.complete("", ["topic"], mostOffered);
  throw new UserError(
    [
      say("problem.unknown-subject", { asked: asked(part) }),
      say(near.length > 0 ? "problem.did-you-mean-some" : "problem.pick"),
    ],
    offered.map(({ kind, id, name }) => recordAction(kind, id, name, lineWith(part, id))),
  );
}

/** Takes words that are names as they stand; leaves the others. */
function namesLeft(scrap: Scrap, dossier: Dossier): Filter | undefined {
  for (const chunk of scrap.text().split(";")) {
    const words = chunk.replace(/^[\s,]*(?:and|for|to|the)\s+|[\s,]+$/gi, "").trim();
    if (words === "" || findZones(words).length > 0) continue;
    const exact = namesOf(dossier)
      .find(words, ["topic", "actor"])
      .some(({ how }) => how === "exact" || how === "sound");
    const parts = words.split(/\s*,\s*|\s+and\s+/i);
    const all = parts.every((part) => namesOf(dossier).find(part, ["topic", "actor"]).length > 0);
    if (!exact && !all) continue;
    scrap.take(new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), "i"));
    return readNames(words, dossier);
  }
  return undefined;
}
