/** Who can have said or done it. */
import { edtfWords } from "../dates.ts";
import type { Problem } from "../dossier.ts";
import { overlaps, parseEdtf, type Span } from "../edtf.ts";
import { officeWhen } from "../expand.ts";
import type { Entry } from "../records.ts";
import type { ActorRecord } from "../schema.ts";
import { heldClaims, type LintInput, type Rule, type Written } from "./rule.ts";

/** The days on which somebody spoke or acted: what a forecast is about lies later. */
export function daysOfActing({ claim }: Written): Span | undefined {
  const said: Span = {
    from: claim.knownFrom,
    until: claim.knownFrom,
    precision: "day",
    approximate: false,
    uncertain: false,
  };
  if (!claim.span) return undefined;
  const early = claim.span.from && Temporal.PlainDate.compare(claim.knownFrom, claim.span.from) < 0;
  return claim.kind === "forecast" || early ? said : claim.span;
}

export const officeNotHeld: Rule = {
  name: "office-not-held",
  level: "error",
  says: "An actor acts in an office only while holding it.",
  check: (input) =>
    heldClaims(input).flatMap((written) => {
      const days = daysOfActing(written);
      if (!days) return [];
      return written.claim.actors.flatMap((actor, at) => {
        const holder = input.dossier.actors.get(actor.id);
        const office = holder?.offices.find(({ id }) => id === actor.office);
        const when = holder && office && officeWhen(holder, office);
        if (!when || overlaps(parseEdtf(when), days)) return [];
        return [
          written.entry.problem(
            ["actors", at],
            `${holder.name} was ${office.title} ${edtfWords(when)}, not ${edtfWords(written.claim.when ?? "")}; mend the date or the office`,
          ),
        ];
      });
    }),
};

export const speakerNotAlive: Rule = {
  name: "speaker-not-alive",
  level: "error",
  says: "Nobody speaks or acts after death or before birth.",
  check: (input) =>
    heldClaims(input).flatMap((written) => {
      const days = daysOfActing(written);
      if (!days) return [];
      return speakers(written).flatMap(({ id, path }) => {
        const actor = input.dossier.actors.get(id);
        const wrong = actor && outsideLife(actor, days);
        return wrong === undefined
          ? []
          : [
              written.entry.problem(
                path,
                `${wrong}; the claim is of ${edtfWords(written.claim.when ?? "")}`,
              ),
            ];
      });
    }),
};

/** The holder of a view, and in a statement without one, who is named first; and all who act in office. */
export function speakers({
  claim,
}: Written): readonly { id: string; path: readonly (string | number)[] }[] {
  const holder = claim.holder === undefined ? [] : [{ id: claim.holder, path: ["holder"] }];
  const acting = claim.actors.flatMap(({ id, office }, at) => {
    const first = claim.kind === "statement" && claim.holder === undefined && at === 0;
    return first || office !== undefined ? [{ id, path: ["actors", at] }] : [];
  });
  return [...holder, ...acting.filter(({ id }) => id !== claim.holder)];
}

function outsideLife(actor: ActorRecord, days: Span): string | undefined {
  const died = actor.died === undefined ? undefined : parseEdtf(actor.died);
  if (died?.until && days.from && Temporal.PlainDate.compare(days.from, died.until) > 0) {
    return `${actor.name} died ${edtfWords(actor.died ?? "")}`;
  }
  const born = actor.born === undefined ? undefined : parseEdtf(actor.born);
  return born?.from && days.until && Temporal.PlainDate.compare(days.until, born.from) < 0
    ? `${actor.name} was born ${edtfWords(actor.born ?? "")}`
    : undefined;
}

