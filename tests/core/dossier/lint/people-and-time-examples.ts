/** Who can have done what when: see `examples.ts`. */
import { claim, type Example, later, mayor, successor } from "./edit.ts";

export const peopleAndTime: Readonly<Record<string, Example>> = {
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
    bad: claim({ kind: "statement", holder: "tobias-marsh", when: "2024-01-21", citations: later }),
    good: claim({
      kind: "statement",
      holder: "tobias-marsh",
      when: "2024-01-20",
      citations: later,
    }),
    says: "Tobias Marsh died 20 January 2024; the claim is of 21 January 2024",
  },
  "dead-acting": {
    bad: claim({
      text: "On 21 January 2024 Tobias Marsh signed a letter to the canal office.",
      kind: "statement",
      when: "2024-01-21",
      citations: later,
    }),
    good: claim({
      text: "On 21 January 2024 the widow of Tobias Marsh signed a letter that Marsh wrote in 2023.",
      kind: "statement",
      when: "2024-01-21",
      citations: later,
    }),
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
  "office-of-two": {
    bad: { "actors.yaml": successor("2023-12-01") },
    good: { "actors.yaml": successor("2024-01-21") },
    says: "Tobias Marsh is mayor of Brightwater at that time",
  },
  "mediator-is-party": {
    bad: claim({ mediation: "{ by: [brightwater], between: [aldermoor, brightwater] }" }),
    good: claim({ mediation: "{ by: [canal-office], between: [aldermoor, brightwater] }" }),
    says: '"brightwater" is itself one of the two sides',
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
  "dispute-too-late": {
    bad: { "disputes.yaml": [["since: 2023-04-12", "since: 2025-04-01"]] },
    good: { "disputes.yaml": [["since: 2023-04-12", "since: 2025-03"]] },
    says: "1 April 2025 is after the end of the record, 31 March 2025",
  },
  "in-the-future": {
    bad: claim({ updated: "2025-04-03" }),
    good: claim({ updated: "2025-04-02" }),
    says: "3 April 2025 is still to come; today is 2 April 2025",
  },
  "known-too-early": {
    bad: claim({ kind: "statement", when: "2023-04-13", known_from: "2023-04-12" }),
    good: claim({ kind: "statement", when: "2023-04-13", known_from: "2023-04-13" }),
    says: "known from 12 April 2023, before it began, 13 April 2023",
  },
  "source-too-early": {
    bad: claim({ kind: "statement", when: "2023-04-14" }),
    good: claim({ kind: "statement", when: "2023-04-13" }),
    says: "every source is older than 14 April 2023",
  },
  "day-not-in-when": {
    bad: claim({ kind: "statement", text: "On 9 April 2023 it said so.", when: "2023-04-12" }),
    good: claim({ kind: "statement", text: "On 11 April 2023 it said so.", when: "2023-04-12" }),
    says: "it is of 12 April 2023, but its text names 9 April 2023",
  },
  "weekday-wrong": {
    bad: claim({ text: "On Monday, 12 April 2023 Aldermoor met." }),
    good: claim({ text: "On Wednesday, 12 April 2023 Aldermoor met." }),
    says: "12 April 2023 was a Wednesday, not a Monday",
  },
  "read-before-written": {
    bad: { "sources/papers.yaml": [["retrieved: 2025-04-01", "retrieved: 2023-04-12"]] },
    good: { "sources/papers.yaml": [["retrieved: 2025-04-01", "retrieved: 2023-04-13"]] },
    says: "read 12 April 2023, before it was published, 13 April 2023",
  },
  "trend-outside-era": {
    bad: { "trend.yaml": [["era: toll-quarrel", "era: quiet-years"]] },
    good: { "trend.yaml": [["known_from: 2024-07-01", "known_from: 2024-08"]] },
    says: "1 July 2024 is outside its era, 2019–2022",
  },
  "outcome-too-early": {
    bad: { "agenda.yaml": [["outcome: fewer-barges-2024", "outcome: council-voted-2023"]] },
    good: { "agenda.yaml": [["outcome: fewer-barges-2024", "outcome: toll-begins-2023"]] },
    says: '"council-voted-2023" was over on 3 April 2023, before 12 April 2023',
  },
};
