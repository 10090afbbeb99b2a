/** What renderers and `fit` add around a document: stamp, length, pages, marks of status and tone. */
export const documents = {
  "stamp.current": "As of {asof} · record to {until}",
  "stamp.aged": "As of {asof} · record to {until}, {age} earlier",
  "stamp.stale":
    "Caution: the record ends on {until}, {age} before {asof}. Nothing later is in it.",
  "stamp.chosen": "As known on {asof} · whole record to {until}",
  "stamp.short": "(record to {until})",
  "layout.length": "{words} · {time} to read",
  "layout.page": "Page {number} of {of}",
  "layout.next": "You can also type:",
  "layout.line": "{label}: {line}",
  "chart.unmeasured": "not measured",
  "tone.note": "Note",
  "tone.caution": "Caution",
  "tone.dispute": "Disputed",
  "tone.correction": "Correction",
  "status.superseded": "superseded",
  "status.disputed": "disputed",
  "status.rejected": "rejected",
} as const;
