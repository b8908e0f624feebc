import { writeFileSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { failsToBuild } from "../support/fails.ts";
import { fontWith, mathFont } from "../support/math-font.ts";
import { config, page, Site } from "../support/site.ts";

// What the author of a formula that can't be set reads, and what the page shows.

const test = suite("messages of formulas");

const r = String.raw;

/** Formulas with an error, and the reason in the warning. */
const broken: readonly (readonly [tex: string, reason: string])[] = [
  [
    "x^{{a}}",
    "nothing follows ^. Double braces, as in x^{{a}}, are Liquid, which replaces them: write { {a} }, or wrap the formula in {% raw %} and {% endraw %}.",
  ],
  [r`\int_`, "nothing follows _; write what belongs there in braces."],
  [r`\sqrt{y^}`, "nothing follows ^. Double"],
  ["x^{", "it has no closing brace }."],
  ["x}", "it has a closing brace } without an opening one."],
  [r`\frac{a`, "it has no closing brace }."],
  [r`\frac{a}`, r`the argument of a command is missing at the end, probably of \frac.`],
  [r`\sqrt[3`, "it has no closing bracket ]."],
  [r`\text{a_b}+\foo`, r`_ is in a text; write \_ there, or end the text before it.`],
  [r`\foo`, r`the command \foo is unknown.`],
  [r`\alhpa`, r`the command \alhpa is unknown. Did you mean \alpha?`],
  [r`\begin{foo} a \end{foo}`, 'the environment "foo" is unknown.'],
  [r`\begin{algin} a \end{algin}`, 'the environment "algin" is unknown. Did you mean "align"?'],
  [r`\begin{aligned} a \end{cases}`, r`\begin{aligned} is closed by \end{cases}.`],
  [r`\begin{matrix} 1 & 2`, r`it has a \begin without an \end.`],
  [r`\end{align}`, r`it has an \end without a \begin.`],
  [r`\left( x`, r`it has no \right for a \left.`],
  [r`x \right)`, r`it has a \right without a \left.`],
  [r`\left x`, r`\left needs a delimiter such as ( or |, not x.`],
  ["a & b", r`& separates columns, as in \begin{aligned}; write \& for the character itself.`],
  ["#1", r`# is for arguments of macros; write \# for the character itself.`],
  ["x^2^3", "it has a superscript after a superscript; put the first one with its base in braces."],
  ["x_1_2", "it has a subscript after a subscript;"],
  [r`\newcommand{\x}[1]{#2}\x{a}`, "a definition uses #2, but has fewer arguments."],
  [r`\def\x`, "a definition has no body in braces."],
  [r`\let`, "a definition names no command."],
  [r`\DeclareMathOperator{\x}`, r`\DeclareMathOperator needs a command and a body, each in braces.`],
  [
    r`\includegraphics{a.png}`,
    r`the command \includegraphics is not allowed, as it loads files or sets attributes.`,
  ],
  [r`\href{javascript:alert(1)}{x}`, r`the command \href is unknown.`],
  [r`\rule{1}{2}`, "a length such as 1em is expected, not 1."],
  [r`x\limits^2`, r`\limits must follow an operator such as \sum.`],
  [r`\begin{array}{q}a\end{array}`, "the columns of an array are l, c or r, not q."],
  [r`\hline`, r`\hline needs an environment such as array.`],
  [r`a\over b\over c`, r`it has several \over or \choose; put each into braces.`],
  [r`\bigl x`, r`\bigl needs a delimiter such as ( or |, not x.`],
  [r`\middle| x`, r`it has a \middle without a \left.`],
];

test("a formula with an error is shown as its source, and the warning says where it is and what to do", async () => {
  const texts = broken.map(([tex]) => `Before $${tex}$ and \\(y\\).`);
  const blocks = [r`\begin{alignat}a\end{alignat}`, r`\begin{equation}x & y\end{equation}`];
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada" }),
    "text.md": page("Text", [...texts, ...blocks, "\\[\n\\foe\n\\]", "The end."].join("\n\n")),
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    const html = site.read("text/index.html");
    const warnings = output.split("\n").filter((line) => line.includes("cannot be rendered"));
    assert.is(warnings.length, broken.length + 3, output);
    const first =
      site
        .source("text.md")
        .split("\n")
        .indexOf(texts[0] ?? "") + 1;
    for (const [index, [tex, reason]] of broken.entries()) {
      const shown = tex.replace("{{a}}", "");
      const start = `indigo: the formula $${shown}$ in text.md:${first + 2 * index} cannot be rendered: ${reason}`;
      const warning = warnings.find((line) => line.startsWith(start));
      assert.ok(warning?.endsWith(" Its source is shown instead."), `${start}\n${warnings.join("\n")}`);
      assert.match(html, `<code class="formula-error">$${shown.replaceAll("&", "&amp;")}$</code> and <math`);
    }
    assert.match(
      output,
      'in text.md:77 cannot be rendered: the environment "alignat" lacks an argument, or has a wrong one.',
    );
    assert.match(
      output,
      "the formula \\[\\foe\\] in text.md:82 cannot be rendered: the command \\foe is unknown.",
    );
    assert.match(html, '<code class="formula-error">\\[\n\\foe\n\\]</code>');
    assert.match(html, "<p>The end.</p>");
    assert.not.match(output, /Cannot read|is not iterable|undefined|null/);
  } finally {
    site.remove();
  }
});

