/** Every name of every record, as it is compared. */
import type { Dossier } from "./dossier.ts";
import { roleIn, spelledNames } from "./role.ts";
import type { ActorRecord } from "./schema.ts";
import { foldSound, normalise } from "./spelling.ts";

export type NamedKind = "actor" | "topic" | "term" | "dispute" | "series";

/** A record under one of its names. */
export interface Named {
  readonly kind: NamedKind;
  readonly id: string;
  /** The record's main name, for people. */
  readonly name: string;
}

export interface Spelling {
  readonly record: Named;
  readonly spelled: string;
  readonly sound: string;
  /** Made from a longer name, such as a family name: gives way to a name that was written. */
  readonly derived: boolean;
  /** Names its record only when spelled like this. */
  readonly strict: boolean;
}

export function spellingsOf(dossier: Dossier): readonly Spelling[] {
  const of = (record: Named, names: readonly string[], derived: readonly string[] = []) => [
    ...spell(record, names, false),
    // Ids are typed from lists, so never misspelled; no word of a question is taken for one.
    ...spell(record, [record.id], false, true),
    ...spell(record, derived, true),
  ];
  return [
    ...[...dossier.topics.values()].flatMap((topic) =>
      of({ kind: "topic", id: topic.id, name: topic.title }, [topic.title, ...topic.aliases]),
    ),
    ...[...dossier.actors.values()].flatMap((actor) => {
      const names = [
        actor.name,
        ...(actor.formal_name ? [actor.formal_name] : []),
        ...actor.aliases,
      ];
      const family = actor.kind === "person" ? [familyName(actor.name)] : [];
      const adjective = actor.adjective ? [actor.adjective] : [];
      return of({ kind: "actor", id: actor.id, name: actor.name }, names, [
        ...family,
        ...adjective,
        ...officesOf(actor, dossier),
      ]);
    }),
    ...[...dossier.terms.values()].flatMap((term) =>
      of({ kind: "term", id: term.id, name: term.term }, [term.term, ...term.aliases]),
    ),
    ...[...dossier.disputes.values()].flatMap((dispute) =>
      of({ kind: "dispute", id: dispute.id, name: dispute.question }, [dispute.question]),
    ),
    ...[...dossier.series.values()].flatMap((series) =>
      of({ kind: "series", id: series.id, name: series.title }, [series.title, ...series.aliases]),
    ),
  ];
}

/** What people call who holds an office now: "foreign minister of Iran", "Iran's foreign minister". */
function officesOf(actor: ActorRecord, dossier: Dossier): readonly string[] {
  if (actor.died !== undefined) return [];
  return actor.offices
    .filter(({ to }) => to === undefined)
    .flatMap((office) => {
      const organisation = dossier.actors.get(office.of);
      if (!organisation) return [office.title];
      const role = roleIn(office.title, spelledNames(organisation));
      const { name, adjective } = organisation;
      return [
        office.title,
        `${role} of ${name}`,
        `${name} ${role}`,
        `${name}'s ${role}`,
        ...(adjective === undefined ? [] : [`${adjective} ${role}`]),
      ];
    });
}

/** The last word of a name, hyphens kept together: Hossein Amir-Abdollahian → Amir-Abdollahian. */
function familyName(name: string): string {
  return name.split(/\s+/).at(-1) ?? name;
}

function spell(
  record: Named,
  names: readonly string[],
  derived: boolean,
  strict = false,
): readonly Spelling[] {
  return [...new Set(names.map(normalise))]
    .filter((spelled) => spelled !== "")
    .map((spelled) => ({ record, spelled, sound: foldSound(spelled), derived, strict }));
}
