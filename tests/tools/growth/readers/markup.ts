import { writeFileSync } from "node:fs";
import path from "node:path";
import MarkdownIt from "markdown-it";
import type { EleventyConfig } from "../../../../plugin/eleventy/api.ts";
import { en } from "../../../../plugin/i18n/strings/en.ts";
import { addKramdown } from "../../../../plugin/jekyll/kramdown/index.ts";
import { useCallouts } from "../../../../plugin/markdown/callouts.ts";
import { contentsOf } from "../../../../plugin/markdown/contents.ts";
import { ownEnvironment } from "../../../../plugin/markdown/environment.ts";
import { useFigures } from "../../../../plugin/markdown/figures.ts";
import { useFootnotes } from "../../../../plugin/markdown/footnotes.ts";
import { useHeadingIds } from "../../../../plugin/markdown/headings.ts";
import { useLazyImages } from "../../../../plugin/markdown/images.ts";
import { mathBudget, useMath } from "../../../../plugin/markdown/math/math.ts";
import { reachableSpoilers } from "../../../../plugin/markdown/shortcodes.ts";
import { useTables } from "../../../../plugin/markdown/tables.ts";
import { jekyllLiquid } from "../../../support/jekyll-liquid.ts";
import { folder, numbered, type Reader, type Readers, repeated } from "../texts.ts";

writeFileSync(path.join(folder, "a.html"), "a");
const renderLiquid = jekyllLiquid(folder);

function readLiquid(source: string): unknown {
  try {
    return renderLiquid(source);
  } catch (error) {
    if (!/^(Parse|Render|Tokenization|Undefined)/.test((error as Error).name)) throw error;
    return error;
  }
}

/** Returns a library with the rules of the theme. */
export function themeMarkdown(): MarkdownIt {
  const md = new MarkdownIt({ html: true });
  useMath(md, { macros: {}, isKramdown: false, stringsOf: () => en, budget: mathBudget(), warn: () => {} });
  md.core.ruler.before("normalize", "indigo_environment", ownEnvironment);
  useHeadingIds(md);
  useFootnotes(md, () => en);
  useCallouts(md, () => en);
  useFigures(md);
  useLazyImages(md);
  useTables(md);
  return md;
}

function kramdown(): MarkdownIt {
  const md = new MarkdownIt({ html: true });
  addKramdown({
    amendLibrary: (_: string, amend: (library: MarkdownIt) => void) => amend(md),
  } as unknown as EleventyConfig);
  return md;
}