/** Writes a file of bytes. */
function put(site: Site, name: string, bytes: Buffer): void {
  site.write({ [name]: "" });
  writeFileSync(path.join(site.folder, name), bytes);
}

const font = (src: unknown): string => config({ title: "Ada", math: { font: src } });

for (const [name, src, message] of [
  [
    "no such file",
    "assets/none.woff2",
    'option "math.font" in eleventy.config.js names a file that does not exist: "assets/none.woff2" (looked in ./ and node_modules/).',
  ],
  [
    "no font by its name",
    "index.md",
    'option "math.font" in eleventy.config.js must be a font file such as "fonts/math.woff2", but it is "index.md".',
  ],
  [
    "no font by its content",
    "assets/text.woff2",
    'option "math.font" in eleventy.config.js names a file that is not a font: "assets/text.woff2".',
  ],
  [
    "a font of another host",
    "https://fonts.example.org/a.woff2",
    'option "math.font" in eleventy.config.js must be a file of the site, but it is "https://fonts.example.org/a.woff2". Download the font.',
  ],
  ["no text", 3, 'option "math.font" in eleventy.config.js must be text, but it is 3.'],
] as const)
  test(`a math font: ${name}`, async () => {
    await failsToBuild({ "eleventy.config.js": font(src), "assets/text.woff2": "some text" }, [message]);
  });

for (const format of ["otf", "ttf", "woff", "woff2"] as const) {
  test(`a math font: ${format}, on pages with formulas only`, async () => {
    const site = new Site({
      "eleventy.config.js": font(`fonts/My Math.${format}`),
      "index.md": page("Home", "No formula."),
      "text.md": page("Text", "A formula $x$."),
    });
    try {
      put(site, `fonts/My Math.${format}`, fontWith(["cmap", "glyf", "loca", "MATH"], format));
      const { code, output } = await site.buildInProcess("--pathprefix=/sub/");
      assert.is(code, 0, output);
      assert.not.match(output, "indigo:");
      const files = site.files();
      const copy = files.find((file) => /^assets\/My Math-[\da-f]{10}\./.test(file)) ?? "";
      assert.ok(copy.endsWith(`.${format}`), files.join());
      const sheet = files.find((file) => /^assets\/indigo-math-font-/.test(file)) ?? "";
      const formats = { otf: "opentype", ttf: "truetype", woff: "woff", woff2: "woff2" };
      const css = site.read(sheet);
      assert.match(css, `src:url("../${encodeURI(copy)}") format("${formats[format]}");font-display:swap`);
      assert.match(css, /math\{font-family:"?Indigo Math"?,/);
      assert.match(site.read("text/index.html"), `href="/sub/${sheet}"`);
      assert.not.match(site.read("index.html"), "math-font");
    } finally {
      site.remove();
    }
  });
}

test("a math font without a table MATH is copied, with a warning", async () => {
  const site = new Site({ "eleventy.config.js": font("a.woff2"), "index.md": page("Home", "$x$") });
  try {
    put(site, "a.woff2", fontWith(["cmap", "glyf", "loca", "GSUB", "Silx"], "woff2"));
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    assert.match(
      output,
      'indigo: option "math.font" in eleventy.config.js names a font without a table "MATH", by which browsers set formulas: "a.woff2".',
    );
    assert.match(site.read("index.html"), "indigo-math-font");
  } finally {
    site.remove();
  }
});

test("a math font of an installed package", async () => {
  const site = new Site({
    "eleventy.config.js": font("@fonts/my-math/files/math.otf"),
    "index.md": page("Home", "$x$"),
    "node_modules/@fonts/my-math/package.json": '{ "name": "@fonts/my-math", "version": "1.0.0" }',
  });
  try {
    put(site, "node_modules/@fonts/my-math/files/math.otf", mathFont());
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    assert.ok(site.files().some((file) => /^assets\/math-[\da-f]{10}\.otf$/.test(file)));
  } finally {
    site.remove();
  }
});

test.run();
