/** One rule of escaping: data, applied by {@link escapeWith}. */
export interface EscapeRule {
  /** Global. */
  readonly pattern: RegExp;
  /** Replacement as in `String.replace`, or a table from match to replacement. */
  readonly replacement: string | Readonly<Record<string, string>>;
  /** What would happen without it. */
  readonly reason: string;
  /** Page that states the rule. */
  readonly link?: string;
}

/** Applies rules in order. A table's rule leaves a match that the table lacks as it is. */
export function escapeWith(rules: readonly EscapeRule[], text: string): string {
  return rules.reduce((result, { pattern, replacement }) => {
    if (typeof replacement === "string") return result.replace(pattern, replacement);
    return result.replace(pattern, (match) => replacement[match] ?? match);
  }, text);
}
