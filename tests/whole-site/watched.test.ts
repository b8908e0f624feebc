import { writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import sharp from "sharp";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { codeCell, notebook, stream } from "../support/notebook.ts";
import { config, page, Site } from "../support/site.ts";
import { Watch } from "../support/watch.ts";

// Each kind of file that the plugin reads from a site: a served site shows its first content, a change, and the file that
// returns after it was removed. A new kind of file needs a row here.

const test = suite("files that the plugin reads are watched");

const svg = (color: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4" viewBox="0 0 4 4"><path fill="${color}" d="M0 0h${color.length}v4z"/></svg>\n`;

const square = (color: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="21"><path fill="${color}" d="M0 0h40v21H0z"/></svg>\n`;

const png = (background: string, width = 64): Promise<Buffer> =>
  sharp({ create: { width, height: 64, channels: 3, background } })
    .png()
    .toBuffer();

/** Returns the mean of the red, green and blue pixels of the first favicon, from 0 to 255. */
async function iconColor(site: Site): Promise<string> {
  const [, icon = ""] = /href="\/(assets\/icon-[^"]+-32\.png)"/.exec(site.read("index.html")) ?? [];
  if (!site.has(icon)) return "";
  const { channels } = await sharp(path.join(site.folder, "_site", icon)).stats();
  return channels
    .slice(0, 3)
    .map(({ mean }) => Math.round(mean))
    .join();
}

interface Kind {
  /** The file, and three contents. */
  file: string;
  contents: [first: string | Buffer, second: string | Buffer, third: string | Buffer];
  options: object;
  files?: Record<string, string | Buffer>;
  /** Returns a text that contains the first, second or third `marks`. */
  shown(site: Site): string | Promise<string>;
  marks: [string, string, string];
  /** Whether the site can lack the file at first. */
  isOptional?: boolean;
  /** A content with which the site does not build, or shows something else. */
  broken?: string;
}

const article = (title: string): string =>
  `@article{a, title = {${title}}, journal = {J}, author = {Ada Bell}, year = 2020}`;
const home = (site: Site): string => site.read("index.html");
const stylesOf = (site: Site): string =>
  site
    .files()
    .filter((name) => /^indigo-\w+\.css$/.test(name))
    .map((name) => site.read(name))
    .join();

const kinds: Record<string, Kind> = {
  bibliography: {
    file: "papers.bib",
    contents: [article("First"), article("Second"), article("Third")],
    options: { bibliography: "papers.bib" },
    shown: (site) => site.read("publications/index.html"),
    marks: [">First", ">Second", ">Third"],
    broken: "@article{a, title = {Never closed",
  },
  coauthors: {
    file: "people/co (1).yaml",
    contents: [
      "Ada Bell: https://first.example\n",
      "Ada Bell: https://second.example\n",
      "Ada Bell: https://third.example\n",
    ],
    options: { coauthors: "people/co (1).yaml" },
    files: { "publications.bib": article("A") },
    shown: (site) => site.read("publications/index.html"),
    marks: ["https://first.example", "https://second.example", "https://third.example"],
    broken: "Ada Bell: [never: closed\n",
  },
  "icon of a social link": {
    file: "assets/lab [1].svg",
    contents: [svg("red"), svg("blue"), svg("green")],
    options: { social: { Lab: { url: "https://lab.example", icon: "assets/lab [1].svg" } } },
    shown: home,
    marks: ["M0 0h3v4z", "M0 0h4v4z", "M0 0h5v4z"],
    broken: "<svg",
  },
  "picture, its favicon": {
    file: "assets/me (1).png",
    contents: [await png("#f00"), await png("#0f0"), await png("#00f")],
    options: { picture: "assets/me (1).png" },
    shown: iconColor,
    marks: ["255,0,0", "0,255,0", "0,0,255"],
    broken: "no image",
  },
  icon: {
    file: "icon.png",
    contents: [await png("#f00"), await png("#0f0"), await png("#00f")],
    options: { icon: "icon.png" },
    shown: iconColor,
    marks: ["255,0,0", "0,255,0", "0,0,255"],
    broken: "no image",
  },
  "a section": {
    file: "news.yaml",
    contents: ["first", "second", "third"].map(
      (text) => `- { date: 2024-03-05, text: The ${text} }\n`,
    ) as Kind["contents"],
    options: { sections: { news: true } },
    shown: (site) => site.read("news/index.html"),
    marks: ["The first", "The second", "The third"],
    broken: "- { date: 2024-03-05, txt: The slip }\n",
  },
  résumé: {
    file: "resume.json",
    contents: ["First", "Second", "Third"].map((position) =>
      JSON.stringify({ basics: { name: "Ada" }, work: [{ name: "Lab", position, startDate: "2020" }] }),
    ) as Kind["contents"],
    options: { sections: { cv: "resume.json" } },
    shown: (site) => site.read("cv/index.html"),
    marks: ["First", "Second", "Third"],
    broken: "{ never closed",
  },
  "styles in Sass": {
    file: "indigo.scss",
    contents: ["b { color: red }", "b { color: teal }", "b { color: gold }"],
    options: {},
    shown: stylesOf,
    marks: ["red", "teal", "gold"],
    isOptional: true,
    broken: "b { color: $nothing",
  },
  styles: {
    file: "indigo.css",
    contents: ["b { color: red }", "b { color: teal }", "b { color: gold }"],
    options: {},
    shown: stylesOf,
    marks: ["red", "teal", "gold"],
    isOptional: true,
  },
  "_config.yml": {
    file: "_config.yml",
    contents: ["title: First\n", "title: Second\n", "title: Third\n"],
    options: { config: "_config.yml", title: undefined },
    shown: home,
    marks: ["First", "Second", "Third"],
    broken: "title: [never closed\n",
  },
  "an include of a Jekyll site": {
    file: "_includes/mine.html",
    contents: ["[first]", "[second]", "[third]"],
    options: { config: "_config.yml" },
    files: { "_config.yml": "title: Hu\n", "index.md": page("Home", "{% include mine.html %}") },
    shown: home,
    marks: ["[first]", "[second]", "[third]"],
    broken: "{% if never closed %}",
  },
  "a part of a layout": {
    file: "_includes/indigo/parts/footer.njk",
    contents: ["[first]", "[second]", "[third]"],
    options: {},
    files: { "_includes/other.txt": "" },
    shown: home,
    marks: ["[first]", "[second]", "[third]"],
    isOptional: true,
    broken: "{% if never closed %}",
  },
  "a part in a folder that the site did not have": {
    file: "_includes/indigo/parts/footer.njk",
    contents: ["[first]", "[second]", "[third]"],
    options: {},
    shown: home,
    marks: ["[first]", "[second]", "[third]"],
    isOptional: true,
    broken: "{% include 'nothing.njk' %}",
  },
  "a part that shortcodes render": {
    file: "_includes/indigo/publications/publications.njk",
    contents: ["[first]", "[second]", "[third]"],
    options: {},
    files: {
      "_includes/other.txt": "",
      "publications.bib": article("A"),
      "index.md": page("Home", "{% publications %}"),
    },
    shown: home,
    marks: ["[first]", "[second]", "[third]"],
    isOptional: true,
    broken: "{% if never closed %}",
  },
  "the layout of all layouts": {
    file: "_includes/indigo/default.njk",
    contents: ["[first]", "[second]", "[third]"],
    options: {},
    files: { "_includes/other.txt": "" },
    shown: home,
    marks: ["[first]", "[second]", "[third]"],
    isOptional: true,
    broken: "{% extends 'nothing.njk' %}",
  },
  "a file of a folder of people": {
    file: "people/ada.md",
    contents: ["first", "second", "third"].map(
      (text) => `---\nname: Ada\nrole: The ${text}\n---\n`,
    ) as Kind["contents"],
    options: { sections: { people: true } },
    files: { "people/bob.md": "---\nname: Bob\n---\n" },
    shown: (site) => site.read("people/index.html"),
    marks: ["The first", "The second", "The third"],
    broken: "---\nnmae: Ada\n---\n",
  },
  "a style of citations": {
    file: "mine.csl",
    contents: ["first", "second", "third"].map(
      (text) =>
        `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>t</title><id>https://x.example/${text}</id><updated>2020-01-01T00:00:00Z</updated></info><citation><layout><text value="[${text}]"/></layout></citation><bibliography><layout><text variable="title"/></layout></bibliography></style>`,
    ) as Kind["contents"],
    options: { citationStyle: "mine.csl" },
    files: { "publications.bib": article("A"), "index.md": page("Home", "So [@a].") },
    shown: home,
    marks: ["[first]", "[second]", "[third]"],
    broken: "<style",
  },
  "works that a page names": {
    file: "papers.bib",
    contents: [article("First"), article("Second"), article("Third")],
    options: {},
    files: { "index.md": "---\ntitle: Home\nlayout: page\nreferences: papers.bib\n---\nSo [@a].\n" },
    shown: home,
    marks: ["First", "Second", "Third"],
    broken: "@article{b, title = {Other}}",
  },
  "a page": {
    file: "index.md",
    contents: ["[first]", "[second]", "[third]"].map((text) => page("Home", text)) as Kind["contents"],
    options: {},
    files: { "other.md": page("Other") },
    shown: home,
    marks: ["[first]", "[second]", "[third]"],
    broken: "---\ntitle: [never closed\nlayout: page\n---\n",
  },
  "a notebook": {
    file: "posts/a.ipynb",
    contents: [
      notebook([codeCell("x", [stream("The first")])]),
      notebook([codeCell("x", [stream("The second")])]),
      notebook([codeCell("x", [stream("The third")])]),
    ],
    options: { notebooks: true },
    shown: (site) => site.read("posts/a/index.html"),
    marks: ["The first", "The second", "The third"],
    broken: '{ "cells": [',
  },
  "a layout": {
    file: "_includes/page.njk",
    contents: ["[first]", "[second]", "[third]"],
    options: {},
    files: { "_includes/other.txt": "", "index.md": page("Home") },
    shown: home,
    marks: ["[first]", "[second]", "[third]"],
    isOptional: true,
    broken: "{% if never closed %}",
  },
  "image of a page, its size": {
    file: "assets/graph.png",
    contents: [await png("#f00", 11), await png("#f00", 22), await png("#f00", 33)],
    options: {},
    files: { "index.md": page("Home", "![a graph](/assets/graph.png)") },
    shown: home,
    marks: ['width="11"', 'width="22"', 'width="33"'],
    broken: "no image",
  },
  "image of a page, responsive": {
    file: "assets/graph.png",
    contents: [await png("#f00", 11), await png("#0f0", 22), await png("#00f", 33)],
    options: { images: { formats: ["png"] } },
    files: { "index.md": page("Home", "![a graph](/assets/graph.png)") },
    shown: async (site) => {
      const [, file = ""] = /src="\/(assets\/pictures\/[^"]+)"/.exec(home(site)) ?? [];
      if (!site.has(file)) return "";
      const { channels } = await sharp(path.join(site.folder, "_site", file)).stats();
      return channels.map(({ mean }) => Math.round(mean)).join();
    },
    marks: ["255,0,0", "0,255,0", "0,0,255"],
    broken: "no image",
  },
  "image of shared links": {
    file: "assets/share.svg",
    contents: [square("red"), square("blue"), square("green")],
    options: { url: "https://hu.example" },
    files: { "index.md": "---\ntitle: Home\nlayout: page\nimage: /assets/share.svg\n---\n" },
    shown: async (site) => {
      const [, file = ""] =
        /property="og:image" content="https:\/\/hu\.example\/(assets\/share-[^"]+)"/.exec(home(site)) ?? [];
      if (!site.has(file)) return "";
      const { data } = await sharp(path.join(site.folder, "_site", file))
        .extract({ left: 9, top: 9, width: 1, height: 1 })
        .raw()
        .toBuffer({ resolveWithObject: true });
      return [...data].slice(0, 3).join();
    },
    marks: ["255,0,0", "0,0,255", "0,128,0"],
    broken: "<svg",
  },
};

