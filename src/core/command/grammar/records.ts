/** Names of records in options: the record that is meant, or what it could have been as buttons. */
import { asked, say } from "../../document/sentence.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import { type Named, type NamedKind, namesOf } from "../../dossier/names.ts";
import { UserError } from "../../errors.ts";
import type { ServiceText } from "../../texts/index.ts";
import { recordAction } from "../line.ts";

export type RecordOption = "topic" | "actor" | "term" | "dispute";

/** What is asked for, and how a line with a better name would read. */
export interface Search {
  readonly dossier: Dossier;
  lineWith(id: string): string;
}

const unknown = {
  topic: "problem.unknown-topic",
  actor: "problem.unknown-actor",
  term: "problem.unknown-term",
  dispute: "problem.unknown-dispute",
} as const satisfies Readonly<Record<RecordOption, ServiceText>>;

/** Most names offered in place of one that is not known. */
const mostOffered = 5;

/**
 * Id of the one record of this kind that bears the name; for a dispute, also of a topic.
 * @throws UserError when there is none, or more than one.
 */
export function findRecord(kind: RecordOption, text: string, search: Search): string {
  const found =
    meant(text, [kind], search) ?? (kind === "dispute" && meant(text, ["topic"], search));
  if (found) return found.id;
  throw notFound(unknown[kind], text, [kind], search);
}

/** What a picture can be of: a measurement, or else a topic. */
export function findDrawn(text: string, search: Search): string {
  const found = meant(text, ["series"], search) ?? meant(text, ["topic"], search);
  if (found) return found.id;
  throw notFound("problem.unknown-chart", text, ["series", "topic"], search);
}

/** Actors and topics, in the order written: `iran, us`, `iran and the us`, `iran vs us`. */
export function findSubjects(text: string, search: Search): readonly string[] {
  const kinds: readonly NamedKind[] = ["actor", "topic"];
  const parts = text
    .split(/\s*[,;&]\s*|\s+(?:and|or|vs?\.?|versus|with|against)\s+/i)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const ids = new Set<string>();
  for (const [at, part] of parts.entries()) {
    const among: Search = {
      dossier: search.dossier,
      lineWith: (id) => search.lineWith(parts.with(at, id).join(", ")),
    };
    const found = meant(part, ["actor"], among) ?? meant(part, ["topic"], among);
    if (found === undefined) throw notFound("problem.unknown-subject", part, kinds, among, ids);
    ids.add(found.id);
  }
  return [...ids];
}

/** @throws UserError when the name is as good for several records. */
function meant(
  text: string,
  kinds: readonly NamedKind[],
  { dossier, lineWith }: Search,
): Named | undefined {
  const [first, ...others] = namesOf(dossier).find(text, kinds);
  const equals = others.filter(({ how, far }) => how === first?.how && far === first.far);
  if (first === undefined || equals.length === 0) return first;
  throw new UserError(
    [say("problem.several", { asked: asked(text) }), say("problem.did-you-mean-some")],
    [first, ...equals].slice(0, mostOffered).map((each) => offer(each, lineWith)),
  );
}

function notFound(
  key: (typeof unknown)[RecordOption] | "problem.unknown-subject" | "problem.unknown-chart",
  text: string,
  kinds: readonly NamedKind[],
  { dossier, lineWith }: Search,
  named: ReadonlySet<string> = new Set(),
): UserError {
  const names = namesOf(dossier);
  const near = names.suggest(text, kinds, mostOffered);
  const offered = near.length > 0 ? near : names.complete("", kinds, mostOffered);
  const others = offered.filter(({ id }) => !named.has(id));
  return new UserError(
    [
      say(key, { asked: asked(text) }),
      say(near.length > 0 ? "problem.did-you-mean-some" : "problem.pick"),
    ],
    others.map((each) => offer(each, lineWith)),
  );
}

function offer({ kind, id, name }: Named, lineWith: Search["lineWith"]) {
  return recordAction(kind, id, name, lineWith(id));
}
