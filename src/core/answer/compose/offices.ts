/** "X is president of Y": what the office's own days say to it. */
import type { Claim } from "../../dossier/dossier.ts";
import type { Reading } from "../reading.ts";
import { fitOf } from "../understand/interval.ts";
import { stopWords } from "../understand/stop-words.ts";
import { stem, wordsOf } from "../understand/words.ts";
import type { Judgement } from "./verdict.ts";

/** Nothing unless the assertion is of one person and an office that the person has or had. */
export function judgeOffice({ question, dossier }: Reading): Judgement | undefined {
  const people = question.mentions.filter(({ named }) =>
    named.some(({ kind, id }) => kind === "actor" && dossier.actors.get(id)?.kind === "person"),
  );
  const [one, ...others] = people;
  if (!one || others.length > 0 || one.named.length > 1) return undefined;
  const said = /\b(is|was|are|were|isnt|wasnt|has been|remains|became)\b/.exec(question.plain)?.[1];
  const person = dossier.actors.get(one.named[0]?.id ?? "");
  if (said === undefined || said === "became" || !person) return undefined;
  const own = new Set(wordsOf(person.name).map((each) => each.stem));
  const words = question.words.flatMap((word, at) =>
    at >= one.first && at < one.next
      ? []
      : stopWords.has(word.word) || word.word === "longer"
        ? []
        : [word.stem],
  );
  const dates = new Set(
    question.interval?.places.flatMap(([from, until]) =>
      wordsOf(question.plain.slice(from, until)).map((each) => each.stem),
    ),
  );
  const title = words.filter((each) => !dates.has(each) && !own.has(each));
  const held = person.offices.filter(({ title: full, of }) => names(title, full, of));
  if (title.length === 0 || held.length === 0) return undefined;
  const claims = held
    .flatMap(({ id }) => dossier.claims.get(id) ?? [])
    .toSorted((a, b) => startOf(b) - startOf(a));
  const [latest] = claims;
  if (!latest) return undefined;
  const { interval } = question;
  const asksNow = interval === undefined && /^(?:is|are|isnt|has been|remains)$/.test(said);
  const after = holders(latest);
  const years = question.plain.match(/\b\d{4}\b/g) ?? [];
  const spans = /\b(?:since|until|from|till|by|before|after|between)\b/.test(question.plain);
  // From when to when is more than that it was held then.
  const begun = interval !== undefined && (spans || years.length > 1);
  if (question.negated || begun) return { type: "open", claims: [latest, ...after] };
  if (interval !== undefined) {
    const then = claims.find(({ span }) => fitOf(span, interval) > 0);
    if (then) return { type: wholly(then) ? "supported" : "open", claims: [then] };
    const known = claims.every(({ span }) => span !== undefined);
    return { type: known ? "contradicted" : "open", claims };
  }
  if (!asksNow) return { type: "supported", claims: [latest] };
  if (current(latest)) return { type: "supported", claims: [latest] };
  // "Khamenei" can be he who has it now.
  const typed = question.words.slice(one.first, one.next).map(({ word }) => word);
  const family = wordsOf(person.name).at(-1)?.word ?? "";
  const shared = after.some(
    ({ from }) => wordsOf(dossier.actors.get(from ?? "")?.name ?? "").at(-1)?.word === family,
  );
  const first = wordsOf(person.name)[0]?.word ?? "";
  const type = shared && !typed.includes(first) ? "open" : "overtaken";
  return { type, claims: [latest, ...after] };

  /** Every telling word is of the title or its body, and the title is there whole. */
  function names(asked: readonly string[], full: string, of: string): boolean {
    const body = dossier.actors.get(of);
    const bodyWords = [body?.name, body?.adjective, body?.formal_name, ...(body?.aliases ?? [])];
    const all = new Set(wordsOf(`${full} ${bodyWords.join(" ")}`).map((each) => each.stem));
    const head = wordsOf(full.replace(/ (?:of|to|for) .*$/, "")).flatMap((each) =>
      stopWords.has(each.word) ? [] : [each.stem],
    );
    return asked.every((each) => all.has(each)) && head.every((each) => asked.includes(each));
  }

  function current({ span }: Claim): boolean {
    return span?.until === undefined || Temporal.PlainDate.compare(span.until, dossier.until) >= 0;
  }

  function wholly({ span }: Claim): boolean {
    return fitOf(span, interval ?? { yearless: false }) > 0 && span?.from !== undefined;
  }

  /** Who has the same office of the same body at the end of the record. */
  function holders(claim: Claim): readonly Claim[] {
    const mine = person?.offices.find(({ id }) => id === claim.id);
    const bare = (full: string) => stem(full.replace(/ \(.*\)$/, ""));
    return [...dossier.actors.values()].flatMap((actor) =>
      actor.offices.flatMap(({ id, of, title: full }) => {
        const other = dossier.claims.get(id);
        const same = mine && of === mine.of && bare(full) === bare(mine.title);
        return same && other && actor !== person && other !== claim && current(other)
          ? [other]
          : [];
      }),
    );
  }
}

function startOf({ span }: Claim): number {
  const { from } = span ?? {};
  return from ? from.year * 400 + from.dayOfYear : 0;
}
