/**
 * Marks conversations: what each answer must and must not say, whether it cites, and whether it
 * refuses what the record lacks and nothing else.
 */
import { readFileSync } from "node:fs";

interface Expectation {
  /** null: either is fine. */
  readonly answerable: boolean | null;
  /** Each inner list needs one pattern that matches; `<cited>` is met by a citation. */
  readonly must: readonly (readonly string[])[];
  readonly must_not: readonly string[];
  readonly gold: string;
}
export interface Exam {
  readonly id: string;
  readonly kind: string;
  readonly group: string;
  readonly turns: readonly { readonly user: string; readonly expect: Expectation }[];
}
export interface Spoken {
  readonly text: string;
  readonly citations: readonly string[];
  readonly answered: boolean;
}
interface Marked extends Spoken {
  readonly exam: Exam;
  readonly turn: number;
  readonly user: string;
  readonly faults: readonly string[];
}
export interface Report {
  readonly marked: readonly Marked[];
  readonly conversations: Rate;
  readonly turns: Rate;
  readonly byGroup: ReadonlyMap<string, Rate>;
  /** Answers that cite. */
  readonly cited: Rate;
  readonly refusalPrecision: Rate;
  readonly refusalRecall: Rate;
}
export interface Rate {
  readonly good: number;
  readonly of: number;
}

export function readExams(file: string | URL): readonly Exam[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Exam);
}

/** `ask` gets the turns of a conversation in order, and a new name for each conversation. */
export async function score(
  exams: readonly Exam[],
  ask: (conversation: string, user: string) => Promise<Spoken>,
): Promise<Report> {
  const marked: Marked[] = [];
  for (const exam of exams) {
    for (const [turn, { user, expect }] of exam.turns.entries()) {
      const spoken = await ask(exam.id, user);
      marked.push({ ...spoken, exam, turn, user, faults: faultsOf(spoken, expect, exam) });
    }
  }
  return report(exams, marked);
}

function faultsOf({ text, citations }: Spoken, expect: Expectation, exam: Exam): readonly string[] {
  const plain = text
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u00a0\u202f\u2009]/g, " ")
    .replace(/[*_`~\u200b-\u200d\u2060\ufeff]/g, "");
  const matches = (pattern: string, subject: string) => new RegExp(pattern, "is").test(subject);
  const words = text.split(/\s+/).filter((word) => word !== "").length;
  const long = exam.group === "list" || /^(?:list|timeline|compare)$/.test(exam.kind);
  const most = long ? 300 : 180;
  return [
    ...expect.must
      .filter(
        (any) =>
          !any.some((one) => (one === "<cited>" ? citations.length > 0 : matches(one, plain))),
      )
      .map((any) => `does not say ${any.join(" | ")}`),
    ...expect.must_not.filter((one) => matches(one, text)).map((one) => `says ${one}`),
    ...(words > most ? [`has ${words} words, at most ${most}`] : []),
  ];
}

function report(exams: readonly Exam[], marked: readonly Marked[]): Report {
  const good = (of: readonly Marked[]) => rate(of, ({ faults }) => faults.length === 0);
  const passes = (exam: Exam) =>
    marked.every((each) => each.exam !== exam || each.faults.length === 0);
  const answered = marked.filter((each) => each.answered);
  const judged = marked.filter(({ exam, turn }) => exam.turns[turn]?.expect.answerable !== null);
  const wanted = ({ exam, turn }: Marked) => exam.turns[turn]?.expect.answerable === true;
  return {
    marked,
    conversations: rate(exams, passes),
    turns: good(marked),
    byGroup: new Map(
      [...new Set(exams.map(({ group }) => group))].sort().map((group) => [
        group,
        rate(
          exams.filter((exam) => exam.group === group),
          passes,
        ),
      ]),
    ),
    cited: rate(answered, ({ citations }) => citations.length > 0),
    refusalPrecision: rate(
      judged.filter((each) => !each.answered),
      (each) => !wanted(each),
    ),
    refusalRecall: rate(
      judged.filter((each) => !wanted(each)),
      (each) => !each.answered,
    ),
  };
}

function rate<Each>(all: readonly Each[], good: (each: Each) => boolean): Rate {
  return { good: all.filter(good).length, of: all.length };
}
