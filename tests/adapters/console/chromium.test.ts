import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createConsoleAdapter } from "../../../adapters/console/index.ts";
import { startHttp } from "../../../src/runtime/http.ts";
import { createTestBot } from "../../fakes/bot.ts";
import { openChromium } from "../../fakes/chromium.ts";
import { createFakeLog } from "../../fakes/log.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
}, 60_000);
afterAll(() => browser.close());

interface Opened {
  readonly page: Page;
  /** What the browser complained about: scripts refused, files missing, exceptions. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

async function open(width: number, scheme: "light" | "dark" = "light"): Promise<Opened> {
  const { bot, clock } = createTestBot();
  const { log } = createFakeLog();
  const adapter = createConsoleAdapter({ clock, log, commandName: "brief" });
  await adapter.start(bot);
  const routes = [{ path: "/", open: "loopback", fetch: adapter.fetch }] as const;
  const server = await startHttp({ host: "127.0.0.1", port: 0, routes, log });
  const page = await browser.newPage({ viewport: { width, height: 760 }, colorScheme: scheme });
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(server.url)) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(server.url);
  await page.getByRole("heading", { name: "What do you need to know?" }).waitFor();
  return {
    page,
    complaints,
    async close() {
      await page.close();
      await adapter.stop();
      await server.stop();
    },
  };
}

/** A script of tests/browser/, which runs in the page and gives what it finds. */
const script = (name: string) =>
  readFileSync(new URL(`../../browser/${name}.js`, import.meta.url), "utf8");

const messages = (page: Page) => page.getByRole("log", { name: "Messages" });
const panel = (page: Page) => page.getByRole("complementary", { name: "Side panel" });

test("type a command, open a citation, follow up: with the keyboard alone", async () => {
  const { page, complaints, close } = await open(1200);
  await panel(page).getByText("Caution: the record ends").waitFor();

  const composer = page.getByRole("combobox", { name: "Message" });
  await composer.pressSequentially("/brief top");
  const suggestions = page.getByRole("listbox", { name: "Suggestions" });
  await suggestions.getByRole("option", { name: "/brief topic" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  expect(await composer.inputValue()).toBe("/brief topic ");
  await composer.pressSequentially("tol");
  await suggestions.getByRole("option", { name: "tolls" }).first().waitFor();
  await page.keyboard.press("Tab");
  expect(await composer.inputValue()).toBe("/brief topic tolls ");
  await page.keyboard.press("Enter");

  const answer = messages(page).locator("li.bot");
  await answer.waitFor();
  const cite = answer.getByRole("link", { name: "Source 1" }).first();
  await cite.focus();
  await page.keyboard.press("Enter");
  const claim = panel(page).locator(".claim");
  await claim.waitFor();
  expect(await claim.locator(".letters").first().textContent()).toMatch(/^[A-F][1-6]$/);
  expect(await claim.textContent()).toContain("reliable");
  expect(await page.locator(":focus").textContent()).toBe("Source 1");
  await page.keyboard.press("Escape");
  expect(await page.locator(":focus").getAttribute("aria-label")).toBe("Source 1");

  await answer.getByRole("button", { name: "Follow up in a thread" }).press("Enter");
  const followUp = panel(page).getByRole("combobox", { name: "Follow up" });
  await followUp.waitFor();
  await followUp.fill("why?");
  await followUp.press("Enter");
  const thread = panel(page).getByRole("log", { name: "Thread" });
  await thread.locator("li.bot").waitFor();
  expect(await thread.locator("li").count()).toBe(2);
  await answer.getByRole("button", { name: "2 replies in the thread" }).waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 60_000);

test("a suggested question is one press, and goes on in the channel", async () => {
  const { page, complaints, close } = await open(1200, "dark");
  await page.getByRole("list", { name: "To begin with" }).getByRole("button").first().click();
  await messages(page).locator("li.bot").waitFor();
  const button = messages(page).locator("li.bot .actions button").first();
  const label = await button.textContent();
  await button.click();
  await messages(page)
    .locator("li.person", { hasText: label ?? "" })
    .waitFor();
  await messages(page).locator("li.bot").nth(1).waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 60_000);

test("hostile words are shown as they are", async () => {
  const { page, complaints, close } = await open(1200);
  const words =
    '<img src=x onerror="document.title=1"> <script>document.title=2</script> @everyone';
  const composer = page.getByRole("combobox", { name: "Message" });
  await composer.fill(words);
  await page.keyboard.press("Enter");
  await messages(page).locator("li.bot").waitFor();
  expect(await messages(page).locator("li.person .said").textContent()).toBe(words);
  expect(await messages(page).locator("img, script").count()).toBe(0);
  expect(await page.title()).toBe("Backchannel");
  expect(complaints).toEqual([]);
  await close();
}, 60_000);

test("on a phone nothing is cut off and the panel opens over the chat", async () => {
  const { page, complaints, close } = await open(380);
  const overflow = () => page.evaluate<readonly string[]>(script("overflow"));
  expect(await overflow()).toEqual([]);
  await page.getByRole("button", { name: "Situation" }).click();
  await panel(page).getByText("Caution: the record ends").waitFor();
  expect(await overflow()).toEqual([]);
  await panel(page).getByRole("button", { name: "Close" }).click();
  await page.getByRole("combobox", { name: "Message" }).fill("/brief topic tolls");
  await page.keyboard.press("Enter");
  await messages(page).locator("a.cite").first().click();
  await panel(page).locator(".claim").waitFor();
  expect(await overflow()).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
}, 60_000);

test.each(["light", "dark"] as const)(
  "text stands out from its ground: %s",
  async (scheme) => {
    const { page, close } = await open(1200, scheme);
    await page.getByRole("combobox", { name: "Message" }).fill("/brief topic tolls");
    await page.keyboard.press("Enter");
    await messages(page).locator("li.bot").waitFor();
    await messages(page).locator("a.cite").first().click();
    await panel(page).locator(".claim").waitFor();
    expect(await page.evaluate(script("faint-text"))).toEqual([]);
    await close();
  },
  60_000,
);
