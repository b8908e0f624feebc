import { suite } from "uvu";
import * as assert from "uvu/assert";
import { resolvedValue, rootProperties } from "../../plugin/appearance/contrast/root-properties.ts";
import { cli } from "../support/cli.ts";
import { processorTime } from "../support/processor-time.ts";
import { config, page, Site } from "../support/site.ts";

const test = suite("contrast of colors in the site's own styles");

const theme = "eleventy-plugin-indigo/styles";
const light = 'indigo: the token "accent" (#ccc) on "background" (#fff)';
const dark = 'indigo: the token "accent-dark" (#222) on "background-dark"';

/** Styles, with the warnings that the build logs. */
const cases: Record<string, { file: string; css: string; options?: object; warnings: string[] }> = {
  "Sass with a configuration": {
    file: "indigo.scss",
    css: `@use "pkg:${theme}/page" with ($accent: #ccc);`,
    warnings: [light],
  },
  "Sass of all styles with a configuration": {
    file: "indigo.scss",
    css: '@use "pkg:eleventy-plugin-indigo" with ($accent: #ccc);',
    warnings: [light],
  },
  "Sass with a dark color": {
    file: "indigo.scss",
    css: `@use "pkg:${theme}/page" with ($accent-dark: #222);`,
    warnings: [dark],
  },
  "a custom property": { file: "indigo.css", css: ":root { --indigo-accent: #ccc }", warnings: [light] },
  "a custom property of both schemes": {
    file: "indigo.css",
    css: "html { --x: #222 } :root { --indigo-accent: var(--x) }",
    warnings: [dark],
  },
  "light-dark()": {
    file: "indigo.css",
    css: "body { --indigo-accent: light-dark(rgb(204 204 204), #222) }",
    warnings: [light, dark],
  },
  "a media query": {
    file: "indigo.css",
    css: "@media (prefers-color-scheme: dark) { :root { --indigo-accent: #222 } }",
    warnings: [dark],
  },
  "the option, once": {
    file: "indigo.css",
    css: ":root { --indigo-rule: #eee }",
    options: { tokens: { accent: "#ccc" } },
    warnings: [light],
  },
  "a faint color that own styles replace": {
    file: "indigo.css",
    css: ":root { --indigo-accent: #4b0082 } @media (prefers-color-scheme: dark) { :root { --indigo-accent: #fff } }",
    options: { tokens: { accent: "#ccc" } },
    warnings: [],
  },
  "print only": { file: "indigo.css", css: "@media print { :root { --indigo-accent: #ccc } }", warnings: [] },
  "one element": { file: "indigo.css", css: ".box { --indigo-accent: #ccc }", warnings: [] },
  "a comment": { file: "indigo.css", css: "/* :root { --indigo-accent: #ccc } */", warnings: [] },
};

for (const [name, { file, css, options, warnings }] of Object.entries(cases)) {
  test(`the build warns: ${name}`, async () => {
    const site = new Site({
      "eleventy.config.js": config({ title: "Hu", theme: "auto", ...options }),
      "index.md": page("Home"),
      [file]: css,
    });
    site.link();
    try {
      const { code, output } = await site.buildInProcess();
      assert.is(code, 0, output);
      const logged = output.split("\n").filter((line) => line.includes("has a contrast of"));
      assert.is(logged.length, warnings.length, logged.join("\n"));
      for (const [index, warning] of warnings.entries()) assert.match(logged[index] ?? "", warning);
    } finally {
      site.remove();
    }
  });
}

test("check reports them too", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "Hu", bio: "A bio" }),
    "index.md": page("Home"),
    "indigo.scss": `@use "pkg:${theme}/page" with ($accent: #ccc);`,
  });
  site.link();
  try {
    const { code, output } = await cli(site.folder, ["check"]);
    assert.is(code, 1, output);
    assert.match(output, 'the token "accent" (#ccc) on "background" (#fff)');
  } finally {
    site.remove();
  }
});

/** Style sheets, and the values of `--a` in the light and the dark scheme. */
const sheets: [css: string, light: string | undefined, dark: string | undefined][] = [
  [":root{--a:1}", "1", "1"],
  [":root{--a:1}:root{--a:2}", "2", "2"],
  [":root{--a:1}html{--a:2}", "1", "1"],
  [":root{--a:1 !important}:root{--a:2}", "1", "1"],
  ["@layer x{:root{--a:1}}html{--a:2}", "2", "2"],
  ["html{--a:2}@layer x{:root{--a:1}}", "2", "2"],
  [":root{--a:1}@media screen and (prefers-color-scheme:dark){:root{--a:2}}", "1", "2"],
  ["@media (prefers-color-scheme:dark){:root{--a:2}}:root{--a:1}", "1", "1"],
  ["@media (prefers-color-scheme:dark){:root:not([data-theme=light]){--a:2}}:root{--a:1}", "1", "2"],
  [':root[data-theme="dark"]{--a:2}:root{--a:1}', "1", "2"],
  [":root{--a:1;@media (prefers-color-scheme:dark){--a:2}}", "1", "2"],
  [":root{--a:1;&[data-theme=dark]{--a:2}}", "1", "2"],
  [":root{--a:1;.x{--a:2}}", "1", "1"],
  ["html, body{--a:1}:root{--a:2}", "1", "1"],
  [".x, :root{--a:1}", "1", "1"],
  [":root .x, .y :root, :root > *{--a:1}", undefined, undefined],
  ["@media print{:root{--a:1}}@media (prefers-contrast:more){:root{--a:2}}", undefined, undefined],
  ["@supports (color:red){:root{--a:1}}", "1", "1"],
  [':root{--b:"};{";--a:1}', "1", "1"],
  [":root{--b:var(--c);--c:3;--a:var(--b)}", "3", "3"],
  [":root{--a:var(--none, 4)}", "4", "4"],
  [":root{--a:var(--b);--b:var(--a)}", undefined, undefined],
  [":root{--a:light-dark(rgb(1, 2, 3), var(--b));--b:5}", "rgb(1, 2, 3)", "5"],
  [":root{--a:1", "1", "1"],
  ["}}}:root{--a:1}", "1", "1"],
  ["/* :root{--a:1} */ /* unclosed :root{--a:2}", undefined, undefined],
];

for (const [css, ...expected] of sheets) {
  test(`the values that win: ${css}`, () => {
    const properties = rootProperties([{ file: "a.css", css }]);
    assert.equal(
      (["light", "dark"] as const).map((scheme) => resolvedValue(properties, scheme, "--a")),
      expected,
    );
  });
}

test("the line of a declaration is that of its name", () => {
  const css = "/* a\n */\n:root {\n  --b: 1;\n\n  --a:\n    2;\n}\n";
  const { light: values } = rootProperties([{ file: "a.css", css }]);
  assert.equal([values.get("--b")?.line, values.get("--a")?.line], [4, 6]);
});

test("reading takes linear time", () => {
  const pieces = [
    ":root{",
    "--a:1;",
    "/*",
    '"',
    "'\\",
    "var(",
    "}",
    ":not([data-theme=",
    "@media ",
    "\n--a",
    "&&{--a:1;",
    ":root{--a:1;",
    "@media x{--a:1;",
    "@media print ",
    "&",
    ":root,",
  ];
  for (const piece of pieces) {
    const start = processorTime();
    rootProperties([{ file: "a.css", css: piece.repeat(100_000 / piece.length) }]);
    const time = processorTime() - start;
    assert.ok(time < 6000, `${piece}: ${Math.round(time)} ms`);
  }
});

test.run();
