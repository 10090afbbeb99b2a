import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { UserError } from "#core";
import { type Dossiers, openDossiers } from "../../src/runtime/dossiers.ts";
import { createFakeLog } from "../fakes/log.ts";

const canal = fileURLToPath(new URL("../fixtures/briefings/canal-tolls", import.meta.url));
const faulty = fileURLToPath(new URL("../fixtures/ten-faults", import.meta.url));
let folder = "";
let fake = createFakeLog();
let opened: Dossiers | undefined;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "dossiers-")), "briefings");
  await cp(canal, join(folder, "canal-tolls"), { recursive: true });
  fake = createFakeLog();
});
afterEach(async () => {
  opened?.stop();
  opened = undefined;
  await rm(join(folder, ".."), { recursive: true, force: true });
});

const open = (standard?: string) =>
  openDossiers({ folder, log: fake.log, ...(standard !== undefined && { standard }) });

async function openGood(standard?: string): Promise<Dossiers> {
  const result = await open(standard);
  if (result.type === "problems") throw new Error(result.lines.join("\n"));
  opened = result.dossiers;
  return result.dossiers;
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const path = join(folder, "canal-tolls", file);
  await writeFile(path, change(await readFile(path, "utf8")));
}

/** What a person reads when the library refuses. */
function refusal(ask: () => unknown): string | undefined {
  try {
    ask();
    return undefined;
  } catch (error) {
    return (error as UserError).sentences
      .map(({ children }) =>
        children.map((child) => ("value" in child ? child.value : "")).join(""),
      )
      .join(" ");
  }
}

/** A second dossier: the same under another id. */
async function addSecond(): Promise<void> {
  await cp(canal, join(folder, "north-canal"), { recursive: true });
  const header = join(folder, "north-canal", "dossier.yaml");
  await writeFile(
    header,
    (await readFile(header, "utf8")).replace("id: canal-tolls", "id: north-canal"),
  );
}

test("a folder of dossiers is read; one of them is the standard", async () => {
  await addSecond();
  const dossiers = await openGood("north-canal");
  expect(dossiers.ids).toEqual(["canal-tolls", "north-canal"]);
  expect(dossiers.get().id).toBe("north-canal");
  expect(dossiers.get("canal-tolls").id).toBe("canal-tolls");
  expect(refusal(() => dossiers.get("canal-tols"))).toBe(
    "No dossier is called canal-tols. Did you mean canal-tolls?",
  );
  expect(refusal(() => dossiers.get("weather"))).toBe(
    "No dossier is called weather. Loaded: canal-tolls, north-canal.",
  );
});

test("starting is refused with every problem of every dossier", async () => {
  await cp(faulty, join(folder, "ten-faults"), { recursive: true });
  const result = await open();
  expect(result.type === "problems" && result.lines).toHaveLength(10);
  expect(result.type === "problems" && result.lines[0]).toBe(
    'briefings/ten-faults/actors.yaml:4: [1].id: "north-town" is there already, in actors.yaml:1; give one of them another id',
  );
});

test.each([
  ["no folder", "nowhere", undefined, /there is no folder .*nowhere.*; set BRIEFINGS/],
  ["an empty folder", "empty", undefined, /no folder below .*empty holds a dossier\.yaml/],
  ["an unknown standard", ".", "weather", /DOSSIER names "weather", but .* holds canal-tolls/],
])("starting is refused with %s", async (_, below, standard, message) => {
  await mkdir(join(folder, "empty"));
  const result = await openDossiers({
    folder: join(folder, below),
    log: fake.log,
    ...(standard !== undefined && { standard }),
  });
  expect(result.type === "problems" && result.lines.join("\n")).toMatch(message);
});

test("a folder and its dossier bear one name, and its files are UTF-8", async () => {
  await edit("dossier.yaml", (text) => text.replace("id: canal-tolls", "id: other-name"));
  expect(await open()).toEqual({
    type: "problems",
    lines: [
      "briefings/canal-tolls/dossier.yaml:1: id: the dossier in the folder canal-tolls has the id other-name; give both the same name",
    ],
  });
  await writeFile(join(folder, "canal-tolls", "glossary.yaml"), Buffer.from([0xff, 0xfe, 0x00]));
  expect(await open()).toEqual({
    type: "problems",
    lines: ["briefings/canal-tolls/glossary.yaml: the file is not UTF-8; save it as UTF-8"],
  });
});

test("a change is taken up; a broken one keeps the last good version and is logged", async () => {
  const dossiers = await openGood();
  const before = dossiers.get();
  await edit("topics.yaml", (text) => text.replace("title: Tolls", "title: Tolls and fees"));
  expect(await dossiers.reload()).toEqual([]);
  const changed = dossiers.get();
  expect([before.topics.get("tolls")?.title, changed.topics.get("tolls")?.title]).toEqual([
    "Tolls",
    "Tolls and fees",
  ]);

  await edit("topics.yaml", (text) => text.replace("track: pressure", "track: presure"));
  const problem =
    'briefings/canal-tolls/topics.yaml:5: [0].track: "presure" is not one of diplomacy, nuclear, pressure, conflict; did you mean pressure?';
  expect(await dossiers.reload()).toEqual([problem]);
  expect(dossiers.get()).toBe(changed);
  expect(fake.entries).toEqual([
    {
      level: "info",
      event: "dossier-reloaded",
      fields: { changed: [`canal-tolls ${changed.version}`], gone: [] },
    },
    {
      level: "error",
      event: "dossier-broken",
      fields: { kept: ["canal-tolls"], problems: [problem] },
    },
  ]);

  await edit("topics.yaml", (text) => text.replace("track: presure", "track: conflict"));
  expect(await dossiers.reload()).toEqual([]);
  expect(dossiers.get().topics.get("tolls")?.track).toBe("conflict");
});

test("dossiers come and go; the last good version outlives a lost folder", async () => {
  const dossiers = await openGood();
  await addSecond();
  await dossiers.reload();
  expect(dossiers.ids).toEqual(["canal-tolls", "north-canal"]);
  await rm(join(folder, "north-canal"), { recursive: true });
  await dossiers.reload();
  expect(dossiers.ids).toEqual(["canal-tolls"]);
  await rm(join(folder, "canal-tolls"), { recursive: true });
  expect((await dossiers.reload()).join()).toContain("holds a dossier.yaml");
  expect(dossiers.get().id).toBe("canal-tolls");
});

test("a change on disk is noticed", async () => {
  const dossiers = await openGood();
  dossiers.watch();
  const reloaded = fake.next("dossier-reloaded");
  await edit("topics.yaml", (text) => text.replace("title: Tolls", "title: Fees"));
  await reloaded;
  expect(dossiers.get().topics.get("tolls")?.title).toBe("Fees");
});
