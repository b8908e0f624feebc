import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { launchBrowser, withPage } from "../support/browser.ts";
import { fileAt } from "../support/server.ts";
import { config, page as markdown, Site } from "../support/site.ts";

const atom = "http://www.w3.org/2005/Atom";

/** An element of a feed or a sitemap. */
interface Element {
  name: string;
  namespace: string | null;
  attributes: Record<string, string>;
  text: string;
  children: Element[];
}

/** Parses XML as a browser does; an error of the parser is one of the test. */
async function parse(page: Page, xml: string): Promise<Element> {
  const root = await page.evaluate((source) => {
    const document = new DOMParser().parseFromString(source, "application/xml");
    const error = document.querySelector("parsererror");
    if (error) throw new Error(error.textContent ?? "");
    const read = (element: globalThis.Element): Element => ({
      name: element.localName,
      namespace: element.namespaceURI,
      attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
      text: element.children.length > 0 ? "" : (element.textContent ?? ""),
      children: [...element.children].map(read),
    });
    return read(document.documentElement);
  }, xml);
  return root;
}

/** The addresses that the HTML of an entry has. */
const addressesIn = (page: Page, html: string): Promise<string[]> =>
  page.evaluate(
    (source) =>
      [
        ...new DOMParser()
          .parseFromString(source, "text/html")
          .querySelectorAll("[href], [src], [srcset], [poster]"),
      ].flatMap((element) =>
        ["href", "src", "srcset", "poster"].flatMap((name) => element.getAttribute(name) ?? []),
      ),
    html,
  );

const all = (parent: Element, name: string): Element[] =>
  parent.children.filter((child) => child.name === name && child.namespace === parent.namespace);

/** RFC 3339, with the capital letters and the time zone that RFC 4287 asks for. */
const isDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));

const isAbsolute = (text: string): boolean => /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i.test(text);

/** What breaks RFC 4287 in a person: an author or a contributor. */
function faultsOfPerson(person: Element): string[] {
  const faults: string[] = [];
  if (all(person, "name").length !== 1 || !all(person, "name")[0]?.text.trim()) faults.push("has no name");
  if (all(person, "uri").length > 1) faults.push("has several uris");
  if (!all(person, "uri").every(({ text }) => isAbsolute(text))) faults.push("has no absolute uri");
  if (all(person, "email").length > 1) faults.push("has several email addresses");
  if (!all(person, "email").every(({ text }) => /^.+@.+$/.test(text))) faults.push("has no email address");
  return faults.map((fault) => `author ${fault}`);
}

const allowed: Record<string, string[]> = {
  feed: "author category contributor generator icon logo id link rights subtitle title updated entry".split(
    " ",
  ),
  entry: "author category content contributor id link published rights source summary title updated".split(
    " ",
  ),
};

/** What breaks RFC 4287 in a feed or an entry, besides what only one of them must have. */
function faultsOf(element: Element): string[] {
  const faults: string[] = [];
  for (const { name, namespace } of element.children) {
    if (namespace === atom && !allowed[element.name]?.includes(name))
      faults.push(`${name} does not belong here`);
  }
  for (const name of ["id", "title", "updated"]) {
    const found = all(element, name);
    if (found.length !== 1) faults.push(`${found.length} times ${name}`);
    else if (!found[0]?.text.trim()) faults.push(`empty ${name}`);
  }
  for (const name of ["generator", "icon", "logo", "rights", "subtitle", "published", "summary", "content"]) {
    if (all(element, name).length > 1) faults.push(`more than one ${name}`);
  }
  for (const { name, text } of element.children) {
    if (["updated", "published"].includes(name) && !isDate(text)) faults.push(`${name} is no date: ${text}`);
    if (["id", "icon", "logo"].includes(name) && !isAbsolute(text))
      faults.push(`${name} is no full address: ${text}`);
  }
  const links = all(element, "link").map(({ attributes }) => ({
    rel: "alternate",
    type: "",
    hreflang: "",
    ...attributes,
  }));
  for (const { href } of links as { href?: string }[]) {
    if (!href || !isAbsolute(href)) faults.push(`link to no full address: ${href}`);
  }
  const alternates = links
    .filter(({ rel }) => rel === "alternate")
    .map(({ type, hreflang }) => `${type} ${hreflang}`);
  if (new Set(alternates).size < alternates.length) faults.push("several links to the same alternate");
  if (!all(element, "category").every(({ attributes }) => attributes.term))
    faults.push("category without a term");
  faults.push(...[...all(element, "author"), ...all(element, "contributor")].flatMap(faultsOfPerson));
  return faults;
}

