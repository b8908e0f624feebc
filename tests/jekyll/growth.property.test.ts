import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import MarkdownIt from "markdown-it";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { EleventyConfig } from "../../plugin/eleventy/api.ts";
import { addKramdown } from "../../plugin/jekyll/kramdown/index.ts";
import { hostileText, kramdown, liquid } from "../support/hostile-texts.ts";
import { jekyllLiquid } from "../support/jekyll-liquid.ts";
import { processorTime } from "../support/processor-time.ts";
import { holds } from "../support/properties.ts";
import { readers } from "../tools/growth/readers.ts";

const test = suite("growth of kramdown and Liquid");

/** Milliseconds for 10,000 characters on a slow machine, several times what they take. */
const patience = 2_000;

const md = new MarkdownIt({ html: true });
addKramdown({
  amendLibrary: (_: string, amend: (library: MarkdownIt) => void) => amend(md),
} as unknown as EleventyConfig);

const folder = mkdtempSync(path.join(tmpdir(), "indigo-liquid-"));
writeFileSync(path.join(folder, "a.html"), "{{ include.a }}");
test.after(() => rmSync(folder, { recursive: true }));
const renderTemplate = jekyllLiquid(folder);

/** Fails if a text takes longer than the patience. */
function isQuick(render: (source: string) => unknown, source: string): void {
  const start = processorTime();
  render(source);
  const time = processorTime() - start;
  assert.ok(time < patience, `${Math.round(time)} ms for ${JSON.stringify(source.slice(0, 80))}…`);
}

/** Renders Liquid. Its own errors, such as that of a tag without an end, are results. */
function renderLiquid(source: string): unknown {
  try {
    return renderTemplate(source, { a: "b", list: [1, 2, 3] });
  } catch (error) {
    assert.match((error as Error).name, /^(Parse|Render|Tokenization|Undefined)/, String(error));
    return error;
  }
}

test("kramdown parses nested, unclosed and repeated syntax of 10,000 characters in time", () => {
  holds(hostileText(kramdown), (source) => isQuick((text) => md.render(text, {}), source), 80);
});

test("Liquid renders nested, unclosed and repeated tags of 10,000 characters in time", () => {
  holds(hostileText(liquid), (source) => isQuick(renderLiquid, source), 80);
});

test("no syntax of kramdown, HTML and Liquid takes long for 50,000 characters", () => {
  const failures: string[] = [];
  for (const name of ["kramdown", "html", "liquid"]) {
    const { read, texts } = readers[name] ?? {};
    for (const [text, make] of Object.entries(texts ?? {})) {
      const source = make(50_000);
      const start = processorTime();
      try {
        read?.(source);
      } catch (error) {
        if (!(error as { problems?: unknown }).problems) throw error;
      }
      const time = processorTime() - start;
      if (time > 2 * patience) failures.push(`${name}, ${text}: ${Math.round(time)} ms`);
    }
  }
  assert.equal(failures, []);
});

test("a table of 4,000 rows, one of which has 4,000 cells, keeps its short rows short", () => {
  const html = md.render(`|${"a|".repeat(4_000)}\n${"|b\n".repeat(4_000)}`, {});
  assert.ok(html.length < 1_000_000, `${html.length} characters`);
  assert.is(html.match(/<td>a<\/td>/g)?.length, 4_000);
  assert.is(html.match(/<td>b<\/td>/g)?.length, 4_000);
});

test("a table of more rows than a function has arguments is rendered", () => {
  assert.is(md.render("|b\n".repeat(200_000), {}).match(/<tr>/g)?.length, 200_000);
});

test("named attribute lists that expand to a huge text are an error", () => {
  const source = `${"{:n: .x}\n".repeat(2_500)}\n${"*a*{:n} ".repeat(7_500)}`;
  assert.throws(
    () => md.render(source, { page: { inputPath: "./a.md" } }),
    "indigo: the named attribute lists in a.md expand to more than 1,000,000 characters. Use fewer references such as {: n}, or shorter lists.",
  );
});

test("only the first list with {:toc} becomes a table of contents, as in kramdown", () => {
  const html = md.render("* toc\n{:toc}\n\n# a\n\n* toc\n{:toc}\n", {});
  assert.is(html.match(/id="markdown-toc"/g)?.length, 1);
  assert.match(html, "<li>toc</li>");
});

test("an attribute list at the start of an element is text, and its end tag has no attributes", () => {
  assert.is(md.render("*a* *{: .x}b*", {}), "<p><em>a</em> <em>{: .x}b</em></p>\n");
  assert.is(md.render("*a <!-- b --> c*{: .x}", {}), '<p><em class="x">a <!-- b --> c</em></p>\n');
});

test("quoted values of attributes may contain escaped quotes and braces", () => {
  const html = md.render(`a\n{: a="b\\"c" d='e\\'f' g="h\\}i" j="k\\" l="m\\\\n"}`, {});
  assert.is(html, '<p a="b&quot;c" d="e\'f" g="h}i" j="k\\" l="m\\\\n">a</p>\n');
});

test.run();
