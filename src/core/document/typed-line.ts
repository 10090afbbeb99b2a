/** Subcommands whose name alone is a question in running text. */
const questions: ReadonlySet<string> = new Set(["why", "sources"]);

/** A line as somebody types it in running text: a stroke makes a subcommand of what reads as a question. */
export function typedLine(line: string): string {
  return questions.has(line) ? `/${line}` : line;
}