/** What any Markdown may be made of. */
const markdownTexts: Reader["texts"] = {
  prose: repeated("Words of *some* text, with [a link](/b) and `code`.\n\n"),
  "opening brackets": repeated("["),
  "images in brackets": repeated("!["),
  "links with open titles": repeated('[a](b "c" '),
  emphasis: repeated("*a **b "),
  quotes: repeated("\"a' "),
  "quotation marks alone": repeated('"'),
  "block quotes": repeated("> "),
  dollars: repeated("$"),
  "dollars and words": repeated("$a "),
  "display formulas": repeated("$$\na\n"),
  "display formulas with blank lines": repeated("$$\na\n\n"),
  "parentheses of formulas": repeated("\\("),
  "brackets of formulas": repeated("\\[\n"),
  "environments of formulas": repeated("\\begin{align}\n"),
  "texts of formulas": repeated("$\\text{"),
  "heading and spaces": (length) => `# a${" ".repeat(length)}b`,
  "the same heading": repeated("# a\n\n"),
  "tags open": repeated("<a"),
  "tag and spaces": (length) => `<a${" ".repeat(length)}`,
  "open images": repeated("<img "),
  "open drawings": repeated("<svg"),
  comments: repeated("<!--"),
  divisions: repeated("<div>\n\n"),
  code: repeated("<code>"),
  backticks: numbered((index) => `${"`".repeat((index % 40) + 1)} `),
  "table rows": repeated("| a | b |\n", "| a | b |\n| - | - |\n"),
  "table cells": (length) => {
    const row = "|a".repeat(Math.ceil(Math.sqrt(length)));
    return `${row}\n${"|-".repeat(Math.ceil(Math.sqrt(length)))}\n${`${row}\n`.repeat(Math.ceil(length / row.length))}`;
  },
  "footnotes open": repeated("[^a]"),
  "footnote definitions": numbered((index) => `[^${index}]: a\n\n`),
  callouts: repeated("> [!NOTE]\n> a\n\n"),
  "nested lists": numbered((index) => `${"  ".repeat(index % 60)}* a\n`),
  entities: repeated("&amp;"),
  backslashes: repeated("\\"),
  "mixed scripts": repeated("日本語 עברית ру́сский e\u0301 "),
};

/** Readers of Markdown, Liquid and rendered HTML. */
export const markup: Readers = {
  "formulas' macros": {
    read: (text) => themeMarkdown().render(text, {}),
    texts: {
      "macros that double": (length) =>
        `$${"\\def\\a{yy}".concat(...Array.from({ length: Math.min(12, Math.log2(length)) }, (_, index) => `\\def\\${"abcdefghijklmnop"[index + 1]}{\\${"abcdefghijklmnop"[index]}\\${"abcdefghijklmnop"[index]}}`))}\\a$\n`,
      "a long macro, often": (length) =>
        `$\\def\\x{${"y".repeat(Math.sqrt(length))}}${"\\x ".repeat(Math.sqrt(length))}$`,
    },
  },
  markdown: { read: (text) => themeMarkdown().render(text, {}), texts: markdownTexts },
  kramdown: {
    read: (text) => kramdown().render(text, {}),
    texts: {
      ...markdownTexts,
      "attributes with backslashes": (length) => `{: a="${"\\}".repeat(length / 2)}`,
      "attributes open": repeated("{: "),
      "attributes in text": repeated("*a*{: .x}"),
      "attribute definitions": numbered((index) => `{:n${index}: .x}\n`),
      "attribute definitions and references": (length) =>
        numbered((index) => `{:n${index}: n${index + 1} .x}\n`)(length / 4) +
        repeated("*a*{:n0} ")((length / 4) * 3),
      "tables of contents": repeated("* toc\n{:toc}\n\n"),
      "quotes repeated": repeated("'a\" "),
      "dashes and dots": repeated("--- ... "),
      "definition lists": repeated("a\n: b\n\n"),
      abbreviations: numbered((index) => `*[A${index}]: b\n`),
      tasks: repeated("- [ ] a\n"),
      "emphasis within emphasis": repeated("*a **b _c __d "),
      "emphasis in links": repeated("*a [**b *c](d "),
      "underscores in words": repeated("a_b"),
      "emphasis and strokes": repeated("*a ~~b "),
      parentheses: repeated("[a]("),
      "parentheses within parentheses": (length) => `[a]${"(".repeat(length)}`,
      "titles of links": repeated("[a](b 'c"),
      "names of links": repeated("[a] [b"),
      "link definitions": numbered((index) => `[${index}]: a b "c"\n`),
      "quotes in link definitions": (length) => `[a]: b${' "c'.repeat(length / 3)}\n`,
      "definitions of many terms": (length) => `${"a\n".repeat(length / 4)}${": b\n".repeat(length / 4)}`,
      "lists within lists in one line": repeated("* "),
      "lists and lazy lines": repeated("* a\nb\n    * c\n"),
      "numbers and dots": repeated("1. a\n  - b\n"),
      "quotes within quotes": repeated("> a\n> > b\n"),
      "fences without an end": numbered((index) => `${"~".repeat(3 + (index % 30))}\n`),
      "code lines": repeated("    a\nb\n"),
      "html elements in a line": repeated("<div>a</div> "),
      "html elements that end wrongly": repeated("<div><p>a</div>"),
      "html comments in a line": repeated("<!-- a --> "),
      "html with Markdown in a line": repeated('<div markdown="1">a\n</div> b '),
      "html tags in text": repeated("a <b><i>c</b> "),
      "elements that end themselves": repeated('<a id="b"/> <span/> '),
      "raw elements in text": repeated("a <kbd><code>b</kbd> "),
      "end tags": repeated("</div>\n"),
      "attributes of tags": (length) => `<div ${'a="b" '.repeat(length / 6)}`,
      "rows without a table": repeated("a | b\nc\n"),
      "rows with elements": repeated("| <code>a | b\n"),
      "formulas without an end": repeated("$$a\n\n"),
      "backticks and spaces": repeated("` `` "),
      "options in text": repeated('{::options a="b" /}\n'),
      "abbreviations in text": (length) =>
        `${Array.from({ length: 100 }, (_, index) => `*[A${index} b]: c\n`).join("")}\n${"A1 b A2\n".repeat(length / 8)}`,
      "lost attribute lists": repeated("{: .x}\n\n"),
      "html blocks": repeated('<div markdown="1">\n'),
      "html blocks closed": (length) =>
        `${'<div markdown="1">\n'.repeat(length / 25)}${"</div>\n".repeat(length / 25)}`,
      "html blocks in a row": repeated('<div markdown="1">a</div>'),
      "divisions in lists": repeated("* <div>\n\n"),
      "divisions in quotes": repeated("> <div>\n>\n"),
      "divisions of many names": numbered((index) => `<x${index}>\n\n`),
      "divisions and comments": (length) => `${repeated("a <!--\n\n<div>\n\n")(length)}-->`,
      "end tags and attributes": repeated("</b>{: .x}"),
      "one element, many attributes": (length) => `*a*${"{: .x}".repeat(length / 6)}`,
      "tag with spaces and attributes": (length) => `<b${" ".repeat(length)}x>{: .x}`,
      "attributes open in links": repeated("[{: a](b) "),
      "block quotes with attributes": repeated("> > a\n> {: .x}\n\n"),
      "extensions open": repeated("{::comment}\n"),
      "extensions in text": repeated("a {::comment} {:/options} "),
      "extensions without a brace": repeated("a {::nomarkdown "),
      "formula open": (length) => `$$\n${"a\n".repeat(length / 2)}`,
      "formulas open in text": repeated("a $$b [$$c](d) "),
      "abbreviations and text": (length) =>
        numbered((index) => `*[A${index}]: b\n`)(length / 2) + numbered((index) => `A${index} `)(length / 2),
      "an abbreviation, often": (length) => `*[AB]: c\n\n${"AB ".repeat(length / 3)}`,
      "footnote references": (length) => `${"a[^1] ".repeat(length / 6)}\n\n[^1]: b\n`,
      "emphasis runs": (length) => "*".repeat(length),
      "emphasis of mixed characters": repeated("*_**__"),
      guillemets: repeated("a >> "),
      emoji: repeated(":smile: :a"),
      "alignment rows": repeated("|:-:|-|\n"),
      "a long row": (length) => `${"|a".repeat(length / 4)}\n${"|b\n".repeat(length / 6)}`,
      "code in a row": (length) => `|${"<code>".repeat(length / 6)}`,
      "urls with spaces": repeated('[a](b c "d" '),
      "urls with spaces and backticks": (length) =>
        `[a](b c) ${numbered((index) => `${"`".repeat(index + 1)} `)(length)}`,
      "heading of number signs": (length) => `# a${" #".repeat(length / 2)}b {#c}`,
      "attributes of one name": (length) =>
        `${"{:n: .x}\n".repeat(length / 36)}\n${"*a*{:n} ".repeat((length / 32) * 3)}`,
    },
  },
  html: {
    read: (text) => [
      reachableSpoilers(text),
      contentsOf(text, { page: { url: "/" }, toc: true, isWanted: () => true, isJekyll: false } as never),
    ],
    texts: {
      headings: numbered((index) => `<h2 id="a${index}">a</h2>`),
      "headings open": repeated("<h2"),
      "headings without an end": repeated('<h2 id="a">'),
      spoilers: repeated('<span class="spoiler"'),
      "headings and spaces": (length) => `<h2 id="a"${" ".repeat(length)}`,
      "headings with attributes open": repeated('<h2 id="a" b='),
      "headings of tags": (length) => `<h2 id="a">${"<b".repeat(length / 2)}</h2>`,
      "nested spoilers": repeated('<span class="spoiler">a'),
      "tags open": repeated("<"),
      "entities in headings": (length) => `<h2 id="a">${"&amp;".repeat(length / 5)}</h2>`,
    },
  },
  liquid: {
    read: readLiquid,
    texts: {
      "include arguments": (length) => `{% include a.html ${numbered((index) => `a${index}="b" `)(length)}%}`,
      "include arguments open": (length) => `{% include a.html ${'a="b '.repeat(length / 5)}%}`,
      "include with spaces": (length) => `{% include a.html${" ".repeat(length)}x %}`,
      "include with backslashes": (length) => `{% include a.html a="${"\\".repeat(length)} %}`,
      "include of a variable name": (length) => `{% include ${"{{ a }}".repeat(length / 7)} %}`,
      "include of filters": (length) => `{% include {{ a ${"| b ".repeat(length / 4)} %}`,
      "highlight options": (length) =>
        `{% highlight ruby ${"linenos ".repeat(length / 8)}!%}{% endhighlight %}`,
      "highlight numbers": (length) =>
        `{% highlight ruby a="${"1 ".repeat(length / 2)}!" %}{% endhighlight %}`,
      outputs: repeated("{{ a }}"),
      "outputs open": repeated("{{ a "),
      tags: repeated("{% if a %}b{% endif %}"),
      filters: (length) => `{{ a ${"| strip_html ".repeat(length / 13)}}}`,
      "tags of HTML to strip": (length) => `{{ "${"<".repeat(length)}" | strip_html }}`,
      slugs: (length) => `{{ "${"a ".repeat(length / 2)}" | slugify }}`,
    },
  },
};
