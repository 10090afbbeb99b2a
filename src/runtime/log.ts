/**
 * Structured logs: one JSON object a line, on standard error so that answers keep standard output to
 * themselves. Secrets are struck out by value wherever they stand, and by shape in case a token
 * arrives that this process was not configured with.
 */
import type { Log, LogFields } from "#core";

const levels = ["debug", "info", "warn", "error"] as const;
export type LogLevel = (typeof levels)[number];

/** Shapes of Slack and Discord tokens and of passwords in database addresses. */
const secretShapes: readonly RegExp[] = [
  /xox[a-z]-[\w-]{8,}/g,
  /xapp-[\w-]{8,}/g,
  /\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}\b/g,
  /(?<=\bpostgres(?:ql)?:\/\/[^:@\s/]*:)[^@\s]+(?=@)/g,
];

export interface LogOptions {
  readonly level: LogLevel;
  readonly secrets: readonly string[];
  readonly now: () => Temporal.Instant;
  readonly write: (line: string) => void;
}

export function createLog(options: LogOptions): Log {
  const redact = createRedactor(options.secrets);
  const least = levels.indexOf(options.level);
  const at = (level: LogLevel) => (event: string, fields?: LogFields) => {
    if (levels.indexOf(level) < least) return;
    const entry = { time: options.now().toString(), level, event, ...fields };
    options.write(`${redact(JSON.stringify(entry, readable))}\n`);
  };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

/** Strikes every secret out of a text, also in its JSON- and URL-encoded form. */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  const forms = secrets
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
    .filter((form) => form !== "")
    .sort((a, b) => b.length - a.length);
  return (text) => {
    const known = forms.reduce((rest, form) => rest.replaceAll(form, "[secret]"), text);
    return secretShapes.reduce((rest, shape) => rest.replace(shape, "[secret]"), known);
  };
}

function readable(_key: string, value: unknown): unknown {
  if (value instanceof Error) {
    return {
      name: value.name,
      message: value.message,
      ...("code" in value && { code: value.code }),
      stack: value.stack,
      ...(value.cause !== undefined && { cause: value.cause }),
    };
  }
  return typeof value === "bigint" ? value.toString() : value;
}
