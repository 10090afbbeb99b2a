/** Comma-separated values. https://www.rfc-editor.org/rfc/rfc4180 */

/** Numbers stay numbers; a text is guarded. */
export type Cell = string | number | undefined;

/**
 * A head and its rows, with the line ends of the RFC. It begins with the mark that tells
 * spreadsheets that it is UTF-8.
 */
export function toCsv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [head, ...rows].map((row) => row.map(field).join(","));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

/**
 * What a spreadsheet takes for a formula when a cell begins with it, full-width forms too; an
 * apostrophe before it makes it text.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const formula = /^\s*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20|%]/u;

function field(cell: Cell): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  const text = cell.replace(/\0/g, "");
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
