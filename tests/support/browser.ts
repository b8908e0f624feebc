import { existsSync } from "node:fs";
import path from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { fileAt } from "./server.ts";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const places = [
  ...(process.env.PATH ?? "")
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name))),
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Starts a browser: the one at CHROME_PATH, else an installed Chromium or Chrome, else the one that comes inside an npm
 * package, which works on Linux only.
 *
 * @param more - Further arguments for it.
 */
export async function launchBrowser(more: string[] = []): Promise<Browser> {
  const installed = process.env.CHROME_PATH ?? places.find((place) => existsSync(place));
  if (installed) return chromium.launch({ executablePath: installed, args: [...quiet, ...more] });
  // Makes the package unpack the libraries that a bare system lacks; it reads this when it is imported.
  process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs20.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    // In one process the browser would end with its first window.
    args: [...packaged.args.filter((arg) => arg !== "--single-process"), ...quiet, ...more],
  });
}

/** Opens a page in a window of its own, hands it over, and closes the window. */
export async function withPage<T>(
  browser: Browser,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  let page: Page | undefined;
  try {
    // tsx wraps named functions in a call of `__name`, also those that are sent to the page.
    await context.addInitScript("globalThis.__name = (named) => named");
    page = await context.newPage();
    return await use(page);
  } finally {
    // A request may still be on its way, whose answer nobody waits for any more.
    await page?.unrouteAll({ behavior: "ignoreErrors" });
    await context.close();
  }
}

/** Answers the requests of a page to a host, such as the one that a site names as its own, with a folder's files. */
export async function answer(page: Page, origin: string, folder: string): Promise<void> {
  await page.route(`${origin}/**`, (route) => {
    const file = fileAt(folder, new URL(route.request().url()).pathname.slice(1));
    return file ? route.fulfill({ path: file }) : route.fulfill({ status: 404, body: "not found" });
  });
}

/** The views that every check of a page covers. */
export const views = [360, 1280].flatMap((width) =>
  (["light", "dark"] as const).map((colorScheme) => ({ viewport: { width, height: 900 }, colorScheme })),
);
