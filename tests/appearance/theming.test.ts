import { writeFileSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { failsToBuild } from "../support/fails.ts";
import { config, page, Site } from "../support/site.ts";
import { Watch } from "../support/watch.ts";

const test = suite("theming");

interface Built {
  output: string;
  html: string;
  /** All style sheets of the page, in order. */
  sheets: string[];
  css: string;
  site: Site;
}

/** Builds a site of one page, and hands over the page and its styles. */
async function build<T>(
  options: unknown,
  files: Record<string, string>,
  use: (built: Built) => T,
): Promise<T> {
  const site = new Site({ "a.md": page("A", "Words."), "eleventy.config.js": config(options), ...files });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    const html = site.read("a/index.html");
    const sheets = [...html.matchAll(/<link rel="stylesheet" href="\/([^"]*)"/g)].map(
      ([, file]) => file ?? "",
    );
    const css = sheets.map((file) => site.read(file)).join("");
    return use({ output, html, sheets, css, site });
  } finally {
    site.remove();
  }
}

const fails = (name: string, options: unknown, files: Record<string, string>, ...messages: string[]): void =>
  void test(
    name,
    async () => void (await failsToBuild({ "eleventy.config.js": config(options), ...files }, messages)),
  );

/** What a token is set to in the first set of colours and in the one for dark, but for what a CV on paper has. */
const token = (css: string, name: string): (string | undefined)[] =>
  [
    ...css
      .replaceAll(/:root:has\(\.cv-group\) ?\{[^}]*\}/g, "")
      .matchAll(new RegExp(`--indigo-${name}: ?([^;}]+)`, "g")),
  ].map(([, value]) => value);

test("tokens take the place of the theme's, in the styles and where browsers ask for them", async () => {
  const tokens = {
    accent: "#063",
    "accent-dark": "#4d9",
    background: "#fffffa",
    thin: 350,
    "font-sans": "Georgia, serif",
  };
  await build({ title: "Hu", tokens }, {}, ({ css, html, output, site }) => {
    assert.equal(token(css, "accent"), ["#063", "#4d9"]);
    assert.equal(token(css, "thin"), ["350", "400"]);
    assert.equal(token(css, "font-sans"), ['"Georgia", serif']);
    assert.equal(token(css, "text"), ["#666", "#aaa"]);
    assert.match(html, '<meta name="theme-color" content="#fffffa" media="(prefers-color-scheme: light)">');
    assert.match(html, '<meta name="theme-color" content="#000" media="(prefers-color-scheme: dark)">');
    assert.not.match(output, 'the token "accent');
    const icon = site.files().find((file) => file.endsWith(".svg")) ?? "";
    assert.match(site.read(icon), /fill="#063".*fill="#fffffa">H</);
    assert.match(html, `<link rel="icon" href="/${icon}" type="image/svg+xml">`);
  });
});

