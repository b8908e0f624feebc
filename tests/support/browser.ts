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
 * Starts a browser: CHROME_PATH, else an installed Chromium or Chrome, else the one in an npm package, which needs Linux.
 *
 * @param more - Additional arguments.
 */
export async function launchBrowser(more: string[] = []): Promise<Browser> {
  const installed = process.env.CHROME_PATH ?? places.find((place) => existsSync(place));
  if (installed) return chromium.launch({ executablePath: installed, args: [...quiet, ...more] });
  // The package reads this on import, and then unpacks libraries that a minimal system lacks.
  process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs20.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    // A single-process browser ends with its first window.
    args: [...packaged.args.filter((arg) => arg !== "--single-process"), ...quiet, ...more],
  });
}

/** Opens a page in a new window, passes it to a function, and closes the window. */
export async function withPage<T>(
  browser: Browser,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  let page: Page | undefined;
  try {
    // tsx wraps named functions in calls of `__name`, also functions that run in the page.
    await context.addInitScript("globalThis.__name = (named) => named");
    page = await context.newPage();
    return await use(page);
  } finally {
    // Ignore errors of requests that are still pending.
    await page?.unrouteAll({ behavior: "ignoreErrors" });
    await context.close();
  }
}

/** Answers the requests of a page to an origin, such as the site's own URL, with the files of a folder. */
export async function answer(page: Page, origin: string, folder: string): Promise<void> {
  await page.route(`${origin}/**`, (route) => {
    const file = fileAt(folder, new URL(route.request().url()).pathname.slice(1));
    return file ? route.fulfill({ path: file }) : route.fulfill({ status: 404, body: "not found" });
  });
}

/** The viewports and color schemes in which pages are checked. */
export const views = [360, 1280].flatMap((width) =>
  (["light", "dark"] as const).map((colorScheme) => ({ viewport: { width, height: 900 }, colorScheme })),
);
