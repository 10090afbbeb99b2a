/** Presses: next questions, evidence, feedback. */
import type { App, BlockAction } from "@slack/bolt";
import { plainText, say, serviceDocument } from "#core";
import { type EvidenceValue, type FeedbackValue, pressed } from "./below.ts";
import { type Context, callKey, isNew } from "./context.ts";
import { deliver, type Place, pagesOf } from "./deliver.ts";
import { feedbackOf, openFeedback } from "./feedback.ts";
import { originOf } from "./origin.ts";
import { parseValue } from "./parse-value.ts";
import { tellPrivately } from "./private.ts";
import { evidenceBlocks } from "./sources.ts";
import { modal, openView } from "./views.ts";

export function receiveActions(app: App, context: Context): void {
  on(app, context, pressed.run, runLine);
  on(app, context, pressed.evidence, showEvidence);
  on(app, context, pressed.feedback, takeFeedback);
}

interface Press {
  readonly body: BlockAction;
  /** The same for a repeated delivery of the same press. */
  readonly key: string;
  readonly value: string;
  readonly place: Place;
}

type Handler = (context: Context, press: Press) => Promise<void>;

function on(app: App, context: Context, id: string | RegExp, handle: Handler): void {
  app.action({ type: "block_actions", action_id: id }, async ({ ack, body, action }) => {
    await ack();
    const value = "value" in action && typeof action.value === "string" ? action.value : "";
    const press = body as BlockAction;
    const key = callKey(context, press.trigger_id, action.action_id, value, press.user.id);
    if (!(await isNew(context, `press:${key}`))) return;
    await handle(context, { body: press, key, value, place: await placeOf(context, press) });
  });
}

/** Answers go below the message whose button it was; from Home, into the direct message. */
async function placeOf(context: Context, body: BlockAction): Promise<Place> {
  const workspace = body.team?.id ?? body.user.team_id ?? context.self.workspace;
  const person = body.user.id;
  const channel = body.channel?.id ?? body.container["channel_id"];
  const ts = body.message?.ts ?? body.container["message_ts"];
  if (typeof channel !== "string") {
    return { workspace, person, channel: await context.directChannel(person) };
  }
  const thread = body.message?.["thread_ts"] ?? body.container["thread_ts"];
  const alone = body.container["is_ephemeral"] === true;
  // An ephemeral message is nobody's thread.
  const root = typeof thread === "string" ? thread : alone ? undefined : ts;
  return {
    workspace,
    person,
    channel,
    ...(typeof root === "string" && { thread: root }),
    ...(body.response_url && { responseUrl: body.response_url }),
  };
}

async function runLine(context: Context, { key, value, place }: Press): Promise<void> {
  const origin = await originOf(context, place);
  const reply = await context.bot.command({
    key,
    origin,
    input: { type: "line", line: value },
  });
  await deliver(context, reply, { ...place, outside: !origin.canPost });
}

async function showEvidence(context: Context, { body, key, value, place }: Press): Promise<void> {
  const { id, line } = parseValue<EvidenceValue>(value) ?? { id: "" };
  let sources = context.evidence.get(id);
  if (!sources) {
    // Said before the last start: made again from the line, or from what its thread stands on.
    const { document } = await context.bot.command({
      key,
      origin: await originOf(context, place),
      input: { type: "line", line: line ?? "why" },
    });
    sources = document.sources;
  }
  const blocks = evidenceBlocks(sources);
  await openView(context, body.trigger_id, modal(plainText(say("surface.evidence.title")), blocks));
}

async function takeFeedback(context: Context, { body, value, place }: Press): Promise<void> {
  const given = parseValue<FeedbackValue>(value);
  if (!given) return;
  if (given.verdict === "not-useful") {
    await openFeedback(context, body.trigger_id, given);
    return;
  }
  await context.bot.feedback(feedbackOf(given));
  const thanks = serviceDocument({ title: say("surface.thanks"), blocks: [] });
  await tellPrivately(context, pagesOf(thanks), place, []);
}