test("of an accent alone the one in dark is made: itself, or the nearest that can be read there", async () => {
  await build({ title: "Hu", tokens: { accent: "#777" } }, {}, ({ css }) =>
    assert.equal(token(css, "accent"), ["#777"]),
  );
  await build({ title: "Hu", tokens: { accent: "#063" } }, {}, ({ css, output }) => {
    const [light, dark] = token(css, "accent");
    assert.is(light, "#063");
    assert.match(dark ?? "", /^#[\da-f]{3,6}$/);
    assert.not.match(output, "contrast");
  });
});

test("colours that can't be read are told, in the sets that readers see, and nothing fails", async () => {
  const tokens = { muted: "#aaa", "muted-dark": "#555" };
  const told = async (theme: string, themeSwitch = false): Promise<string[]> =>
    build({ title: "Hu", theme, themeSwitch, tokens }, {}, ({ output }) =>
      [...output.matchAll(/indigo: the token "([\w-]+)"/g)].map(([, name]) => name ?? ""),
    );
  assert.equal(await told("auto"), ["muted", "muted-dark"]);
  assert.equal(await told("light"), ["muted"]);
  assert.equal(await told("dark"), ["muted-dark"]);
  assert.equal(await told("dark", true), ["muted", "muted-dark"]);
});

fails(
  "a token that does not exist",
  { tokens: { acent: "#0a5", "accent-drak": "#0a5" } },
  {},
  'unknown option "tokens.acent" in eleventy.config.js. Did you mean "accent"?',
  'unknown option "tokens.accent-drak" in eleventy.config.js. Did you mean "accent-dark"?',
);
fails(
  "values that are none of their kind",
  {
    tokens: {
      accent: "gren",
      background: "red; } body { display: none",
      text: 5,
      thin: "bold",
      "font-sans": "x; } *{}",
      "thin-dark": 2000,
    },
  },
  {},
  'option "tokens.accent" in eleventy.config.js must be a color such as "#0a5", "rgb(0 170 85)" or "oklch(60% 0.15 150)", but it is "gren".',
  'option "tokens.background" in eleventy.config.js must be a color such as "#0a5", "rgb(0 170 85)" or "oklch(60% 0.15 150)", but it is "red; } body { display: none".',
  'option "tokens.text" in eleventy.config.js must be a color such as "#0a5", "rgb(0 170 85)" or "oklch(60% 0.15 150)", but it is 5.',
  'option "tokens.thin" in eleventy.config.js must be a weight from 1 to 1000, but it is "bold".',
  'option "tokens.thin-dark" in eleventy.config.js must be a weight from 1 to 1000, but it is 2000.',
  `option "tokens.font-sans" in eleventy.config.js must be names of fonts such as "Inter, 'Source Sans 3', sans-serif", but it is "x; } *{}".`,
);
fails(
  "tokens that are no group of values",
  { tokens: "#0a5" },
  {},
  'option "tokens" in eleventy.config.js must be a group of named values, but it is "#0a5".',
);

const fonts = [
  { family: "Inter", src: "assets/inter.woff2", weight: "100 900" },
  { family: "Inter", src: "assets/inter italic.woff2", style: "italic" },
  { family: "Fira Code", src: "assets/fira.ttf", weight: 400, use: "mono" },
  { family: "Lora", src: "assets/lora.woff", use: "heading" },
];
const fontFiles = Object.fromEntries(fonts.map(({ src }) => [src, "font"]));

test("fonts of the site's own are copied, named in the styles, and that of the text is asked for at once", async () => {
  await build({ title: "Hu", fonts }, fontFiles, ({ css, html, sheets, site }) => {
    assert.equal(sheets.length, 1);
    for (const { src } of fonts) assert.ok(site.has(src), src);
    const faces = [...css.matchAll(/@font-face\{[^}]*\}/g)].map(([face]) => face);
    assert.equal(faces, [
      '@font-face{font-family:"Inter";src:url("../assets/inter.woff2") format("woff2");font-weight:100 900;font-display:swap}',
      '@font-face{font-family:"Inter";src:url("../assets/inter%20italic.woff2") format("woff2");font-style:italic;font-display:swap}',
      '@font-face{font-family:"Fira Code";src:url("../assets/fira.ttf") format("truetype");font-weight:400;font-display:swap}',
      '@font-face{font-family:"Lora";src:url("../assets/lora.woff") format("woff");font-display:swap}',
    ]);
    assert.match(token(css, "font-sans")[0] ?? "", /^"Inter", "Helvetica Neue", .*, sans-serif$/);
    assert.match(token(css, "font-mono")[0] ?? "", /^"Fira Code", "Consolas", .*, monospace$/);
    assert.match(token(css, "font-heading")[0] ?? "", /^"Lora", "Inter", "Helvetica Neue", /);
    assert.equal(html.match(/<link rel="preload"[^>]*>/g), [
      '<link rel="preload" href="/assets/inter.woff2" as="font" type="font/woff2" crossorigin>',
    ]);
  });
});

