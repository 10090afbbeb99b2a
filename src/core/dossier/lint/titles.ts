/** Titles that a text gives a person, held against the offices on record. */
import { edtfPhrase } from "../dates.ts";
import type { Dossier } from "../dossier.ts";
import { overlaps, parseEdtf, type Span } from "../edtf.ts";
import { officeText, officeWhen } from "../expand.ts";
import { escapeRegex, roleIn, spelledNames } from "../role.ts";
import type { ActorRecord } from "../schema.ts";
import { normalise } from "../spelling.ts";
import { daysOfActing } from "./people.ts";
import { heldClaims, type Rule, type Written } from "./rule.ts";

interface Held {
  readonly person: ActorRecord;
  readonly span: Span | undefined;
  readonly words: string;
}

/** A role in an organisation, such as `director` of the FBI, with all who held it. */
interface Role {
  readonly role: string;
  readonly name: string;
  /** All its names, normalised. */
  readonly organisation: readonly string[];
  readonly held: readonly Held[];
  /** True when no other organisation has such a role, so that the role alone tells which is meant. */
  readonly only: boolean;
}

export const titleNotHeld: Rule = {
  name: "title-not-held",
  level: "error",
  says: "A text calls a person by an office only while the person held it.",
  check: (input) => {
    const roles = rolesOf(input.dossier);
    const people = [...input.dossier.actors.values()].filter(({ kind }) => kind === "person");
    return heldClaims(input).flatMap((written) => {
      const words = clauses(written.claim.text);
      const named = people.filter((person) => words.includes(familyName(person)));
      return named.flatMap((person) => {
        const wrong = roles.find(
          (role) =>
            (calls(words, person, role) && !holds(role, person, daysOfActing(written))) ||
            (role.only && calls(words, person, role, true) && isLongOut(role, person, written)),
        );
        return wrong
          ? [written.entry.problem(["text"], explain(person, wrong, written.claim.when))]
          : [];
      });
    });
  },
};

function holds({ held }: Role, person: ActorRecord, days: Span | undefined): boolean {
  return held.some(
    (each) => each.person.id === person.id && (!each.span || !days || overlaps(each.span, days)),
  );
}

/** Days after an office in which people are still called by it, as when a death is announced. */
const grace = 31;

/** True for somebody who once held it and no longer did, or did not yet. */
function isLongOut({ held }: Role, { id }: ActorRecord, written: Written): boolean {
  const own = held.filter(({ person }) => person.id === id);
  const days = daysOfActing(written);
  return (
    days !== undefined &&
    own.length > 0 &&
    own.every(
      ({ span }) =>
        span &&
        !overlaps({ ...span, ...(span.until && { until: span.until.add({ days: grace }) }) }, days),
    )
  );
}

function explain(person: ActorRecord, role: Role, when: string | undefined): string {
  const at = when === undefined ? "" : ` ${edtfPhrase(when)}`;
  const own = role.held.find((each) => each.person.id === person.id);
  const holder = own ?? role.held[0];
  return `it calls ${person.name} ${role.role} (${role.name})${at}, but on record ${holder?.words ?? "nobody was"}`;
}

/** True when the words call the person by the role, as in "CIA director X" or "X, director of the CIA", or `bare`. */
function calls(words: string, person: ActorRecord, role: Role, bare = false): boolean {
  if (!words.includes(role.role)) return false;
  const who = [normalise(person.name), familyName(person)].map(escapeRegex).join("|");
  const where = role.organisation.map((name) => `${escapeRegex(name)}s?`).join("|");
  const title = escapeRegex(role.role);
  const before = `(?:(?:${where}) (?:acting |then )?${title}|(?:acting |then )?${title} of (?:the )?(?:${where}))`;
  const called = bare ? `(?:acting |then )?${title}` : before;
  // "former", "vice" and the like make it another title.
  const own = "(?<!\\b(?:former|ex|late|vice|deputy|future|incoming|designated|onetime) )";
  const pattern = new RegExp(
    `${own}\\b${called} (?:${who})\\b|\\b(?:${who}) (?:, )?(?:the |then |acting |as )*${own}${before}\\b`,
  );
  return pattern.test(words);
}

/** Normalised, with commas and the ends of sentences kept: names on two sides do not belong together. */
function clauses(text: string): string {
  return text
    .split(/[;:!?]\s|(?<=\p{Ll}\p{Ll}|[\d)"”])\.\s/u)
    .map((sentence) => sentence.split(",").map(normalise).join(" , "))
    .join(" . ");
}

function rolesOf(dossier: Dossier): readonly Role[] {
  const roles = new Map<string, Role & { readonly held: Held[] }>();
  for (const person of dossier.actors.values()) {
    for (const office of person.offices) {
      const organisation = dossier.actors.get(office.of);
      if (!organisation) continue;
      const names = spelledNames(organisation);
      const role = roleIn(office.title, names);
      const key = `${office.of} ${role}`;
      const entry = roles.get(key) ?? {
        role,
        name: organisation.name,
        organisation: names,
        held: [],
        only: false,
      };
      const when = officeWhen(person, office);
      entry.held.push({
        person,
        span: when === undefined ? undefined : parseEdtf(when),
        words: officeText(person, office).replace(/\.$/, ""),
      });
      roles.set(key, entry);
    }
  }
  const all = [...roles.values()].filter(({ role }) => role !== "");
  // One word, such as "president", is also said of people whose office is not on record.
  return all.map((entry) => ({
    ...entry,
    only: entry.role.includes(" ") && all.filter(({ role }) => role === entry.role).length === 1,
  }));
}

function familyName(person: ActorRecord): string {
  return normalise(person.name.split(/\s+/).at(-1) ?? person.name);
}
