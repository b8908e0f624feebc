import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";
import { wholeSite } from "../support/whole-site.ts";

// Files as editors of Windows save them: lines that end in a carriage return, and a byte-order mark in front.

/** What the plugin itself reads. */
const isRead = (name: string): boolean => /\.(ya?ml|bib|json|scss|css|svg)$/.test(name);

const asWindows = (files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(files).map(([name, content]) => [
      name,
      (isRead(name) ? "\uFEFF" : "") + content.replaceAll(/\r?\n/g, "\r\n"),
    ]),
  );

/** The text of every file of the output, whose names hold no hash of a picture that is other bytes. */
function texts(site: Site): Record<string, string> {
  const folder = path.join(site.folder, site.output);
  const read = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(html|xml|bib|json|css|txt)$/.test(name) && !name.startsWith("pagefind"))
    .sort();
  return Object.fromEntries(
    read.map((name) => [
      name.replaceAll("\\", "/"),
      readFileSync(path.join(folder, name), "utf8")
        .replaceAll("\r\n", "\n")
        .replaceAll(/icon-[\da-f]{10}/g, "icon"),
    ]),
  );
}

async function both(
  files: Record<string, string>,
): Promise<[Record<string, string>, Record<string, string>]> {
  const found = await Promise.all(
    [files, asWindows(files)].map(async (each) => {
      const site = new Site(each);
      try {
        await site.built();
        return texts(site);
      } finally {
        site.remove();
      }
    }),
  );
  return found as [Record<string, string>, Record<string, string>];
}

/** Removes when a feed was updated: if a page has no date, that is when its file was made, another second in each site. */
const withoutUpdated = (text: string | undefined): string | undefined =>
  text?.replaceAll(/<updated>[^<]*<\/updated>/g, "");

test("a whole site from Windows gives the same pages", async () => {
  const [plain, windows] = await both(wholeSite);
  assert.equal(Object.keys(windows), Object.keys(plain));
  for (const [name, text] of Object.entries(plain))
    assert.is(withoutUpdated(windows[name]), withoutUpdated(text), name);
  for (const [name, text] of Object.entries(windows)) assert.not.match(text.slice(1), "\uFEFF", name);
});

test("so does one of Jekyll's", async () => {
  const [plain, windows] = await both({
    "eleventy.config.js": config({ config: "_config.yml" }),
    "_config.yml":
      "title: Ada\nurl: https://ada.example\nabout: true\nblog: true\nown: |\n  One\n  two\nauthors:\n  a:\n    name: Ada\n",
    "_includes/own.html": "<p>{{ site.own }}</p>\n",
    "_data/people.yml": "- name: Grace\n",
    "about.md":
      "---\nlayout: page\ntitle: About\n---\n{% include own.html %}\n\n{{ site.data.people[0].name }}\n",
    "_posts/2024-03-05-a.md":
      "---\nlayout: post\ntitle: A\nauthor: a\ntags: x y\ncategory: blog\n---\nText\n\n{% highlight js %}\nlet a;\n{% endhighlight %}\n",
  });
  assert.equal(Object.keys(windows), Object.keys(plain));
  for (const [name, text] of Object.entries(plain))
    assert.is(withoutUpdated(windows[name]), withoutUpdated(text), name);
});

test("styles of the site's own may start with a byte-order mark", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada" }),
    "index.md": page("Home"),
    "indigo.css": "\uFEFF.own{color:red}",
  });
  await site.built();
  const [sheet = ""] = site
    .files()
    .filter((name) => name.endsWith(".css") && site.read(name).includes(".own{"));
  assert.not.match(site.read(sheet), "\uFEFF");
  site.remove();
});

test("a mistake is told with its line, whatever ends lines", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada", sections: { news: true } }),
    "index.md": "x",
  });
  writeFileSync(
    path.join(site.folder, "news.yaml"),
    "\uFEFF# Comment\r\n- date: 2024-03-05\r\n  text: x\r\n- date: never\r\n  text: x\r\n",
  );
  writeFileSync(
    path.join(site.folder, "publications.bib"),
    "\uFEFF\r\n@article{a,\r\n  title = {T},\r\n  year = {never},\r\n}\r\n",
  );
  const { code, output } = await site.build();
  assert.is(code, 1);
  assert.match(output, /news\.yaml:4|publications\.bib:4/);
  site.write({ "publications.bib": "" });
  assert.match((await site.build()).output, 'field "date" of news 2 in news.yaml:4 must be a date');
  site.remove();
});

test.run();
