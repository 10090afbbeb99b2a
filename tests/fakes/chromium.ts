/** A real Chromium: the one in CHROME_PATH, or on Linux the one that comes with the packages. */
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as driver } from "playwright-core";

export async function openChromium(): Promise<Browser> {
  const executablePath = process.env["CHROME_PATH"] ?? (await chromium.executablePath());
  // Containers and CI machines have no sandbox for it; it opens our own loopback page only.
  return driver.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}
