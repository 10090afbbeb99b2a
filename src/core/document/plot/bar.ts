const eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"] as const;

/** A bar as long as `share` (0 to 1) of `width` characters, to an eighth of one. */
export function bar(share: number, width: number): string {
  const units = Math.round(Math.min(Math.max(share, 0), 1) * width * 8);
  return "█".repeat(Math.floor(units / 8)) + (eighths[units % 8] ?? "");
}

const levels = ["·", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] as const;

/** One character for each value: its height against the largest of all. */
export function sparkline(values: readonly number[], largest: number): string {
  return values
    .map((value) => levels[value <= 0 ? 0 : Math.max(1, Math.round((value / largest) * 8))])
    .join("");
}

/** Cut at a word to so many characters, with an ellipsis. */
export function shortened(words: string, most: number): string {
  const characters = [...words];
  if (characters.length <= most) return words;
  const cut = characters.slice(0, most - 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`;
}
