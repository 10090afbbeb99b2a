/** A question that is one person's name and no more: who that is or was, how it ended, what came last. */
import type { Claim, Dossier } from "../dossier/dossier.ts";
import { compareSpans, parseEdtf } from "../dossier/edtf.ts";
import { isView } from "./retrieve/rank.ts";
import { features } from "./retrieve/weights.ts";
import type { Intent } from "./understand/intent.ts";
import { fitOf } from "./understand/interval.ts";
import type { Question } from "./understand/question.ts";

const about: ReadonlySet<Intent> = new Set(["what", "definition", "who"] as const);
const latest = 2;
const asking = new Set(
  "who whos what whats is was are about tell me us more explain describe the a please exactly".split(
    " ",
  ),
);
const lives = new Set(["died", "dead", "alive", "die", "living"]);

/** What is added to the claims of the person's last office, of the death and of the newest events. */
export function personAlone(
  { words, mentions, interval }: Question,
  intent: Intent,
  dossier: Dossier,
): ReadonlyMap<string, number> {
  const [only] = mentions;
  if (!only || mentions.length > 1 || !about.has(intent) || interval) return new Map();
  const [one] = only.named.flatMap(({ kind, id }) =>
    kind === "actor" ? (dossier.actors.get(id) ?? []) : [],
  );
  // Of someone alive, the office in hand is the answer to "is he dead".
  const alone = words.every(
    ({ word }, at) =>
      (at >= only.first && at < only.next) ||
      asking.has(word) ||
      (one?.died === undefined && lives.has(word)),
  );
  if (one?.kind !== "person" || only.named.length > 1 || !alone) return new Map();
  const by = new Map<string, number>();
  const claims = [...dossier.claims.values()].filter(
    (claim) => claim.status === "current" && claim.actors.some(({ id }) => id === one.id),
  );
  const events = claims
    .filter((claim) => claim.origin === "claims" && !isView(claim) && claim.span?.from)
    .toSorted((a, b) => newest(a, b));
  for (const { id } of events.slice(0, latest)) by.set(id, features.latestOf);
  const death = one.died === undefined ? undefined : parseEdtf(one.died);
  if (death?.from && death.until) {
    const day = { from: death.from, until: death.until, yearless: false };
    for (const { id, span } of events) if (fitOf(span, day) > 0) by.set(id, features.endOf);
  }
  const [office] = [...dossier.claims.values()]
    .filter(({ origin, from }) => origin === "office" && from === one.id)
    .toSorted(newest);
  if (office) by.set(office.id, features.highest);
  return by;
}

function newest(a: Claim, b: Claim): number {
  if (!a.span || !b.span) return Number(b.span !== undefined) - Number(a.span !== undefined);
  return compareSpans(b.span, a.span);
}
