/** Discord. Start reading here: what comes in goes to receive.ts, what goes out to send.ts. */
import {
  type Adapter,
  type Clock,
  type Log,
  type NoteStore,
  type Pictures,
  withPictures,
} from "#core";
import { createAnswerer } from "./answer.ts";
import { createAnswers } from "./answers.ts";
import { createDirectory } from "./directory.ts";
import { findPage } from "./find.ts";
import { createGateway, type GatewayTiming, type Ready, usualTiming } from "./gateway.ts";
import { createInvalidRequests } from "./invalid-requests.ts";
import { createLeaves } from "./leaves.ts";
import { budgets, createLimits } from "./limits.ts";
import { createPace } from "./pace.ts";
import { invitation } from "./permissions.ts";
import { platform } from "./place.ts";
import { createPoster } from "./post.ts";
import { createReceiver } from "./receive.ts";
import { commandsFor, register } from "./register.ts";
import { measurePage } from "./render.ts";
import { createRest } from "./rest.ts";
import { createSender } from "./send.ts";
import { createServers } from "./servers.ts";
import { createStanding } from "./standing.ts";
import { createThreads } from "./threads.ts";
import { createUnderway } from "./underway.ts";

export { diagnose } from "./diagnose.ts";

export interface DiscordOptions {
  readonly config: {
    readonly token: string;
    /** Register commands in this server alone, at once. */
    readonly guildId?: string;
    readonly apiUrl?: string;
    /** Read plain messages in the bot's own threads. */
    readonly messageContent: boolean;
  };
  readonly commandName: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Shared by all replicas. */
  readonly notes: NoteStore;
  /** Draws charts; without it they are told in words alone. */
  readonly pictures?: Pictures;
  /** Shows the operator how to add the bot to a server. */
  announce?(text: string): void;
  /** For tests that must not wait. */
  readonly timing?: Partial<DiscordTiming>;
}

export interface DiscordTiming extends GatewayTiming {
  /** Milliseconds after which an answer that is not ready yet is announced; Discord allows 3,000. */
  readonly deferAfter: number;
  /** Milliseconds after which a request without an answer is given up. */
  readonly requestTimeout: number;
  /** Discord's global limit for one bot; more only where a proxy counts. */
  readonly requestsPerSecond: number;
}

export interface DiscordAdapter extends Adapter {
  /** Leaves the gateway, so that another replica may hold it. Posting is still possible; so is `start`. */
  disconnect(): Promise<void>;
}

export function createDiscordAdapter(options: DiscordOptions): DiscordAdapter {
  const { config, commandName, clock, log, notes } = options;
  const timing: DiscordTiming = {
    ...usualTiming,
    deferAfter: 1_500,
    requestTimeout: 15_000,
    requestsPerSecond: 50,
    ...options.timing,
  };
  const rest = createRest(config.token, config.apiUrl, timing);
  const wait = (span: Temporal.Duration) =>
    new Promise<void>((resolve) => setTimeout(resolve, span.total("milliseconds")));
  const invalid = createInvalidRequests(clock);
  const poster = createPoster(rest, invalid, createPace());
  const directory = createDirectory(() => gateway?.client());
  const servers = createServers(poster, clock);
  const standing = createStanding({
    ...{ notes, servers, directory, invalid, clock },
    leaving: () => leaving,
  });
  const threads = createThreads(poster, directory, standing);
  const sender = createSender({ poster, threads, directory, standing, invalid });
  const limits = createLimits(measurePage);
  const answers = createAnswers(notes, clock);
  const leaves = createLeaves(notes, clock, limits);
  const answerer = createAnswerer(leaves, poster, threads, wait);
  let gateway: ReturnType<typeof createGateway> | undefined;
  const underway = createUnderway(Temporal.Duration.from({ seconds: 5 }));
  let user = "";
  let leaving = false;

  async function disconnect(): Promise<void> {
    const open = gateway;
    gateway = undefined;
    await open?.stop();
  }

  return {
    platform,
    limits,
    budgets,
    async start(teller) {
      leaving = false;
      const { pictures } = options;
      const bot = pictures ? withPictures(teller, { pictures, log }) : teller;
      const receive = createReceiver({
        ...{ bot, rest, poster, sender, answerer, leaves, directory, standing, answers, log },
        me: () => user,
        readsContent: config.messageContent,
        deferAfter: timing.deferAfter,
      });
      let registered = false;
      const ready = async (known: Ready) => {
        user = known.user;
        if (registered) return;
        registered = true;
        options.announce?.(invitation(known.application));
        const commands = commandsFor(bot.commands, commandName);
        await register(rest.api, known.application, config.guildId, commands, log);
      };
      gateway = createGateway({
        ...{ ...config, clock, log, timing, ready },
        complete: () => {
          standing.renew().catch((error) => log.warn("discord-notes-failed", { error }));
        },
        dispatch: (event, data) => underway.add(receive(event, data)),
      });
      await gateway.start();
    },
    send: (to, page, key) => sender.send(to, page, key),
    find: (to, key, since) => findPage({ poster, sender, standing }, to, key, since),
    tell: (_, person, page) => sender.tell(person, page),
    disconnect,
    async stop() {
      leaving = true;
      await disconnect();
      await underway.finished();
      rest.stop();
    },
  };
}
