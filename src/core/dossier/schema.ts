/**
 * The dossier format: what each YAML file of `briefings/<id>/` may hold. Data only; every field is
 * described once, here, and the JSON Schema for editors is made from these descriptions.
 */
import { z } from "zod";
import {
  citations,
  credibility,
  day,
  edtf,
  figure,
  id,
  ids,
  label,
  likelihood,
  markdown,
  text,
} from "./fields.ts";
import { ploverScale, reliabilityScale, termsOf } from "./scales.ts";

const dossierSchema = z.strictObject({
  id,
  title: label,
  question: text.describe("The one question that the dossier exists to answer."),
  coverage: z.strictObject({
    from: edtf,
    until: day.describe("Last day on record. Nothing later is known to the bot."),
  }),
  languages: z.array(z.string().regex(/^[a-z]{2}$/)).min(1),
  method: markdown.describe("How the record is made; Markdown."),
  corrections: markdown.describe("How a reader reports a mistake; Markdown.").optional(),
  not_covered: z.array(label).default([]).describe("What a reader may expect and will not find."),
  eras: z
    .array(z.strictObject({ id, title: label, when: edtf }))
    .min(1)
    .describe("Chapters of the timeline, in order."),
});

export const sourceSchema = z.strictObject({
  id,
  publisher: label,
  title: label,
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  published: edtf.optional(),
  retrieved: day
    .optional()
    .describe("Day on which somebody opened the page or a stored copy of it."),
  reliability: z
    .enum(termsOf(reliabilityScale))
    .describe("Source reliability A-F, Admiralty code."),
  party: z
    .strictObject({
      of: id.describe("Actor the publisher belongs or answers to."),
      as: z.enum(["government", "state media", "party to the dispute", "advocacy"]),
    })
    .optional(),
  story: id
    .optional()
    .describe(
      "Same value on outlets that carry one and the same report (wire copy): they count once.",
    ),
  note: text.optional(),
});

const office = z.strictObject({
  id,
  title: label.describe("As in 'foreign minister of Iran'."),
  of: id.describe("Actor (state or organisation) the office belongs to."),
  from: edtf.optional(),
  to: edtf.optional(),
  acting: z.boolean().default(false),
  citations,
  credibility: credibility.default(2),
});

const actorSchema = z.strictObject({
  id,
  name: label,
  kind: z.enum(["state", "organisation", "person", "group"]),
  formal_name: label.optional(),
  adjective: label.optional().describe("As in 'Iranian'."),
  aliases: z
    .array(label)
    .default([])
    .describe(
      "Other names, transliterations, capitals used for governments, Persian and Arabic spellings.",
    ),
  born: edtf.optional(),
  died: edtf.optional(),
  existed: z.strictObject({ from: edtf.optional(), to: edtf.optional() }).optional(),
  part_of: id.optional().describe("Actor it belongs to, such as the state of a ministry."),
  members: ids.describe("Actors that make up this group, such as the P5+1."),
  offices: z.array(office).default([]),
  wikidata: z
    .string()
    .regex(/^Q\d+$/)
    .optional(),
});

const topicSchema = z.strictObject({
  id,
  title: label,
  track: z.enum(["diplomacy", "nuclear", "pressure", "conflict"]),
  aliases: z.array(label).default([]),
  summary: text.describe("Two to four sentences that stand on the claims named below."),
  claims: z.array(id).min(1).describe("Claims that carry the summary."),
  order: z.number().int(),
});

const termSchema = z.strictObject({
  id,
  term: label,
  aliases: z.array(label).default([]),
  meaning: text,
  citations,
  credibility: credibility.default(2),
  topics: ids,
  known_from: edtf
    .optional()
    .describe("When the term came up; the start of the coverage unless said otherwise."),
});

// Words, not questions: what is longer would fit one asker only.
const keyword = z
  .string()
  .trim()
  .regex(
    /^[\p{Ll}'-]+(?: [\p{Ll}'-]+){0,2}$/u,
    "one to three words in small letters, without figures",
  );

export const claimSchema = z.strictObject({
  id,
  headline: label.describe("At most 12 words; the claim in a line."),
  text: text.describe("One or two sentences in the curators' own words that stand alone."),
  kind: z.enum([
    "event",
    "statement",
    "assessment",
    "forecast",
    "background",
    "condition",
    "recommendation",
  ]),
  when: edtf.optional().describe("EDTF date or interval that the claim is about."),
  actors: z
    .array(z.union([id, z.strictObject({ id, office: id.optional() })]))
    .default([])
    .describe("Who is in it; the office when it acts in one."),
  topics: z.array(id).min(1),
  place: label.optional(),
  mediation: z
    .strictObject({ by: z.array(id).min(1), between: z.tuple([id, id]) })
    .optional()
    .describe("Who carried it between whom, when somebody did."),
  causes: ids.describe("Claims of what brought this about."),
  citations,
  credibility,
  holder: id.optional().describe("Actor whose view, forecast or account it is."),
  likelihood: likelihood.optional(),
  percent: z.tuple([z.number(), z.number()]).optional().describe("Only when the holder gave one."),
  hedge: label.optional().describe("The holder's own hedge, in a word or two."),
  why_it_matters: text.optional().describe("One sentence."),
  keywords: z
    .array(keyword)
    .max(24)
    .default([])
    .describe("Words by which people ask for it and that it does not use; searched, never shown."),
  known_from: edtf
    .optional()
    .describe("When the world could know it; the first day of `when` unless said otherwise."),
  status: z.enum(["current", "superseded", "disputed", "rejected"]).default("current"),
  supersedes: ids.describe("Claims that this one replaces: dated or imprecise ones."),
  contradicts: ids.describe("Claims that cannot be true together with this one."),
  rejects: ids.describe("Claims that this one shows to be wrong."),
  reason: text
    .optional()
    .describe("Rejected and superseded: what was wrong or has changed, in one or two sentences."),
  caution: text.optional().describe("Shown with the claim wherever it is shown."),
  figures: z.array(figure).default([]),
  plover: z.enum(termsOf(ploverScale)).optional().describe("PLOVER event type, for events."),
  added: day,
  updated: day.optional(),
  reviewed: day.optional(),
});

