/** Whether a claim can give what a question asks for: a figure, a place, a person, a reason. */
import type { Claim } from "../../dossier/dossier.ts";
import type { Intent } from "../understand/intent.ts";

interface Asked {
  readonly intent: Intent;
  /** The question, folded. */
  readonly plain: string;
  /** Actors that the question names. */
  readonly named: ReadonlySet<string>;
}

type Unit = Claim["figures"][number]["unit"];

// What a question calls the unit of a figure.
const unitWords: readonly (readonly [RegExp, readonly Unit[]])[] = [
  [/\b(?:kg|uranium|stock|stockpile|material|enriched)\b/, ["kg"]],
  [
    /\b(?:people|killed|dead|died|deaths?|victims?|wounded|injured|casualties|toll|persons?|americans?|iranians?|citizens?|nationals?|prisoners?|hostages?|soldiers?|children|detainees?|women|freed)\b/,
    ["persons"],
  ],
  [/\b(?:votes?|voted|countries|states|members|abstentions?)\b/, ["states", "million votes"]],
  [/\b(?:money|dollars?|cash|funds?|billion|worth|oil (?:money|revenues?))\b/, ["billion USD"]],
  [/\b(?:barrels?|oil|flow)\b/, ["million barrels", "million barrels a day"]],
  [/\b(?:percent|share|proportion|drop|fall|fell|much of|level|purity)\w*\b/, ["percent"]],
  [/\bhours?\b/, ["hours"]],
  [/\bdays?\b/, ["days"]],
  [/\bweeks?\b/, ["weeks"]],
  [/\byears?\b/, ["years"]],
  [
    /\b(?:missiles?|drones?|bombs?|points?|rounds?|sites?|facilities|ships?|tankers?|items?)\b/,
    ["items"],
  ],
  [/\b(?:entities|companies|banks|firms)\b/, ["entities"]],
];
const reasons =
  /\b(?:because|since|over|after|in response|in return|citing|cited|due to|owing|reason|so that|in order|led|brought|drove|driv\w+|prompted|concern\w*|fear\w*|need\w*|motive|aim\w*|depend\w*|would not|blam\w+|to (?:push|press|stop|prevent|avoid|ease|lift|win|force))\b/i;
const hedges =
  /\b(?:could|might|may|would|likely|unlikely|expect\w*|forecast\w*|predict\w*|possib\w*|potential\w*|uncertain\w*|risk\w*|if|unless|depend\w*)\b/i;

/** From -1 (cannot) to 2 (made for it). */
export function expectation(claim: Claim, asked: Asked): number {
  const own = byIntent(claim, asked) + (names.test(asked.plain) ? namesGiven(claim) : 0);
  // "What happens if talks fail": a forecast on that condition.
  if (asked.intent === "forecast" && conditional.test(asked.plain) && claim.kind === "forecast") {
    return own + (/\b(?:if|unless|should|depend\w*|were)\b/.test(claim.text) ? 1.5 : 0);
  }
  const open = asked.intent !== "forecast" && asked.intent !== "check" && modal.test(asked.plain);
  if (needs.test(asked.plain) && (claim.kind === "condition" || claim.kind === "recommendation")) {
    return own + 1.5;
  }
  return open ? own + byIntent(claim, { ...asked, intent: "forecast" }) : own;
}

const names = /\bnames?\b(?! for\b)|\bwho (?:exactly )?(?:were|are) (?:the|these|those|they)\b/;

/** Two or more persons in full: first name and family name. */
function namesGiven({ text }: Claim): number {
  const persons = text.match(/\b\p{Lu}\p{Ll}+ (?:\p{Lu}\p{L}+)(?:,| and\b)/gu)?.length ?? 0;
  return persons > 1 ? 1.2 : 0;
}

const needs =
  /\b(?:takes?|needs?|needed|require[sd]?|conditions?|strings?|depends?|must|hinges?|demands?)\b/;
const conditional = /\b(?:if|in case|suppose|without a deal|no deal)\b/;
const modal = /\b(?:could|might|would|may be|going to)\b/;

function byIntent(claim: Claim, { intent, plain, named }: Asked): number {
  switch (intent) {
    case "when":
      return whenPart(claim);
    case "where":
      return claim.place !== undefined ? 1 : / in [A-Z]/.test(claim.text) ? 0.3 : -0.3;
    case "who":
      if (claim.origin === "office") {
        const other = named.size > 0 && !claim.actors.some(({ id }) => named.has(id));
        return other || claim.actors.some(({ id }) => named.has(id) && id === claim.from)
          ? -1
          : sharesTitle(claim, plain)
            ? 1.8
            : 0.4;
      }
      return claim.actors.length > 0 && claim.kind !== "assessment" ? 0.6 : 0;
    case "how-many":
      return figurePart(claim, plain);
    case "how-long":
      return claim.figures.some(({ unit }) => ["hours", "days", "weeks", "years"].includes(unit))
        ? 1.3
        : /\b(?:hours?|days?|weeks?|months?|years?)\b/.test(claim.text)
          ? 0.7
          : claim.span?.until && claim.span.from
            ? 0.2
            : 0;
    case "why":
      return (claim.causes.length > 0 ? 0.5 : 0) + (reasons.test(claim.text) ? 0.8 : 0);
    case "forecast":
      return claim.kind === "forecast"
        ? 2
        : claim.kind === "condition" || claim.kind === "recommendation"
          ? 0.9
          : hedges.test(claim.text)
            ? 0.7
            : 0;
    case "definition":
      return claim.origin === "term"
        ? 2
        : claim.origin === "office"
          ? 1.6
          : claim.kind === "background"
            ? 0.4
            : 0;
    case "list":
      return (claim.text.match(/,/g)?.length ?? 0) > 1 ? 0.3 : 0;
    case "timeline":
      return claim.kind === "event" ? 0.6 : -0.4;
    case "check":
      return claim.status === "rejected" ? 1.2 : claim.status === "superseded" ? 0.5 : 0;
    case "source":
    case "repeat":
    case "more":
    case "latest":
    case "compare":
    case "yes-no":
    case "what":
      return 0;
    default:
      throw new RangeError(`unknown intent ${String(intent satisfies never)}`);
  }
}

/** A day is a better date than a stretch of years. */
function whenPart({ span, kind }: Claim): number {
  if (!span?.from || !span.until) return span ? 0 : -0.5;
  const days = span.from.until(span.until, { largestUnit: "days" }).days;
  const sharp = days < 2 ? 1 : days < 32 ? 0.8 : days < 400 ? 0.4 : 0;
  return kind === "event" ? sharp : sharp * 0.4;
}

const titles =
  /\b(?:president|minister|leader|director|speaker|chief|head|secretary|envoy|negotiator|chairman|commander)\b/g;

function sharesTitle(claim: Claim, plain: string): boolean {
  const text = claim.text.toLowerCase();
  return (plain.match(titles) ?? []).some((title) => text.includes(title));
}

function figurePart(claim: Claim, plain: string): number {
  if (claim.figures.length === 0)
    return /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen)\b/.test(
      claim.text,
    )
      ? 0.2
      : -0.8;
  const units = unitWords.flatMap(([pattern, of]) => (pattern.test(plain) ? of : []));
  return units.length === 0 || claim.figures.some(({ unit }) => units.includes(unit)) ? 1.3 : 0.4;
}
