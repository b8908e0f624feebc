import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readJekyllSite } from "../../plugin/cli/migrate/jekyll-site.ts";
import { countsOf, jekyllUrls } from "../../plugin/cli/migrate/jekyll-urls.ts";
import { Site } from "../support/site.ts";

const test = suite("the URLs that migrate counts");

const folder = path.join(import.meta.dirname, "../fixtures/jekyll-4.3.1/plugin-sites");

/** Files that Jekyll copies, which have no URL in the report. */
const isCopied = (files: Readonly<Record<string, string>>, name: string): boolean =>
  files[name]?.startsWith("---\n") === false;

/** Returns the file of a URL. */
const fileOf = (url: string): string => `${url.slice(1)}${url.endsWith("/") ? "index.html" : ""}`;

const counted = (files: Record<string, string>) => {
  const site = new Site(files);
  try {
    return jekyllUrls(readJekyllSite(site.folder, true));
  } finally {
    site.remove();
  }
};

for (const name of readdirSync(folder)) {
  test(`are those of all files that Jekyll and its plugins make: ${path.parse(name).name}`, () => {
    const { files, made } = JSON.parse(readFileSync(path.join(folder, name), "utf8"));
    const urls = counted(files).map(({ url }) => fileOf(url));
    assert.equal(
      urls.sort(),
      made.filter((file: string) => !isCopied(files, file)),
    );
  });
}

test("are counted by what they are", () => {
  const { files } = JSON.parse(readFileSync(path.join(folder, "all.json"), "utf8"));
  assert.equal(countsOf(counted(files)), {
    pages: 3,
    posts: 5,
    talks: 1,
    "pages of jekyll-feed": 3,
    "pages of jekyll-sitemap": 2,
    "pages of jekyll-redirect-from": 6,
    "pages of jekyll-archives": 16,
    "pages of jekyll-paginate": 1,
  });
});

/** Settings, and whether Jekyll divides the posts of the index. */
const paginates: [name: string, files: Record<string, string>, isPaginated: boolean][] = [
  ["no Gemfile, as on GitHub Pages", {}, true],
  ["a Gemfile with github-pages", { Gemfile: 'gem "github-pages", group: :jekyll_plugins\n' }, true],
  ["a Gemfile without", { Gemfile: 'gem "jekyll"\n' }, false],
  ["a group of plugins", { Gemfile: 'group :jekyll_plugins do\n  gem "jekyll-paginate"\nend\n' }, true],
  ["a comment", { Gemfile: '# gem "github-pages"\ngem "jekyll"\n' }, false],
];

test("pagination counts if its plugin runs", () => {
  for (const [name, files, isPaginated] of paginates) {
    const urls = counted({
      "_config.yml": "title: Hu\npaginate: 1\n",
      "index.html": "---\n---\n",
      "_posts/2020-01-02-a.md": "---\n---\n",
      "_posts/2020-01-03-b.md": "---\n---\n",
      ...files,
    }).map(({ url }) => url);
    assert.is(urls.includes("/page2/"), isPaginated, name);
  }
});

test.run();
