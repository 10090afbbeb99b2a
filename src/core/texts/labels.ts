/** Headings, labels and buttons. */
export const labels = {
  "label.why": "Why it matters",
  "label.sources": "Sources",
  "label.disputed": "Disputed",
  "label.watch": "What to watch",
  "label.name": "{name}",
  "label.name-of": "{name}",
  "label.line": "{line}",
} as const;