const disputeSchema = z.strictObject({
  id,
  question: text,
  topics: z.array(id).min(1),
  since: edtf.optional(),
  positions: z
    .array(
      z.strictObject({
        holders: z.array(id).min(1).describe("Actors that take this position."),
        claims: z.array(id).min(1).describe("Claims that state it."),
      }),
    )
    .min(2),
  settled_by: text.describe("What would settle it. One sentence that stands on the claims above."),
});

const seriesSchema = z.strictObject({
  id,
  title: label.describe("As in 'stock of uranium enriched up to 60 %'."),
  aliases: z.array(label).default([]),
  unit: z.string().trim().min(1).max(30),
  range: z.tuple([z.number(), z.number()]).describe("Smallest and largest value that can be."),
  actors: ids,
  topics: z.array(id).min(1),
  publisher: label.describe("Who measures, as in 'the IAEA'."),
  sentence: text.describe("Template of a point's sentence with {value}, {unit} and {date}."),
  points: z
    .array(
      z.strictObject({
        as_of: edtf,
        value: z.number(),
        kind: z.enum(["measured", "estimate", "derived"]),
        credibility: credibility.default(2),
        citations,
        known_from: edtf.optional(),
        note: text.optional(),
      }),
    )
    .min(1),
  gaps: z
    .array(z.strictObject({ when: edtf, claims: z.array(id).min(1), reason: text }))
    .default([])
    .describe("Stretches without a measurement, and the claims that say why."),
  bends: ids.describe("Claims that explain the turns of the curve."),
});

const milestone = z.strictObject({
  type: z.literal("milestone"),
  id,
  when: edtf,
  text: text.describe("What is due, as a sentence that stands on the claims."),
  headline: label,
  topics: z.array(id).min(1),
  actors: ids,
  claims: z.array(id).min(1).describe("What the date rests on."),
  known_from: edtf,
  outcome: id.optional().describe("Claim that says what came of it."),
});

const trigger = z.strictObject({
  type: z.literal("trigger"),
  id,
  if: text.describe("What to look for, as in 'inspectors are let back into Fordow'."),
  expect: text.describe("What would then follow."),
  topics: z.array(id).min(1),
  actors: ids,
  claims: z.array(id).min(1).describe("What the expectation rests on."),
  known_from: edtf,
  expires: edtf.optional(),
  holder: id.optional(),
  likelihood: likelihood.default("unstated"),
});

const agendaSchema = z.discriminatedUnion("type", [milestone, trigger]);

const trendSchema = z.strictObject({
  id,
  era: id,
  direction: z.enum(["improved", "unchanged", "deteriorated"]),
  text: text.describe("The bottom line: one sentence with actor, verb and consequence."),
  alert: z.enum(["risk alert", "resolution opportunity"]).optional(),
  claims: z.array(id).min(1),
  known_from: edtf,
});

/** File below `briefings/<id>/` → what it holds. A folder holds any number of files, one list each. */
export const fileSchemas = {
  "dossier.yaml": dossierSchema,
  "sources/*.yaml": z.array(sourceSchema),
  "actors.yaml": z.array(actorSchema),
  "topics.yaml": z.array(topicSchema),
  "glossary.yaml": z.array(termSchema),
  "disputes.yaml": z.array(disputeSchema),
  "series.yaml": z.array(seriesSchema),
  "agenda.yaml": z.array(agendaSchema),
  "trend.yaml": z.array(trendSchema),
  "claims/*.yaml": z.array(claimSchema),
} as const;

export type DossierHeader = z.infer<typeof dossierSchema>;
export type SourceRecord = z.infer<typeof sourceSchema>;
export type ActorRecord = z.infer<typeof actorSchema>;
export type TopicRecord = z.infer<typeof topicSchema>;
export type TermRecord = z.infer<typeof termSchema>;
export type ClaimRecord = z.infer<typeof claimSchema>;
export type DisputeRecord = z.infer<typeof disputeSchema>;
export type SeriesRecord = z.infer<typeof seriesSchema>;
export type AgendaRecord = z.infer<typeof agendaSchema>;
export type TrendRecord = z.infer<typeof trendSchema>;