/** What breaks RFC 4287 in a whole feed, as https://validator.w3.org/feed/ would say. */
function faultsOfFeed(feed: Element): string[] {
  if (feed.name !== "feed" || feed.namespace !== atom) return ["is no Atom feed"];
  const faults = faultsOf(feed);
  if (!all(feed, "link").some(({ attributes }) => attributes.rel === "self"))
    faults.push("has no link to itself");
  const entries = all(feed, "entry");
  for (const entry of entries) {
    const at = all(entry, "id")[0]?.text;
    const hasAuthor = [entry, feed].some((element) => all(element, "author").length > 0);
    if (!hasAuthor) faults.push(`${at} has no author`);
    const content = all(entry, "content")[0];
    if (
      !content &&
      !all(entry, "link").some(({ attributes }) => (attributes.rel ?? "alternate") === "alternate")
    ) {
      faults.push(`${at} has neither content nor a link`);
    }
    if (content && (content.attributes.type !== "html" || content.children.length > 0)) {
      faults.push(`${at} has content of another type than HTML`);
    }
    faults.push(...faultsOf(entry).map((fault) => `${at} ${fault}`));
  }
  const ids = [feed, ...entries].map((element) => all(element, "id")[0]?.text);
  if (new Set(ids).size < ids.length) faults.push(`ids are not unique: ${ids.join(" ")}`);
  return faults;
}

type Json = Record<string, unknown>;

const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";
const isAddress = (value: unknown): boolean =>
  typeof value === "string" && /^https?:\/\/./.test(value) && URL.canParse(value);
const isMoment = (value: unknown): boolean => typeof value === "string" && isDate(value);

/** What a thing of each type must have. */
const required: Record<string, Record<string, (value: unknown) => boolean>> = {
  WebSite: { name: isText, url: isAddress },
  WebPage: {},
  Person: { name: isText },
  Periodical: { name: isText },
  PublicationVolume: { name: isText },
  ScholarlyArticle: {
    headline: isText,
    // None at all if none is known: an empty list would say that nobody wrote it.
    author: (value) => value === undefined || (Array.isArray(value) && value.length > 0),
    datePublished: (value) => typeof value === "string" && /^\d{4}(-\d\d){0,2}$/.test(value),
    url: isAddress,
  },
  BlogPosting: {
    headline: isText,
    datePublished: isMoment,
    author: (value) => isJson(value) && isText(value.name),
    url: isAddress,
  },
};

/** What any thing has only in this form. */
const optional: (typeof required)[string] = {
  url: isAddress,
  image: isAddress,
  "@id": isAddress,
  sameAs: (value) => Array.isArray(value) && value.every(isAddress),
  dateModified: isMoment,
  description: isText,
  keywords: (value) => Array.isArray(value) && value.every(isText),
  inLanguage: isText,
};

function faultsOfThing(thing: Json, at: string): string[] {
  const type = `${thing["@type"]}`;
  const fields = required[type];
  if (!fields) return [`${at}: unknown type ${type}`];
  return [
    ...Object.entries(fields).flatMap(([name, isRight]) =>
      isRight(thing[name]) ? [] : [`${at}: ${type} has ${name} ${JSON.stringify(thing[name])}`],
    ),
    ...Object.entries(optional).flatMap(([name, isRight]) =>
      name in thing && !isRight(thing[name]) ? [`${at}: ${name} is ${JSON.stringify(thing[name])}`] : [],
    ),
    ...Object.values(thing)
      .filter(isJson)
      .flatMap((part) => faultsOfThing(part, at)),
  ];
}

