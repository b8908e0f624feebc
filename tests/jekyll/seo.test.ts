import { readFileSync } from "node:fs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, Site } from "../support/site.ts";

const test = suite("the head of a page as jekyll-seo-tag writes it");

const { files, heads } = JSON.parse(
  readFileSync(new URL("../fixtures/jekyll-4.3.1/seo/site.json", import.meta.url), "utf8"),
) as {
  files: Record<string, string>;
  heads: Record<string, { description?: string; canonical: string; modified?: string }>;
};

test("description, canonical URL and date of the last change", async () => {
  const own = Object.fromEntries(Object.entries(files).filter(([file]) => !file.startsWith("_layouts/")));
  const site = new Site({ "eleventy.config.js": config({ config: "_config.yml" }), ...own });
  try {
    await site.built();
    for (const [file, { description, canonical, modified }] of Object.entries(heads)) {
      const html = site.read(file);
      const found = /<meta name="description" content="([^"]*)"/.exec(html)?.[1];
      assert.is(found, description, file);
      assert.match(html, `<link rel="canonical" href="${canonical}">`, file);
      assert.match(html, `<meta property="og:url" content="${canonical}">`, file);
      const date = /"dateModified":"([^"]*)"/.exec(html)?.[1];
      if (modified && date) assert.is(Date.parse(date), Date.parse(modified), file);
    }
    const sitemap = site.read("sitemap.xml");
    assert.match(sitemap, "<loc>https://example.org/modified/</loc><lastmod>2021-02-03");
    assert.match(sitemap, "<loc>https://example.org/plain/</loc><lastmod>2020-01-01");
    assert.match(site.read("feed.xml"), "<updated>2021-02-03T10:00:00");
  } finally {
    site.remove();
  }
});

test.run();
