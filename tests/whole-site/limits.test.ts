import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readSource } from "../../plugin/jekyll/read/source.ts";
import { failsToBuild } from "../support/fails.ts";
import { config, page, Site } from "../support/site.ts";

const test = suite("limits of what a site is made of");

const brackets = (depth: number, open = "[", close = "]"): string =>
  `${open.repeat(depth)}1${close.repeat(depth)}`;

/** Levels of YAML, each of which has the one before it three times. */
const aliases = (indent = ""): string =>
  Array.from(
    { length: 14 },
    (_, level) =>
      `${indent}a${level}: &a${level} ${level ? `[*a${level - 1}, *a${level - 1}, *a${level - 1}]` : "x"}\n`,
  ).join("");

/** Keys that are sorted in another order than they are written in, so that each alias is met before its anchor. */
const chain = (length: number): string =>
  Array.from(
    { length },
    (_, index) => `${length - index}: &a${index} [${index ? `*a${index - 1}` : "x"}]\n`,
  ).join("");

const tooDeep = "values more than 100 levels deep in one another.";
const tooMany = "YAML aliases that expand to more than 10,000 values. Write the values without aliases.";
const tooDeepHtml =
  "a.html has HTML elements more than 1,000 levels deep in one another. Close the elements that are left open.";
const sections = (section: string): string => config({ title: "Ada", sections: { [section]: true } });

/** Sites that do not build, with the message that names file and limit. */
const failures: [name: string, files: Record<string, string>, message: string][] = [
  [
    "aliases in publications",
    { "publications.yaml": `- id: a\n${aliases("  ")}` },
    `publications.yaml has ${tooMany}`,
  ],
  [
    "aliases in a résumé",
    { "cv.yaml": aliases(), "eleventy.config.js": sections("cv") },
    `cv.yaml has ${tooMany}`,
  ],
  [
    "aliases in a section",
    { "news.yaml": `- date: 2024-01-01\n${aliases("  ")}`, "eleventy.config.js": sections("news") },
    `news.yaml has ${tooMany}`,
  ],
  [
    "a chain of aliases in a section",
    { "news.yaml": chain(900), "eleventy.config.js": sections("news") },
    `news.yaml has ${tooDeep}`,
  ],
  [
    "aliases in front matter",
    { "a.md": `---\n${aliases()}---\n` },
    `the front matter of a.md has ${tooMany}`,
  ],
  [
    "a chain of aliases in front matter",
    { "a.md": `---\n${chain(20_000)}---\n` },
    `the front matter of a.md has ${tooDeep}`,
  ],
  [
    "lists in front matter",
    { "a.md": `---\ntitle: A\na: ${brackets(100_000)}\n---\n` },
    `the front matter of a.md has ${tooDeep}`,
  ],
  [
    "maps in front matter",
    { "a.md": `---\n${Array.from({ length: 200 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("")}---\n` },
    `the front matter of a.md has ${tooDeep}`,
  ],
  [
    "lists in JSON front matter",
    { "a.md": `---json\n{"title": "A", "a": ${brackets(100_000)}}\n---\n` },
    `the front matter of a.md has ${tooDeep}`,
  ],
  ["lists in _data", { "_data/a.json": brackets(100_000) }, `_data/a.json has ${tooDeep}`],
  [
    "objects in the data of a folder",
    { "a/a.json": brackets(20_000, '{"a":', "}"), "a/b.md": page("B") },
    `a/a.json has ${tooDeep}`,
  ],
  [
    "lists in CSL-JSON",
    { "publications.json": `[{"issued":${"[".repeat(100_000)}` },
    `publications.json has ${tooDeep}`,
  ],
  [
    "lists without brackets in publications",
    { "publications.yaml": "- ".repeat(100_000) },
    `publications.yaml has ${tooDeep}`,
  ],
  [
    "more than 20 parents of a publication",
    {
      "eleventy.config.js": config({ bibliographyErrors: "fail" }),
      "publications.bib": `@misc{a, title = {T}, year = 2020, xdata = {${Array.from({ length: 21 }, (_, index) => `p${index}`).join(",")}}}
${Array.from({ length: 21 }, (_, index) => `@xdata{p${index}, note = {N}}\n`).join("")}`,
    },
    'field "xdata" of publication "a" in publications.bib:1 leads through more than 10 entries in a row, or 20 in all; the rest is not inherited.',
  ],
  [
    "elements of a page with images",
    { "a.html": page("A", "<b>".repeat(5_000)), "eleventy.config.js": config({ images: true }) },
    tooDeepHtml,
  ],
  [
    "elements of a page with a path prefix",
    {
      "a.html": page("A", "<constructor>".repeat(1_100)),
      "eleventy.config.js": config({}, 'return { pathPrefix: "/b/" };'),
    },
    tooDeepHtml,
  ],
];
for (const [name, files, message] of failures) {
  test(`${name}: the build fails with file and limit`, async () => {
    await failsToBuild(files, [message]);
  });
}

