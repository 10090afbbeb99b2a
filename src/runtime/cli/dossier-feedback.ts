/** `dossier feedback`: what readers thought of answers, for those who keep the record. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Feedback } from "#core";
import { readConfig } from "../config.ts";
import { openPostgres } from "../store/postgres.ts";
import { databaseFile, openSqlite } from "../store/sqlite.ts";
import { createSqlStore } from "../store/store.ts";
import type { ToolCall } from "./dossier.ts";

/** What is wrong comes first, then what did not help; the latest first in each. */
const order: readonly Feedback["verdict"][] = ["wrong", "not-useful", "useful"];

/** Reads beside a running bot: the store's lock keeps out a second bot, not a reader. */
export async function showFeedback({ io, words }: ToolCall): Promise<number> {
  const read = readConfig();
  if (read.type === "mistakes") {
    io.stderr.write(`${read.mistakes.join("\n")}\n`);
    return 1;
  }
  const { databaseUrl, folder } = read.config.store;
  const root = io.root instanceof URL ? fileURLToPath(io.root) : io.root;
  const data = resolve(root, folder);
  if (databaseUrl === undefined && !existsSync(databaseFile(data))) {
    io.stdout.write(`Nothing yet: there is no store in ${data}.\n`);
    return 0;
  }
  const sql =
    databaseUrl === undefined
      ? openSqlite({ folder: data })
      : openPostgres(databaseUrl, (error) => io.stderr.write(`${String(error)}\n`));
  const store = await createSqlStore(sql);
  try {
    const all = await store.feedback.list();
    const wanted = words.length === 0 ? all : all.filter(({ dossier }) => words.includes(dossier));
    io.stdout.write(wanted.length === 0 ? "No reader has said anything yet.\n" : text(wanted));
    return 0;
  } finally {
    await store.close();
  }
}

function text(all: readonly Feedback[]): string {
  const count = (verdict: Feedback["verdict"]) =>
    all.filter((each) => each.verdict === verdict).length;
  const lines = all
    .toSorted(
      (a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict) || (a.at < b.at ? 1 : -1),
    )
    .flatMap(({ at, verdict, dossier, question, citations, note }) => [
      `${at.slice(0, 10)}  ${verdict.padEnd(10)}  ${dossier}  ${question}`,
      ...(note === undefined ? [] : [`            says: ${note}`]),
      `            cited: ${citations.join(", ") || "nothing"}`,
    ]);
  const summary = order.map((verdict) => `${count(verdict)} ${verdict}`).join(", ");
  return `${summary}\n\n${lines.join("\n")}\n`;
}
