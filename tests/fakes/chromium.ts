import chromium from "@sparticuz/chromium";
import { type Browser, chromium as driver } from "playwright-core";

/**
 * A real Chromium: the one in CHROME_PATH; else on Linux the one that comes with the packages, and
 * elsewhere the Chrome that is installed.
 */
export async function openChromium(): Promise<Browser> {
  const executablePath =
    process.env["CHROME_PATH"] ??
    (process.platform === "linux" ? await chromium.executablePath() : undefined);
  return driver.launch({
    ...(executablePath === undefined ? { channel: "chrome" } : { executablePath }),
    // Containers and CI machines have no sandbox for it; it opens our own loopback page only.
    args: ["--no-sandbox", "--disable-gpu"],
  });
}
