import type { Browser } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { en } from "../../plugin/i18n/strings/en.ts";
import { link } from "../../plugin/utils/schema-values.ts";
import { accepted, attack, frontMatter, parts } from "../support/attack.ts";
import { launchBrowser } from "../support/browser.ts";
import { payloads } from "../support/payloads.ts";
import { config, Site } from "../support/site.ts";

// What the plugin makes of Markdown and of the words around it. An author's own HTML in Markdown is theirs; what is
// tested is what the plugin's renderers make of values that are no HTML.

const test = suite<{ browser: Browser }>("hostile writing");

test.before(async (context) => {
  context.browser = await launchBrowser();
});

test.after(({ browser }) => browser.close());

const [first, second, third, fourth] = parts;

/** Payloads that stand in one line of Markdown. */
const inLine = payloads.filter((payload) => payload.length < 300 && !/[\n\r\0]/.test(payload));

/** A text in Markdown as it stands, with no sign that means something. */
const plain = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>()#+\-.!|"'~:^$&%=@/]/g, "\\$&");

/** Words of the theme, each a payload; forms of dates and what takes a value stay so. */
const words = (own: object): object =>
  Object.fromEntries(
    Object.entries(own).map(([key, word], index) => [
      key,
      typeof word === "string" ? `${word} ${parts[index % parts.length]}` : words(word),
    ]),
  );

test("in words, languages, navigation and links of one's own", async ({ browser }) => {
  const labels = Object.fromEntries(
    payloads.map((payload) => [payload, { url: accepted(link, payload) ?? "/", profile: true }]),
  );
  const site = new Site({
    "eleventy.config.js": `import indigo from "eleventy-plugin-indigo";
export default (c) => { c.addPlugin(indigo, JSON.parse(${JSON.stringify(
      JSON.stringify({
        title: first,
        bio: second,
        url: "https://ada.example",
        strings: words(en),
        languages: {
          fr: { title: third, bio: fourth, strings: words(en), navigation: [{ label: first, url: "/" }] },
        },
        navigation: [
          "home",
          { page: "blog", label: second },
          ...payloads.map((label) => ({ label, url: accepted(link, label) ?? "/" })),
        ],
        social: labels,
        search: true,
        toc: true,
        themeSwitch: true,
      }),
    )})); };`,
    "index.md": frontMatter({ layout: "home", nav: { label: first, order: 1 }, translationKey: first }),
    "fr/index.md": frontMatter({ layout: "home", nav: second, translationKey: first }),
    "blog/own.md": frontMatter({ layout: "page", title: third, nav: true, translationKey: "__proto__" }),
    "fr/own.md": frontMatter({ layout: "page", title: fourth, nav: true, translationKey: "__proto__" }),
    ...Object.fromEntries(
      [first, second, third, fourth].map((title, index) => [
        `posts/p${index}.md`,
        frontMatter({ layout: "post", date: "2024-03-05", tags: ["posts", title, third], title, toc: true }),
      ]),
    ),
  });
  try {
    await site.built();
    const own = /^<script( type="module")? src="\/assets\/indigo-[\w-]+\.js"/;
    const { findings } = await attack(browser, site, { own });
    assert.equal(findings.slice(0, 10), []);
  } finally {
    site.remove();
  }
});

test("in headings, notes, callouts, captions, pictures and code", async ({ browser }) => {
  const blocks = inLine.map((payload, index) => {
    const text = plain(payload);
    const inTitle = payload.replaceAll(/["\\<{]/g, (sign) => (sign === "{" ? "&#123;" : `\\${sign}`));
    return [
      `## ${text}`,
      `> [!NOTE]\n> ${text}`,
      `Text[^${index}] with ^[${text}].\n\n[^${index}]: ${text}`,
      `![${text}](/a.svg "${inTitle}")`,
      `[![${text}](/a.svg "${inTitle}")](/ "${inTitle}")`,
      `| ${text} | b |\n|---|---|\n| ${text} | c |`,
      `Word ${index}\n: ${text}`,
      `\`\`\`${payload.replaceAll(/[`\s]/g, "")}\n${payload.replaceAll("```", "")}\n\`\`\``,
    ].join("\n\n");
  });
  const callouts = JSON.stringify(inLine);
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada", url: "https://ada.example", toc: true, images: true }),
    "a.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"/>',
    "index.md": `---\nlayout: page\ntoc: true\ntemplateEngineOverride: md\n---\n${blocks.join("\n\n")}\n`,
    "callouts.njk": `---\nlayout: page\nblocks: ${callouts}\n---\n{% for each in blocks %}{% callout "note", each %}Text{% endcallout %}{% endfor %}`,
  });
  try {
    await site.built();
    const { findings } = await attack(browser, site);
    assert.equal(findings.slice(0, 10), []);
    const html = site.read("index.html");
    assert.ok((html.match(/<figcaption/g)?.length ?? 0) > 200);
    assert.ok((html.match(/role="doc-noteref"/g)?.length ?? 0) > 200);
  } finally {
    site.remove();
  }
});

