import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { activeParts } from "../../plugin/cli/check/svg-parts.ts";
import { cli, contents } from "../support/cli.ts";
import { processorTime } from "../support/processor-time.ts";
import { config, page, Site } from "../support/site.ts";

const test = suite("check: files of the output");

const root = (body: string, attributes = ""): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="4" height="4"${attributes}>${body}</svg>\n`;

/** SVG files, each with a description of what is active in it. */
const active: Record<string, [source: string | Uint8Array, part: string]> = {
  "a script": [root("<script>alert(1)</script>"), "a <script>"],
  "upper case": [root("<SCRIPT>alert(1)</SCRIPT>"), "a <script>"],
  "a prefix": [root('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'), "a <script>"],
  "an empty script": [root('<script xlink:href="a.js"/>'), "a <script>"],
  "a script that is not closed": [root("<script"), "a <script>"],
  "a script in UTF-16": [new Uint8Array(Buffer.from(`\uFEFF${root("<script/>")}`, "utf16le")), "a <script>"],
  "a script from an entity": [
    `<!DOCTYPE svg [<!ENTITY x "<script>alert(1)</script>">]>${root("&x;")}`,
    "a <script>",
  ],
  "a script from two entities": [
    `<!DOCTYPE svg [<!ENTITY a "script"> <!ENTITY x '&#60;script>'>]>${root("&x;")}`,
    "a <script>",
  ],
  "an entity from a file": [
    `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${root("&x;")}`,
    "an entity from another file",
  ],
  "a handler": [root("", " onload='alert(1)'"), "the attribute onload"],
  "a handler in upper case, after a line break": [
    root("", "\nONLOAD\n=\n'alert(1)'"),
    "the attribute onload",
  ],
  "a handler without quotes": [root("<path/onclick=alert(1) d=''/>"), "the attribute onclick"],
  "an animated handler": [
    root('<set attributeName="onmouseover" to="alert(1)"/>'),
    "an animation of onmouseover",
  ],
  "a link": [root('<a href="javascript:alert(1)"><path d=""/></a>'), "a link that runs a script"],
  "a link with references": [
    root('<a xlink:href=" java&#x73;cript&#58;alert(1)"/>'),
    "a link that runs a script",
  ],
  "a link with a tab": [root('<a xlink:href="java&#9;script:alert(1)"/>'), "a link that runs a script"],
  "a link by an entity": [
    `<!DOCTYPE svg [<!ENTITY j "java"><!ENTITY k "&j;script:">]>${root('<a href="&k;alert(1)"/>')}`,
    "a link that runs a script",
  ],
  "an animated link": [
    root('<a><animate attributeName="href" values="#;javascript:alert(1)"/></a>'),
    "a link that runs a script",
  ],
  "HTML in a URL": [
    root('<a href="data:text/html,<script>alert(1)</script>"/>'),
    "a link that runs a script",
  ],
  HTML: [root("<foreignObject><p>Text</p></foreignObject>"), "a <foreignObject>"],
  "an image": [root('<image href="https://other.example/a.png"/>'), "a reference to another host in href"],
  "an image of the same scheme": [
    root('<image xlink:href="//other.example/a.png"/>'),
    "a reference to another host in href",
  ],
  "a use": [root("<use href='http://other.example/a.svg#x'/>"), "a reference to another host in href"],
  "a file of the reader's": [
    root("<image href='file:///etc/passwd'/>"),
    "a reference to another host in href",
  ],
  "a base": [
    root("<use href='a.svg#x'/>", ' xml:base="https://other.example/"'),
    "a reference to another host in base",
  ],
  "a fill": [root("<path fill=\"url( 'https://other.example/a.svg#x' )\"/>"), "a url() of another host"],
  "a style attribute": [root('<path style="background:URL(//other.example)"/>'), "a url() of another host"],
  "a style": [root("<style>a { background: url(https://other.example) }</style>"), "a url() of another host"],
  "a style in CDATA": [
    root("<style><![CDATA[ @import 'https://other.example/a.css'; ]]></style>"),
    "an @import from another host",
  ],
  "a style with escapes": [
    root("<style>@im\\70ort/**/ url(https:\\2f\\2fother.example)</style>"),
    "a url() of another host",
  ],
  "a style with references": [
    root("<style>@import url(&#104;ttps://other.example)</style>"),
    "a url() of another host",
  ],
  "an image set": [
    root('<style>a { background: image-set("https://other.example/a.png" 1x) }</style>'),
    "an image-set() of another host",
  ],
  "a style sheet": [
    `<?xml-stylesheet type="text/css" href="https://other.example/a.css"?>${root("")}`,
    "a style sheet of another host",
  ],
};

for (const [name, [source, part]] of Object.entries(active)) {
  test(`an SVG is active: ${name}`, () => {
    const parts = activeParts(typeof source === "string" ? Buffer.from(source) : source);
    assert.ok(
      parts.some((each) => each.part === part),
      JSON.stringify(parts),
    );
  });
}

const passive: Record<string, string> = {
  "a drawing": root('<path d="M0 0h4v4z" fill="url(#a)" transform="translate(1)"/>'),
  "an embedded image": root('<image href="data:image/png;base64,iVBORw0KGgo//AAA="/>'),
  "a link to a site": root(
    '<a href="https://other.example/"><text>on=1 url(https://a.example) javascript:</text></a>',
  ),
  "a file of the site": root('<image href="/assets/a.png"/><use href="a.svg#x"/>'),
  comments: root("<!-- <script>alert(1)</script> onload='' --><desc>A script: &lt;script&gt;</desc>"),
  CDATA: root("<desc><![CDATA[<script>alert(1)</script>]]></desc>"),
  "names of editors": `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [<!ENTITY ns "http://ns.adobe.com/">]>${root('<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><cc:Work rdf:resource="http://purl.org/dc/"/></rdf:RDF></metadata>', ' xmlns:i="&ns;"')}`,
  "a style": root(
    '<style>@namespace url(http://www.w3.org/2000/svg); a{font-family:"x";fill:url(#a)}</style>',
  ),
  "attributes like handlers": root('<path one="1" on="1" onto:x="2" data-onload="3"/>').replace(
    ' one="1"',
    "",
  ),
  "no SVG": "just text & more < than > this",
  nothing: "",
};

for (const [name, source] of Object.entries(passive)) {
  test(`an SVG is passive: ${name}`, () => assert.equal(activeParts(Buffer.from(source)), []));
}

test("an SVG is read in linear time", () => {
  const pieces = [
    "<a ",
    "<a b='",
    '"',
    "<!--",
    "<![CDATA[",
    "<?",
    "<!DOCTYPE [",
    "&a;",
    "x",
    " ",
    "a=",
    "<style>url(",
    "<style>/*",
    "<style>image-set(",
    "\\",
    '<a b="url(\\',
    "<?xml-stylesheet href ",
    '<!ENTITY a "',
    "]",
    "<",
    "</",
    "url( ",
  ];
  for (const prefix of ["", "<svg ", "<style>", "<!DOCTYPE svg [", "<a b='"]) {
    for (const piece of pieces) {
      const source = Buffer.from(prefix + piece.repeat(200_000 / piece.length));
      const start = processorTime();
      activeParts(source);
      const time = processorTime() - start;
      assert.ok(time < 6000, `${prefix} ${piece}: ${Math.round(time)} ms`);
    }
  }
  const laughs = Array.from(
    { length: 20 },
    (_, index) => `<!ENTITY e${index} "${`&e${index - 1};`.repeat(10)}">`,
  ).join("");
  const start = processorTime();
  activeParts(Buffer.from(`<!DOCTYPE svg [${laughs}]>${root("&e19;".repeat(1000))}`));
  assert.ok(processorTime() - start < 5000);
});

interface Report {
  faults: { rule: string }[];
  warnings: { rule: string; message: string; file?: string; line?: number }[];
}

const reportOf = (output: string): Report => JSON.parse(output.slice(output.indexOf("{"))) as Report;

test("active SVG files are a warning with file and line, which is no reason to fail", async () => {
  const site = new Site({
    "eleventy.config.js": config(
      { title: "Hu", bio: "A bio" },
      'eleventyConfig.addPassthroughCopy("assets");',
    ),
    "index.md": page("Home"),
    "assets/a.svg": root("\n<path/>\n<script/>\n<path onclick=''/>"),
    "assets/b.SVG": root("<script/>"),
    "assets/c.svg": root("<path/>"),
  });
  const { code, output } = await cli(site.folder, ["check", "--json"]);
  const printed = await cli(site.folder, ["check"]);
  site.remove();
  assert.is(code, 0, output);
  assert.equal(
    reportOf(output).warnings.map(({ rule, file, line }) => `${rule} ${file}:${line}`),
    ["active-svg assets/a.svg:3", "active-svg assets/b.SVG:1"],
  );
  assert.match(printed.output, "assets/a.svg:3  the image has a <script> and the attribute onclick, which");
  assert.match(printed.output, "no faults, 2 warnings.");
});

test("pages of an earlier build are a warning; other files of the output folder are not", async () => {
  for (const output of ["_site", "public/out"]) {
    const site = new Site({
      "eleventy.config.js": `${config({ title: "Hu", bio: "A bio" })}
