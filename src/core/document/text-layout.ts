/** Lines of plain text: underlines, hanging indents and columns. */

export function underlined(line: string, rule: string): string {
  return line === "" ? "" : `${line}\n${rule.repeat(width(line))}`;
}

/** First line behind `first`, the others behind as many blanks. */
export function hanging(first: string, text: string): string {
  return first + text.replaceAll("\n", `\n${" ".repeat(first.length)}`);
}

/** Widest table that is set in columns. */
const widestTable = 100;

/**
 * Rows in columns, the first row as their head; undefined where that would be too wide to read, so
 * that the caller lists the rows instead.
 */
export function columns(rows: readonly (readonly string[])[]): string | undefined {
  const count = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => width(row[column] ?? ""))),
  );
  if (widths.reduce((sum, each) => sum + each + 2, -2) > widestTable) return undefined;
  const line = (cells: readonly string[]) =>
    widths
      .map((each, column) => (cells[column] ?? "") + " ".repeat(each - width(cells[column] ?? "")))
      .join("  ")
      .trimEnd();
  const [head = [], ...body] = rows;
  return [line(head), widths.map((each) => "-".repeat(each)).join("  "), ...body.map(line)].join(
    "\n",
  );
}

function width(line: string): number {
  return [...line].length;
}
