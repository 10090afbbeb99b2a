/** Numbers that Discord states about itself, each with the page that states it. */
import type { Budget, Limits, Page, Size } from "#core";
import { longestLine } from "./custom-id.ts";

const components = "https://docs.discord.com/developers/components/reference";

export interface DiscordNumber {
  readonly most: number;
  readonly link: string;
}

export const discordNumbers = {
  /** Components of a message, nested ones counted. */
  components: { most: 40, link: components },
  /** Characters in all text displays of a message together. */
  text: { most: 4_000, link: `${components}#text-display` },
  /** Buttons in one row. */
  row: { most: 5, link: `${components}#action-row` },
  label: { most: 80, link: `${components}#button-button-structure` },
  options: { most: 25, link: `${components}#string-select-string-select-structure` },
  option: { most: 100, link: `${components}#string-select-select-option-structure` },
  modalTitle: {
    most: 45,
    link: "https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal",
  },
  modalFields: {
    most: 5,
    link: "https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal",
  },
  modalLabel: { most: 45, link: `${components}#label-label-structure` },
  modalHint: { most: 100, link: `${components}#label-label-structure` },
  input: { most: 4_000, link: `${components}#text-input-text-input-structure` },
  choices: {
    most: 25,
    link: "https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-structure",
  },
  choice: {
    most: 100,
    link: "https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure",
  },
  threadName: {
    most: 100,
    link: "https://docs.discord.com/developers/resources/channel#start-thread-from-message",
  },
  alt: {
    most: 1_024,
    link: "https://docs.discord.com/developers/resources/message#attachment-object",
  },
  files: {
    most: 10,
    link: "https://docs.discord.com/developers/resources/message#create-message",
  },
  followUps: {
    most: 5,
    link: "https://docs.discord.com/developers/interactions/receiving-and-responding#create-followup-message",
  },
} as const satisfies Readonly<Record<string, DiscordNumber>>;

/**
 * How fast one bot may post, all its replicas together. What each channel takes stands in Discord's
 * answers and is kept from there.
 * https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
 */
export const budgets: readonly Budget[] = [{ per: "platform", posts: 50, seconds: 1 }];

/**
 * Kept free on every page for what is added when it is sent: a row with "show evidence", "ask a
 * follow-up" and three more buttons, "read on", and a row with the select of pages; or a picture and a
 * file.
 */
const kept = { components: 11, buttons: 3 } as const;

/** Four rows of buttons are more than anybody reads. */
const mostButtons = 15;

export function createLimits(measure: (page: Page) => Size): Limits {
  return {
    page: {
      characters: discordNumbers.text.most,
      blocks: discordNumbers.components.most - kept.components,
      actions: mostButtons - kept.buttons,
    },
    actionLabel: discordNumbers.label.most,
    actionLine: longestLine,
    measure,
  };
}