for (const [name, { folder, origin, posts, hidden }] of Object.entries({
  "example-site": { folder: "example-site", origin: "https://example.org", posts: 5, hidden: 0 },
  "an Indigo site of Jekyll's": {
    folder: "tests/fixtures/indigo-site",
    origin: "http://localhost:4100",
    posts: 6,
    hidden: 1,
  },
})) {
  const test = suite<{ browser: Browser; site: Site }>(`what machines read of ${name}`);

  test.before(async (context) => {
    context.browser = await launchBrowser();
    context.site = await Site.copyOf(folder).built();
  });

  test.after(async ({ browser, site }) => {
    await browser.close();
    site.remove();
  });

  const isThere = (site: Site, address: string): boolean =>
    address.startsWith(`${origin}/`) &&
    fileAt(path.join(site.folder, "_site"), address.slice(origin.length + 1)) !== undefined;

  test("the feed is Atom as RFC 4287 has it", ({ browser, site }) =>
    withPage(browser, {}, async (page) => {
      const feed = await parse(page, site.read("feed.xml"));
      assert.equal(faultsOfFeed(feed), []);
      const entries = all(feed, "entry");
      assert.is(entries.length, posts - hidden);
      const dates = entries.map((entry) => all(entry, "updated")[0]?.text ?? "");
      assert.is(all(feed, "updated")[0]?.text, [...dates].sort().at(-1));
      assert.equal(dates, [...dates].sort().reverse(), "the newest comes first");
    }));

  test("the feed's addresses lead somewhere, and those in its text are full", ({ browser, site }) =>
    withPage(browser, {}, async (page) => {
      const feed = await parse(page, site.read("feed.xml"));
      const entries = all(feed, "entry");
      const links = [feed, ...entries].flatMap((element) => all(element, "link"));
      assert.equal(
        links.map(({ attributes }) => attributes.href ?? "").filter((href) => !isThere(site, href)),
        [],
      );
      assert.match(
        site.read("index.html"),
        `<link rel="alternate" type="application/atom+xml" title="Edward Hu" href="/feed.xml">`,
      );
      let count = 0;
      for (const entry of entries) {
        const content = all(entry, "content")[0];
        // Without which a link to a footnote has no page that it is on.
        const base = content?.attributes["xml:base"] ?? "";
        assert.ok(isThere(site, base), base);
        for (const address of await addressesIn(page, content?.text ?? "")) {
          count += 1;
          assert.ok(isAbsolute(address) || address.startsWith("#"), address);
          const full = new URL(address, base).href;
          if (full.startsWith(`${origin}/`)) assert.ok(isThere(site, full.replace(/#.*/, "")), full);
        }
      }
      assert.ok(count > 3, `${count} addresses`);
    }));

  test("the sitemap has every page that is there, once, by its full address", ({ browser, site }) =>
    withPage(browser, {}, async (page) => {
      const sitemap = await parse(page, site.read("sitemap.xml"));
      assert.is(sitemap.name, "urlset");
      assert.is(sitemap.namespace, "http://www.sitemaps.org/schemas/sitemap/0.9");
      const addresses = sitemap.children.map((url) => {
        assert.is(url.name, "url");
        const names = url.children.map((child) => child.name);
        assert.ok(["loc", "loc lastmod"].includes(names.join(" ")), names.join(" "));
        for (const { text } of all(url, "lastmod"))
          assert.ok(/^\d{4}-\d\d-\d\d$/.test(text) || isDate(text), text);
        return all(url, "loc")[0]?.text ?? "";
      });
      assert.equal(
        addresses.sort(),
        site
          .pages()
          .filter((address) => address !== "404.html")
          .map((address) => `${origin}/${address}`)
          .sort(),
      );
      assert.match(site.read("robots.txt"), `Sitemap: ${origin}/sitemap.xml`);
    }));

  test("the structured data of every page has what its type must have", ({ browser, site }) =>
    withPage(browser, {}, async (page) => {
      const faults: string[] = [];
      const types: Record<string, number> = {};
      for (const address of site.pages()) {
        const html = site.read(address.endsWith("html") ? address : `${address}index.html`);
        const scripts = await page.evaluate(
          (source) =>
            [
              ...new DOMParser()
                .parseFromString(source, "text/html")
                .querySelectorAll('script[type="application/ld+json"]'),
            ].map((script) => script.textContent ?? ""),
          html,
        );
        if (scripts.length !== 1) faults.push(`/${address} has ${scripts.length} pieces of structured data`);
        for (const script of scripts) {
          const thing: Json = JSON.parse(script);
          if (thing["@context"] !== "https://schema.org") faults.push(`/${address} has no context`);
          types[`${thing["@type"]}`] = (types[`${thing["@type"]}`] ?? 0) + 1;
          faults.push(...faultsOfThing(thing, `/${address}`));
        }
      }
      assert.equal(faults, []);
      assert.is(types.WebSite, 1);
      assert.is(types.BlogPosting, posts);
      const publications = site
        .pages()
        .filter((address) => /^publications\/./.test(address) && address !== "publications/");
      assert.is(types.ScholarlyArticle ?? 0, publications.length);
      assert.is(types.WebPage, site.pages().length - posts - publications.length - 1);
    }));

  test.run();
}

const post = (title: string, date: string, more: string): string =>
  `---\ntitle: "${title}"\ndate: ${date}\n${more}\n---\n[About](../about.md) and ![A loom](/loom.svg)\n`;

const origin = "https://lab.example.org";

/** Settings of a site with every kind of feed. */
const settings = {
  title: "Lab & co",
  url: origin,
  archives: true,
  languages: { fr: { title: "Le labo" } },
  sections: { news: true },
};

/** Posts whose labels, dates and authors differ in what a feed must make of them. */
const archived = {
  "loom.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>',
  "index.md": markdown("Home", "", "home"),
  "about.md": markdown("About"),
  "news.yaml": "- { date: 2024-05-02, text: 'A *new* [loom](/loom.svg)' }\n",
  "publications.yaml":
    "- { id: a, title: A & b, venue: V, year: 2020 }\n- { id: c, title: C, venue: V, year: 2021, authors: [Ada Bell] }\n",
  "posts/posts.json": '{ "layout": "post", "tags": "posts" }',
  "posts/one.md": post("One", "2022-01-01", "tags: [looms, C++]\ncategory: notes\nupdated: 2024-04-04"),
  "posts/two.md": post(
    "A < b",
    "2023-02-01",
    'tags: [looms, "R&D"]\ncategory: "Été & co"\nseries: On <looms>',
  ),
  "posts/three.md": post(
    "Three",
    "2023-02-01",
    "tags: [数学, looms]\nseries: On <looms>\nauthors: [Ada, Bo]",
  ),
  "posts/hidden.md": post("Hidden", "2021-03-01", "tags: [looms]\nhidden: true"),
  "fr/posts/posts.json": '{ "layout": "post", "tags": "posts" }',
  "fr/posts/un.md": post("Un", "2023-01-01", "tags: [looms]\ncategory: notes").replace(
    "../about.md",
    "../../about.md",
  ),
};

const everyFeed = suite("every feed of a site with archives");

for (const [name, { options, args, prefix }] of Object.entries({
  "at its host's root": { options: {}, args: [], prefix: "" },
  "under a path prefix": { options: {}, args: ["--pathprefix=/lab/"], prefix: "/lab" },
  "in another language, few posts a page": {
    options: { language: "de", postsPerPage: 1 },
    args: [],
    prefix: "",
  },
})) {
  everyFeed(`is Atom as RFC 4287 has it, with addresses that lead somewhere: ${name}`, async () => {
    const site = new Site({ "eleventy.config.js": config({ ...settings, ...options }), ...archived });
    const browser = await launchBrowser();
    const isThere = (address: string): boolean =>
      address.startsWith(`${origin}${prefix}/`) &&
      fileAt(path.join(site.folder, "_site"), address.slice(origin.length + prefix.length + 1)) !== undefined;
    try {
      await site.builtInProcess(...args);
      const files = site.files().filter((file) => /(^|\/)(feed|publications)\.xml$/.test(file));
      for (const start of ["tags", "categories", "years", "series", "fr/tags", "fr/categories", "fr/years"])
        assert.ok(
          files.some((file) => file.startsWith(`${start}/`)),
          `a feed below ${start}/ among ${files.join()}`,
        );
      for (const main of ["feed.xml", "fr/feed.xml", "publications.xml"])
        assert.ok(files.includes(main), main);
      await withPage(browser, {}, async (page) => {
        const ids: (string | undefined)[] = [];
        for (const file of files) {
          const feed = await parse(page, site.read(file));
          assert.equal(faultsOfFeed(feed), [], file);
          const entries = all(feed, "entry");
          assert.ok(entries.length > 0, `${file} has no entry`);
          ids.push(all(feed, "id")[0]?.text);
          // A feed is new when its newest entry is.
          assert.is(
            all(feed, "updated")[0]?.text,
            entries
              .map((entry) => all(entry, "updated")[0]?.text ?? "")
              .sort()
              .at(-1),
            file,
          );
          const self = all(feed, "link").find(({ attributes }) => attributes.rel === "self");
          assert.is(decodeURI(self?.attributes.href ?? ""), `${origin}${prefix}/${file}`);
          const found: string[] = [];
          for (const element of [feed, ...entries])
            found.push(...all(element, "link").map(({ attributes }) => attributes.href ?? ""));
          for (const entry of entries) {
            const content = all(entry, "content")[0];
            const base = content?.attributes["xml:base"] ?? all(entry, "id")[0]?.text ?? "";
            for (const address of await addressesIn(page, content?.text ?? ""))
              found.push(new URL(address, base).href);
          }
          assert.equal(
            found.filter((address) => !isThere(address)),
            [],
            file,
          );
          assert.not.match(site.read(file), "Hidden");
        }
        assert.is(new Set(ids).size, ids.length, `feeds share an id: ${ids.join(" ")}`);
      });
    } finally {
      await browser.close();
      site.remove();
    }
  });
}

everyFeed.run();

const check = suite("the check of feeds itself");

check("finds what is wrong", async () => {
  const browser = await launchBrowser();
  try {
    const faults = await withPage(browser, {}, async (page) =>
      faultsOfFeed(
        await parse(
          page,
          `<feed xmlns="${atom}"><title>A</title><updated>2024-03-05</updated><id>/</id><link href="/"/>
          <entry><title>A</title><id>https://x.org/</id><updated>2024-03-05T00:00:00Z</updated><content>A</content></entry>
          <entry><title/><id>https://x.org/</id><updated>2024-03-05T00:00:00Z</updated><date/></entry></feed>`,
        ),
      ),
    );
    assert.equal(faults, [
      "updated is no date: 2024-03-05",
      "id is no full address: /",
      "link to no full address: /",
      "has no link to itself",
      "https://x.org/ has no author",
      "https://x.org/ has content of another type than HTML",
      "https://x.org/ has no author",
      "https://x.org/ has neither content nor a link",
      "https://x.org/ date does not belong here",
      "https://x.org/ empty title",
      "ids are not unique: / https://x.org/ https://x.org/",
    ]);
    await withPage(browser, {}, (page) => parse(page, "<feed>&nbsp;</feed>")).then(
      () => assert.unreachable("no XML passes"),
      (error: Error) => assert.match(error.message, "nbsp"),
    );
  } finally {
    await browser.close();
  }
});

check.run();
