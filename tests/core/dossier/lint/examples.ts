/** For each rule of the linter an edit of the canal dossier that it refuses, and a like one that it lets pass. */
import type { Example } from "./edit.ts";
import { evidenceAndWords } from "./evidence-and-words-examples.ts";
import { peopleAndTime } from "./people-and-time-examples.ts";

export const examples: Readonly<Record<string, Example>> = {
  ...peopleAndTime,
  ...evidenceAndWords,
};

/** A source that the copying rule is given. */
export const againstText = `Since then the barges have carried grain down the old canal. The chair of
the Fenwick Canal Office and the County Courier of Aldermoor met.`;