/** What LaTeX has for links, pictures, attributes and macros. */
const formulas = [
  ...inLine.filter((payload) => !/[$]/.test(payload)).map((payload) => `\\text{${payload}}`),
  ...inLine.filter((payload) => !/[$]/.test(payload)),
  ...["javascript:hit()", "https://evil.example/x.png"].flatMap((address) => [
    `\\href{${address}}{x}`,
    `\\url{${address}}`,
    `\\includegraphics[width=1em]{${address}}`,
    `\\def\\a{\\href{${address}}}\\a{x}`,
  ]),
  ...["onclick=hit()", "style=background:url(https://evil.example/x)", "onerror=hit() src=x"].flatMap(
    (value) => [
      `\\htmlData{${value}}{x}`,
      `\\htmlStyle{${value}}{x}`,
      `\\htmlClass{" ${value} x="}{x}`,
      `\\htmlId{" ${value} x="}{x}`,
      `\\class{" ${value} x="}{x}`,
      `\\id{" ${value} x="}{x}`,
      `\\data{${value}}{x}`,
      `\\color{red" ${value} x="}x`,
      `\\textcolor{red" ${value} x="}{x}`,
      `\\colorbox{red;background:url(https://evil.example/x)" ${value} x="}{x}`,
      `x \\tag{" ${value}>}`,
      `\\label{a" ${value} x="}x`,
      `\\ref{a" ${value} x="}`,
      `\\rule{1em" ${value} x="}{1em}`,
      `\\operatorname{<img src=x onerror=hit()>}`,
    ],
  ),
  "\\def\\a{\\a\\a}\\a",
  "\\def\\a#1{#1#1#1#1}\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{x}}}}}}}}}}",
  `\\def\\a{xxxxxxxx}${[..."bcdefghijklmnop"].map((name, index) => `\\edef\\${name}{${`\\${"abcdefghijklmno"[index]}`.repeat(8)}}`).join("")}\\p`,
  "\\gdef\\a{\\gdef\\a{\\a\\a}\\a\\a}\\a",
  "\\newcommand{\\a}[1]{\\a{#1#1}}\\a{x}",
  "{".repeat(5000),
  `${"{".repeat(5000)}x${"}".repeat(5000)}`,
  "\\frac".repeat(3000),
  "\\rule{9999999em}{9999999em}",
];

test("in formulas, which end however they grow", async ({ browser }) => {
  const text = formulas.map((formula) => `A $${formula}$ b.\n\n$$\n${formula}\n$$`).join("\n\n");
  const site = new Site({
    "eleventy.config.js": config({
      title: "Ada",
      math: { macros: { "\\evil": "\\href{javascript:hit()}{x}" } },
    }),
    "index.md": `---\nlayout: page\ntemplateEngineOverride: md\n---\n$\\evil$\n\n${text}\n`,
    "publications.yaml": JSON.stringify(
      formulas
        .slice(-40)
        .map((formula, index) => ({ id: `a${index}`, title: `On $${formula}$`, venue: "V", year: 2020 })),
    ),
    "more.bib": formulas
      .slice(-40)
      .filter((formula) => formula.split("{").length === formula.split("}").length)
      .map((formula, index) => `@article{b${index}, title = {On $${formula}$}, journal = {V}, year = 2020}`)
      .join("\n"),
  });
  site.write({
    "eleventy.config.js": config({
      title: "Ada",
      math: { macros: { "\\evil": "\\href{javascript:hit()}{x}" } },
      bibliography: ["publications.yaml", "more.bib"],
      bibliographyErrors: "warn",
    }),
  });
  try {
    const start = Date.now();
    await site.built();
    assert.ok(Date.now() - start < 60_000, "formulas must not hold up a build");
    const { findings } = await attack(browser, site);
    assert.equal(findings.slice(0, 10), []);
  } finally {
    site.remove();
  }
});

