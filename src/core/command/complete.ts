/** Choices for an option while a person types it. */
import type { Choice } from "../bot.ts";
import { completeZones } from "../digest/zone.ts";
import { dayWords } from "../dossier/dates.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { parseEdtf } from "../dossier/edtf.ts";
import { type Named, type NamedKind, namesOf } from "../dossier/names.ts";
import type { CommandSpec, OptionSpec } from "./command.ts";
import { parseDay } from "./grammar/day.ts";

/** Platforms take no more choices, and labels no longer. */
const most = 25;
const longestLabel = 100;

export interface CompletionContext {
  readonly dossier: Dossier;
  readonly dossiers: readonly string[];
  readonly commands: readonly CommandSpec[];
  readonly today: Temporal.PlainDate;
}

/** Best first, at most 25; none for free text. */
export function complete(
  option: OptionSpec,
  typed: string,
  context: CompletionContext,
): readonly Choice[] {
  return choices(option, typed.trim(), context)
    .slice(0, most)
    .map(({ label, value }) => ({ label: short(label), value }));
}

function choices(option: OptionSpec, typed: string, context: CompletionContext): readonly Choice[] {
  switch (option.type) {
    case "topic":
    case "term":
    case "dispute":
      return records([option.type], typed, context.dossier);
    case "actor":
      return records([option.type], typed, context.dossier, isPerson(context.dossier));
    case "drawn":
      return records(["series", "topic"], typed, context.dossier);
    case "topics":
      return several(["topic"], typed, context.dossier);
    case "subjects":
      return several(["actor", "topic"], typed, context.dossier);
    case "date":
      return days(typed, context);
    case "choice":
      return beginning(option.choices ?? [], typed);
    case "dossier":
      return beginning(context.dossiers, typed);
    case "command":
      return beginning(
        context.commands.map(({ name }) => name),
        typed,
      );
    case "flag":
    case "number":
    case "text":
      return [];
    case "zone":
      return completeZones(typed).map((zone) => ({ label: zone, value: zone }));
    default:
      throw new RangeError(`unknown option type ${String(option.type satisfies never)}`);
  }
}

/** Who is asked about is somebody more often than a state. */
const isPerson =
  (dossier: Dossier) =>
  ({ id }: Named) =>
    dossier.actors.get(id)?.kind === "person";

function records(
  kinds: readonly NamedKind[],
  typed: string,
  dossier: Dossier,
  preferred?: (record: Named) => boolean,
): readonly Choice[] {
  return namesOf(dossier)
    .complete(typed, kinds, most, preferred)
    .map(({ id, name }) => ({ label: name, value: id }));
}

/** Completes the last of names with commas between them. */
function several(kinds: readonly NamedKind[], typed: string, dossier: Dossier): readonly Choice[] {
  const comma = typed.lastIndexOf(",");
  const before = comma < 0 ? "" : `${typed.slice(0, comma).trim()}, `;
  return records(kinds, typed.slice(comma + 1).trim(), dossier).map(({ label, value }) => ({
    label: `${before}${label}`,
    value: `${before}${value}`,
  }));
}

function beginning(all: readonly string[], typed: string): readonly Choice[] {
  const lower = typed.toLowerCase();
  return all
    .filter((each) => each.toLowerCase().startsWith(lower))
    .map((each) => ({ label: each, value: each }));
}

/** What was typed, when it is a day; else where the chapters of the record begin, and its end. */
function days(typed: string, { dossier, today }: CompletionContext): readonly Choice[] {
  const day = typed === "" ? undefined : parseDay(typed, "first", today);
  if (day instanceof Temporal.PlainDate) return [{ label: dayWords(day), value: day.toString() }];
  const eras = dossier.header.eras.toReversed().flatMap(({ when, title }) => {
    const { from } = parseEdtf(when);
    return from === undefined
      ? []
      : [{ label: `${from.toString()} · ${title}`, value: from.toString() }];
  });
  const end = dossier.until.toString();
  const all = [{ label: `${end} · ${dayWords(dossier.until)}`, value: end }, ...eras];
  return all.filter(({ label }) => label.toLowerCase().includes(typed.toLowerCase()));
}

function short(label: string): string {
  const characters = [...label];
  return characters.length <= longestLabel
    ? label
    : `${characters.slice(0, longestLabel - 1).join("")}…`;
}
