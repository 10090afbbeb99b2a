/** Pictures: their titles, what they show in words, and how they are made. */
export const chartTexts = {
  "command.chart":
    "A picture: a measurement, events by track, cooperation, mediators or what is due",
  "option.chart": "A measurement or a topic of the record",
  "option.kind": "What kind of picture",

  "title.chart-timeline": "Events by track: {name}",
  "title.chart-balance": "Cooperation and conflict by quarter: {name}",
  "title.chart-mediators": "Who mediates between whom: {name}",
  "title.chart-agenda": "What is due, and what was: {name}",

  "chart.unit": "{unit} · {first} to {last}",
  "chart.span": "{first} to {last}",
  "chart.per-quarter": "Events on record in each quarter, {first} to {last}",
  "chart.pairs": "Years and topics on record",
  "chart.agenda-day": "As of {today}; the record ends on {until}",

  "chart.tracks": "{count} events on record, {first} to {last}: {tracks}.",
  "chart.busiest": "The busiest year is {year}, with {count}.",
  "chart.weightiest": "The weightiest of them:",
  "chart.balance":
    "Conflict outweighs cooperation in {conflict} of {quarters} quarters, cooperation outweighs conflict in {cooperation}.",
  "chart.latest-quarter":
    "In {quarter}, the latest: {cooperation} of cooperation, {conflict} of conflict.",
  "chart.method":
    "How it is counted: each event that has a type (consult, agree, threaten, sanction, assault and the like) counts once, unweighted, in the quarter of its first day. Replaced and refuted ones do not count. It counts what the record took in, so that a busy quarter may also be a well-reported one.",
  "chart.agenda":
    "Still to come: {ahead}. Past their day without an outcome on record: {past}. Settled: {settled}.",
  "chart.nothing": "The record holds nothing that this picture could show.",
  "chart.one-point": "One reading makes no curve, so it is said in words.",

  "label.chart": "In a picture",
  "action.chart": "Draw it",
  "action.chart-timeline": "Events by track",
  "action.chart-balance": "Cooperation and conflict",
  "action.chart-mediators": "Mediators",
  "action.chart-agenda": "What is due",

  "problem.unknown-chart": "The record has no measurement and no topic {asked}.",
} as const;
