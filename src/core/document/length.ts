import { plainText } from "./plain-text.ts";
import { derived, say } from "./sentence.ts";
import type { Document, ServiceSentence } from "./tree.ts";
import { saidIn } from "./walk.ts";

/**
 * Silent reading of English non-fiction by adults, words in a minute: mean of 190 studies.
 * M. Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109 (2019),
 * https://doi.org/10.1016/j.jml.2019.104047
 */
const wordsPerMinute = 238;

/** Words that a reader reads: everything but buttons, stamp and sources. */
export function wordsOf(document: Pick<Document, "title" | "lead" | "blocks">): number {
  return saidIn(document)
    .filter(({ role }) => role !== "button")
    .reduce((sum, { sentence }) => sum + countWords(plainText(sentence)), 0);
}

/** "312 words · 80 seconds to read" */
export function lengthSentence(
  document: Pick<Document, "title" | "lead" | "blocks">,
): ServiceSentence {
  const words = wordsOf(document);
  return say("layout.length", {
    words: derived(words === 1 ? "1 word" : `${words} words`, { type: "layout" }),
    time: derived(readingTime(words), { type: "layout" }),
  });
}

/** To ten seconds below two minutes, to the minute above. */
function readingTime(words: number): string {
  const seconds = (words / wordsPerMinute) * 60;
  if (seconds > 115) return `${Math.round(seconds / 60)} minutes`;
  return `${Math.max(10, Math.round(seconds / 10) * 10)} seconds`;
}

function countWords(text: string): number {
  return text.split(" ").filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length;
}
