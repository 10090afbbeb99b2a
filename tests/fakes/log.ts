import type { Log, LogFields } from "#core";

export interface LogEntry {
  readonly level: keyof Log;
  readonly event: string;
  readonly fields: LogFields;
}

/** A log that keeps what it is told, and lets a test wait for an event. */
export function createFakeLog() {
  const entries: LogEntry[] = [];
  const waiting: { readonly event: string; readonly resolve: (entry: LogEntry) => void }[] = [];
  const at =
    (level: keyof Log) =>
    (event: string, fields: LogFields = {}) => {
      const entry: LogEntry = { level, event, fields };
      entries.push(entry);
      for (const waiter of waiting.splice(0)) {
        if (waiter.event === event) waiter.resolve(entry);
        else waiting.push(waiter);
      }
    };
  return {
    log: { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") } as Log,
    entries: entries as readonly LogEntry[],
    /** The next entry of that event. */
    next: (event: string) =>
      new Promise<LogEntry>((resolve) => {
        waiting.push({ event, resolve });
      }),
  };
}
