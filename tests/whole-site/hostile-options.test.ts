import { parseFragment } from "parse5";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { profileLink } from "../../plugin/accounts/links.ts";
import { validateAccount } from "../../plugin/accounts/schema.ts";
import { type ServiceName, services } from "../../plugin/accounts/services.ts";
import { inlineSvg } from "../../plugin/icons/inline-svg.ts";
import { payloads, traversals } from "../support/payloads.ts";
import { config, page, Site } from "../support/site.ts";

// Options whose values go into styles, drawings, addresses and paths rather than into text: what is hostile is refused, or
// can do nothing where it stands.

/** What a build with these options says, which must fail by messages for the author alone. */
async function refusal(options: unknown): Promise<string> {
  const site = new Site({ "eleventy.config.js": config(options), "index.md": page("Home") });
  const { code, output } = await site.buildInProcess();
  site.remove();
  assert.is(code, 1, output);
  assert.not.match(output, /^\s+at .+:\d+/m);
  return output;
}

/** What breaks out of a value of CSS or Sass, or asks another host in it. */
const inStyles = [
  "red; } body { background: url(https://evil.example/x.png)",
  "red) , $theme: (url(https://evil.example/x)",
  "url(https://evil.example/x.png)",
  "#{1 + 1}",
  "expression(hit())",
  "red/*",
  "red\n@import 'https://evil.example/x.css';",
  "image-set('https://evil.example/x.png' 1x)",
  "var(--x, url(https://evil.example/x))",
  "\\75rl(https://evil.example/x)",
  "</style><script>hit()</script>",
  'x", url("https://evil.example/x',
];

const colours = [
  "accent",
  "background",
  "text",
  "heading",
  "strong",
  "muted",
  "line",
  "rule",
  "mark",
  "spoiler",
];

test("a token is a colour, a font or a weight and nothing else", async () => {
  for (let start = 0; start < inStyles.length; start += colours.length - 1) {
    const values = inStyles.slice(start, start + colours.length - 1);
    const given = Object.fromEntries(values.map((value, index) => [colours[index], value]));
    const output = await refusal({ tokens: { ...given, "font-sans": values[0], thin: values[1] } });
    for (const name of [...Object.keys(given), "font-sans", "thin"]) {
      assert.match(output, `option "tokens.${name}" in eleventy.config.js must be`);
    }
  }
});

test("a font has a name, a file of the site and a weight and nothing else", async () => {
  const bad = [...inStyles, ...traversals, "https://evil.example/x.woff2", "//evil.example/x.woff2"];
  const output = await refusal({
    fonts: bad.map((value) => ({ family: value, src: value, weight: value, style: value, use: value })),
  });
  for (const [index, value] of bad.entries()) {
    for (const field of ["src", "weight", "style", "use"]) {
      assert.match(output, `option "fonts[${index}].${field}" in eleventy.config.js`, `${field}: ${value}`);
    }
    if (inStyles.includes(value))
      assert.match(output, `option "fonts[${index}].family" in eleventy.config.js`, value);
  }
});

test("an account is one of its service's, whatever it is called", () => {
  for (const name of Object.keys(services) as ServiceName[]) {
    for (const payload of payloads) {
      const account = validateAccount(name, payload);
      if (typeof account !== "string") continue;
      const { url } = profileLink(name, account);
      const { protocol, host } = new URL(url, "https://site.invalid/");
      assert.ok(/^(https?|mailto):$/.test(protocol), `${name}: ${url}`);
      assert.not.match(host, "evil.example", `${name}: ${url}`);
    }
  }
});

const drawn = '<path d="M0 0h4v4z"/>';
const svg = (inner: string, attributes = ""): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"${attributes}>${inner}</svg>`;

const drawings = [
  ...payloads,
  ...payloads.map((payload) => svg(payload)),
  ...payloads.map((payload) => svg(drawn, ` class="${payload}"`)),
  ...payloads.map((payload) => svg(`<path d="${payload}"/>`)),
  ...payloads.map((payload) => svg(`<path fill="${payload}" d="M0 0"/>`)),
  ...payloads.map((payload) => svg(`<title>${payload}</title>${drawn}`)),
  ...payloads.map((payload) => svg(`<!-- ${payload} -->${drawn}`)),
  ...payloads.map((payload) => svg(`<g style="fill:${payload}">${drawn}</g>`)),
  svg("<foreignObject><img src=x onerror=hit()></foreignObject>"),
  svg('<image href="https://evil.example/x.png"/>'),
  svg('<use href="https://evil.example/x.svg#a"/>'),
  svg('<a href="javascript:hit()"><path d="M0 0"/></a>'),
  svg('<path fill="url(https://evil.example/x.svg#a)" d="M0 0"/>'),
  svg('<path style="fill:url(https://evil.example/x.svg#a)" d="M0 0"/>'),
  svg("<style>@import 'https://evil.example/x.css';</style>"),
  svg('<animate attributeName="href" to="javascript:hit()"/>'),
  svg('<set attributeName="onload" to="hit()"/>'),
  svg(drawn, ' onload="hit()"'),
  `<!DOCTYPE svg [<!ENTITY x "<script>hit()</script>">]>${svg("&x;")}`,
  `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg("<path d='&x;'/>")}`,
  `<?xml-stylesheet href="https://evil.example/x.css"?>${svg(drawn)}`,
  `<svg viewBox='0 0 4 4" onload="hit()'>${drawn}</svg>`,
];

