import { suite } from "uvu";
import * as assert from "uvu/assert";
import { processorTime } from "../support/processor-time.ts";
import { config, page, Site } from "../support/site.ts";

// A few characters of TeX can stand for gigabytes of MathML.

const test = suite("limits of formulas");

const y = "y".repeat(3000);
/** The macros a to w, each of which is twice the one before it. */
const doubling = (definition: string): string =>
  `\\def\\a{xx}${[..."bcdefghijklmnopqrstuvw"]
    .map((name) => {
      const last = `\\${String.fromCharCode(name.charCodeAt(0) - 1)}`;
      return `\\${definition}\\${name}{${last}${last}}`;
    })
    .join("")}\\w`;
const tens = "#1".repeat(10);

/** Formulas that exceed a limit, and what the warning says of it. */
const bombs: Record<string, [tex: string, reason: RegExp]> = {
  "one long macro": [
    `\\def\\x{${y}}${"\\x".repeat(300)}`,
    /expands to too many tokens, more than the limit of [\d,]+/,
  ],
  "a macro in text": [`\\def\\z{${y}}\\text{${"\\z ".repeat(300)}}`, /too many tokens/],
  "a new command": [`\\newcommand{\\x}{${y}}${"\\x ".repeat(300)}`, /too many tokens/],
  "doubling by def": [doubling("def"), /too many/],
  "doubling by edef": [doubling("edef"), /too many/],
  "arguments in arguments": [`\\def\\a#1{${tens}}${"\\a{".repeat(6)}x${"}".repeat(6)}`, /too many tokens/],
  "a long argument": [`\\def\\a#1{${tens}}\\a{${"x".repeat(10_000)}}`, /too many tokens/],
  "a loop": ["\\def\\a{\\a}\\a", /expands too many macros, more than the limit of 10,000/],
  "a growing loop": ["\\def\\a{x\\a}\\a", /too many macros/],
  "deep braces": [`${"{".repeat(5000)}x${"}".repeat(5000)}`, /nested too deep, more than the limit of 200/],
  "deep fractions": [`${"\\frac{".repeat(1500)}x${"}{y}".repeat(1500)}`, /nested too deep/],
  "deep fonts": [`${"\\bf ".repeat(7000)}x`, /nested too deep/],
  "a long source": ["x+".repeat(20_000), /too many characters, more than the limit of 30,000/],
};

/** An environment of some 10,000 characters. */
const long = `\\begin{aligned}${Array.from(
  { length: 120 },
  (_, index) =>
    `f_{${index}}(x) &= \\frac{a_{${index}}}{b^{2}} + \\sum_{k=0}^{n} \\alpha_k x^k \\neq \\mathbb{R} \\\\ `,
).join("")}\\end{aligned}`;

for (const jekyll of [false, true]) {
  test(`a formula that exceeds a limit is shown as its source: ${jekyll ? "Jekyll" : "Eleventy"}`, async () => {
    const formulas = Object.values(bombs).map(([tex]) => `$$${tex}$$`);
    const site = new Site({
      "eleventy.config.js": config({ title: "Ada", math: true, jekyll }),
      "index.md": `---\nlayout: page\ntemplateEngineOverride: md\n---\nBefore $$a^2$$\n\n${formulas.join("\n\n")}\n\nAfter $$${long}$$ $$b^2$$\n`,
    });
    try {
      const start = processorTime();
      const { code, output } = await site.buildInProcess();
      assert.is(code, 0, output);
      assert.ok(processorTime() - start < 20_000);
      const lines = output.split("\n").filter((line) => line.startsWith("indigo: the formula"));
      assert.is(lines.length, formulas.length, lines.join("\n"));
      for (const [name, [tex, reason]] of Object.entries(bombs)) {
        const line = lines.find(
          (each) => each.startsWith(`indigo: the formula $$${tex.slice(0, 200)}`) && reason.test(each),
        );
        assert.ok(line, `${name}: ${lines.join("\n")}`);
        assert.match(line ?? "", /in index\.md(?::\d+)? cannot be rendered/);
      }
      assert.ok(Math.max(...lines.map((line) => line.length)) < 500);
      const html = site.read("index.html");
      assert.is(html.match(/<math/g)?.length, 3);
      assert.ok(html.length < 1_000_000, `${html.length} characters`);
      assert.match(html, "\\def\\x{yyy");
    } finally {
      site.remove();
    }
  });
}

test("the formulas of a page have a limit together", async () => {
  const formula = `$\\def\\x{${"y".repeat(2400)}}${"\\x".repeat(19)}$`;
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada", math: true }),
    "index.md": `---\nlayout: page\n---\n${`${formula}\n\n`.repeat(30)}`,
    "next.md": page("Next", `${formula} and $x$`),
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    assert.match(
      output,
      /in index\.md:4 cannot be rendered: the formulas before it have more MathML than the limit of 10,000,000/,
    );
    assert.not.match(output, "in next.md");
    assert.ok(site.read("index.html").length < 12_000_000);
    assert.is(site.read("next/index.html").match(/<math/g)?.length, 2);
  } finally {
    site.remove();
  }
});

test("formulas in publications have limits, for each and for a file", async () => {
  const some = Object.entries(bombs).filter(([name]) => /one long|argument|loop|deep f/.test(name));
  const entry = (id: string, title: string): string =>
    `@article{${id},\n  title = {${title}},\n  year = 2020\n}\n`;
  const heavy = `$${"y".repeat(4000)}$`;
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada" }),
    "index.md": page("Home"),
    "publications.bib": [
      ...some.map(([, [tex]], index) => entry(`b${index}`, `Title $${tex}$`)),
      entry("good", "On $O(n^2)$"),
    ].join("\n"),
    "more.bib": Array.from({ length: 150 }, (_, index) =>
      entry(`h${index}`, `T${index} ${heavy.replace("y", String(index))}`),
    ).join(""),
  });
  site.write({
    "eleventy.config.js": config({ title: "Ada", bibliography: ["publications.bib", "more.bib"] }),
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    // Definitions of commands are left out of a bibliography, so that nothing expands.
    for (const [index, [name]] of some.entries()) {
      if (!/one long|argument|loop/.test(name)) continue;
      assert.match(
        output,
        new RegExp(`indigo: field "title" of publication "b${index}" in publications\\.bib:\\d+ has `),
      );
    }
    assert.match(output, /of publication "h\d+" in more\.bib:\d+ cannot be rendered: the formulas before it/);
    assert.match(site.read("publications/index.html"), /<math.*<mi>O<\/mi>/);
    assert.ok(site.read("publications/index.html").length < 8_000_000);
  } finally {
    site.remove();
  }
});

test.run();
