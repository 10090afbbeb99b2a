import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Store } from "#core";
import { backupCommand } from "../../../src/runtime/cli/backup.ts";
import { restoreCommand } from "../../../src/runtime/cli/restore.ts";
import { statusCommand } from "../../../src/runtime/cli/status.ts";
import { lockFolder, openSqlite } from "../../../src/runtime/store/sqlite.ts";
import { createSqlStore } from "../../../src/runtime/store/store.ts";
import { delivery, subscription } from "../../contracts/deliveries.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A data folder at 09:00, and the operator's screen. */
function desk() {
  const folder = mkdtempSync(join(tmpdir(), "backchannel-operate-"));
  folders.push(folder);
  const screen = { out: "", err: "" };
  const io = {
    stdout: { write: (text: string) => (screen.out += text) },
    stderr: { write: (text: string) => (screen.err += text) },
    store: { folder, retentionDays: 30 },
    now: () => Temporal.Instant.from("2026-11-22T09:00:00Z"),
  };
  const file = (name: string) => join(folder, name);
  const open = (): Promise<Store> => createSqlStore(openSqlite({ folder }));
  return { io, screen, file, open, folder };
}

describe("status", () => {
  it("says that there is no store before the first start", async () => {
    const { io, screen, folder } = desk();
    expect(await statusCommand([], io)).toBe(1);
    expect(screen.err).toBe(
      `There is no store in ${folder} yet. It is made when the bot first starts.\n`,
    );
  });

  it("tells what is subscribed, what waits and what was given up, beside a running bot", async () => {
    const { io, screen, open, folder } = desk();
    const lock = lockFolder(folder);
    const store = await open();
    await store.subscriptions.put(subscription("s1"));
    await store.subscriptions.put(
      subscription("s2", { state: { type: "off", code: "gone", at: "2026-11-22T08:00:00Z" } }),
    );
    await store.ledger.plan(
      [
        delivery("d1", { notBefore: "2026-11-22T08:55:00Z" }),
        delivery("d2", { state: "sent" }),
        delivery("d3", { state: "failed", code: "channel_not_found" }),
      ],
      [],
    );
    expect(await statusCommand([], io)).toBe(0);
    expect(screen.out).toBe(`Store          ${folder}/backchannel.db; a bot is running
Subscriptions  1 active, 1 off
Deliveries     1 failed, 1 planned, 1 sent; 1 open, the oldest due for 5 min
Dead letter    the latest 1
  d3  console:local:general  due 2026-11-22T08:00:00Z  channel_not_found
  Once the cause is mended: npm run status -- --replay ID (or all)
Told at        2026-11-22T09:00:00Z
`);
    await store.close();
    lock.release();
    screen.out = "";
    await statusCommand(["--json"], io);
    expect(JSON.parse(screen.out)).toMatchObject({
      running: "no bot is running",
      oldest: 300,
      deadLetter: [{ id: "d3" }],
    });
  });

  it("puts what was given up back, by id or all of it", async () => {
    const { io, screen, open } = desk();
    const store = await open();
    const page = { key: "k", started: "2026-11-22T08:00:00Z" };
    await store.ledger.plan(
      [
        delivery("d1", { state: "failed", code: "invalid_blocks" }),
        delivery("d2", { state: "failed", code: "unclear", pages: [page] }),
      ],
      [],
    );
    expect(await statusCommand(["--replay", "d9"], io)).toBe(1);
    expect(screen.err).toBe("The dead letter holds no delivery d9.\n");
    expect(await statusCommand(["--replay", "all"], io)).toBe(0);
    const [first, second] = [await store.ledger.get("d1"), await store.ledger.get("d2")];
    expect(first).toEqual(
      delivery("d1", { notBefore: "2026-11-22T09:00:00Z", updated: "2026-11-22T09:00:00Z" }),
    );
    // Whether its page is there is not known: the platform is asked first.
    expect(second).toMatchObject({ state: "unclear", pages: [page] });
    await store.close();
  });

  it("does not understand other words", async () => {
    const { io, screen } = desk();
    expect(await statusCommand(["--wat"], io)).toBe(2);
    expect(screen.err).toContain("Usage: npm run status");
  });
});

describe("backup and restore", () => {
  it("bring back what was there when the backup was made, while the bot was writing", async () => {
    const { io, screen, file, open } = desk();
    const store = await open();
    for (let at = 0; at < 50; at += 1) await store.subscriptions.put(subscription(`s${at}`));
    const writing = Promise.all(
      Array.from({ length: 200 }, (_, at) => store.subscriptions.put(subscription(`t${at}`))),
    );
    expect(await backupCommand([file("copy.db")], io)).toBe(0);
    await writing;
    expect(statSync(file("copy.db")).mode & 0o777).toBe(0o600);
    await store.subscriptions.remove("s0");
    await store.close();

    expect(await restoreCommand([file("copy.db")], io)).toBe(0);
    expect(screen.err).toBe("");
    expect(screen.out).toContain("The store as it was is kept in");
    const restored = await open();
    expect(await restored.subscriptions.get("s0")).toBeDefined();
    await restored.close();
    expect(readdirSync(io.store.folder).filter((name) => name.includes(".before-"))).toHaveLength(
      1,
    );
  });

  it("do not send again what may have gone out since", async () => {
    const { io, file, open } = desk();
    const store = await open();
    await store.subscriptions.put(
      subscription("s1", {
        schedule: { zone: "UTC", times: ["08:00"], days: { type: "every" } },
        nextRunAt: "2026-11-22T08:00:00Z",
      }),
    );
    await store.ledger.plan([delivery("d1")], []);
    await store.close();
    await backupCommand([file("copy.db")], io);
    await restoreCommand([file("copy.db")], io);
    const restored = await open();
    expect((await restored.subscriptions.get("s1"))?.nextRunAt).toBe("2026-11-23T08:00:00Z");
    const row = await restored.ledger.get("d1");
    expect(row).toMatchObject({ state: "unclear", pages: [{ started: "2026-11-22T08:00:00Z" }] });
    await restored.close();
  });

  it("refuse while the bot runs, a file that is no backup, and to overwrite one", async () => {
    const { io, screen, file, open, folder } = desk();
    await (await open()).close();
    await backupCommand([file("copy.db")], io);
    expect(await backupCommand([file("copy.db")], io)).toBe(1);
    writeFileSync(file("letter.txt"), "Dear all,");
    expect(await restoreCommand([file("letter.txt")], io)).toBe(1);
    expect(await restoreCommand([file("none.db")], io)).toBe(1);
    const lock = lockFolder(folder);
    expect(await restoreCommand([file("copy.db")], io)).toBe(1);
    lock.release();
    expect(screen.err.trimEnd().split("\n")).toEqual([
      `${file("copy.db")} exists. Name a new file: a backup overwrites none.`,
      `${file("letter.txt")} cannot be restored: file is not a database`,
      `There is no file ${file("none.db")}.`,
      `The data folder ${folder} is in use by another Backchannel. Stop that one, or set DATA_DIR to another folder. A store is restored only while nobody uses it.`,
    ]);
  });

  it("name the database's own tools on PostgreSQL", async () => {
    const { io, screen } = desk();
    const shared = { ...io, store: { ...io.store, databaseUrl: "postgresql://u:p@h/db" } };
    expect(await backupCommand(["file"], shared)).toBe(1);
    expect(await restoreCommand(["file"], shared)).toBe(1);
    expect(screen.err).toContain("pg_dump");
    expect(screen.err).toContain("pg_restore");
  });
});
