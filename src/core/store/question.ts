/** What makes two unanswered questions one: letter case, spaces and closing marks do not count. */
export function sameQuestion(question: string): string {
  return question
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[\s?!.؟]+$/u, "")
    .trim();
}
