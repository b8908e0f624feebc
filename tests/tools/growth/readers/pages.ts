import { writeFileSync } from "node:fs";
import path from "node:path";
import posthtml from "posthtml";
import { Content } from "../../../../plugin/content/content.ts";
import type { CollectionItem, EleventyConfig } from "../../../../plugin/eleventy/api.ts";
import { changeImages } from "../../../../plugin/eleventy/image-elements.ts";
import { parseDate } from "../../../../plugin/i18n/dates.ts";
import { inlineSvg } from "../../../../plugin/icons/inline-svg.ts";
import { addImageSizes } from "../../../../plugin/images/dimensions.ts";
import { pageNavigationOf } from "../../../../plugin/navigation/page-navigation.ts";
import type { Site } from "../../../../plugin/options/site.ts";
import { readResume } from "../../../../plugin/sections/cv/read.ts";
import { firstParagraph, withoutBlankLines } from "../../../../plugin/sections/html-fragments.ts";
import { readFrontMatter } from "../../../../plugin/utils/front-matter.ts";
import { htmlText } from "../../../../plugin/utils/html-text.ts";
import { anchors } from "../../../../plugin/utils/slug.ts";
import { folder, numbered, type Readers, repeated } from "../texts.ts";

function fileWith(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

type Transform = (this: { page: object }, content: string) => Promise<string>;

const htmlTransforms: Transform[] = [];
const posthtmlPlugins: ((context: object) => (tree: never) => unknown)[] = [];
const eleventyConfig = {
  on() {},
  addTransform: (_: string, transform: Transform) => htmlTransforms.push(transform),
  htmlTransformer: {
    addPosthtmlPlugin: (_: string, plugin: (typeof posthtmlPlugins)[number]) => posthtmlPlugins.push(plugin),
  },
  directories: { input: `${folder}/` },
  passthroughCopies: {},
  getConfig: () => ({}),
} as unknown as EleventyConfig;
addImageSizes(eleventyConfig, { pathPrefix: "/" } as Site);
changeImages(eleventyConfig, async () => {});

/** Posts with a tag for each line of a text. */
function readTags(text: string): unknown {
  const items = text.split("\n").map((tag, index): CollectionItem => {
    const page = { fileSlug: `p${index}` };
    const data = { tags: ["posts", tag || "a"], title: "T", layout: "post", nav: true };
    return { url: `/${index}/`, inputPath: `./p${index}.md`, date: new Date(index), data, page } as never;
  });
  const content = new Content(items, new Set(), { postAdvanceLinks: true, languages: {} } as unknown as Site);
  const perPost = content.posts.map((post) => [content.related(post), content.neighbors(post)]);
  return [perPost, content.sitemap, pageNavigationOf(items, "en")];
}

/** Readers of pages, their data and their images. */
export const pages: Readers = {
  "plain text": {
    read: htmlText,
    texts: {
      paragraphs: repeated("<p>A <em>text</em>.</p>\n"),
      "open links": repeated('<a href="https://a">'),
      "open tags": repeated("<a "),
      "open comments": repeated("<!-- "),
      "open scripts": repeated("<script>"),
      items: repeated("<li>\n\n"),
      spaces: repeated(" \n"),
      hyphens: repeated("- \n"),
    },
  },
  svg: {
    read: inlineSvg,
    texts: {
      paths: (length) => `<svg viewBox="0 0 4 4">${'<path d="M0 0"/>'.repeat(length / 16)}</svg>`,
      groups: (length) =>
        `<svg viewBox="0 0 4 4">${"<g>".repeat(length / 7)}${"</g>".repeat(length / 7)}</svg>`,
      "tags open": repeated("<svg"),
      attributes: (length) => `<svg ${"a ".repeat(length / 2)}`,
      "attributes open": (length) => `<svg viewBox="0 0 4 4"${' a="b"'.repeat(length / 6)}`,
      "document types": repeated("<!DOCTYPE"),
      comments: repeated("<!--"),
      styles: (length) => `<svg viewBox="0 0 4 4"><path style="${"fill:red;".repeat(length / 9)}"/></svg>`,
    },
  },
  anchors: {
    read: (text) => anchors(text.split("\n")),
    texts: {
      "one slug": repeated("A b\n"),
      "slugs with numbers": numbered((index) => `a-${index % 7}\n`),
      "no letters": repeated("!?\n"),
    },
  },
  "tags of posts": {
    read: readTags,
    texts: {
      "one tag": repeated("a\n"),
      "one slug": numbered((index) => `a${"!".repeat(1 + (index % 400))}${index % 2 ? "?" : ""}\n`),
      "other tags": numbered((index) => `a${index}\n`),
    },
  },
  "sizes of images": {
    read: (text) => htmlTransforms[0]?.call({ page: { url: "/", outputPath: "a.html" } }, text),
    texts: {
      images: repeated('<img src="a.png">'),
      "images open": repeated("<img "),
      "quotes open": repeated('<img src="'),
      "single quotes open": repeated("<img alt='"),
      "spaces in an image": (length) => `<img src="a.png"${" ".repeat(length)}>`,
      "spaces in an open image": (length) => `<img src="a.png"${" ".repeat(length)}x`,
    },
  },
  "images in pages": {
    read: (text) => posthtml([posthtmlPlugins[0]?.({ page: {} }) as never]).process(text),
    texts: {
      images: repeated('<img src="a.png">'),
      "images open": repeated("<img "),
      "tags open": repeated("<"),
      "nested elements": (length) => "<b>".repeat(Math.min(length / 3, 1_000)),
      comments: repeated("<!--"),
    },
  },
  fragments: {
    read: (text) => [firstParagraph(text), withoutBlankLines(text)],
    texts: {
      paragraphs: repeated("<p>a</p>"),
      "paragraphs open": repeated("<p>"),
      "preformatted open": repeated("<pre>"),
      "blank lines": repeated("\n  "),
      "spaces after a line": (length) => `\n${" ".repeat(length)}x`,
    },
  },
  "front matter": {
    read: (text) => readFrontMatter(fileWith("a.md", text)),
    texts: {
      keys: (length) => `---\n${numbered((index) => `k${index}: a\n`)(length)}---\n`,
      "start lines": repeated("---a\n"),
      "start lines with spaces": repeated("---  \t\n"),
      hyphens: repeated("-"),
      "open, and text": (length) => `---\n${"a\n".repeat(length / 2)}`,
    },
  },
  dates: {
    read: (text) => parseDate(text, "utc"),
    texts: {
      digits: repeated("1"),
      spaces: (length) => `2024${" ".repeat(length)}x`,
      hyphens: repeated("2024-01-01-"),
      times: repeated("2024-01-01 12:00 "),
    },
  },
  résumé: {
    read: (text) => readResume(fileWith("resume.json", text)),
    texts: {
      work: (length) =>
        `{"work":[${numbered((index) => `{"name":"N${index}","startDate":"2020"},\n`)(length)}{}]}`,
      "unknown lists": (length) => `{${numbered((index) => `"k${index}":[],\n`)(length)}"work":[]}`,
      "unknown fields": (length) =>
        `{"work":[{${numbered((index) => `"nam${index}":1,\n`)(length)}"name":"N"}]}`,
      "wrong dates": (length) => `{"work":[${'{"startDate":"2020-19"},\n'.repeat(length / 25)}{}]}`,
      "reversed periods": (length) =>
        `{"work":[${'{"startDate":"2020","endDate":"2019"},\n'.repeat(length / 40)}{}]}`,
      "nested objects": (length) => '{"a":'.repeat(length / 5),
    },
  },
};