export const config = { dir: { output: "${output}" } };\n`,
      "index.md": page("Home"),
      "old name.md": page("Old"),
    });
    site.output = output;
    try {
      await site.built();
      site.write({
        "new name.md": site.source("old name.md"),
        [`${output}/mine.html`]: "<p>mine",
        [`${output}/mine.txt`]: "mine",
      });
      rmSync(path.join(site.folder, "old name.md"));
      const before = contents(site.folder);
      const { code, output: json } = await cli(site.folder, ["check", "--json"]);
      assert.equal(contents(site.folder), before);
      assert.is(code, 0, json);
      assert.equal(
        reportOf(json).warnings.map(({ rule, file, message }) => `${rule} ${file} ${message}`),
        [
          `stale-page ${output} 1 page is left from an earlier build: old name/index.html. Delete what is left, or the whole folder with "rm -r ${output}", before you publish it`,
        ],
      );
    } finally {
      site.remove();
    }
  }
});

test("a site whose output is its own folder has no pages of an earlier build", async () => {
  const site = new Site({
    "eleventy.config.js": `${config({ title: "Hu", bio: "A bio" })}
export const config = { dir: { input: "source", output: "." } };\n`,
    "source/index.md": page("Home"),
  });
  mkdirSync(path.join(site.folder, "old"));
  writeFileSync(path.join(site.folder, "old/index.html"), '<link href="/assets/indigo-0123456789.css">');
  const { code, output } = await cli(site.folder, ["check", "--json"]);
  site.remove();
  assert.is(code, 0, output);
  assert.equal(reportOf(output).warnings, []);
});

test.run();
