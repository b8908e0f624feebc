import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";

const test = suite("what a page says about itself");

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" width="8" height="8"><rect width="8" height="8"/></svg>';
const options = {
  title: "Edward Hu",
  description: "His site",
  url: "https://example.org",
  picture: "me.svg",
  language: "en",
  social: { x: "@edwardhu", github: "edwardjhu", email: "e@example.org" },
  authors: { ada: { name: "Ada Lovelace", x: "https://x.com/ada", url: "https://ada.example.org" } },
};
const files = {
  "me.svg": picture,
  "about.md": page("About"),
  "posts/one.md":
    "---\nlayout: post\ntags: [posts, rank]\ntitle: One\ndate: 2024-03-05\ndescription: The first\nimage: /curve.jpg\nauthor: ada\n---\nText.\n",
};

/** Builds the site and hands over its pages. */
async function build(
  settings: Record<string, unknown> = {},
): Promise<{ home: string; about: string; post: string; files: string[] }> {
  const site = new Site({ ...files, "eleventy.config.js": config({ ...options, ...settings }) });
  await site.builtInProcess();
  const result = {
    home: site.read("index.html"),
    about: site.read("about/index.html"),
    post: site.read("posts/one/index.html"),
    files: site.files(),
  };
  site.remove();
  return result;
}

/** The contents of a page's meta elements by name or property. */
const metas = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)"/g)].map(([, name, content]) => [
      name,
      content,
    ]),
  );

const structured = (html: string): Record<string, unknown> =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? "{}");

test("a post: everything that jekyll-seo-tag has for it", async () => {
  const { post } = await build();
  const found = metas(post);
  const wanted = {
    description: "The first",
    author: "Ada Lovelace",
    "og:title": "One",
    "og:description": "The first",
    "og:locale": "en_US",
    "og:url": "https://example.org/posts/one/",
    "og:site_name": "Edward Hu",
    "og:image": "https://example.org/curve.jpg",
    "og:type": "article",
    "article:published_time": "2024-03-05T00:00:00Z",
    "twitter:card": "summary_large_image",
    "twitter:title": "One",
    "twitter:image": "https://example.org/curve.jpg",
    "twitter:site": "@edwardhu",
    "twitter:creator": "@ada",
  };
  for (const [name, content] of Object.entries(wanted)) assert.is(found[name], content, name);
  assert.match(found.generator ?? "", /^Eleventy v3/);
  assert.match(post, '<link rel="canonical" href="https://example.org/posts/one/">');
});

test("a post is a BlogPosting by its author", async () => {
  const data = structured((await build()).post);
  assert.is(data["@type"], "BlogPosting");
  assert.is(data.headline, "One");
  assert.is(data.datePublished, "2024-03-05T00:00:00.000Z");
  assert.equal(data.keywords, ["rank"]);
  assert.equal(data.author, { "@type": "Person", name: "Ada Lovelace", url: "https://ada.example.org" });
  assert.equal(data.mainEntityOfPage, { "@type": "WebPage", "@id": "https://example.org/posts/one/" });
});

test("the home page is a WebSite with its Person and their accounts", async () => {
  const { home, about } = await build();
  const data = structured(home);
  assert.is(data["@type"], "WebSite");
  assert.is(data.name, "Edward Hu");
  assert.is(data.url, "https://example.org/");
  assert.equal(data.author, {
    "@type": "Person",
    "@id": "https://example.org/#person",
    name: "Edward Hu",
    url: "https://example.org/",
    image: "https://example.org/me.svg",
    sameAs: ["https://x.com/edwardhu", "https://github.com/edwardjhu"],
  });
  assert.is(structured(about)["@type"], "WebPage");
  assert.is(metas(about)["og:type"], "website");
  // No network shows an SVG.
  assert.match(metas(about)["og:image"] ?? "", /^https:\/\/example\.org\/assets\/share-[\da-f]+\.png$/);
});

