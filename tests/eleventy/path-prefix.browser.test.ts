import path from "node:path";
import type { Browser } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { launchBrowser, withPage } from "../support/browser.ts";
import { serve } from "../support/server.ts";
import { config, page, Site } from "../support/site.ts";

const test = suite<{ browser: Browser }>("a site under a path prefix");

test.before(async (context) => {
  context.browser = await launchBrowser();
});

test.after(({ browser }) => browser.close());

interface Crawled {
  /** The addresses of all pages that are linked, and of all that they show or link, without host. */
  visited: string[];
  /** Addresses that failed, and parts of pages that are linked but not there. */
  broken: string[];
}

/** Serves a built site under /sub/, and goes wherever its pages lead from the home page and the lost page. */
async function crawl(browser: Browser, site: Site): Promise<Crawled> {
  const server = await serve(path.join(site.folder, "_site"), "/sub/");
  const { origin } = new URL(server.url);
  const broken: string[] = [];
  const visited = new Set<string>();
  const parts = new Map<string, Set<string>>();
  const linkedParts = new Set<string>();
  try {
    await withPage(browser, {}, async (tab) => {
      tab.on("response", (response) => {
        if (response.status() !== 200) broken.push(response.url());
      });
      const queue = [server.url, `${server.url}404.html`];
      for (let address = queue.pop(); address; address = queue.pop()) {
        if (visited.has(address)) continue;
        visited.add(address);
        if (!/(\/|\.html)$/.test(address)) {
          if ((await tab.request.get(address)).status() !== 200) broken.push(address);
          continue;
        }
        await tab.goto(address);
        const found = await tab.evaluate(() => ({
          links: [
            ...document.querySelectorAll<HTMLAnchorElement | HTMLLinkElement>("a[href], link[href]"),
          ].map(({ href }) => href),
          files: [...document.querySelectorAll<HTMLImageElement | HTMLScriptElement>("[src]")].map(
            ({ src }) => src,
          ),
          ids: [...document.querySelectorAll("[id]")].map(({ id }) => id),
        }));
        parts.set(address, new Set(found.ids));
        const own = [...found.links, ...found.files].filter((url) => new URL(url).origin === origin);
        queue.push(...own.map((url) => url.replace(/[?#].*/, "")));
        for (const url of own.filter((url) => /#./.test(url))) linkedParts.add(url);
      }
      for (const url of linkedParts) {
        const [address = "", part = ""] = url.split("#");
        if (!parts.get(address)?.has(decodeURIComponent(part))) broken.push(url);
      }
      // What is addressed in full: the host that the site names is this one for once.
      for (const file of ["sitemap.xml", "feed.xml"]) {
        const named = [...site.read(file).matchAll(/https:\/\/example\.org(\/[^\s<>"&#]*)/g)];
        if (named.length < 5) broken.push(`${file} names ${named.length} addresses`);
        for (const [, address] of named) {
          if ((await tab.request.get(`${origin}${address}`)).status() !== 200)
            broken.push(`${file}: ${address}`);
        }
      }
      for (const file of site.files().filter((name) => name.endsWith(".html"))) {
        const [, address] =
          /property="og:image" content="https:\/\/example\.org([^"]*)"/.exec(site.read(file)) ?? [];
        if (address === undefined || (await tab.request.get(`${origin}${address}`)).status() !== 200)
          broken.push(`${file}: image ${address}`);
        else visited.add(`${origin}${address}`);
      }
    });
  } finally {
    await server.close();
  }
  return { visited: [...visited].map((url) => url.replace(origin, "")).sort(), broken };
}

for (const [how, args, rest] of [
  ["from the command line", ["--pathprefix=/sub/"], ""],
  ["without its slashes", ["--pathprefix=sub"], ""],
  ["from the config", [], 'return { pathPrefix: "/sub/" };'],
  [
    "with Eleventy's own HTML base plugin",
    [],
    'eleventyConfig.addPlugin(HtmlBasePlugin); return { pathPrefix: "/sub/" };',
  ],
] as const) {
  test(`${how}: example-site has no broken link or asset`, async ({ browser }) => {
    const site = Site.copyOf("example-site");
    if (rest) {
      const source = site.source("eleventy.config.js").replace(/\n}\n$/, `\n  ${rest}\n}\n`);
      site.write({ "eleventy.config.js": `import { HtmlBasePlugin } from "@11ty/eleventy";\n${source}` });
    }
    await site.built(...args);
    const { visited, broken } = await crawl(browser, site);
    // All that was built is linked, but for what robots look for by its name, and styles of what no page here has.
    const built = [
      ...site.pages(),
      ...site.files().filter((file) => !/\.html$|^(robots\.txt|sitemap\.xml)$/.test(file)),
    ];
    site.remove();
    assert.ok(built.length >= 18, `${built.length} files`);
    assert.equal(broken, []);
    assert.equal(visited, built.map((file) => `/sub/${file.split(path.sep).join("/")}`).sort());
  });
}

test("links that an author wrote with the url filter, relative or to elsewhere stay right", async () => {
  const links =
    '{{ "/a/" | url }} [a](/a/) [rel](../b/) [own]({{ "/a/" | url }}) [out](https://example.org/a/) [host](//x.org/)';
  const site = new Site({
    "index.md": page("Home", links),
    "eleventy.config.js": config({ title: "Hu" }, 'return { pathPrefix: "/sub/" };'),
  });
  const html = (await site.built()).read("index.html");
  site.remove();
  assert.match(
    html,
    '<p>/sub/a/ <a href="/sub/a/">a</a> <a href="../b/">rel</a> <a href="/sub/a/">own</a> ' +
      '<a href="https://example.org/a/">out</a> <a href="//x.org/">host</a></p>',
  );
});

test("full addresses have the prefix once, whether url has it or not", async () => {
  for (const url of ["https://example.org", "https://example.org/sub", "https://example.org/sub/"]) {
    const site = new Site({
      "about.md": page("About"),
      "eleventy.config.js": config({ title: "Hu", url }, 'return { pathPrefix: "/sub/" };'),
    });
    await site.built();
    assert.match(
      site.read("about/index.html"),
      '<link rel="canonical" href="https://example.org/sub/about/">',
    );
    assert.match(site.read("feed.xml"), '<link href="https://example.org/sub/feed.xml" rel="self"/>');
    site.remove();
  }
});

test.run();