const mayDraw = /^(svg|g|defs|path|circle|rect|ellipse|line|polyline|polygon)$/;

test("a drawing in a page only draws", () => {
  let shown = 0;
  for (const source of drawings) {
    const { markup } = inlineSvg(source);
    if (markup === undefined) continue;
    shown += 1;
    const open = [...parseFragment(markup).childNodes];
    for (let node = open.pop(); node; node = open.pop()) {
      assert.ok("tagName" in node && mayDraw.test(node.tagName), source);
      if (!("attrs" in node)) continue;
      for (const { name, value } of node.attrs) {
        assert.not.match(name, /^(on|href|xlink|style|src)/i, source);
        assert.not.match(value, /url\s*\(|script:|evil\.example/i, source);
      }
      open.push(...node.childNodes);
    }
  }
  assert.ok(shown > payloads.length, `${shown} drawings were shown`);
});

test("a drawing that could do more is shown as a picture", async () => {
  const site = new Site({
    "eleventy.config.js": config({
      title: "Ada",
      social: { "My lab": { url: "/", icon: "assets/x.svg" }, constructor: { url: "/" }, gh: undefined },
    }),
    "index.md": page("Home", "", "home"),
    "assets/x.svg": svg("<script>hit()</script>"),
  });
  try {
    await site.builtInProcess();
    assert.match(site.read("index.html"), '<img class="icon" src="/assets/x.svg" alt="">');
    assert.match(site.read("index.html"), 'aria-label="constructor"');
  } finally {
    site.remove();
  }
});

test("a post may be by an author called as something of JavaScript's", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada", authors: { ada: { name: "Ada" } } }),
    "posts/a.md": '---\ntitle: A\nlayout: post\ntags: posts\nauthor: "constructor"\n---\n',
  });
  const { code, output } = await site.buildInProcess();
  site.remove();
  assert.is(code, 1);
  assert.match(
    output,
    'field "author" in posts/a.md is "constructor", which the option "authors" does not have.',
  );
});

test("data nested beyond measure is refused, not swallowed", async () => {
  const deep = 20_000;
  const values = {
    "publications.yaml": "[".repeat(deep) + "]".repeat(deep),
    "publications.json": '{"a":'.repeat(deep),
    "news.yaml": `${"- ".repeat(deep)}x`,
    "cv.json": `{"work": ${"[".repeat(deep)}${"]".repeat(deep)}}`,
  };
  for (const [name, value] of Object.entries(values)) {
    const option = name.replace(/\..*/, "");
    const site = new Site({
      "eleventy.config.js": config({
        title: "Ada",
        sections: option === "publications" ? {} : { [option]: true },
      }),
      "index.md": "x",
      [name]: value,
    });
    const { code, output } = await site.buildInProcess();
    site.remove();
    assert.is(code, 1, name);
    assert.match(output, `indigo: ${name} has values more than 100 levels deep in one another.`);
  }
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada", sections: { news: true } }),
    "news.yaml": JSON.stringify([{ date: "2024-03-05", text: `${"[".repeat(500)}${"- ".repeat(500)}` }]),
  });
  await site.builtInProcess();
  site.remove();
});

test("text in a heading that looks like an id is in the table of contents", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada" }),
    "index.md": "---\nlayout: page\ntoc: true\n---\n## Of id='a' and *b*\n",
  });
  await site.builtInProcess();
  assert.match(site.read("index.html"), /<a href="#[^"]*">Of id='a' and <em>b<\/em><\/a>/);
  site.remove();
});

test("what is text in a picture's title is text in its caption", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada" }),
    "index.md": '---\nlayout: page\n---\n![a](/a.png "&lt;img src=x onerror=hit()&gt; *b*")\n',
    "a.png": "",
  });
  await site.builtInProcess();
  assert.match(
    site.read("index.html"),
    '<figcaption class="caption">&lt;img src=x onerror=hit()&gt; <em>b</em></figcaption>',
  );
  site.remove();
});

test.run();
