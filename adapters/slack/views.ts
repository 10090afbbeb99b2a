/** Modals. */
import type { types } from "@slack/bolt";
import { plainText, say } from "#core";
import { type SlackBlock, short } from "./blocks.ts";
import type { Context } from "./context.ts";
import { plain } from "./escape.ts";
import { codeOf } from "./failures.ts";
import { kit } from "./limits.ts";

export interface ModalParts {
  /** Told back when it is sent; a modal without it has nothing to send. */
  readonly callback?: string;
  readonly submit?: string;
  /** Comes back with it. */
  readonly metadata?: string;
}

export function modal(
  title: string,
  blocks: readonly SlackBlock[],
  { callback, submit, metadata }: ModalParts = {},
): types.ModalView {
  const words = (text: string) => ({
    type: "plain_text" as const,
    text: short(plain(text), kit.viewTitle),
  });
  return {
    type: "modal",
    title: words(title),
    blocks: blocks.slice(0, kit.viewBlocks) as types.KnownBlock[],
    close: words(plainText(say("surface.close"))),
    ...(submit !== undefined && { submit: words(submit) }),
    ...(callback !== undefined && { callback_id: callback }),
    ...(metadata !== undefined && { private_metadata: metadata }),
  };
}

/** Opens a modal: within three seconds of the press, and once. */
export async function openView(
  { clients, log }: Context,
  trigger: string,
  view: types.ModalView,
): Promise<void> {
  try {
    await clients.call.views.open({ trigger_id: trigger, view });
  } catch (error) {
    // Too late or pressed twice: the person can press again.
    log.warn("slack-view-refused", { code: codeOf(error) });
  }
}
