/**
 * Group commit: works that wait at the same moment share one transaction and so one wait for the disk.
 * They run one after the other, in order, and none is told of its result before it is on disk.
 */
import { setImmediate } from "node:timers/promises";

export interface GroupParts {
  begin(): void;
  commit(): void;
  rollback(): void;
  /** False when a failure (a full disk) has ended the transaction by itself. */
  isOpen(): boolean;
}

export interface Group {
  /** Resolves when the work is on disk. A work must undo itself when it fails. */
  add<Result>(work: () => Result | Promise<Result>): Promise<Result>;
  /** Resolves when nothing waits any more. */
  ended(): Promise<void>;
}

interface Turn {
  readonly work: () => unknown;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

/** Milliseconds after which a group is closed, so that sockets and timers have their turn. */
const longestGroup = 8;
const settledTogether = 4;

export function createGroup({ begin, commit, rollback, isOpen }: GroupParts): Group {
  const waiting: Turn[] = [];
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      // What comes in during this turn of the loop joins.
      await setImmediate();
      await runGroup();
    }
    running = undefined;
  }

  async function runGroup(): Promise<void> {
    const until = performance.now() + longestGroup;
    const done: Done[] = [];
    const lose = (error: unknown) => {
      for (const { reject } of done.splice(0)) reject(error);
    };
    try {
      begin();
      for (let turn = waiting.shift(); turn; turn = waiting.shift()) {
        done.push(await runOne(turn));
        if (!isOpen()) {
          lose(done.at(-1)?.error ?? new Error("the transaction ended by itself"));
          begin();
        }
        if (performance.now() > until) break;
      }
      commit();
    } catch (error) {
      if (isOpen()) rollback();
      // Nothing has run: another process holds the database. Whoever waits longest is told so.
      if (done.length === 0) waiting.shift()?.reject(error);
      lose(error);
      return;
    }
    for (const [index, { settle }] of done.entries()) {
      settle();
      // Whoever waited goes on at once, and much work may follow: not of all in one turn of the loop.
      if (index % settledTogether === settledTogether - 1) await setImmediate();
    }
  }

  return {
    add: (work) =>
      new Promise((resolve, reject) => {
        waiting.push({ work, resolve, reject });
        running ??= run();
      }),
    ended: async () => {
      await running;
    },
  };
}

/** A work that has run; what it gave is told when it is on disk. */
interface Done {
  readonly settle: () => void;
  readonly reject: (error: unknown) => void;
  readonly error?: unknown;
}

async function runOne({ work, resolve, reject }: Turn): Promise<Done> {
  try {
    const result = await work();
    return { settle: () => resolve(result as never), reject };
  } catch (error) {
    return { settle: () => reject(error), reject, error };
  }
}