fails(
  "fonts that are wrong",
  {
    fonts: [
      { family: "Inter", src: "https://fonts.example.org/inter.woff2" },
      { family: 'x"; }', src: "assets/inter.woff2", weight: "bold", use: "text" },
      { famly: "Inter", src: "a.woff2" },
    ],
  },
  fontFiles,
  'option "fonts[0].src" in eleventy.config.js must be a file of the site such as "assets/inter.woff2" (.woff2, .woff, .ttf or .otf), since another host could track your readers, but it is "https://fonts.example.org/inter.woff2".',
  'option "fonts[1].family" in eleventy.config.js must be the name of a font such as "Inter", with letters, digits and spaces, but it is "x\\"; }".',
  'option "fonts[1].weight" in eleventy.config.js must be a weight such as 400, or for a variable font its range such as "100 900", but it is "bold".',
  'option "fonts[1].use" in eleventy.config.js must be one of "sans", "mono" or "heading", but it is "text".',
  'unknown option "fonts[2].famly" in eleventy.config.js. Did you mean "family"?',
);
fails(
  "a font that is not there",
  { fonts: [{ family: "Inter", src: "assets/inter.woff2" }] },
  {},
  'option "fonts[0].src" in eleventy.config.js names a file that does not exist: "assets/inter.woff2" (looked in ./).',
);

test("styles of the site's own come last on every page, under a name with their hash", async () => {
  const files = {
    "indigo.css": "b { color: red }",
    "publications.yaml": "- { id: one, title: One, venue: V, year: 2020 }",
    // Even where styles are templates or files to copy.
    "eleventy.config.js": config({ title: "Hu" }, 'eleventyConfig.setTemplateFormats("md,css");'),
  };
  await build({}, files, ({ sheets, site }) => {
    assert.is(sheets.length, 2);
    assert.match(sheets[1] ?? "", /^indigo-[\da-f]{10}\.css$/);
    assert.is(site.read(sheets[1] ?? ""), "b { color: red }");
    for (const address of site.pages()) {
      const html = site.read(address.endsWith("html") ? address : `${address}index.html`);
      assert.is(
        [...html.matchAll(/<link rel="stylesheet" href="\/([^"]*)"/g)].at(-1)?.[1],
        sheets[1],
        address,
      );
    }
    assert.not.ok(site.has("indigo.css"));
  });
});

test("Sass of the site's own is compiled, with what it uses of the theme", async () => {
  const files = {
    "indigo.scss": `@use "styles/mine"; @use "pkg:eleventy-plugin-indigo/styles/breakpoints" as *;
      @media #{$mobile} { b { color: var(--indigo-accent); } }`,
    "styles/_mine.scss": "$x: 1px; i { margin: $x * 2; }",
  };
  await build({ title: "Hu" }, files, ({ sheets, site }) => {
    assert.is(sheets.length, 2);
    const own = site.read(sheets[1] ?? "");
    assert.match(own, "i{margin:2px}");
    assert.match(own, "@media(max-width: 400px){b{color:var(--indigo-accent)}}");
  });
});

test("Sass that brings the theme itself takes the place of its styles, and has the options' values", async () => {
  const files = {
    "src/a.md": page("A", "```js\nlet a;\n```"),
    "src/indigo.scss":
      '@use "pkg:eleventy-plugin-indigo" as theme with ($accent: #0a5); b { color: theme.$muted; }',
    "src/assets/inter.woff2": "font",
    "eleventy.config.js": `import indigo from "eleventy-plugin-indigo";
      export default (c) => {
        c.addPlugin(indigo, { title: "Hu", theme: "light", tokens: { accent: "#063", muted: "#555" }, fonts: [{ family: "Inter", src: "assets/inter.woff2" }] });
        return { dir: { input: "src" } };
      };`,
  };
  await build({}, files, ({ sheets, css, site }) => {
    assert.equal(sheets.length, 1);
    assert.equal(
      site.files().filter((file) => file.endsWith(".css")),
      sheets,
    );
    assert.equal(token(css, "accent"), ["#0a5"]);
    assert.equal(token(css, "muted"), ["#555"]);
    assert.not.match(css, "prefers-color-scheme");
    assert.match(css, "b{color:#555}");
    assert.match(css, ".header-home");
    assert.match(css, 'url("assets/inter.woff2")');
  });
});

