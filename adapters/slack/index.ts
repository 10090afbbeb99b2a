/** Slack: Socket Mode or HTTP events, on the official SDK. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { App, Receiver } from "@slack/bolt";
import {
  type Adapter,
  type Bot,
  type Clock,
  DeliveryError,
  type Log,
  type Pictures,
  type SeenStore,
  withPictures,
} from "#core";
import { belowPage } from "./below.ts";
import { chartBlock } from "./chart.ts";
import { createClients } from "./client.ts";
import type { Context, Self } from "./context.ts";
import { toDeliveryError } from "./failures.ts";
import { createHttp, eventsPath } from "./http.ts";
import { platform } from "./ids.ts";
import { budgets } from "./limits.ts";
import { createPeople } from "./people.ts";
import { createApp } from "./receive.ts";
import { createRecent } from "./recent.ts";
import { limits } from "./render.ts";
import { createResponder } from "./respond.ts";
import { findPost, postPage } from "./send.ts";
import { createSocketReceiver } from "./socket.ts";
import { createUnderway } from "./underway.ts";

export { diagnose } from "./diagnose.ts";

export interface SlackOptions {
  readonly botToken: string;
  /** Socket Mode when there is one, HTTP events otherwise. */
  readonly appToken?: string;
  readonly signingSecret?: string;
  /** Another Slack than slack.com, such as a local one. */
  readonly apiUrl?: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Events and presses that were handled, across restarts. */
  readonly seen: SeenStore;
  /** Draws what Slack cannot; without it such charts are told in words alone. */
  readonly pictures?: Pictures;
  /** Milliseconds until a post counts as unclear. */
  readonly timeout?: number;
  /** Milliseconds until an answer in a channel shows that it is under way. */
  readonly moment?: number;
  readonly wait?: (duration: Temporal.Duration) => Promise<void>;
}

export interface SlackAdapter extends Adapter {
  /** For the runtime's one HTTP server; every request proves its sender by a signature. */
  readonly route: {
    readonly path: string;
    readonly open: "anyone";
    readonly node: (request: IncomingMessage, response: ServerResponse) => void;
  };
}

export function createSlackAdapter(options: SlackOptions): SlackAdapter {
  const { botToken, appToken, signingSecret, apiUrl, clock, log, seen } = options;
  const { timeout = 10_000, moment = 700 } = options;
  const wait = options.wait ?? ((duration) => sleep(duration.total("milliseconds")));
  const clients = createClients({ token: botToken, apiUrl, log, timeout });
  const evidence: Context["evidence"] = createRecent(1_000);
  const http = signingSecret === undefined ? undefined : createHttp(signingSecret, clock, log);
  const underway = createUnderway(Temporal.Duration.from({ seconds: 5 }));
  let app: App | undefined;
  let stopped = false;

  async function directChannel(person: string): Promise<string> {
    const { channel } = await clients.call.conversations.open({ users: person });
    if (!channel?.id) throw new Error("Slack opened no conversation");
    return channel.id;
  }

  return {
    platform,
    limits,
    budgets,
    route: {
      path: eventsPath,
      open: "anyone",
      node(request, response) {
        if (app && http && appToken === undefined) {
          http.handle(request, response);
          return;
        }
        // Slack tries again what it could not deliver.
        response.writeHead(503).end();
      },
    },
    async start(teller: Bot) {
      stopped = false;
      const { pictures } = options;
      const bot = pictures
        ? withPictures(teller, { pictures, log, needs: (chart) => chartBlock(chart) === undefined })
        : teller;
      const self = await whoAmI(clients);
      const context: Context = {
        ...{ bot, clients, clock, log, seen, self, evidence, wait, moment, directChannel },
        people: createPeople(clients, clock, log),
        respond: createResponder(log, timeout, apiUrl),
        answers: createRecent(1_000),
        newKey: randomUUID,
      };
      const receiver: Receiver | undefined =
        appToken === undefined
          ? http?.receiver
          : createSocketReceiver({ appToken, apiUrl, log, wait, random: Math.random });
      if (!receiver) throw new Error("Slack needs SLACK_APP_TOKEN or SLACK_SIGNING_SECRET");
      app = createApp(context, receiver, { token: botToken, apiUrl, underway });
      if (appToken !== undefined) await app.start();
      log.info("slack-started", {
        workspace: self.workspace,
        by: appToken === undefined ? "http" : "socket",
      });
    },
    async send(to, page, key) {
      if (stopped) throw new DeliveryError("Slack is stopped", { retry: "later", code: "stopped" });
      evidence.set(key, page.document.sources);
      const below = page.number === page.of ? belowPage(key, page.document) : [];
      return postPage(clients.outbox, { to, page, key, below }, log);
    },
    find: (to, key, since) => findPost(clients, to, key, since),
    async tell(workspace, person, page) {
      try {
        const channel = await directChannel(person);
        const to = { platform, workspace, channel };
        await postPage(clients.post, { to, page, key: randomUUID() }, log);
      } catch (error) {
        throw toDeliveryError(error);
      }
    },
    async stop() {
      stopped = true;
      const running = app;
      app = undefined;
      if (running && appToken !== undefined) await running.stop();
      // An answer that is posted and not remembered would have a thread that nobody answers in.
      await underway.finished();
    },
  };
}

/** @throws Error that says what to do when Slack does not know the token. */
async function whoAmI({ call }: ReturnType<typeof createClients>): Promise<Self> {
  const answer = await call.auth.test();
  return {
    user: answer.user_id ?? "",
    bot: answer.bot_id ?? "",
    name: answer.user ?? "",
    workspace: answer.team_id ?? "",
  };
}
