/** Questions on a terminal or a pipe, one line each. */
import { createInterface } from "node:readline";
import type { DossierIo } from "./dossier.ts";

/** An answer taken, or what is wrong with it. */
export type Taken<T> = { readonly value: T } | { readonly fault: string };

export interface Asker {
  /** Asks until the answer fits. @throws EndOfAnswers when the input ends. */
  ask<T>(question: string, take: (answer: string) => Taken<T>): Promise<T>;
  say(words: string): void;
  close(): void;
}

/** The input ended before the last question. */
export class EndOfAnswers extends Error {
  override readonly name = "EndOfAnswers";
}

export function createAsker({ stdin, stdout }: Pick<DossierIo, "stdin" | "stdout">): Asker {
  const reader = createInterface({ input: stdin });
  // Read by iteration, so that lines of a pipe that come before their question are kept.
  const lines = reader[Symbol.asyncIterator]();
  return {
    async ask(question, take) {
      for (;;) {
        stdout.write(`${question} `);
        const line = await lines.next();
        if (line.done) throw new EndOfAnswers("the input ended");
        const taken = take(line.value.trim());
        if ("value" in taken) return taken.value;
        stdout.write(`  ${taken.fault}\n`);
      }
    },
    say: (words) => {
      stdout.write(`${words}\n`);
    },
    close: () => reader.close(),
  };
}

/** An optional answer: an empty line is none. */
export function optional<T>(
  take: (answer: string) => Taken<T>,
): (answer: string) => Taken<T | undefined> {
  return (answer) => (answer === "" ? { value: undefined } : take(answer));
}

/** One of a few words, also by its first letters. */
export function choice<T extends string>(choices: readonly T[]): (answer: string) => Taken<T> {
  return (answer) => {
    const fits = choices.filter((each) => each.toLowerCase().startsWith(answer.toLowerCase()));
    const exact = choices.find((each) => each.toLowerCase() === answer.toLowerCase());
    const found = exact ?? (answer !== "" && fits.length === 1 ? fits[0] : undefined);
    return found === undefined
      ? { fault: `"${answer}" is none of ${choices.join(", ")}.` }
      : { value: found };
  };
}

export function yesOrNo(answer: string): Taken<boolean> {
  if (/^y(?:es)?$/i.test(answer)) return { value: true };
  return /^n(?:o)?$/i.test(answer) ? { value: false } : { fault: "Write yes or no." };
}

interface Field<T> {
  safeParse(value: unknown):
    | { readonly success: true; readonly data: T }
    | {
        readonly success: false;
        readonly error: { readonly issues: readonly { readonly message: string }[] };
      };
}

/** What a field of the format takes. */
export function fitting<T>(field: Field<T>): (answer: unknown) => Taken<T> {
  return (answer) => {
    if (answer === "") return { fault: "This needs an answer." };
    const parsed = field.safeParse(answer);
    return parsed.success
      ? { value: parsed.data }
      : { fault: `${parsed.error.issues[0]?.message ?? "That does not fit"}.` };
  };
}
