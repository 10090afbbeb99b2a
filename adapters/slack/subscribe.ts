/** A digest by form: Slack's own pickers for the channel and the time; the answer says what was set. */
import type { App, types } from "@slack/bolt";
import { type Choice, plainText, say } from "#core";
import { button, type SlackBlock } from "./blocks.ts";
import { type Context, callKey, isNew } from "./context.ts";
import { pagesOf } from "./deliver.ts";
import { originOf } from "./origin.ts";
import { render } from "./render.ts";
import { chosen, form, type Picked } from "./subscribe-form.ts";
import { modal, openView } from "./views.ts";
import { option, word } from "./words.ts";

const callback = "subscribe";
const command = "subscribe";

export function subscribeButton(): types.Button {
  return button(word("surface.subscribe"), "subscribe", "subscribe", true);
}

export function receiveSubscribe(app: App, context: Context): void {
  app.action({ type: "block_actions", action_id: "subscribe" }, async ({ ack, body }) => {
    await ack();
    if (!(await isNew(context, `press:${callKey(context, body.trigger_id)}`))) return;
    await openSubscribe(context, body.trigger_id, body.user.id);
  });
  app.options<"block_suggestion">(
    { type: "block_suggestion", action_id: "zone" },
    async ({ ack, options }) => {
      const choices = await context.bot.complete(command, "zone", options.value);
      await ack({ options: choices.length > 0 ? choices.map(option) : zonesLike(options.value) });
    },
  );
  app.view({ callback_id: callback, type: "view_submission" }, async ({ ack, view, body }) => {
    const picked = chosen(view.state.values as unknown as Picked);
    if (!(await isNew(context, `view:${view.id}`))) return ack();
    const place = {
      workspace: body.team?.id ?? context.self.workspace,
      channel: picked.channel ?? (await context.directChannel(body.user.id)),
      person: body.user.id,
    };
    const reply = await context.bot.command({
      key: `view:${view.id}`,
      origin: await originOf(context, place),
      input: { type: "line", line: `${command} ${picked.words}` },
    });
    const title = plainText(say("surface.subscribe.title"));
    const blocks = pagesOf(reply.document).flatMap(
      (page): readonly SlackBlock[] => render(page, { native: false }).blocks,
    );
    await ack({
      response_action: "update",
      view: modal(
        title,
        blocks.filter(({ type }) => type !== "actions"),
      ),
    });
  });
}

export async function openSubscribe(
  context: Context,
  trigger: string,
  person: string,
): Promise<void> {
  const { zone } = await context.people.person(person);
  const topics = await context.bot.complete("topic", "topic", "");
  await openView(
    context,
    trigger,
    modal(plainText(say("surface.subscribe.title")), form(topics, zone), {
      callback,
      submit: plainText(say("surface.subscribe")),
    }),
  );
}

/** https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload: at most 100 */
function zonesLike(typed: string) {
  const words = typed.toLowerCase().replaceAll(/\s+/g, "_");
  const zones = ["UTC", ...Intl.supportedValuesOf("timeZone")];
  return zones
    .filter((zone) => zone.toLowerCase().includes(words))
    .slice(0, 100)
    .map((zone): types.PlainTextOption => option({ label: zone, value: zone } satisfies Choice));
}
