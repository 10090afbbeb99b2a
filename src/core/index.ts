/** The core's one door, imported elsewhere as "#core". */
export type * from "./answer/answer.ts";
export { createAnswerer } from "./answer/answerer.ts";
export type * from "./bot.ts";
export type * from "./command/command.ts";
export { type BotParts, createBot } from "./create-bot.ts";
export * from "./delivery/budgets.ts";
export { planCorrections } from "./delivery/corrections.ts";
export {
  createDeliver,
  type DeliverParts,
  type DeliveryEvent,
  type Outcome,
  type PagesOf,
} from "./delivery/deliver.ts";
export {
  type Delivery,
  type DeliveryState,
  type EditionPage,
  isClosed,
  type PagePost,
} from "./delivery/delivery.ts";
export { destinationKey } from "./delivery/destination.ts";
export { createGate, type Gate, type Sleep } from "./delivery/gate.ts";
export { deliveryId } from "./delivery/ids.ts";
export { type EditionRequest, type Planned, type PlanParts, planDue } from "./delivery/plan.ts";
export { Stopped } from "./delivery/posting.ts";
export { asUnclear, replayed } from "./delivery/retry.ts";
export { uuidV5 } from "./delivery/uuid.ts";
export { composeEdition, editionId } from "./digest/compose.ts";
export { CronError, cronSchedule } from "./digest/cron.ts";
export type * from "./digest/edition.ts";
export { nextRun, type QuietHours } from "./digest/next-run.ts";
export { pagesOfEdition } from "./digest/pages.ts";
export type * from "./digest/schedule.ts";
export type * from "./digest/subscription.ts";
export * from "./document/bounds.ts";
export { createDocument, type DocumentParts, serviceDocument } from "./document/document.ts";
export { type EscapeRule, escapeWith } from "./document/escape.ts";
export { htmlRules } from "./document/escape-html.ts";
export { textRules } from "./document/escape-text.ts";
export { fit, type Limits, type Size } from "./document/fit.ts";
export { ratingInWords } from "./document/footnotes.ts";
export { notification } from "./document/notification.ts";
export { plainText } from "./document/plain-text.ts";
export * from "./document/render.ts";
export {
  asked,
  claimSentence,
  derived,
  named,
  type Part,
  type Slot,
  say,
} from "./document/sentence.ts";
export { shortDay } from "./document/short-day.ts";
export * from "./document/source-line.ts";
export { stampOf, stampSentence } from "./document/stamp.ts";
export { toHtml } from "./document/to-html.ts";
export { toMarkdown } from "./document/to-markdown.ts";
export { bodyText, toText } from "./document/to-text.ts";
export type * from "./document/tree.ts";
export { coverageOf, passagesSchema } from "./dossier/coverage.ts";
export { edtfWords } from "./dossier/dates.ts";
export { diffDossiers } from "./dossier/diff.ts";
export type * from "./dossier/dossier.ts";
export { editorSchemas } from "./dossier/editor-schema.ts";
export { pickDossier } from "./dossier/library.ts";
export { lintDossier } from "./dossier/lint/rules.ts";
export { namesOf } from "./dossier/names.ts";
export { parseDossier, type Records } from "./dossier/parse.ts";
export {
  credibilityScale,
  likelihoodScale,
  ploverScale,
  ratingWords,
  reliabilityScale,
} from "./dossier/scales.ts";
export { claimSchema, sourceSchema } from "./dossier/schema.ts";
export { type DossierStats, statsOf } from "./dossier/stats.ts";
export * from "./errors.ts";
export { type FeedName, feedNames, feedOf } from "./export/feeds.ts";
export { agendaFigure } from "./figure/agenda-figure.ts";
export { balanceFigure } from "./figure/balance-figure.ts";
export { type Drawing, drawnReply, withPictures } from "./figure/chart-files.ts";
export * from "./figure/figure.ts";
export { mediationFigure } from "./figure/mediation-figure.ts";
export * from "./figure/picture.ts";
export { seriesFigure } from "./figure/series-figure.ts";
export { tracksFigure } from "./figure/tracks-figure.ts";
export type * from "./finding.ts";
export type * from "./ports.ts";
export type * from "./preview.ts";
export { createReading, type Reading } from "./reading.ts";
export { forgetOld } from "./retention.ts";
export * from "./store/memory.ts";
export { sameQuestion } from "./store/question.ts";
