/**
 * Damerau–Levenshtein distance (optimal string alignment): insertions, deletions, substitutions and
 * swaps of neighbours. Above `most` it stops and answers `most + 1`.
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, above] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [before, above] = [above, row];
  }
  return Math.min(above[b.length] ?? 0, most + 1);
}

/** Slips forgiven in a word of this length: none up to 3 letters, one up to 6, two up to 11, else three. */
export function slips(length: number): number {
  if (length <= 3) return 0;
  if (length <= 6) return 1;
  return length <= 11 ? 2 : 3;
}

/** The candidates nearest to what was written, best first, at most `limit`. */
export function nearest(
  written: string,
  candidates: Iterable<string>,
  limit = 1,
): readonly string[] {
  const most = written.length <= 3 ? written.length - 1 : Math.max(2, slips(written.length));
  const found: { readonly name: string; readonly far: number }[] = [];
  for (const name of candidates) {
    const far = distance(written.toLowerCase(), name.toLowerCase(), most);
    const contained = written.length > 3 && (name.includes(written) || written.includes(name));
    if (far <= most || contained) found.push({ name, far: Math.min(far, most + 1) });
  }
  return found
    .sort((x, y) => x.far - y.far || x.name.length - y.name.length || (x.name < y.name ? -1 : 1))
    .slice(0, limit)
    .map((each) => each.name);
}
