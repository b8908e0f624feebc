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

/** Serves a built site under /sub/, visits every page that is linked, and gives all addresses and those that failed. */
async function crawl(browser: Browser, site: Site): Promise<{ visited: string[]; broken: string[] }> {
  const server = await serve(path.join(site.folder, "_site"), "/sub/");
  const broken: string[] = [];
  const visited = new Set<string>();
  try {
    await withPage(browser, {}, async (tab) => {
      tab.on("response", (response) => {
        if (response.status() !== 200) broken.push(response.url());
      });
      const queue = [server.url];
      for (let address = queue.pop(); address; address = queue.pop()) {
        if (visited.has(address)) continue;
        visited.add(address);
        if (!address.endsWith("/")) {
          const { status } = await tab.request
            .get(address)
            .then((response) => ({ status: response.status() }));
          if (status !== 200) broken.push(address);
          continue;
        }
        await tab.goto(address, { waitUntil: "networkidle" });
        const found = await tab.evaluate(() =>
          [...document.querySelectorAll("a[href], link[href]")].map(
            (element) => (element as HTMLAnchorElement).href.split("#")[0] ?? "",
          ),
        );
        queue.push(...found.filter((url) => new URL(url).host === new URL(server.url).host));
      }
    });
  } finally {
    await server.close();
  }
  const host = new URL(server.url).origin;
  return { visited: [...visited].map((url) => url.replace(host, "")).sort(), broken };
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
    const css = site.files().find((file) => file.endsWith(".css"));
    site.remove();
    assert.equal(broken, []);
    assert.equal(
      visited,
      ["/sub/", "/sub/about/", `/sub/${css}`, "/sub/assets/portrait.svg", "/sub/feed.xml"].sort(),
    );
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
