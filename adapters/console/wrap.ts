/** Wraps lines at words, continuing below the text of a list item, quote or number. */
export function wrap(text: string, width: number): string {
  return text
    .split("\n")
    .map((line) => wrapLine(line, width))
    .join("\n");
}

function wrapLine(line: string, width: number): string {
  if ([...line].length <= width) return line;
  const lead = /^(?:\| )?\s*(?:- |> |\d+\. )?/.exec(line)?.[0] ?? "";
  const indent = lead.startsWith("|") ? `|${" ".repeat(lead.length - 1)}` : " ".repeat(lead.length);
  const lines: string[] = [];
  let current = lead;
  for (const word of line.slice(lead.length).split(" ")) {
    const joined = current === lead || current === indent ? current + word : `${current} ${word}`;
    if ([...joined].length > width && joined !== lead + word && joined !== indent + word) {
      lines.push(current);
      current = indent + word;
    } else {
      current = joined;
    }
  }
  return [...lines, current].join("\n");
}
