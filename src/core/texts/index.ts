/**
 * The catalogue of service texts: every sentence the bot says that is not about the subject.
 * One file per area; keys are permanent. `{slot}` is filled by `say` in `document/sentence.ts`.
 * A text holds no figure, date or proper name of its own.
 */
import { answerTexts } from "./answers.ts";
import { briefingTexts } from "./briefings.ts";
import { chartTexts } from "./charts.ts";
import { commandTexts } from "./commands.ts";
import { deliveryTexts } from "./delivery.ts";
import { digestTexts } from "./digests.ts";
import { documents } from "./documents.ts";
import { dossierTexts } from "./dossier.ts";
import { exportTexts } from "./exports.ts";
import { helpTexts } from "./help.ts";
import { labels } from "./labels.ts";
import { posting } from "./posting.ts";
import { problems } from "./problems.ts";
import { subscriptionTexts } from "./subscriptions.ts";
import { surfaces } from "./surfaces.ts";

export const texts = {
  ...answerTexts,
  ...briefingTexts,
  ...chartTexts,
  ...commandTexts,
  ...deliveryTexts,
  ...digestTexts,
  ...documents,
  ...dossierTexts,
  ...exportTexts,
  ...helpTexts,
  ...labels,
  ...posting,
  ...problems,
  ...surfaces,
  ...subscriptionTexts,
} as const;

export type ServiceText = keyof typeof texts;

/** Names of the slots in a text. */
export type SlotsOf<Key extends ServiceText> = SlotNames<(typeof texts)[Key]>;

type SlotNames<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | SlotNames<Rest>
  : never;