test("colours of the browser around the page follow the theme", async () => {
  const colours = (html: string): string[] =>
    [...html.matchAll(/<meta name="theme-color" content="([^"]*)"( media="[^"]*")?>/g)].map(
      ([, colour, media]) => `${colour}${media ?? ""}`,
    );
  assert.equal(colours((await build()).home), [
    '#fff media="(prefers-color-scheme: light)"',
    '#000 media="(prefers-color-scheme: dark)"',
  ]);
  assert.equal(colours((await build({ theme: "dark" })).home), ["#000"]);
  assert.equal(colours((await build({ theme: "light" })).home), ["#fff"]);
});

test("icons are made out of one picture, in the sizes that browsers ask for", async () => {
  const { home, files: made } = await build();
  const icons = [
    ...home.matchAll(
      /<link rel="(icon|apple-touch-icon)" href="([^"]*)" type="([^"]*)"(?: sizes="([^"]*)")?>/g,
    ),
  ].map(([, rel, href, type, sizes]) => ({ rel, href, type, sizes }));
  assert.equal(
    icons.map(({ rel, type, sizes }) => `${rel} ${type} ${sizes ?? ""}`.trim()),
    [
      "icon image/svg+xml",
      "icon image/png 32x32",
      "icon image/png 192x192",
      "apple-touch-icon image/png 180x180",
    ],
  );
  for (const { href } of icons) assert.ok(made.includes(href?.slice(1) ?? ""), href);
});

test("a picture that is none is told, and used as it is", async () => {
  const site = new Site({
    "me.svg": "<svg/>",
    "eleventy.config.js": config({ title: "Hu", picture: "me.svg" }),
  });
  const { code, output } = await site.buildInProcess();
  const home = site.read("index.html");
  site.remove();
  assert.is(code, 0);
  assert.match(
    output,
    'indigo: there are no resized favicons of the option "picture": me.svg can\'t be read as an image: it is damaged or in an unsupported format. Convert it to PNG or SVG.',
  );
  assert.match(home, '<link rel="icon" href="/me.svg">');
});

test("the page of a work has its preview for shared links; an SVG as PNG", async () => {
  const site = new Site({
    ...files,
    "eleventy.config.js": config(options),
    "plot.png": "png",
    "plot.svg": picture,
    "publications.yaml": ["plot.png", "plot.svg", undefined]
      .map(
        (preview, at) =>
          `- { id: w${at}, title: W, venue: V, year: 2020${preview ? `, preview: ${preview}` : ""} }\n`,
      )
      .join(""),
  });
  await site.builtInProcess();
  const images = [0, 1, 2].map(
    (at) => /property="og:image" content="([^"]*)"/.exec(site.read(`publications/w${at}/index.html`))?.[1],
  );
  const about = /property="og:image" content="([^"]*)"/.exec(site.read("about/index.html"))?.[1];
  site.remove();
  assert.is(images[0], "https://example.org/plot.png");
  assert.match(images[1] ?? "", /^https:\/\/example\.org\/assets\/share-[\da-f]{10}\.png$/);
  assert.is(images[2], about);
});

test("without a url nothing asks for a full address", async () => {
  const { url: _url, ...rest } = options;
  const site = new Site({ ...files, "eleventy.config.js": config(rest) });
  await site.builtInProcess();
  const [post, robots, has] = [
    site.read("posts/one/index.html"),
    site.read("robots.txt"),
    site.has("sitemap.xml"),
  ];
  site.remove();
  for (const part of ["canonical", "og:url", "ld+json", "feed.xml", 'class="share"'])
    assert.not.match(post, part);
  assert.is(robots, "User-agent: *\nDisallow:\n");
  assert.not.ok(has);
});

test("a sitemap has every page with the day of posts, and leaves out what asks for it", async () => {
  const site = new Site({
    ...files,
    "secret.md": "---\nsitemap: false\n---\n",
    "eleventy.config.js": config(options),
  });
  await site.builtInProcess();
  const [map, robots] = [site.read("sitemap.xml"), site.read("robots.txt")];
  site.remove();
  assert.equal(
    [...map.matchAll(/<loc>https:\/\/example\.org([^<]*)<\/loc>(?:<lastmod>([^<]*)<)?/g)].map(
      ([, url, day]) => `${url} ${day ?? ""}`.trim(),
    ),
    ["/", "/about/", "/blog/", "/posts/one/ 2024-03-05", "/tags/"],
  );
  assert.match(robots, "Sitemap: https://example.org/sitemap.xml");
});

test.run();