/** Texts that are read however deep they are nested. */
const deepTexts: [name: string, files: Record<string, string>, warning?: string][] = [
  ...["> ", "- ", "1. ", "> - ", "- > "].flatMap((piece): [string, Record<string, string>, string?][] => {
    const text = `${piece.repeat(100_000 / piece.length)}deep`;
    const warning =
      "has quotes and lists more than 100 levels deep in one another; what is in them is left out.";
    return [
      [`"${piece}" in Markdown`, { "a.md": page("A", text) }, `a.md ${warning}`],
      [
        `"${piece}" in a section`,
        {
          "news.yaml": JSON.stringify([{ date: "2024-01-01", text }]),
          "eleventy.config.js": sections("news"),
        },
        warning,
      ],
      [
        `"${piece}" in kramdown`,
        {
          "a.md": page("A", text),
          "_config.yml": "title: A\n",
          "eleventy.config.js": config({ config: "_config.yml", jekyll: true }),
        },
        `a.md ${warning}`,
      ],
    ];
  }),
];
for (const [name, files, warning] of deepTexts) {
  test(`${name}, 100,000 characters deep: is built, with a warning about what is left out`, async () => {
    const site = new Site({
      "index.md": page("Home"),
      "eleventy.config.js": config({ title: "Ada" }),
      ...files,
    });
    try {
      const { code, output } = await site.buildInProcess();
      assert.is(code, 0, output);
      if (warning) assert.ok(output.includes(warning), output);
      else assert.not.match(output, /indigo: /);
    } finally {
      site.remove();
    }
  });
}

test("quotes and lists that are not too deep, and aliases of one value, are no problem", async () => {
  const venues = Array.from(
    { length: 300 },
    (_, index) => `- id: k${index}\n  title: T\n  year: 2020\n  venue: ${index ? "*a" : "&a [V]"}\n`,
  ).join("");
  const site = new Site({
    "index.md": page("Home", `${"> ".repeat(99)}deep`),
    "a.html": page(
      "A",
      `${"<li>a".repeat(3_000)}${"<br>".repeat(3_000)}<svg>${"<path/>".repeat(3_000)}</svg>`,
    ),
    "eleventy.config.js": config({}, 'return { pathPrefix: "/b/" };'),
    "publications.yaml": venues.replace("[V]", "V"),
  });
  try {
    await site.builtInProcess();
    assert.match(site.read("index.html"), "deep");
  } finally {
    site.remove();
  }
});

/** Front matter that `migrate` does not read. */
const frontMatter: [name: string, source: string, message: string][] = [
  ["lists", `a: ${"[".repeat(100_000)}\n`, tooDeep],
  ["entries", `${"- ".repeat(50_000)}\n`, tooDeep],
  ["a chain of aliases", chain(900), tooDeep],
  ["many aliases", chain(20_000), "more than 1,000 YAML aliases. Write the values without aliases."],
  ["aliases", aliases(), tooMany],
  [
    "an alias of itself",
    "a: &a [*a]\n",
    "YAML aliases that contain themselves. Write the values without aliases.",
  ],
];
for (const [name, source, message] of frontMatter) {
  test(`${name} in front matter that migrate reads: a problem with file and limit`, () => {
    const site = new Site({ "a.md": `---\n${source}---\n` });
    try {
      assert.throws(
        () => readSource(path.join(site.folder, "a.md"), "a.md"),
        (error: Error) => error.message.startsWith(`indigo: the front matter of a.md has ${message}`),
      );
    } finally {
      site.remove();
    }
  });
}

test.run();
