import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { CheckResult } from "../../plugin/cli/check/index.ts";
import { cli } from "../support/cli.ts";
import { docs, fencesOf } from "../support/docs.ts";
import { type Outcome, root, Site } from "../support/site.ts";
import { invalidHtml } from "../support/valid-html.ts";

// The documentation as a site, which the plugin itself makes.

const test = suite("site of the documentation");

/** The site in its own folder, with an output of its own. */
let site: Site;
let outcome: Outcome;

test.before(async () => {
  site = Site.copyOf("docs");
  outcome = await site.build();
});

test.after(() => site.remove());

/** The Markdown files of the documentation, without their folder. */
const files = Object.keys(docs).flatMap((name) => (name.startsWith("docs/") ? [name.slice(5)] : []));

const pageOf = (file: string): string =>
  site.read(file === "index.md" ? "index.html" : `${file.replace(/\.md$/, "")}/index.html`);

test("it builds without a warning, with a page for each file", () => {
  assert.is(outcome.code, 0, outcome.output);
  assert.equal(
    outcome.output.split("\n").filter((line) => line.startsWith("indigo: ")),
    [],
  );
  assert.ok(files.length > 15);
  for (const file of files) {
    const [, title = ""] = /^# (.+)$/m.exec(docs[`docs/${file}`] ?? "") ?? [];
    const page = pageOf(file);
    assert.ok(
      page.includes(`<title>${file === "index.md" ? "" : `${title} | `}Indigo for Eleventy</title>`),
      file,
    );
    assert.is(page.match(/<h1[ >]/g)?.length, 1, file);
  }
});

test("each page leads to the one before and the one after, in the order of index.md", () => {
  const order = [...(docs["docs/index.md"] ?? "").matchAll(/^- \[.+\]\((.+)\.md\): /gm)].map(
    ([, name]) => name,
  );
  assert.ok(order.length > 15);
  for (const [at, name] of order.entries()) {
    const links = [...pageOf(`${name}.md`).matchAll(/<a rel="(?:prev|next)" href="\/([\w-]+)\/">/g)];
    assert.equal(
      links.map(([, url]) => url),
      [order[at - 1], order[at + 1]].filter(Boolean),
      name,
    );
  }
});

test("each page is in the navigation and described by a sentence of its own", () => {
  const descriptions = new Set<string>();
  const home = pageOf("index.md");
  const navigation = home.slice(home.indexOf("<nav"), home.indexOf("</nav>"));
  for (const file of files) {
    const [, description = ""] = /<meta name="description" content="([^"]+)">/.exec(pageOf(file)) ?? [];
    assert.ok(description.length > 20 && description.length < 170, `${file}: ${description}`);
    descriptions.add(description);
    if (file !== "index.md") assert.ok(navigation.includes(`href="/${file.replace(/\.md$/, "")}/"`), file);
  }
  assert.is(descriptions.size, files.length);
});

test("samples show the names of their files, and those for tests only are not shown", () => {
  for (const file of files) {
    const page = pageOf(file);
    assert.not.match(page, /<!--|&lt;!--\s*```/, file);
    for (const { attributes } of fencesOf(docs[`docs/${file}`]?.replaceAll(/<!--.*?-->/gs, "") ?? "", file))
      if (attributes.file) assert.ok(page.includes(`>${attributes.file}<`), `${file}: ${attributes.file}`);
  }
});

test("the list of the parts of a page is beside its text, not in it", () => {
  const page = pageOf("theming.md");
  assert.match(page, '<nav class="toc toc-side"');
  assert.is(page.match(/href="#one-partial"/g)?.length, 1);
});

test("the search has an index", () => {
  assert.ok(site.has("pagefind/pagefind.js"));
  const entry = JSON.parse(site.read("pagefind/pagefind-entry.json")) as {
    languages: { en: { page_count: number } };
  };
  assert.ok(entry.languages.en.page_count >= files.length);
});

test("pages request nothing from other hosts, and have no script but those that copy code and search", () => {
  for (const url of site.pages()) {
    const html = site.read(url.endsWith("html") ? url : `${url}index.html`);
    assert.not.match(html, /<(?:script|img|iframe|source)[^>]* src(?:set)?="(?:https?:)?\/\//, url);
    assert.not.match(html, /<link rel="(?:stylesheet|preload)" href="https?:/, url);
    const scripts = [...html.matchAll(/<script[^>]*src="\/([^"]+)"/g)].map(([, src = ""]) => src);
    for (const script of scripts) assert.match(script, /^assets\/indigo-(?:copy|search)-\w+\.js$/, url);
  }
});

test("its HTML is valid", async () => {
  assert.equal(await invalidHtml(site, site.pages(), { "long-title": "off" }), []);
});

test("`check` finds nothing", async () => {
  const { code, output } = await cli(root, ["check", site.folder, "--json"]);
  const { faults, warnings, pages } = JSON.parse(output.slice(output.indexOf("{"))) as CheckResult;
  assert.equal([...faults, ...warnings], []);
  assert.is(code, 0);
  assert.ok(pages >= files.length);
});

test("the package does not contain it", () => {
  const { files: packed } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
    files: string[];
  };
  assert.not.ok(packed.some((name) => name.startsWith("docs")));
  assert.ok(readdirSync(path.join(root, "docs")).includes("eleventy.config.js"));
});

test.run();
