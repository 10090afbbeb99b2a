/**
 * The only reader of the environment. All mistakes are reported at once, naming the variable and
 * never its value. `.env.example` documents every variable here; a test holds the two together.
 */
import { z } from "zod";

// No length: that a token is wrong is for the platform to say, and local ones take short tokens.
const token = (prefix: string) => z.string().startsWith(prefix, `must begin with ${prefix}`);
const baseUrl = z
  .url({ protocol: /^https?$/, error: "must be an http or https address" })
  .transform((url) => url.replace(/\/+$/, ""));
const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, "must be a whole number")
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be from ${least} to ${most}`);

const variables = z.object({
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: wholeNumber(0, 65_535).default(3978),
  PUBLIC_URL: baseUrl.optional(),
  DOSSIER: z
    .string()
    .regex(/^[a-z0-9-]+$/, "must be the name of a folder in briefings/")
    .optional(),
  BRIEFINGS: z.string().min(1).optional(),
  COMMAND_NAME: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{0,31}$/, "must be 1 to 32 lower-case letters, digits, - or _")
    .default("brief"),
  DATA_DIR: z.string().min(1).default("data"),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "must be a postgresql:// address" })
    .optional(),
  RETENTION_DAYS: wholeNumber(1, 3_650).default(30),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
  SLACK_BOT_TOKEN: token("xoxb-").optional(),
  SLACK_APP_TOKEN: token("xapp-").optional(),
  SLACK_SIGNING_SECRET: z.string().min(1).optional(),
  SLACK_API_URL: baseUrl.optional(),
  DISCORD_TOKEN: z.string().min(1).optional(),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d+$/, "must be a server id, which is digits alone")
    .optional(),
  DISCORD_API_URL: baseUrl.optional(),
  DISCORD_MESSAGE_CONTENT: z.enum(["on", "off"], { error: "must be on or off" }).default("off"),
});

export type ConfigVariable = keyof typeof variables.shape;
export const configVariables = Object.keys(variables.shape) as readonly ConfigVariable[];

/** Variables whose values must not appear in a log, an error or a chat. */
const secretVariables = [
  "SLACK_BOT_TOKEN",
  "SLACK_APP_TOKEN",
  "SLACK_SIGNING_SECRET",
  "DISCORD_TOKEN",
  "DATABASE_URL",
] as const satisfies readonly ConfigVariable[];

export interface Config {
  readonly http: { readonly host: string; readonly port: number; readonly publicUrl?: string };
  readonly dossiers: { readonly folder?: string; readonly standard?: string };
  readonly commandName: string;
  readonly store: {
    readonly folder: string;
    readonly databaseUrl?: string;
    readonly retentionDays: number;
  };
  readonly logLevel: "debug" | "info" | "warn" | "error";
  readonly slack?: SlackConfig;
  readonly discord?: DiscordConfig;
  /** Values to strike out of everything that is printed. */
  readonly secrets: readonly string[];
}
interface SlackConfig {
  readonly botToken: string;
  /** Socket Mode when there is one, HTTP events otherwise. */
  readonly appToken?: string;
  readonly signingSecret?: string;
  readonly apiUrl?: string;
}
interface DiscordConfig {
  readonly token: string;
  readonly guildId?: string;
  readonly apiUrl?: string;
  readonly messageContent: boolean;
}

export type ConfigResult =
  | { readonly type: "config"; readonly config: Config }
  /** One line for each mistake. */
  | { readonly type: "mistakes"; readonly mistakes: readonly string[] };

/** Reads the configuration. An empty variable counts as absent, as in a copied `.env.example`. */
export function parseConfig(
  environment: Readonly<Record<string, string | undefined>>,
): ConfigResult {
  const given = Object.fromEntries(
    configVariables.flatMap((name) => {
      const value = environment[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const parsed = variables.safeParse(given);
  const mistakes = parsed.success
    ? missingPartners(parsed.data)
    : parsed.error.issues.map((issue) => `${issue.path.join(".")} ${reasonOf(issue)}`);
  if (!parsed.success || mistakes.length > 0) {
    // A wrong value must not hide what is missing beside it.
    const partners = parsed.success ? [] : missingPartners(given);
    return { type: "mistakes", mistakes: [...new Set([...mistakes, ...partners])] };
  }
  return { type: "config", config: toConfig(parsed.data) };
}

/** The configuration of this process. */
export function readConfig(): ConfigResult {
  return parseConfig(process.env);
}

function reasonOf(issue: z.core.$ZodIssue): string {
  return issue.code === "invalid_value"
    ? `must be one of ${issue.values.join(", ")}`
    : issue.message.replace(/^Invalid (input|string): /, "");
}

function missingPartners(given: Partial<Record<ConfigVariable, unknown>>): string[] {
  const mistakes: string[] = [];
  const slack = given.SLACK_BOT_TOKEN !== undefined;
  const receives = given.SLACK_APP_TOKEN !== undefined || given.SLACK_SIGNING_SECRET !== undefined;
  if (slack && !receives) {
    mistakes.push(
      "SLACK_BOT_TOKEN is set, but nothing to receive with: set SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP events)",
    );
  }
  if (!slack && receives)
    mistakes.push("SLACK_BOT_TOKEN is missing: the other Slack variables need it");
  if (given.DISCORD_GUILD_ID !== undefined && given.DISCORD_TOKEN === undefined) {
    mistakes.push("DISCORD_TOKEN is missing: DISCORD_GUILD_ID needs it");
  }
  return mistakes;
}

function toConfig(given: z.output<typeof variables>): Config {
  return {
    http: {
      host: given.HOST,
      port: given.PORT,
      ...(given.PUBLIC_URL && { publicUrl: given.PUBLIC_URL }),
    },
    dossiers: {
      ...(given.BRIEFINGS && { folder: given.BRIEFINGS }),
      ...(given.DOSSIER && { standard: given.DOSSIER }),
    },
    commandName: given.COMMAND_NAME,
    store: {
      folder: given.DATA_DIR,
      ...(given.DATABASE_URL && { databaseUrl: given.DATABASE_URL }),
      retentionDays: given.RETENTION_DAYS,
    },
    logLevel: given.LOG_LEVEL,
    ...(given.SLACK_BOT_TOKEN && {
      slack: {
        botToken: given.SLACK_BOT_TOKEN,
        ...(given.SLACK_APP_TOKEN && { appToken: given.SLACK_APP_TOKEN }),
        ...(given.SLACK_SIGNING_SECRET && { signingSecret: given.SLACK_SIGNING_SECRET }),
        ...(given.SLACK_API_URL && { apiUrl: given.SLACK_API_URL }),
      },
    }),
    ...(given.DISCORD_TOKEN && {
      discord: {
        token: given.DISCORD_TOKEN,
        ...(given.DISCORD_GUILD_ID && { guildId: given.DISCORD_GUILD_ID }),
        ...(given.DISCORD_API_URL && { apiUrl: given.DISCORD_API_URL }),
        messageContent: given.DISCORD_MESSAGE_CONTENT === "on",
      },
    }),
    secrets: secretVariables.flatMap((name) => given[name] ?? []),
  };
}
