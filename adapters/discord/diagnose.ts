/** What can be wrong between this bot and Discord, and what to do about each. */
import {
  type APIApplication,
  type APIGatewayBotInfo,
  type APIGuild,
  type APIUser,
  ApplicationFlags,
  DiscordAPIError,
  REST,
  Routes,
} from "discord.js";
import type { Finding } from "#core";
import { invitation, missingOf } from "./permissions.ts";
import { apiBase } from "./rest.ts";

export interface DiagnoseOptions {
  readonly token: string;
  readonly guildId?: string;
  readonly apiUrl?: string;
  readonly messageContent: boolean;
  readonly commandName: string;
}

type Server = Pick<APIGuild, "id" | "name"> & { readonly permissions: string };

/** Fewer sessions than this left today may not last for a day with bad lines. */
const fewSessions = 20;

/** Tests the token, the intent, the servers with their permissions, the commands and the gateway. */
export async function diagnose(options: DiagnoseOptions): Promise<readonly Finding[]> {
  const rest = new REST({ api: apiBase(options.apiUrl), retries: 0, timeout: 10_000 });
  rest.setToken(options.token);
  let bot: APIUser;
  try {
    bot = (await rest.get(Routes.user())) as APIUser;
  } catch (error) {
    return [tokenFinding(error)];
  }
  const application = (await rest.get("/applications/@me")) as APIApplication;
  const servers = (await rest.get(Routes.userGuilds())) as readonly Server[];
  return [
    { about: "DISCORD_TOKEN", result: "good", text: `Discord knows it: ${bot.username}.` },
    intentFinding(application, options.messageContent),
    ...serverFindings(servers, application, options.guildId),
    await commandsFinding(rest, application, options),
    await gatewayFinding(rest),
  ];
}

function tokenFinding(error: unknown): Finding {
  const refused = error instanceof DiscordAPIError;
  return {
    about: "DISCORD_TOKEN",
    result: "bad",
    text: refused ? "Discord refuses it." : "Discord does not answer.",
    mend: refused
      ? "Open discord.com/developers/applications, your application, Bot, press Reset Token, and set the new one."
      : "Look whether this machine reaches discord.com, or the address in DISCORD_API_URL.",
  };
}

function intentFinding(application: APIApplication, wanted: boolean): Finding {
  const flags: number = application.flags ?? 0;
  const about = "Message content intent";
  const granted =
    (flags &
      (ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited)) !==
    0;
  if (!wanted) {
    const text = granted
      ? "Granted, but not used: DISCORD_MESSAGE_CONTENT is off."
      : "Not needed: mentions, replies, buttons and commands are read without it.";
    return { about, result: "good", text };
  }
  if (granted) return { about, result: "good", text: "Granted: plain messages are read." };
  return {
    about,
    result: "bad",
    text: "DISCORD_MESSAGE_CONTENT is on, but Discord has not granted the intent.",
    mend: "Open your application, Bot, Privileged Gateway Intents, switch on Message Content Intent; or set DISCORD_MESSAGE_CONTENT=off.",
  };
}

function serverFindings(
  servers: readonly Server[],
  { id }: APIApplication,
  wanted: string | undefined,
): readonly Finding[] {
  const mend = invitation(id).trim();
  if (servers.length === 0) {
    return [{ about: "Servers", result: "caution", text: "The bot is in none yet.", mend }];
  }
  const lacking = servers.flatMap(({ name, permissions }): readonly Finding[] => {
    const missing = missingOf(BigInt(permissions));
    if (missing.length === 0) return [];
    const text = `It lacks: ${missing.join(", ")}.`;
    return [{ about: `Server ${name}`, result: "caution", text, mend }];
  });
  const absent = wanted !== undefined && !servers.some((server) => server.id === wanted);
  return [
    {
      about: "Servers",
      result: "good",
      text: `The bot is in ${servers.length === 1 ? "one" : servers.length}.`,
    },
    ...lacking,
    ...(absent
      ? [
          {
            about: "DISCORD_GUILD_ID",
            result: "bad" as const,
            text: "The bot is not in that server, so that it can have no commands there.",
            mend,
          },
        ]
      : []),
  ];
}

async function commandsFinding(
  rest: REST,
  { id }: APIApplication,
  { guildId, commandName }: DiagnoseOptions,
): Promise<Finding> {
  const about = "Commands";
  const route =
    guildId === undefined
      ? Routes.applicationCommands(id)
      : Routes.applicationGuildCommands(id, guildId);
  const commands = (await rest.get(route).catch(() => [])) as readonly { readonly name: string }[];
  return commands.some(({ name }) => name === commandName)
    ? { about, result: "good", text: `/${commandName} is registered.` }
    : {
        about,
        result: "caution",
        text: `/${commandName} is not registered yet.`,
        mend: "npm start registers it. Everywhere it may take Discord a moment; restart your Discord app to see it at once.",
      };
}

async function gatewayFinding(rest: REST): Promise<Finding> {
  const about = "Gateway";
  const { session_start_limit: limit } = (await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;
  const text = `${limit.remaining} of ${limit.total} sessions are left for today.`;
  if (limit.remaining >= fewSessions) return { about, result: "good", text };
  const hours = Math.ceil(limit.reset_after / 3_600_000);
  return {
    about,
    result: "caution",
    text,
    mend: `Something connects with this token again and again. Stop it; the count starts anew in ${hours} h.`,
  };
}