export const actorNotYet: Rule = {
  name: "actor-not-there",
  level: "error",
  says: "An actor exists on the days on which it acts.",
  check: (input) =>
    heldClaims(input).flatMap((written) => {
      const days = daysOfActing(written);
      if (!days) return [];
      return written.claim.actors.flatMap(({ id }, at) => {
        const actor = input.dossier.actors.get(id);
        const from = actor?.existed?.from ?? actor?.born ?? "..";
        const to = actor?.existed?.to ?? "..";
        if (from === ".." && to === "..") return [];
        const existed = `${from.split("/")[0]}/${to.split("/").at(-1)}`;
        return overlaps(parseEdtf(existed), days)
          ? []
          : [
              written.entry.problem(
                ["actors", at],
                `${actor?.name} existed ${edtfWords(existed)}; the claim is of ${edtfWords(written.claim.when ?? "")}`,
              ),
            ];
      });
    }),
};

export const officeDates: Rule = {
  name: "office-dates",
  level: "error",
  says: "An office is held forwards in time and within a life.",
  check: ({ records }: LintInput) =>
    records.entries.actors.flatMap(({ record: actor, problem }) =>
      actor.offices.flatMap((office, at): readonly Problem[] => {
        const after = (a: string | undefined, b: string | undefined) => {
          const [first, last] = [a && parseEdtf(a).from, b && parseEdtf(b).until];
          return Boolean(first && last && Temporal.PlainDate.compare(first, last) > 0);
        };
        const say = (key: string, message: string) => [problem(["offices", at, key], message)];
        if (after(office.from, office.to)) return say("from", "the office ends before it begins");
        if (after(office.to, actor.died)) {
          return say(
            "to",
            `the office outlasts its holder, who died ${edtfWords(actor.died ?? "")}`,
          );
        }
        if (after(office.from, actor.died)) {
          return say("from", `it begins after its holder's death, ${edtfWords(actor.died ?? "")}`);
        }
        if (after(actor.born, office.from)) {
          return say("from", `it begins before its holder's birth, ${edtfWords(actor.born ?? "")}`);
        }
        return [];
      }),
    ),
};

export const officeOfTwo: Rule = {
  name: "office-of-two",
  level: "error",
  says: "Two people do not hold one office at a time, unless one is acting.",
  check: ({ records }: LintInput) => {
    const held = records.entries.actors.flatMap(({ record: actor, problem }) =>
      actor.offices
        .map((office, at) => ({ actor, office, at, problem }))
        .filter(({ office }) => !office.acting),
    );
    return held.flatMap((one, index) =>
      held
        .slice(index + 1)
        .flatMap((other): readonly Problem[] =>
          one.actor.id !== other.actor.id &&
          one.office.of === other.office.of &&
          one.office.title === other.office.title &&
          begins(one) < ends(other) &&
          begins(other) < ends(one)
            ? [
                other.problem(
                  ["offices", other.at, "title"],
                  `${one.actor.name} is ${one.office.title} at that time; end one of the two, or say "acting"`,
                ),
              ]
            : [],
        ),
    );
  },
};

type Tenure = Pick<Entry<"actors">, "problem"> & {
  readonly actor: ActorRecord;
  readonly office: ActorRecord["offices"][number];
};

/** Days at the latest beginning and the earliest end, as text that sorts: a doubt is no overlap. */
function begins({ office }: Tenure): string {
  return (office.from && parseEdtf(office.from).until?.toString()) ?? "9999";
}

function ends({ actor, office }: Tenure): string {
  const end = office.to ?? actor.died;
  return end === undefined ? "9999" : (parseEdtf(end).from?.toString() ?? "");
}

export const mediatorIsParty: Rule = {
  name: "mediator-is-party",
  level: "error",
  says: "Who mediates between two is neither of them.",
  check: (input) =>
    heldClaims(input).flatMap(({ claim, entry }) =>
      (claim.mediation?.by ?? []).flatMap((id, at) =>
        claim.mediation?.between.includes(id)
          ? [entry.problem(["mediation", "by", at], `"${id}" is itself one of the two sides`)]
          : [],
      ),
    ),
};
