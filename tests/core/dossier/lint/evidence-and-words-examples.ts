/** What a claim stands on and how it is put: see `examples.ts`. */
import { claim, type Example, twice, words } from "./edit.ts";

export const evidenceAndWords: Readonly<Record<string, Example>> = {
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
  "percent-over-hundred": {
    bad: claim({ text: "In 2023 grain was 110 % of the freight." }),
    good: claim({ text: "In 2023 grain was 100 % of the freight, and tolls rose by 110 percent." }),
    says: "110 percent cannot be; a share goes from 0 to 100",
  },
  "citation-without-locator": {
    bad: claim({ citations: "[{ source: gazette-toll-2023-04-12, locator: n/a }]" }),
    good: claim({ citations: "[{ source: gazette-toll-2023-04-12, locator: headline }]" }),
    says: '"n/a" does not say where',
  },
  "cited-twice": {
    bad: claim({ citations: twice("page 4", "page 4") }),
    good: claim({ citations: twice("page 4", "page 5") }),
    says: '"gazette-toll-2023-04-12", page 4, stands here twice',
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
  "probable-on-unreliable": {
    bad: claim({ citations: "[{ source: tavern-sheet-2023, locator: page 1 }]" }),
    good: claim({
      citations: "[{ source: tavern-sheet-2023, locator: page 1 }]",
      credibility: "3",
    }),
    says: "no source of it is rated A to C",
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
  "number-beyond-text": {
    bad: claim({ headline: "Aldermoor asks for 50 crowns" }),
    good: claim({ headline: "The F2 asks for 2 crowns", text: "It asks for 2 crowns." }),
    says: "50 does not stand in its text",
  },
  "forecast-without-likelihood": {
    bad: claim({ kind: "forecast" }),
    good: claim({ kind: "forecast", likelihood: "unstated" }),
    says: "a forecast without a likelihood",
  },
  "percent-against-term": {
    bad: claim({ kind: "forecast", likelihood: "likely", percent: "[5, 20]" }),
    good: claim({ kind: "forecast", likelihood: "likely", percent: "[60, 70]" }),
    says: '"likely" is 55 to 80 percent, not 5 to 20',
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
  "text-twice": {
    bad: {
      "claims/quarrel.yaml": Object.values(claim({}))
        .concat(Object.values(claim({ id: "another", text: "Aldermoor did SOMETHING on a day" })))
        .join(""),
    },
    good: {
      "claims/quarrel.yaml": Object.values(claim({}))
        .concat(
          Object.values(claim({ id: "another", text: "Aldermoor did something on a night." })),
        )
        .join(""),
    },
    says: '"extra" says the same',
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
    bad: claim({ kind: "statement", text: "In 2023 Aldermoor said so, and again in May 2024." }),
    good: claim({
      kind: "statement",
      text: "In 2023 Aldermoor said so, and again in May 2024.",
      known_from: "2024-05-02",
    }),
    says: "it names a date after 1 January 2023, when it became known",
  },
};
