/** Edits of the canal dossier. */
export interface Edit {
  /** File → what is put at its end, or a replacement. */
  readonly [file: string]: string | readonly (readonly [from: string, to: string])[];
}

export interface Example {
  readonly bad: Edit;
  readonly good: Edit;
  /** Part of what the finding says. */
  readonly says: string;
}

/** One claim more, with what is given instead of the usual. */
export function claim(given: Readonly<Record<string, string>>): Edit {
  const fields: Readonly<Record<string, string>> = {
    id: "extra",
    headline: "Aldermoor does something",
    text: "Aldermoor did something on a day.",
    kind: "background",
    when: '"2023"',
    actors: "[aldermoor]",
    topics: "[tolls]",
    citations: "[{ source: gazette-toll-2023-04-12, locator: page 4 }]",
    credibility: "2",
    added: "2025-04-01",
    ...given,
  };
  const lines = Object.entries(fields).map(([key, value]) => `  ${key}: ${value}`);
  return { "claims/quarrel.yaml": `- ${lines.join("\n").trimStart()}\n` };
}

/** A mayor of Brightwater beside the one on record. */
export const successor = (from: string) => `- id: ada-reed
  name: Ada Reed
  kind: person
  offices:
    - id: ada-reed-mayor
      title: mayor of Brightwater
      of: brightwater
      from: ${from}
      citations: [{ source: brightwater-letter-2024, locator: first paragraph }]
`;
export const twice = (first: string, second: string) =>
  `[${[first, second].map((locator) => `{ source: gazette-toll-2023-04-12, locator: ${locator} }`).join(", ")}]`;
export const words = (count: number) =>
  Array.from({ length: count }, (_, at) => `word${at}`).join(" ");
export const later = "[{ source: canal-office-2024, locator: outlook }]";
export const mayor = "[{ id: edda-quill, office: edda-quill-mayor }]";