const write = (site: Site, files: Record<string, string | Buffer>): void => {
  for (const [name, content] of Object.entries(files)) {
    site.write({ [name]: "" });
    writeFileSync(path.join(site.folder, name), content);
  }
};

/** Serves a site of one kind and makes the changes. */
async function followChanges({
  file,
  contents,
  options,
  files,
  shown,
  marks,
  isOptional,
  broken,
}: Kind): Promise<void> {
  const site = new Site();
  const rest = 'eleventyConfig.addPassthroughCopy("assets");';
  write(site, {
    "eleventy.config.js": config({ title: "Hu", ...options }, rest),
    "index.md": page("Home", "Text.", "home"),
    "assets/other.txt": "",
    ...files,
    ...(!isOptional && { [file]: contents[0] }),
  });
  const watch = new Watch(site.folder);
  let text = "";
  const isShown = async (index: 0 | 1 | 2): Promise<boolean> => {
    text = site.has("index.html")
      ? String(
          await Promise.resolve()
            .then(() => shown(site))
            .catch(() => ""),
        )
      : "";
    return text.includes(marks[index]);
  };
  /** Waits until the site shows a content. Writes the file again at times, since Eleventy's watcher can miss a change. */
  const shows = async (index: 0 | 1 | 2): Promise<void> => {
    const change = (): void => {
      if (index > 0 || isOptional) write(site, { [file]: contents[index] });
    };
    change();
    const end = Date.now() + 60_000;
    for (let turn = 1; !(await isShown(index)); turn += 1) {
      if (Date.now() > end) {
        const output = watch.output.replaceAll(/.* Writing .*\n/g, "").slice(-2000);
        throw new Error(`${marks[index]} is not shown:\n${text.slice(0, 500)}\n${output}`);
      }
      await wait(100);
      if (turn % 60 === 0) change();
    }
  };
  /** Waits for a build with a content, whatever comes of it. */
  const isBuiltWith = async (content: string): Promise<void> => {
    const before = watch.output.length;
    for (let turn = 0; !/Watching|watch error/.test(watch.output.slice(before)); turn += 1) {
      if (turn % 60 === 0) write(site, { [file]: content });
      if (turn > 600) throw new Error(`no build with the broken content:\n${watch.output.slice(-1000)}`);
      await wait(100);
    }
  };
  try {
    await watch.until(() => watch.output.includes("Watching"));
    await wait(1000);
    await shows(0);
    await shows(1);
    await wait(300);
    await watch.remove(file);
    await wait(300);
    await shows(2);
    if (broken !== undefined) {
      await isBuiltWith(broken);
      await shows(1);
    }
    assert.not.match(watch.output, /^\s+at .+:\d+/m);
  } finally {
    await watch.stop();
    site.remove();
  }
}

// Most of the time is waiting, so that several sites are served at a time.
const all = Object.entries(kinds);
const results = new Map<string, Promise<unknown>>();
const queues = Array.from({ length: 4 }, () => Promise.resolve());
for (const [index, [name, kind]] of all.entries()) {
  const result = (queues[index % 4] ?? Promise.resolve()).then(() => followChanges(kind));
  queues[index % 4] = result.catch(() => {});
  results.set(
    name,
    result.then(
      () => undefined,
      (error: unknown) => error,
    ),
  );
}

for (const [name] of all) {
  test(`${name}: changed, removed, returned, broken, fixed`, async () => {
    const error = await results.get(name);
    if (error) throw error;
  });
}

test.run();