const diagrams = [
  'graph TD; A["<img src=x onerror=hit()>"] --> B["<script>hit()</script>"]',
  'graph TD; A-->B; click A "javascript:hit()"',
  "graph TD; A-->B; click A call hit()",
  "graph TD; A-->B; click A hit",
  '%%{init: {"securityLevel": "loose", "flowchart": {"htmlLabels": true}}}%%\ngraph TD; A["<img src=x onerror=hit()>"]',
  '%%{init: {"themeCSS": "} @import url(https://evil.example/x.css); * { background: url(https://evil.example/x.png)"}}%%\ngraph TD; A-->B',
  '%%{init: {"fontFamily": "x; background: url(https://evil.example/x.png)"}}%%\ngraph TD; A-->B',
  '%%{init: {"theme": "base", "themeVariables": {"primaryColor": "red; background: url(https://evil.example/x.png)"}}}%%\ngraph TD; A-->B',
  '%%{init: {"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}}%%\ngraph TD; A-->B',
  '---\nconfig:\n  securityLevel: loose\n---\ngraph TD; A["<svg onload=hit()>"]',
  ...["actorFontFamily", "noteFontFamily", "messageFontFamily"].map(
    (name) =>
      `%%{init: {"sequence": {"${name}": "x; background: url(https://evil.example/x.png)"}}}%%\nsequenceDiagram\nA->>B: x\nNote over A: y`,
  ),
  '%%{init: {"altFontFamily": "x; background: url(https://evil.example/x.png)"}}%%\ngraph TD; A-->B',
  "graph TD; A-->B; style A fill:url(https://evil.example/x.png)",
  "graph TD; A-->B; classDef x fill:url(https://evil.example/x.png)\nclass A x",
  "sequenceDiagram\nA->>B: <img src=x onerror=hit()>\nlink A: x @ javascript:hit()",
  'classDiagram\nclass A["<img src=x onerror=hit()>"]\nclick A href "javascript:hit()"',
  'pie title <img src=x onerror=hit()>\n"<img src=x onerror=hit()>" : 3',
  'gantt\ntitle <img src=x onerror=hit()>\nsection a\nb : c, 2024-01-01, 1d\nclick c href "javascript:hit()"',
  "mindmap\n  root((<img src=x onerror=hit()>))",
  "journey\ntitle <img src=x onerror=hit()>\nsection a\nb: 5: <script>hit()</script>",
  "stateDiagram-v2\nA : <img src=x onerror=hit()>\nA --> B",
  'erDiagram\nA ||--o{ B : "<img src=x onerror=hit()>"',
  'graph TD; A["$$\\href{javascript:hit()}{x}$$"]',
  ...inLine.filter((payload) => !payload.includes("```")).slice(0, 30),
];

test("in diagrams, drawn by the browser", async ({ browser }) => {
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada", mermaid: true }),
    ...Object.fromEntries(
      diagrams.map((_, index) => [
        `d${index % 8}.md`,
        `---\nlayout: page\ntemplateEngineOverride: md\n---\n${diagrams
          .filter((_, each) => each % 8 === index % 8)
          .map((each) => `\`\`\`mermaid\n${each}\n\`\`\``)
          .join("\n\n")}\n`,
      ]),
    ),
  });
  try {
    await site.built();
    const own = /^<script src="\/assets\/(mermaid-[\d.]+\.min|indigo-diagrams-\w+)\.js" defer/;
    const { findings } = await attack(browser, site, {
      own,
      use: async (page, at) => {
        if (at.startsWith("d"))
          await page.waitForFunction(() =>
            [...document.querySelectorAll("pre.mermaid")].every((each) =>
              each.hasAttribute("data-processed"),
            ),
          );
      },
    });
    assert.equal(findings.slice(0, 10), []);
  } finally {
    site.remove();
  }
});

test("in what a search finds", async ({ browser }) => {
  const found = payloads.filter((payload, index) => index % 3 === 0 && payload.length < 300);
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada", search: true }),
    "search.md": "---\nlayout: search\npermalink: /search/\n---\n",
    ...Object.fromEntries(
      found.map((payload, index) => [
        `posts/p${index}.njk`,
        `---\n${JSON.stringify({ layout: "post", tags: "posts", date: "2024-03-05", title: `needle ${payload}`, text: `haystack ${payload} needle` })}\n---\n<p>{{ text }}</p>`,
      ]),
    ),
  });
  const shown: string[] = [];
  try {
    await site.built();
    const own = /^<script type="module" src="\/assets\/indigo-search-\w+\.js"/;
    const { findings } = await attack(browser, site, {
      own,
      use: async (page, at) => {
        if (at !== "search/") return;
        await page.fill("#search-field", "needle");
        await page.waitForSelector(".search-results .found .item");
        const more = page.locator(".search-results .more");
        while (await more.isVisible()) {
          const before = await page.locator(".found .item").count();
          await more.click();
          await page.waitForFunction(
            (count) => document.querySelectorAll(".found .item").length > count,
            before,
          );
        }
        shown.push(...(await page.locator(".found .item .title").allTextContents()));
        const inside = await page.locator(".found .title *, .found .excerpt :not(mark)").count();
        assert.is(inside, 0, "a result holds elements of its own");
      },
    });
    assert.equal(findings.slice(0, 10), []);
    assert.ok(shown.length >= found.length, `${shown.length} of ${found.length} were found`);
    assert.ok(
      shown.some((title) => title.includes("<script>hit()</script>")),
      shown[0] ?? "",
    );
  } finally {
    site.remove();
  }
});

test.run();
