import type { Browser } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { frontMatter } from "../support/attack.ts";
import { launchBrowser, withPage } from "../support/browser.ts";
import { config, Site } from "../support/site.ts";

// Text that is pasted from a PDF or a terminal has characters that XML forbids, and one of them makes a feed unreadable.

const test = suite<{ browser: Browser }>("characters that XML forbids");

test.before(async (context) => {
  context.browser = await launchBrowser();
});

test.after(({ browser }) => browser.close());

/** The characters that XML 1.0 forbids. A lone surrogate is no character of a file in UTF-8. */
const forbidden = [
  ...Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).filter(
    (each) => !"\t\n\r".includes(each),
  ),
  "\uFFFE",
  "\uFFFF",
];
/** Characters that XML allows. */
const allowed = [
  "\x7F",
  "\x85",
  "\x9F",
  "\uFFFD",
  "\u{10FFFF}",
  "\u2028",
  "\uFEFF",
  "<",
  "&",
  "]]>",
  "&#1;",
  "&#x0;",
];
const characters = [...forbidden, ...allowed];

/** A text with one character in it. */
const text = (character: string): string => `a${character}b`;
const all = characters.join("x");
const lone = "\uD800x\uDFFF";

const posts = Object.fromEntries(
  characters.map((character, index): [string, string] => [
    `2024-01-${String((index % 28) + 1).padStart(2, "0")}-p${index}.md`,
    `${frontMatter({
      layout: "post",
      title: text(character),
      description: text(character),
      tags: ["posts", text(character)],
      category: text(character),
      author: "known",
      externalLink: `https://example.org/${character === "]]>" ? "" : character}x`,
      image: `/assets/${character}.png`,
      series: text(character),
    })}\nRaw ${character} and a [link](/x${character}y "${character}").\n\n\`\`\`js\n${character}\n\`\`\`\n`,
  ]),
);

/** The newest post, which the feed has, with each character in each field. */
posts["2024-06-01-all.md"] = `${frontMatter({
  layout: "post",
  title: all,
  description: all,
  tags: ["posts", ...characters.map(text)],
  category: all,
  author: "known",
  externalLink: `https://example.org/${forbidden.join("")}`,
  image: `/assets/${forbidden.join("")}.png`,
  series: all,
})}\nRaw ${all.replaceAll("<", "")} and a [link](/x "${forbidden.join("x")}").\n`;

const options = {
  title: `Ada ${all} ${lone}`,
  bio: all,
  description: all,
  author: { name: all, url: `https://example.org/${forbidden.join("")}` },
  url: "https://ada.example",
  bibliographyErrors: "warn",
};

const publications = {
  "publications.yaml": JSON.stringify(
    characters.map((character, index) => ({
      id: `y${index}`,
      title: text(character),
      authors: [text(character), { family: text(character), given: text(character) }],
      abstract: text(character),
      venue: text(character),
      year: 2020,
      url: `https://example.org/${index}`,
    })),
  ),
  "publications.bib": characters
    .map((character, index) => {
      const value = `a${/[{}&]/.test(character) ? "" : character}b`;
      return `@article{b${index}, title = {${value}}, author = {${value}, A}, abstract = {${value}}, journal = {${value}}, year = 2021}`;
    })
    .join("\n"),
  "publications.json": JSON.stringify(
    characters.map((character, index) => ({
      id: `c${index}`,
      type: "book",
      title: text(character),
      abstract: text(character),
      author: [{ literal: text(character) }],
      publisher: text(character),
      issued: { "date-parts": [[2022]] },
    })),
  ),
};

const sites: Record<string, Record<string, string>> = {
  Eleventy: {
    "eleventy.config.js": config({ ...options, authors: { known: { name: all, bio: all } } }),
    "index.md": frontMatter({ layout: "home", title: all, description: all }),
    ...Object.fromEntries(Object.entries(posts).map(([name, content]) => [`posts/${name}`, content])),
    ...publications,
    "own.njk": '---\npermalink: /own.xml\n---\n<a b="\x01">\x0B</a>',
  },
  Jekyll: {
    "eleventy.config.js": config({ config: "_config.yml", bibliographyErrors: "warn" }),
    "_config.yml": JSON.stringify({
      ...options,
      author: all,
      bibliographyErrors: undefined,
      blog: true,
      authors: { known: { name: all, bio: all } },
    }),
    "index.md": frontMatter({ layout: "home", title: all }),
    ...Object.fromEntries(Object.entries(posts).map(([name, content]) => [`_posts/${name}`, content])),
    ...publications,
  },
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
const inOutput = /[\0-\x08\x0B\x0E-\x1F\uFFFE\uFFFF]/;

for (const [mode, files] of Object.entries(sites)) {
  test(`feeds, sitemap and pages are well-formed: ${mode}`, async ({ browser }) => {
    const site = new Site(files);
    try {
      await site.built();
      const xml = site.files().filter((file) => /\.(xml|svg)$/.test(file));
      for (const name of ["feed.xml", "sitemap.xml"]) assert.ok(xml.includes(name), `${xml}`);
      await withPage(browser, {}, async (page) => {
        for (const file of xml) {
          const problem = await page.evaluate((source) => {
            const document = new DOMParser().parseFromString(source, "application/xml");
            return document.querySelector("parsererror")?.textContent ?? "";
          }, site.read(file));
          assert.is(problem, "", file);
        }
        const terms = await page.evaluate((source) => {
          const document = new DOMParser().parseFromString(source, "application/xml");
          return [...document.querySelectorAll("category")].map((each) => each.getAttribute("term"));
        }, site.read("feed.xml"));
        // What XML allows is kept.
        for (const character of allowed)
          assert.ok(terms.includes(text(character)), JSON.stringify(character));
      });
      for (const file of site.files().filter((name) => /\.(html|xml|svg)$/.test(name))) {
        const found = inOutput.exec(site.read(file));
        assert.not.ok(
          found,
          `${file}: ${JSON.stringify(found?.input.slice(found.index - 40, found.index + 40))}`,
        );
      }
    } finally {
      site.remove();
    }
  });
}

test.run();
