/** Readers' verdicts; for a bad one a modal asks what was wrong. Closing it counts as well. */
import type { App, types, ViewOutput } from "@slack/bolt";
import { plainText, say } from "#core";
import type { FeedbackValue } from "./below.ts";
import { type Context, isNew } from "./context.ts";
import { parseValue } from "./parse-value.ts";
import { modal, openView } from "./views.ts";
import { labelled, type Wordless, word } from "./words.ts";

const callback = "feedback";
/** https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
const longestNote = 1_000;

export async function openFeedback(
  context: Context,
  trigger: string,
  value: FeedbackValue,
): Promise<void> {
  const view = modal(plainText(say("surface.feedback.title")), inputs(), {
    callback,
    submit: plainText(say("surface.send")),
    metadata: JSON.stringify(value),
  });
  await openView(context, trigger, { ...view, notify_on_close: true });
}

export function receiveFeedback(app: App, context: Context): void {
  app.view({ callback_id: callback, type: "view_submission" }, async ({ ack, view }) => {
    await ack();
    await record(context, view);
  });
  app.view({ callback_id: callback, type: "view_closed" }, async ({ ack, view }) => {
    await ack();
    await record(context, view);
  });
}

async function record(context: Context, view: ViewOutput): Promise<void> {
  const value = parseValue<FeedbackValue>(view.private_metadata);
  if (!value || !(await isNew(context, `view:${view.id}`))) return;
  // A modal that is closed tells nothing of its fields.
  const fields = view.state?.values;
  const wrong = fields?.["kind"]?.["kind"]?.selected_option?.value === "wrong";
  const note = fields?.["note"]?.["note"]?.value;
  await context.bot.feedback({
    ...feedbackOf(value),
    verdict: wrong ? "wrong" : "not-useful",
    ...(note && { note }),
  });
}

export function feedbackOf({ verdict, line, citations }: FeedbackValue) {
  return { verdict, dossier: dossierOf(line), question: line, citations };
}

/** Lines name their dossier when it is not the standard one. */
function dossierOf(line: string): string {
  return /(?:^|\s)in:(\S+)/.exec(line)?.[1] ?? "";
}

function inputs(): readonly types.KnownBlock[] {
  const option = (value: string, key: Wordless) => ({
    text: { type: "plain_text" as const, text: word(key) },
    value,
  });
  const useless = option("not-useful", "surface.feedback.useless");
  return [
    labelled("kind", "surface.feedback.kind", {
      type: "radio_buttons",
      action_id: "kind",
      options: [useless, option("wrong", "surface.feedback.wrong")],
      initial_option: useless,
    }),
    labelled(
      "note",
      "surface.feedback.note",
      {
        type: "plain_text_input",
        action_id: "note",
        multiline: true,
        max_length: longestNote,
      },
      true,
    ),
  ];
}
