import path from "node:path";
import type { Browser } from "playwright-core";
import { suite, type Test } from "uvu";
import { launchBrowser } from "./browser.ts";
import { type Running, serve } from "./server.ts";
import type { Site } from "./site.ts";

/** What the tests of a site in a browser share. */
export interface ServedSite {
  browser: Browser;
  site: Site;
  server: Running;
}

/**
 * Returns a suite of tests in one browser, of a site that is built and served once.
 *
 * @param build - Returns the built site.
 */
export function siteSuite(name: string, build: () => Promise<Site>): Test<ServedSite> {
  const test = suite<ServedSite>(name);
  test.before(async (context) => {
    context.site = await build();
    context.server = await serve(path.join(context.site.folder, "_site"));
    context.browser = await launchBrowser();
  });
  test.after(async ({ browser, server, site }) => {
    await browser.close();
    await server.close();
    site.remove();
  });
  return test;
}
