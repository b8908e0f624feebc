import { writeFileSync } from "node:fs";
import path from "node:path";
import { elements, parsePage } from "../../../../plugin/cli/check/html.ts";
import { Sources } from "../../../../plugin/cli/check/source.ts";
import { checkStructure } from "../../../../plugin/cli/check/structure.ts";
import { tagInventory, unknownTags } from "../../../../plugin/cli/migrate/liquid-inventory.ts";
import { navigationOf } from "../../../../plugin/cli/migrate/navigation.ts";
import { readSource } from "../../../../plugin/jekyll/read/source.ts";
import { folder, numbered, type Readers, repeated } from "../texts.ts";

function writeText(name: string, text: string): string {
  writeFileSync(path.join(folder, name), text);
  return name;
}

/** Checks the structure of a page, and finds the place of each fault in its source. */
function checkPage(text: string): unknown {
  const source = writeText("page.html", text);
  const findings = checkStructure({
    url: "/",
    source,
    elements: elements(parsePage(text)),
    ids: new Set(),
  } as never);
  const sources = new Sources(folder);
  return findings.map(({ traces }) => sources.place(source, traces));
}

/** Readers of the commands `check` and `migrate`. */
export const command: Readers = {
  "check's HTML": {
    read: checkPage,
    texts: {
      images: repeated("<img src=a>\n"),
      "other images": numbered((index) => `<img src=a${index}>\n`),
      headings: repeated("<h1>a</h1>\n<h3>b</h3>\n"),
      "the same id": numbered((index) => `<p id=a${index >> 1}>\n`),
      "headings open": repeated("<h2>a"),
      "nested elements": repeated("<div>"),
      "nested elements, closed": (length) => "<div>".repeat(length / 11) + "</div>".repeat(length / 11),
      "formatting open": repeated("<b><p>"),
      "links open": repeated("<a href=b>"),
      "tables open": repeated("<table><tr>"),
      "end tags": (length) => "<i>".repeat(length / 6) + "</p>".repeat(length / 8),
      "tags open": repeated("<"),
      entities: repeated("&amp;"),
      attributes: (length) => `<p ${numbered((index) => `a${index} `)(length)}>`,
    },
  },
  "migrate's Liquid": {
    read: (text) => [tagInventory(new Map([["a.html", text]])), unknownTags([text])],
    texts: {
      tags: repeated("{% if a %}\n"),
      "other tags": numbered((index) => `{% a${index} %}\n`),
      "tags open": repeated("{% if "),
      "raw open": repeated("{% raw %}"),
      "comments open": repeated("{%- comment -%}\n"),
      "comments closed": repeated("{% comment %}a{% endcomment %}"),
      "tag and spaces": (length) => `{% if${" ".repeat(length)}`,
      "tags and spaces": repeated("{%    "),
      hyphens: (length) => `{% a ${"-".repeat(length)}`,
    },
  },
  "migrate's front matter": {
    read: (text) => readSource(path.join(folder, writeText("a.md", text)), "a.md"),
    texts: {
      keys: (length) => `---\n${numbered((index) => `k${index}: a\n`)(length)}---\n`,
      "open, and text": (length) => `---\n${"a\n".repeat(length / 2)}`,
      dots: (length) => `---\n${".. \n".repeat(length / 4)}`,
      "spaces after hyphens": (length) => `---\n---${" ".repeat(length)}x\n---\n`,
      "nested lists": (length) => `---\na: ${"[".repeat(length)}\n---\n`,
      "nested entries": (length) => `---\n${"- ".repeat(length / 2)}\n---\n`,
      aliases: (length) =>
        `---\na0: &a0 [a, a]\n${numbered((index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]\n`)(length)}---\n`,
    },
  },
  "migrate's navigation": {
    read: (text) => navigationOf(text, {}),
    texts: {
      items: repeated('<li><a href="/a">a</a></li>\n'),
      "links open": repeated("<a "),
      "links without text": repeated('<a href="b">'),
      "spaces in a link": (length) => `<a href="b">${" ".repeat(length)}`,
      "words in a link": (length) => `<a href="b">${"a ".repeat(length / 2)}`,
      "attributes of a link": (length) => `<a ${'href="b" '.repeat(length / 9)}`,
      "conditions open": (length) => `<a href="b">c</a>${"{% if site.a".repeat(length / 12)}`,
      "conditions and spaces": (length) => `<a href="b">c</a>{% if${" ".repeat(length)}`,
    },
  },
};
