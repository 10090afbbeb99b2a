/** Why Discord does not let the bot in, in words that say what to do. */
import { DiscordAPIError, GatewayCloseCodes, HTTPError } from "discord.js";

const tokenRefused =
  "Discord refused DISCORD_TOKEN. Open the Discord Developer Portal, your application, Bot, press Reset Token, and set the new one.";
const intentRefused =
  "Discord refused the message content intent. Open the Discord Developer Portal, your application, Bot, switch on Message Content Intent, or set DISCORD_MESSAGE_CONTENT=off.";

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const codes: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: tokenRefused,
  [GatewayCloseCodes.DisallowedIntents]: intentRefused,
  [GatewayCloseCodes.InvalidIntents]:
    "Discord did not understand the intents. This is a fault of Backchannel: please report it.",
  [GatewayCloseCodes.InvalidShard]:
    "Discord refused the shard. Restart Backchannel; it asks for the right number of shards.",
  [GatewayCloseCodes.ShardingRequired]:
    "The bot is in too many servers for one connection. Restart Backchannel; it asks for the right number of shards.",
  [GatewayCloseCodes.InvalidAPIVersion]:
    "Discord no longer speaks this version of its interface. Update Backchannel.",
};

/** What to do about a connection that Discord closed for good. */
export function closedForGood(code: number): string {
  return codes[code] ?? `Discord closed the connection (${code}). Restart Backchannel.`;
}

/** Discord will not let the bot in as it is set up; the message says what to do. */
class DiscordRefusedError extends Error {
  override readonly name = "DiscordRefusedError";
}

export function startError(error: unknown): Error {
  const text = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const todo =
    code === "TokenInvalid" || /authentication failed|401/i.test(text)
      ? tokenRefused
      : /disallowed intents/i.test(text)
        ? intentRefused
        : `Discord did not let the bot in: ${text}`;
  return new DiscordRefusedError(todo, { cause: error });
}

/** True for what may be over in a moment: the network, or Discord itself. */
export function isPassing(error: unknown): boolean {
  if (error instanceof HTTPError) return true;
  if (error instanceof DiscordAPIError) return error.status === 429;
  if (!(error instanceof Error)) return false;
  const final = /token|authentication|intents|shard|API version/i;
  return !final.test(`${"code" in error ? error.code : ""} ${error.message}`);
}
