import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { EleventyConfig, Preprocess, TemplateData } from "../../plugin/eleventy/api.ts";
import { addPreprocessor, whenPagesAreKnown } from "../../plugin/eleventy/preprocessors.ts";
import { config, page, Site } from "../support/site.ts";

// Eleventy 4 runs preprocessors before it has collections, and goes on after one that leaves a template out. These tests need no
// Eleventy 4: they run preprocessors as it does.

const test = suite("preprocessors as Eleventy 4 runs them");

/** A config that collects preprocessors and listeners. */
function fakeConfig() {
  const added: Preprocess[] = [];
  const listeners: Record<string, () => void> = {};
  const eleventyConfig = {
    addPreprocessor: (_name: string, _extensions: string, preprocess: Preprocess) => added.push(preprocess),
    on: (event: string, listener: () => void) => {
      listeners[event] = listener;
    },
  } as unknown as EleventyConfig;
  return { added, eleventyConfig, emit: (event: string) => listeners[event]?.() };
}

const dataOf = (more: object = {}): TemplateData => ({ page: { inputPath: "./a.md" }, ...more });

test("a step waits until Eleventy is about to read pagination", () => {
  const { eleventyConfig } = fakeConfig();
  const data = dataOf();
  const step = (): boolean => {
    data.title = "A";
    return true;
  };
  assert.is(whenPagesAreKnown(eleventyConfig, data, step), undefined);
  assert.is(data.title, undefined);
  data.page.rawInput = "Text";
  assert.is(data.title, "A");
  assert.is(data.page.rawInput, "Text");
  assert.not("pagination" in data);
});

test("a template that is not needed has no pages", () => {
  const data = dataOf();
  assert.is(
    whenPagesAreKnown(fakeConfig().eleventyConfig, data, () => false),
    undefined,
  );
  data.page.rawInput = "";
  const { data: key } = data.pagination as { data: string };
  assert.equal(data[key], []);
});

test("with collections the step is taken at once, as in Eleventy 3", () => {
  const { eleventyConfig } = fakeConfig();
  const data = dataOf({ collections: {} });
  assert.is(
    whenPagesAreKnown(eleventyConfig, data, () => false),
    false,
  );
  assert.is(
    whenPagesAreKnown(eleventyConfig, data, () => true),
    undefined,
  );
  data.page.rawInput = "";
  assert.equal(data, { collections: {}, page: { inputPath: "./a.md", rawInput: "" } });
});

test("an error fails the build before pages are rendered, since Eleventy 4 prints only where it came from", async () => {
  const { added, emit, eleventyConfig } = fakeConfig();
  const fails = (): never => {
    throw new TypeError("the reason");
  };
  addPreprocessor(eleventyConfig, "one", "*", fails);
  const run = async (data: TemplateData) => added[0]?.call({ inputPath: "./a.md" }, data, "");
  assert.is(await run(dataOf()), false);
  assert.throws(() => emit("eleventy.contentMap"), "the reason");
  emit("eleventy.before");
  emit("eleventy.contentMap");

  const data = dataOf();
  whenPagesAreKnown(eleventyConfig, data, fails);
  data.page.rawInput = "";
  assert.throws(() => emit("eleventy.contentMap"), "the reason");
});

test("an error is thrown at once in Eleventy 3", async () => {
  const { added, eleventyConfig } = fakeConfig();
  addPreprocessor(eleventyConfig, "one", "*", () => {
    throw new TypeError("the reason");
  });
  try {
    await added[0]?.call({ inputPath: "./a.md" }, dataOf({ collections: {} }), "");
    assert.unreachable();
  } catch (error) {
    assert.instance(error, TypeError);
  }
});

test("no preprocessor runs after one has left out the template", async () => {
  const { added, eleventyConfig } = fakeConfig();
  const run: string[] = [];
  addPreprocessor(eleventyConfig, "one", "*", () => false);
  addPreprocessor(eleventyConfig, "two", "*", () => {
    run.push("two");
    return undefined;
  });
  const left = dataOf();
  const results = [];
  for (const preprocess of added) results.push(await preprocess.call({ inputPath: "./a.md" }, left, ""));
  assert.equal(results, [false, false]);
  assert.equal(run, []);
  await added[1]?.call({ inputPath: "./b.md" }, dataOf(), "");
  assert.equal(run, ["two"]);
});

/** Hides collections from the preprocessors of the plugins that are added later. */
const withoutCollections = `
  const add = eleventyConfig.addPreprocessor.bind(eleventyConfig);
  eleventyConfig.addPreprocessor = (name, extensions, preprocess) =>
    add(name, extensions, async function (data, content) {
      const { collections } = data;
      delete data.collections;
      try {
        const result = await preprocess.call(this, data, content);
        console.log("hidden from " + name);
        return result;
      } finally {
        data.collections = collections;
      }
    });`;

test("a whole site is the same without collections in preprocessors", async () => {
  const options = {
    title: "Ada",
    url: "https://ada.example",
    postsPerPage: 1,
    archives: true,
    languages: { fr: {} },
    sections: { people: { pages: true } },
  };
  const files = {
    "posts/posts.json": '{ "layout": "post", "tags": "posts", "permalink": "/blog/{{ page.fileSlug }}/" }',
    "posts/a.md": "---\ntitle: A\ndate: 2024-01-02\n---\nA.\n",
    "posts/b.md": "---\ntitle: B\ndate: 2024-02-03\nredirectFrom: /old/\n---\nB, see [C](/blog/c/).\n",
    "posts/c.md": "---\ntitle: C\ndraft: true\n---\nC.\n",
    // The site's own page in place of the theme's.
    "tags.md": page("My tags"),
    "_data/people.yaml": "- id: ada\n  name: Ada\n  role: Engineer\n",
    "publications.bib": "@article{a, title = {On engines}, author = {Ada}, journal = {J}, year = {1843}}\n",
  };
  const built = async (before: string): Promise<{ site: Site; output: string }> => {
    const site = new Site({
      ...files,
      "eleventy.config.js": config(options).replace("eleventyConfig.addPlugin", `${before}\n  $&`),
    });
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    return { site, output };
  };
  const [plain, hidden] = [await built(""), await built(withoutCollections)];
  assert.match(hidden.output, "hidden from indigo-templates");
  const contents = ({ site }: { site: Site }) =>
    Object.fromEntries(
      site
        .files()
        .sort()
        .map((file) => [file, site.read(file)]),
    );
  const expected = contents(plain);
  for (const url of ["blog/2/", "people/ada/", "publications/a/", "fr/", "old/"])
    assert.ok(`${url}index.html` in expected, `${url} is missing among ${Object.keys(expected).join(" ")}`);
  assert.not("blog/c/index.html" in expected);
  assert.equal(contents(hidden), expected);
  const warnings = (output: string) => output.split("\n").filter((line) => line.startsWith("indigo: "));
  assert.equal(warnings(hidden.output), warnings(plain.output));
  assert.match(plain.output, "posts/c.md is not published: the link is broken");
  for (const { site } of [plain, hidden]) site.remove();
});

test.run();