test("of a theme that the site's Sass brings in part the rest is linked", async () => {
  const files = {
    "a.md": page("A", "```js\nlet a;\n```"),
    "indigo.scss": '@use "pkg:eleventy-plugin-indigo/styles/page" with ($accent: #0a5);',
  };
  await build({ title: "Hu" }, files, ({ sheets, css }) => {
    assert.match(sheets.join(" "), /^assets\/indigo-post-\w+\.css indigo-\w+\.css$/);
    assert.is(css.split(".skip-link{").length, 2);
  });
});

fails(
  "Sass that can't be compiled, with file and line",
  {},
  { "indigo.scss": "b { color: red }\n\ni { color: $gone; }" },
  "indigo.scss:3 can't be compiled: Undefined variable.",
);
fails(
  "Sass that can't be compiled in a file that it uses",
  {},
  { "indigo.scss": '@use "styles/mine";', "styles/_mine.scss": "b {\n  color: ;\n}" },
  "styles/_mine.scss:2 can't be compiled: Expected expression.",
);
fails(
  "Sass that sets a token which does not exist",
  {},
  { "indigo.scss": '\n@use "pkg:eleventy-plugin-indigo" with ($acent: #0a5);' },
  "indigo.scss:2 can't be compiled: This variable was not declared with !default in the @used module.",
);
fails(
  "two files of own styles",
  {},
  { "indigo.scss": "b { color: red }", "indigo.css": "b { color: red }" },
  "there are both indigo.scss and indigo.css. Move your styles into one of them.",
);
fails(
  "a switch that is neither on nor off",
  { themeSwitch: "yes" },
  {},
  'option "themeSwitch" in eleventy.config.js must be true or false, but it is "yes".',
);

test("own styles are watched: a page that is served has what was changed", async () => {
  const site = new Site({
    "a.md": page("A"),
    "eleventy.config.js": config({ title: "Hu" }),
    "indigo.scss": '@use "mine";',
    "_mine.scss": "b { color: red }",
  });
  const eleventy = new Watch(site.folder);
  try {
    const own = (): string =>
      site
        .files()
        .filter((file) => /^indigo-\w+\.css$/.test(file))
        .map((file) => site.read(file))
        .join();
    await eleventy.until(() => own().includes("red") && eleventy.output.includes("Watching"));
    const changes: [file: string, text: string, isSeen: () => boolean][] = [
      ["_mine.scss", "b { color: gold }", () => own().includes("gold")],
      ["indigo.scss", "b { color: teal; ", () => eleventy.output.includes("indigo.scss:1 can't be compiled")],
      ["indigo.scss", "b { color: teal }", () => own().includes("teal")],
    ];
    for (const [file, text, isSeen] of changes)
      await eleventy.after(() => writeFileSync(path.join(site.folder, file), text), isSeen);
  } finally {
    await eleventy.stop();
    site.remove();
  }
});

test("with the switch off nothing of it is there", async () => {
  await build({ title: "Hu" }, {}, ({ html, css, site }) => {
    assert.not.match(html, /<script|theme-switch|data-theme/);
    assert.not.match(css, /data-theme|theme-switch/);
    assert.equal(
      site.files().filter((file) => file.endsWith(".js")),
      [],
    );
  });
});

test("a site with an icon at the usual address has no other", async () => {
  await build({ title: "Hu" }, { "favicon.ico": "icon" }, ({ html, site }) => {
    assert.not.match(html, 'rel="icon"');
    assert.is(site.read("favicon.ico"), "icon");
  });
});

test.run();
