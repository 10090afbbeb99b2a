/** Topics that are the same of somebody else: "Politics inside Iran", "Politics inside the United States". */
import type { Index } from "../answer/retrieve/index.ts";
import { stopWords } from "../answer/understand/stop-words.ts";
import { wordsOf } from "../answer/understand/words.ts";
import type { Dossier } from "../dossier/dossier.ts";

export interface Counterparts {
  /** Topics of the actors that a turn names. */
  readonly theirs: ReadonlySet<string>;
  /** The like topics of others, which the thread was on. */
  readonly others: ReadonlySet<string>;
}

/** Topics of a thread that are the same but for an actor, where a turn names another. */
export function counterparts(
  topics: ReadonlySet<string>,
  named: readonly string[],
  index: Index,
  { topics: all }: Dossier,
): Counterparts {
  const [theirs, others] = [new Set<string>(), new Set<string>()];
  if (named.length === 0 || topics.size === 0) return { theirs, others };
  const shapes = [...all.values()].map(({ id, title }) => ({ id, ...shapeOf(title, index) }));
  for (const { id, frame, actors } of shapes) {
    if (!actors.some((actor) => named.includes(actor))) continue;
    const alike = shapes.filter(
      (other) => topics.has(other.id) && other.id !== id && other.frame === frame,
    );
    if (alike.length > 0) theirs.add(id);
    for (const other of alike) others.add(other.id);
  }
  return { theirs, others };
}

/** The title without its actors, and those. A title is a name itself: its parts are looked up one by one. */
function shapeOf(title: string, { gazetteer }: Index) {
  const words = wordsOf(title);
  const actors: string[] = [];
  const rest: string[] = [];
  for (let at = 0; at < words.length; ) {
    const size = [2, 1].find((length) =>
      gazetteer
        .scan(words.slice(at, at + length))
        .some(({ next, named }) => next === length && named.some(({ kind }) => kind === "actor")),
    );
    const word = words[at];
    if (size !== undefined) {
      const named = gazetteer.scan(words.slice(at, at + size)).flatMap((mention) => mention.named);
      actors.push(...named.map(({ id }) => id));
    } else if (word && !stopWords.has(word.word)) rest.push(word.stem);
    at += size ?? 1;
  }
  return { frame: rest.join(" "), actors };
}
