/** Rows as aligned columns for a terminal; columns of numbers stand right. The first row is the head. */
export function textTable(rows: readonly (readonly (string | number)[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(...rows.map((row) => String(row[at] ?? "").length)),
  );
  const right = widths.map((_, at) =>
    rows.slice(1).every((row) => typeof row[at] === "number" || /^\d+ %$/.test(String(row[at]))),
  );
  return rows
    .map((row) =>
      widths
        .map((width, at) => {
          const cell = String(row[at] ?? "");
          return right[at] ? cell.padStart(width) : cell.padEnd(width);
        })
        .join("  ")
        .trimEnd(),
    )
    .map((line) => `  ${line}\n`)
    .join("");
}
