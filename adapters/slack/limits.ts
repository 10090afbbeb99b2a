/** Slack's numbers, each with the page that states it. */
import type { Budget, Limits } from "#core";

export const kit = {
  /** https://docs.slack.dev/reference/block-kit/blocks: 50 in a message, 100 in modals and Home */
  messageBlocks: 50,
  viewBlocks: 100,
  /** https://docs.slack.dev/reference/block-kit/blocks/section-block */
  sectionText: 3_000,
  /** https://docs.slack.dev/reference/block-kit/blocks/header-block */
  headerText: 150,
  /** https://docs.slack.dev/reference/block-kit/blocks/context-block; texts as in a section */
  contextElements: 10,
  contextText: 2_000,
  /** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
  actionsElements: 25,
  /** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
  buttonText: 75,
  buttonValue: 2_000,
  /** https://docs.slack.dev/reference/block-kit/blocks/table-block: one in a message */
  tableRows: 100,
  tableColumns: 20,
  /** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
  chartTitle: 50,
  chartLabel: 20,
  chartAxis: 50,
  /** Not on that page; other builders' documentation says 20. */
  chartPoints: 20,
  chartsPerMessage: 2,
  /** https://docs.slack.dev/surfaces/modals */
  viewTitle: 24,
  privateMetadata: 3_000,
  /** https://docs.slack.dev/reference/methods/chat.postMessage: longer texts are cut at 40,000 */
  text: 4_000,
  /** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
  optionText: 75,
  options: 100,
  /** https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts */
  prompts: 4,
} as const;

/**
 * Characters of all texts on one message. Slack states no such limit and refuses messages from
 * about 12,000 with `msg_blocks_too_long` (slackapi/bolt-js#2509, #2867; 11,341 was refused once).
 */
const pageCharacters = 10_000;

export type Measure = Limits["measure"];
export function limitsOf(measure: Measure): Limits {
  return {
    page: { characters: pageCharacters, blocks: kit.messageBlocks, actions: kit.actionsElements },
    actionLabel: kit.buttonText,
    actionLine: kit.buttonValue,
    measure,
  };
}

/**
 * chat.postMessage: "one message per second per channel", bursts refused, and a limit of the whole
 * workspace that Slack does not publish ("several hundred messages per minute" in its older pages).
 * What is still too fast is answered by 429 and its Retry-After.
 * https://docs.slack.dev/apis/web-api/rate-limits
 */
export const budgets: readonly Budget[] = [
  { per: "channel", posts: 1, seconds: 1 },
  { per: "workspace", posts: 20, seconds: 5 },
];
