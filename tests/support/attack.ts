import path from "node:path";
import type { Browser, Page } from "playwright-core";
import type { z } from "zod";
import { withPage } from "./browser.ts";
import { payloads } from "./payloads.ts";
import { serve } from "./server.ts";
import type { Site } from "./site.ts";

/** The result of an attack on a site. */
export interface Findings {
  /** The number of opened pages. */
  pages: number;
  /** Scripts that ran and requests to other hosts, each with its page. */
  findings: string[];
}

/** Options of an attack. */
interface Attack {
  /** The path prefix of the site. */
  prefix?: string;
  /** Matches the tags of scripts that the site's options add. */
  own?: RegExp;
  /** Uses a page as a reader does, before it is inspected. */
  use?(page: Page, url: string): Promise<void>;
}

/** Opens every page of a built site, several at a time. Returns the scripts that ran and the requests to other hosts. */
export async function attack(
  browser: Browser,
  site: Site,
  { prefix = "/", own, use }: Attack = {},
): Promise<Findings> {
  const server = await serve(path.join(site.folder, site.output), prefix);
  const findings: string[] = [];
  const waiting = site.pages();
  const pages = waiting.length;
  const work = (): Promise<void> =>
    withPage(browser, { viewport: { width: 1280, height: 900 } }, async (page) => {
      let at = "";
      await page.exposeFunction("hit", () => {
        findings.push(`${at}: a script ran`);
      });
      page.on("dialog", async (dialog) => {
        findings.push(`${at}: a dialog opened`);
        await dialog.dismiss();
      });
      await page.route("**", (route) => {
        const url = route.request().url();
        if (url.startsWith(server.url)) return route.continue();
        if (!url.startsWith("https://giscus.app/")) findings.push(`${at}: requested ${url}`);
        return route.abort();
      });
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        at = next;
        await page.goto(server.url + next, { waitUntil: "load" });
        if (page.url() !== server.url + next) findings.push(`${at}: redirected to ${page.url()}`);
        await use?.(page, at);
        const elements = await page.evaluate(() => {
          const unsafe = /^[\0- ]*(javascript|vbscript|data|file|blob):/i;
          const scripts = [...document.scripts].filter((script) => script.type !== "application/ld+json");
          const handlers = [...document.querySelectorAll("*")].filter((element) =>
            [...element.attributes].some(
              ({ name, value }) =>
                name.startsWith("on") ||
                (/^(href|src|action|data|srcdoc|formaction|xlink:href)$/.test(name) && unsafe.test(value)),
            ),
          );
          const broken = [...document.querySelectorAll('script[type="application/ld+json"]')].filter(
            (script) => {
              try {
                return !JSON.parse(script.textContent ?? "");
              } catch {
                return true;
              }
            },
          );
          return [...scripts, ...handlers, ...broken].map((element) => element.outerHTML.slice(0, 200));
        });
        for (const element of elements.filter((each) => !own?.test(each))) findings.push(`${at}: ${element}`);
      }
    });
  try {
    await Promise.all([work(), work(), work(), work()]);
    return { pages, findings };
  } finally {
    await server.close();
  }
}

/** Returns a value if a schema accepts it. Other tests check the messages for invalid values. */
export const accepted = (schema: z.ZodType, value: string): string | undefined =>
  schema.safeParse(value).success ? value : undefined;

/** Returns a page with this front matter. */
export const frontMatter = (data: object): string =>
  `---\n${Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join("\n")}\n---\nText\n`;

/** Returns a quarter of the payloads as one text. In parts, since a payload may hide those after it. */
const part = (index: number): string =>
  payloads.filter((payload, each) => each % 4 === index && payload.length < 300).join(" ");
/** All payloads, for fields that occur only once. */
export const parts = [part(0), part(1), part(2), part(3)] as const;
