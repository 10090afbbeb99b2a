/** What comes in from Slack, over either transport, to its handlers. */
import { App, type Receiver } from "@slack/bolt";
import { receiveActions } from "./actions.ts";
import { sdkLogger } from "./client.ts";
import { receiveCommands } from "./commands.ts";
import type { Context } from "./context.ts";
import { receiveFeedback } from "./feedback.ts";
import { receiveHome } from "./home.ts";
import { receiveLifecycle } from "./lifecycle.ts";
import { receiveMessages } from "./messages.ts";
import { receiveShortcuts } from "./shortcuts.ts";
import { receiveSubscribe } from "./subscribe.ts";
import type { Underway } from "./underway.ts";

interface AppOptions {
  readonly token: string;
  readonly apiUrl?: string | undefined;
  readonly underway: Underway;
}

export function createApp(
  context: Context,
  receiver: Receiver,
  { token, apiUrl, underway }: AppOptions,
): App {
  const { log, self } = context;
  const app = new App({
    token,
    receiver,
    logger: sdkLogger(log),
    // Given, so that the SDK does not ask again: its own question ends the process when it fails.
    botId: self.bot,
    botUserId: self.user,
    tokenVerificationEnabled: false,
    // Ours are told apart in one place (`speaker`), also inside edits and deletions.
    ignoreSelf: false,
    convoStore: false,
    clientOptions: { ...(apiUrl !== undefined && { slackApiUrl: apiUrl }) },
  });
  app.error(async (error) => {
    // A defect of ours or a refusal by Slack. Nobody's words are logged.
    log.error("slack-handler-failed", { error });
  });
  app.use(({ next }) => underway.run(next));
  receiveCommands(app, context);
  receiveMessages(app, context);
  receiveActions(app, context);
  receiveShortcuts(app, context);
  receiveSubscribe(app, context);
  receiveFeedback(app, context);
  receiveHome(app, context);
  receiveLifecycle(app, context);
  return app;
}
