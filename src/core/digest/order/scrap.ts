/** A text from which clauses are taken until nothing is left. */
export interface Scrap {
  /** Takes the first match out; what stood before and after it does not run together. */
  take(pattern: RegExp): RegExpMatchArray | undefined;
  /** The text that is there, with `;` where something was taken. */
  text(): string;
  /** Words that nobody took, without those that say nothing. */
  left(): string;
  /** The line with a better name in place of the one written: for "did you mean". */
  lineWith(written: string, better: string): string;
}

// Courtesies and joints that carry no order of their own.
const filler =
  /^(?:please|me|us|a|an|the|and|or|digests?|brief(?:ing)?s?|updates?|news|send|post|give|get|here|to|for|of|with|at|on|in|every|each|only|i|i'd|we|want|would|like|once|per|this|channel|subscribe|then|also|[;,.!&+-]+)$/i;

export function createScrap(words: string): Scrap {
  let text = ` ${words.replace(/[\s;]+/g, " ").trim()} `;
  return {
    take(pattern) {
      const match = text.match(pattern);
      if (match?.index === undefined || match[0] === "") return undefined;
      text = `${text.slice(0, match.index)} ; ${text.slice(match.index + match[0].length)}`;
      return match;
    },
    text: () => text,
    left: () =>
      text
        .split(/\s+/)
        .filter((word) => word !== "" && !filler.test(word))
        .join(" "),
    lineWith: (written, better) => {
      const line = `subscribe ${words.replace(written, better)}`;
      // A button cannot carry more; without the rest it still does what it says.
      return line.length <= 90 ? line : `subscribe ${better}`;
    },
  };
}
