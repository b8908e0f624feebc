import { suite } from "uvu";
import * as assert from "uvu/assert";
import { failsToBuild } from "../support/fails.ts";
import { config, page, Site } from "../support/site.ts";

const test = suite("the footer and tags of verification");

async function build(options: Record<string, unknown>): Promise<(name: string) => string> {
  const site = new Site({
    "eleventy.config.js": config({ title: "Lab", url: "https://lab.example.org", ...options }),
    "about.md": page("About"),
    "de/about.md": page("Über"),
  });
  const { code, output } = await site.buildInProcess();
  const pages = new Map(
    site
      .files()
      .filter((name) => name.endsWith(".html"))
      .map((name) => [name, site.read(name)]),
  );
  site.remove();
  assert.is(code, 0, output);
  return (name) => pages.get(name) ?? "";
}

const footerOf = (html: string): string => /<footer[\s\S]*<\/footer>/.exec(html)?.[0] ?? "";

test("license, links and credit, in each language", async () => {
  const read = await build({
    footer: { license: "cc by-sa 4.0", links: [{ label: "Imprint <a>", url: "/imprint/" }], credit: false },
    languages: { de: { footer: { links: [{ label: "Impressum", url: "/de/impressum/" }] } } },
  });
  const [english, german] = [footerOf(read("about/index.html")), footerOf(read("de/about/index.html"))];
  assert.match(
    english,
    '<a class="link" rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/">CC BY-SA 4.0</a>',
  );
  assert.match(english, '<a class="link" href="/imprint/">Imprint &lt;a&gt;</a>');
  assert.not.match(english, "sergiokopplin");
  assert.match(read("about/index.html"), '"license":"https://spdx.org/licenses/CC-BY-SA-4.0"');
  assert.match(german, '<a class="link" href="/de/impressum/">Impressum</a>');
  assert.not.match(german, "license");
  assert.match(german, "sergiokopplin");
});

test("a license by its URL", async () => {
  const read = await build({ footer: { license: "https://lab.example.org/terms" } });
  assert.match(
    read("about/index.html"),
    '<a class="link" rel="license" href="https://lab.example.org/terms">https://lab.example.org/terms</a>',
  );
});

test("codes of verification are on the home page only", async () => {
  const read = await build({ verification: { google: "abc_1", pinterest: "def" } });
  assert.match(read("index.html"), '<meta name="google-site-verification" content="abc_1">');
  assert.match(read("index.html"), '<meta name="p:domain_verify" content="def">');
  assert.not.match(read("about/index.html"), "verif");
});

/** Options, and the message that they give. */
const mistakes: readonly [object, string][] = [
  [
    { footer: { license: "CC-BY-4" } },
    'option "footer.license" in eleventy.config.js must be an identifier of SPDX such as "CC-BY-4.0", or a URL, but it is "CC-BY-4".',
  ],
  [{ footer: { link: [] } }, 'unknown option "footer.link" in eleventy.config.js. Did you mean "links"?'],
  [{ footer: { links: [{ label: "A" }] } }, 'missing option "footer.links[0].url" in eleventy.config.js.'],
  [
    { footer: { links: [{ label: "A", url: "javascript:a()" }] } },
    'option "footer.links[0].url" in eleventy.config.js must be a URL such as "https://example.org/", "mailto:me@example.org" or "/blog/", but it is "javascript:a()".',
  ],
  [
    { footer: { credit: "no" } },
    'option "footer.credit" in eleventy.config.js must be true or false, but it is "no".',
  ],
  [
    { verification: { google: "<meta>" } },
    'option "verification.google" in eleventy.config.js must be the code alone, which is the value of "content" in the tag that the service shows, but it is "<meta>".',
  ],
  [
    { verification: { gogle: "a" } },
    'unknown option "verification.gogle" in eleventy.config.js. Did you mean "google"?',
  ],
];

for (const [options, message] of mistakes) {
  test(JSON.stringify(options), async () => {
    await failsToBuild(
      { "eleventy.config.js": config({ title: "Lab", ...options }), "about.md": page("About") },
      [message],
    );
  });
}

test.run();
