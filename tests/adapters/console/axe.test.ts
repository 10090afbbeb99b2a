/** Every page of the console in a real Chromium, looked through by axe, and the previews used by hand. */
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createMemoryStore, createReading } from "#core";
import { createConsoleAdapter } from "../../../adapters/console/index.ts";
import { previewer as discord } from "../../../adapters/discord/preview.ts";
import { previewer as slack } from "../../../adapters/slack/preview.ts";
import { type HttpServer, type Route, startHttp } from "../../../src/runtime/http.ts";
import { createPictures } from "../../../src/runtime/pictures/pictures.ts";
import { createTestBot } from "../../fakes/bot.ts";
import { openChromium } from "../../fakes/chromium.ts";
import { createFakeLog } from "../../fakes/log.ts";
import { canalDossier, usIranDossier } from "../../fixtures/dossiers.ts";

const dossier = usIranDossier();
const pictures = createPictures();
let browser: Browser;
let server: HttpServer;
beforeAll(async () => {
  browser = await openChromium();
  const { bot, clock } = createTestBot({ flood: "none" }, [dossier, canalDossier()]);
  const { log } = createFakeLog();
  const library = { ids: [dossier.id], get: () => dossier };
  const adapter = createConsoleAdapter({
    ...{ clock, log, commandName: "brief", pictures },
    previewers: async () => [slack, discord],
    reading: createReading({ library, editions: createMemoryStore().editions, clock }),
  });
  await adapter.start(bot);
  const routes: readonly Route[] = [
    { path: "/", open: "loopback", fetch: adapter.fetch },
    ...["/read", "/edition", "/pictures"].map(
      (path): Route => ({ path, open: "public", fetch: adapter.read }),
    ),
  ];
  server = await startHttp({ host: "127.0.0.1", port: 0, routes, log });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
  await pictures.stop();
});

async function open(path: string, width: number, colorScheme: "light" | "dark") {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(server.url)) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(`${server.url}${path}`);
  return { page, complaints };
}

/** Faults that keep somebody from using the page, each with its place. */
async function faults(page: Page): Promise<readonly string[]> {
  // The page's own policy lets no foreign script in; the browser's debugger does.
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate("axe.run()")) as axe.AxeResults;
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}

interface Drawn {
  readonly naturalWidth: number;
}
/** Drawing takes its time where other tests run besides. */
const slowly = { timeout: 20_000 };

const looks = [
  [1_200, "light"],
  [380, "dark"],
] as const;

test.each(looks)("reading pages at %i px, %s", { timeout: 60_000 }, async (width, scheme) => {
  const { page, complaints } = await open("/read", width, scheme);
  const image = page.locator("figure.chart img");
  await image.scrollIntoViewIfNeeded();
  await expect
    .poll(() => image.evaluate((each) => (each as unknown as Drawn).naturalWidth), slowly)
    .toBe(width < 600 ? 380 : 760);
  expect(await image.getAttribute("alt")).toContain("events on record");
  expect(await faults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.goto(`${server.url}/edition/none`);
  expect(await faults(page)).toEqual([]);
  await page.close();
});

test.each(looks)("the console at %i px, %s", { timeout: 60_000 }, async (width, scheme) => {
  const { page, complaints } = await open("/", width, scheme);
  await page.getByRole("combobox", { name: "Message" }).waitFor();
  expect(await faults(page)).toEqual([]);
  const composer = page.getByRole("combobox").first();
  for (const line of ["/brief chart agenda", "/brief topic nuclear"]) {
    await composer.fill(line);
    await composer.press("Enter");
  }
  await page.getByRole("button", { name: "Preview elsewhere" }).nth(1).waitFor();
  await page.locator("figure.chart img").first().waitFor();
  expect(await faults(page)).toEqual([]);
  await page.getByRole("button", { name: "Preview elsewhere" }).nth(1).click();
  const dialog = page.getByRole("dialog", { name: "As it would look elsewhere" });
  await dialog.getByRole("heading", { name: "Plain text" }).waitFor();
  expect(await dialog.getByRole("region", { name: "Slack" }).innerText()).toMatch(
    /Nuclear programme and nuclear deals[\s\S]*[\d,]+ \/ [\d,]+ characters/,
  );
  expect(await dialog.getByRole("region", { name: "Discord" }).innerText()).toMatch(
    /[\d,]+ \/ 4,000 characters/,
  );
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  expect(await page.evaluate("document.activeElement?.textContent")).toBe("Preview elsewhere");
  await page.locator("a.cite").first().click();
  await page.locator(".panel .claim").waitFor();
  expect(await faults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});
