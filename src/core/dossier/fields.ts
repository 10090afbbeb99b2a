/** Fields that several records of the dossier share. */
import { z } from "zod";
import { parseEdtf } from "./edtf.ts";
import { likelihoodScale, termsOf } from "./scales.ts";

export const id = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    "an id is lower-case words joined by hyphens, like jcpoa-2015",
  )
  .max(60);
export const ids = z.array(id).default([]);
// Control and bidi characters reorder or hide what follows; the joiners that Persian needs may stay.
const hidden = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}]/u;
const words = z
  .string()
  .trim()
  .refine((value) => !hidden.test(value), "holds an invisible control character; delete it");
/** Becomes one sentence of a document, which `document/bounds.ts` bounds with room for words around it. */
export const text = words.min(1).max(800);
export const markdown = words.min(1).max(4_000);
export const label = words.min(1).max(200);

/** YAML reads a bare year as a number; it is taken as written. */
export const edtf = z
  .union([z.string(), z.int().transform(String)])
  .superRefine((value, context) => {
    try {
      parseEdtf(value);
    } catch (error) {
      context.addIssue({ code: "custom", message: (error as RangeError).message });
    }
  });
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "a day is written 2023-09-18")
  .superRefine((value, context) => {
    try {
      Temporal.PlainDate.from(value);
    } catch {
      context.addIssue({ code: "custom", message: `"${value}" is a day that no calendar has` });
    }
  });

/** Where in a source it stands. */
const citation = z.strictObject({
  source: id.describe("Id of a record of sources.yaml."),
  locator: label.describe("Where in it: section and paragraph, page, article, headline."),
});
export const citations = z.array(citation).min(1, "at least one source is needed");
export const credibility = z
  .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)])
  .describe(
    "Information credibility 1-6, Admiralty code: 1 confirmed ... 5 improbable, 6 cannot be judged.",
  );
export const likelihood = z
  .enum([...termsOf(likelihoodScale), "unstated"])
  .describe("ICD 203 term that the holder gave, or unstated.");

/** A number that a claim states, made readable for programs. */
export const figure = z.strictObject({
  of: label.describe("What is counted or measured."),
  value: z.number(),
  to: z.number().optional().describe("Upper end, when the source gives a range."),
  unit: z.enum([
    "percent",
    "kg",
    "persons",
    "states",
    "entities",
    "billion USD",
    "million barrels",
    "million barrels a day",
    "million votes",
    "hours",
    "days",
    "weeks",
    "years",
    "items",
  ]),
  approximate: z.boolean().default(false),
});
