/** For each rule of the linter an edit of the canal dossier that it refuses, and a like one that it lets pass. */
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
function claim(given: Readonly<Record<string, string>>): Edit {
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

const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`).join(" ");
const mayor = "[{ id: edda-quill, office: edda-quill-mayor }]";

export const examples: Readonly<Record<string, Example>> = {
  "office-not-held": {
    bad: claim({ actors: mayor, when: "2020-03-01" }),
    good: claim({ actors: mayor, when: "2022-03-01" }),
    says: "Edda Quill was mayor of Aldermoor since May 2021, not 1 March 2020",
  },
  "title-not-held": {
    bad: claim({ text: "In 2023 Brightwater's mayor Edda Quill opened a bridge." }),
    good: claim({ text: "In 2023 the mayor of Aldermoor, Edda Quill, opened a bridge." }),
    says: "it calls Edda Quill mayor (Brightwater) in 2023, but on record Tobias Marsh was mayor of Brightwater",
  },
  "speaker-not-alive": {
    bad: claim({ kind: "statement", holder: "tobias-marsh", when: "2024-01-21" }),
    good: claim({ kind: "statement", holder: "tobias-marsh", when: "2024-01-20" }),
    says: "Tobias Marsh died 20 January 2024; the claim is of 21 January 2024",
  },
  "actor-not-there": {
    bad: {
      ...claim({ actors: "[canal-office]", when: '"2023"' }),
      "actors.yaml": [['from: "1901"', 'from: "2024"']],
      "claims/traffic.yaml": [["actors: [canal-office]", "actors: [aldermoor]"]],
    },
    good: claim({ actors: "[canal-office]", when: '"2023"' }),
    says: "Fenwick Canal Office existed since 2024; the claim is of 2023",
  },
  "office-dates": {
    bad: { "actors.yaml": [["to: 2024-01-20", "to: 2024-01-21"]] },
    good: { "actors.yaml": [["to: 2024-01-20", "to: 2024-01"]] },
    says: "the office outlasts its holder, who died 20 January 2024",
  },
  "effect-before-cause": {
    bad: claim({ when: "2023-04-11", causes: "[toll-begins-2023]" }),
    good: claim({ when: "2023-04", causes: "[toll-begins-2023]" }),
    says: 'the cause "toll-begins-2023" (12 April 2023) is later than its effect (11 April 2023)',
  },
  "outside-coverage": {
    bad: claim({ when: "2025-04-01", known_from: "2025-03-01" }),
    good: claim({
      when: "2025-04-01",
      known_from: "2025-03-01",
      kind: "forecast",
      likelihood: "unstated",
    }),
    says: "1 April 2025 is after the end of the record, 31 March 2025",
  },
  "in-the-future": {
    bad: claim({ updated: "2025-04-03" }),
    good: claim({ updated: "2025-04-02" }),
    says: "3 April 2025 is still to come; today is 2 April 2025",
  },
  "figure-out-of-range": {
    bad: claim({ figures: "[{ of: share of coal, value: 160, unit: percent }]" }),
    good: claim({ figures: "[{ of: share of coal, value: 16, unit: percent }]" }),
    says: "160 percent cannot be; the unit goes from -100 to 100",
  },
  "figure-against-series": {
    bad: claim({ when: "2023-06", figures: "[{ of: barges a year, value: 530, unit: items }]" }),
    good: claim({ when: "2023-06", figures: "[{ of: barges a year, value: 520, unit: items }]" }),
    says: "the series barges has 520 items for that time, not 530",
  },
  "figures-differ": {
    bad: claim({ figures: "[{ of: share of grain, value: 75, unit: percent }]" }),
    good: claim({ figures: "[{ of: share of coal, value: 75, unit: percent }]" }),
    says: '"extra" gives 75 for the same thing and time',
  },
  "citation-without-locator": {
    bad: claim({ citations: "[{ source: gazette-toll-2023-04-12, locator: n/a }]" }),
    good: claim({ citations: "[{ source: gazette-toll-2023-04-12, locator: headline }]" }),
    says: '"n/a" does not say where',
  },
  "source-uncited": {
    bad: {
      "sources/papers.yaml":
        "- { id: extra, publisher: Extra, title: Extra edition, reliability: C }\n",
    },
    good: {
      "sources/papers.yaml":
        "- { id: extra, publisher: Extra, title: Extra edition, reliability: C }\n",
      ...claim({ citations: "[{ source: extra, locator: page 1 }]" }),
    },
    says: 'no claim cites "extra"',
  },
  "doubtful-without-caution": {
    bad: claim({ credibility: "4" }),
    good: claim({ credibility: "4", caution: "Only one paper has it." }),
    says: "credibility 4 needs a caution",
  },
  "confirmed-by-one": {
    bad: claim({
      credibility: "1",
      citations:
        "[{ source: gazette-toll-2023-04-12, locator: page 4 }, { source: gazette-grain-2024-10, locator: page 1 }]",
    }),
    good: claim({
      credibility: "1",
      citations:
        "[{ source: gazette-toll-2023-04-12, locator: page 4 }, { source: courier-toll-2023-04-13, locator: page 1 }]",
    }),
    says: "credibility 1 stands on one independent source",
  },
  "contradiction-without-dispute": {
    bad: claim({ contradicts: "[toll-begins-2023]" }),
    good: claim({ contradicts: "[no-toll-2022]" }),
    says: 'this claim is current and "toll-begins-2023" is current',
  },
  "disputed-alone": {
    bad: claim({ status: "disputed" }),
    good: claim({ status: "current" }),
    says: "nothing disputes it",
  },
  "superseded-without-successor": {
    bad: { "claims/quarrel.yaml": [["  supersedes: [no-toll-2022]\n", ""]] },
    good: {
      "claims/quarrel.yaml": [["  why_it_matters: The charge ended", "  why_it_matters: It ended"]],
    },
    says: 'add "supersedes: [no-toll-2022]" to its successor',
  },
  "status-against-links": {
    bad: claim({ supersedes: "[canal-carries-grain]" }),
    good: claim({ supersedes: "[no-toll-2022]" }),
    says: '"canal-carries-grain" is current; set its status to superseded',
  },
  "reason-missing": {
    bad: claim({ status: "rejected" }),
    good: claim({ status: "rejected", reason: "The page says the opposite." }),
    says: "rejected without a reason",
  },
  "number-beyond-claims": {
    bad: {
      "topics.yaml": [
        ["Aldermoor has charged barges since April 2023", "It takes 40 crowns since May 2022"],
      ],
    },
    good: {
      "topics.yaml": [
        ["Aldermoor has charged barges since April 2023", "It takes 40 crowns since 12 April 2023"],
      ],
    },
    says: "2022 stands in none of its claims",
  },
  "forecast-without-likelihood": {
    bad: claim({ kind: "forecast" }),
    good: claim({ kind: "forecast", likelihood: "unstated" }),
    says: "a forecast without a likelihood",
  },
  "confidence-with-likelihood": {
    bad: claim({ text: "The office has high confidence that a ruling is likely." }),
    good: claim({ text: "The office calls a ruling likely. Its confidence in the count is high." }),
    says: "one sentence speaks of confidence and of likelihood",
  },
  "event-without-type": {
    bad: claim({
      kind: "event",
      actors: "[aldermoor, brightwater]",
      why_it_matters: "It changed much.",
    }),
    good: claim({ kind: "event", actors: "[aldermoor]", why_it_matters: "It changed much." }),
    says: "an event between parties without a PLOVER type",
  },
  "alias-of-two": {
    bad: { "actors.yaml": [["aliases: [Aldermoor Town]", "aliases: [Aldermoor Town, fco]"]] },
    good: {
      "actors.yaml": [["aliases: [Aldermoor Town]", "aliases: [Aldermoor Town, ALDERMOOR]"]],
    },
    says: '"FCO" also names aldermoor',
  },
  "claim-too-long": {
    bad: claim({ text: words(61) }),
    good: claim({ text: words(60) }),
    says: "61 words, more than 60",
  },
  "headline-too-long": {
    bad: claim({ headline: words(13) }),
    good: claim({ headline: words(12) }),
    says: "13 words, more than 12",
  },
  "copied-words": {
    bad: claim({ text: "The barges have carried grain down the old canal to the mill." }),
    good: claim({ text: "The Fenwick Canal Office and the County Courier of Aldermoor agree." }),
    says: 'taken from the source: "The barges have carried grain down the old canal"',
  },
  "not-reviewed": {
    bad: claim({ added: "2024-04-01" }),
    good: claim({ added: "2024-04-01", reviewed: "2024-04-02" }),
    says: "last looked at on 2024-04-01",
  },
  "thin-topic": {
    bad: {
      "topics.yaml":
        "- { id: locks, title: Locks, track: conflict, summary: Locks age., claims: [toll-begins-2023], order: 3 }\n",
      ...claim({ topics: "[locks]" }),
    },
    good: claim({ topics: "[tolls]" }),
    says: "1 current claims from 1 independent sources",
  },
  "one-sided-dispute": {
    bad: {
      "disputes.yaml": [
        [
          "claims: [brightwater-says-unlawful-2024] }",
          "claims: [brightwater-says-unlawful-2024, toll-begins-2023] }",
        ],
      ],
    },
    good: {
      "disputes.yaml": [
        [
          "claims: [brightwater-says-unlawful-2024] }",
          "claims: [brightwater-says-unlawful-2024, fewer-barges-2024] }",
        ],
      ],
    },
    says: "this side stands on 1 independent source, another on 3",
  },
  "event-without-why": {
    bad: claim({ kind: "event", plover: "AGREE" }),
    good: claim({ kind: "event", plover: "AGREE", why_it_matters: "It changed much." }),
    says: "an event without why_it_matters",
  },
  "told-with-hindsight": {
    bad: claim({ kind: "statement", text: "In 2023 Aldermoor said so, and again on 2 May 2024." }),
    good: claim({
      kind: "statement",
      text: "In 2023 Aldermoor said so, and again on 2 May 2024.",
      known_from: "2024-05-02",
    }),
    says: "it names a date after 1 January 2023, when it became known",
  },
};

/** A source that the copying rule is given. */
export const againstText = `Since then the barges have carried grain down the old canal. The chair of
the Fenwick Canal Office and the County Courier of Aldermoor met.`;
