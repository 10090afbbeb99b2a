/** The questions of `new claim`, in the order in which a curator thinks. */
import {
  claimSchema,
  credibilityScale,
  type Dossier,
  likelihoodScale,
  namesOf,
  ploverScale,
} from "#core";
import { type Asker, choice, fitting, optional, type Taken, yesOrNo } from "./asker.ts";
import { askSource, type NewSource } from "./source-questions.ts";

export interface ClaimAnswers {
  /** As the file will hold it. */
  readonly record: Readonly<Record<string, unknown>>;
  readonly newSources: readonly NewSource[];
}

const fields = claimSchema.shape;

export async function askClaim(
  asker: Asker,
  dossier: Dossier,
  today: Temporal.PlainDate,
): Promise<ClaimAnswers> {
  const { ask } = asker;
  const text = await ask(
    "The claim, in one or two sentences of your own that stand alone (at most 60 words):",
    atMost(60, fitting(fields.text)),
  );
  const headline = await ask(
    "Its headline (at most 12 words, no full stop):",
    atMost(12, fitting(fields.headline)),
  );
  const idea = idFrom(headline);
  const id = await ask(`Its id [${idea}]:`, (answer) => {
    const wanted = answer === "" ? idea : answer;
    return dossier.claims.has(wanted)
      ? { fault: `There is a claim "${wanted}" already.` }
      : fitting(fields.id)(wanted);
  });
  const kind = await ask(
    `What it is (${fields.kind.options.join(", ")}):`,
    choice(fields.kind.options),
  );
  const when = await ask(
    "When (2023-09-18, 2023-09, 2023, 2023-09/2023-11, 2022-06~ for about; empty for none):",
    optional(fitting(fields.when.unwrap())),
  );
  const actors = await askActors(asker, dossier);
  const topics = await ask(
    `Topics, with commas (${[...dossier.topics.keys()].join(", ")}):`,
    listOf((word) => named(dossier, word, "topic")),
  );
  const { citations, newSources } = await askCitations(asker, dossier, today);
  const credibility = await ask(
    `Credibility (${Object.entries(credibilityScale)
      .map(([mark, words]) => `${mark} ${words}`)
      .join(", ")}):`,
    (answer) => fitting(fields.credibility)(Number(answer)),
  );
  const caution =
    credibility < 4
      ? undefined
      : await ask("A caution that readers see with it:", fitting(fields.caution.unwrap()));
  const holder = ["statement", "assessment", "forecast", "recommendation"].includes(kind)
    ? await ask(
        "Whose view it is (empty when it is nobody's in particular):",
        optional((word) => named(dossier, word, "actor")),
      )
    : undefined;
  const likelihood =
    kind === "forecast"
      ? await ask(
          `The holder's likelihood (${Object.keys(likelihoodScale).join(", ")}, unstated):`,
          choice([...Object.keys(likelihoodScale), "unstated"]),
        )
      : undefined;
  const plover =
    kind === "event"
      ? await ask(
          `PLOVER type (${Object.keys(ploverScale).join(", ")}):`,
          choice(Object.keys(ploverScale)),
        )
      : undefined;
  const why = await ask(
    "Why it matters, in one sentence (empty for none):",
    optional(fitting(fields.why_it_matters.unwrap())),
  );
  const record = {
    id,
    headline,
    text,
    kind,
    when,
    actors,
    topics,
    citations,
    credibility,
    holder,
    likelihood,
    why_it_matters: why,
    caution,
    plover,
    added: today.toString(),
  };
  return {
    record: Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)),
    newSources,
  };
}

/** Actors by any of their names; a person who holds offices is asked about. */
async function askActors(
  { ask }: Asker,
  dossier: Dossier,
): Promise<readonly (string | { readonly id: string; readonly office: string })[]> {
  const ids = await ask(
    "Who is in it, with commas (any name, or empty):",
    listOf((word) => named(dossier, word, "actor")),
  );
  const actors: (string | { readonly id: string; readonly office: string })[] = [];
  for (const id of ids) {
    const offices = dossier.actors.get(id)?.offices ?? [];
    let office: string | undefined;
    for (const each of offices) {
      office ??= (await ask(`Does ${id} act as ${each.title} here (yes, no)?`, yesOrNo))
        ? each.id
        : undefined;
    }
    actors.push(office === undefined ? id : { id, office });
  }
  return actors;
}

async function askCitations(asker: Asker, dossier: Dossier, today: Temporal.PlainDate) {
  const citations: { readonly source: string; readonly locator: string }[] = [];
  const newSources: NewSource[] = [];
  for (;;) {
    const source = await asker.ask(
      `Source ${citations.length + 1} (its id, words of its title, "new", or empty when done):`,
      (answer): Taken<string> => {
        if (answer === "" && citations.length === 0) return { fault: "At least one is needed." };
        return answer === "" || answer === "new" ? { value: answer } : sourceFor(dossier, answer);
      },
    );
    if (source === "") return { citations, newSources };
    const fresh = source === "new" ? await askSource(asker, dossier, today) : undefined;
    if (fresh) newSources.push(fresh);
    const locator = await asker.ask(
      "Where in it (section and paragraph, page, headline):",
      fitting(fields.citations.element.shape.locator),
    );
    citations.push({ source: fresh?.id ?? source, locator });
  }
}

function sourceFor(dossier: Dossier, words: string): Taken<string> {
  if (dossier.sources.has(words)) return { value: words };
  const wanted = words.toLowerCase().split(/\s+/);
  const found = [...dossier.sources.values()].filter(({ id, title, publisher }) => {
    const all = `${id} ${title} ${publisher}`.toLowerCase();
    return wanted.every((word) => all.includes(word));
  });
  const [only] = found;
  if (only && found.length === 1) return { value: only.id };
  const offered = found.slice(0, 8).map(({ id, title }) => `\n    ${id}: ${title}`);
  return {
    fault:
      offered.length === 0
        ? 'No source has these words; write others, or "new".'
        : `${found.length} sources have these words; write the id:${offered.join("")}`,
  };
}

function named(dossier: Dossier, word: string, kind: "actor" | "topic"): Taken<string> {
  const names = namesOf(dossier);
  const [first, second] = names.find(word, [kind]);
  if (first && !second) return { value: first.id };
  const near = names.suggest(word, [kind]).map(({ id }) => id);
  return {
    fault: near.length === 0 ? `Nothing is called "${word}".` : `"${word}": ${near.join(" or ")}?`,
  };
}

function listOf(
  take: (word: string) => Taken<string>,
): (answer: string) => Taken<readonly string[]> {
  return (answer) => {
    const words = answer
      .split(",")
      .map((word) => word.trim())
      .filter((word) => word !== "");
    const taken = words.map(take);
    const faults = taken.flatMap((each) => ("fault" in each ? [each.fault] : []));
    return faults.length > 0
      ? { fault: faults.join(" ") }
      : { value: [...new Set(taken.flatMap((each) => ("value" in each ? [each.value] : [])))] };
  };
}

function atMost<T>(
  words: number,
  take: (answer: string) => Taken<T>,
): (answer: string) => Taken<T> {
  return (answer) => {
    const count = answer.split(/\s+/).length;
    return count > words ? { fault: `${count} words; at most ${words}.` } : take(answer);
  };
}

/** The first words of a headline: "Iran lets inspectors back in" → iran-lets-inspectors-back-in. */
function idFrom(headline: string): string {
  return headline
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9\s-]/g, "")
    .split(/[\s-]+/)
    .filter((word) => word !== "")
    .slice(0, 6)
    .join("-");
}
