import { suite } from "uvu";
import * as assert from "uvu/assert";
import { encodedEmails } from "../../plugin/accounts/email.ts";
import { decoded } from "../support/decoded.ts";
import { config, page, Site } from "../support/site.ts";

const test = suite("e-mail addresses");

/** The addresses that a program finds that looks for them in a file. */
const found = (text: string): string[] => text.match(/[\w.+-]+@[\w-]+\.[\w.-]*\w/g) ?? [];

async function build(options: Record<string, unknown>): Promise<Record<string, string>> {
  const site = new Site({
    "eleventy.config.js": config({
      title: "Lab",
      url: "https://lab.example.org",
      author: { name: "Ada", email: "feed@lab.example.org" },
      social: { email: "ada@lab.example.org", mastodon: "@ada@social.example.org" },
      sections: { people: true, cv: true },
      ...options,
    }),
    "index.md": page("Home", "Write to <text@lab.example.org>.", "home"),
    "people.yaml": "- name: Bob\n  social: { email: bob@lab.example.org }\n",
    "cv.yaml": "basics: { name: Ada, email: cv@lab.example.org }\nwork: [{ name: Lab, position: Head }]\n",
    "p.md": "---\ntitle: P\ndate: 2024-01-01\ntags: posts\nlayout: post\n---\nText.\n",
  });
  const { code, output } = await site.buildInProcess();
  const names = ["index.html", "people/index.html", "cv/index.html", "feed.xml"];
  const files = Object.fromEntries(names.map((name) => [name, site.read(name)]));
  site.remove();
  assert.is(code, 0, output);
  return files;
}

test("those of the theme are encoded, and read as before", async () => {
  const files = await build({});
  assert.equal([...new Set(found(files["index.html"] ?? ""))], ["text@lab.example.org"]);
  assert.match(decoded(files["index.html"] ?? ""), 'href="mailto:ada@lab.example.org"');
  assert.match(files["index.html"] ?? "", 'href="https://social.example.org/@ada"');
  assert.equal(found(files["people/index.html"] ?? ""), []);
  assert.match(decoded(files["people/index.html"] ?? ""), 'href="mailto:bob@lab.example.org"');
  assert.equal(found(files["cv/index.html"] ?? ""), []);
  assert.match(decoded(files["cv/index.html"] ?? ""), 'href="mailto:cv@lab.example.org"');
  assert.match(decoded(files["cv/index.html"] ?? ""), ">cv@lab.example.org<");
  assert.match(files["cv/index.html"] ?? "", '"email":"cv\\u0040lab.example.org"');
  assert.equal(found(files["feed.xml"] ?? ""), []);
  assert.match(decoded(files["feed.xml"] ?? ""), "<email>feed@lab.example.org</email>");
});

test("all of them, or none", async () => {
  const all = await build({ emails: "all" });
  assert.equal(found(all["index.html"] ?? ""), []);
  assert.match(
    decoded(all["index.html"] ?? ""),
    '<a href="mailto:text@lab.example.org">text@lab.example.org</a>',
  );
  const plain = await build({ emails: "plain" });
  assert.match(plain["index.html"] ?? "", 'href="mailto:ada@lab.example.org"');
});

/** HTML, and whether it stays as it is. */
const cases: readonly [string, boolean][] = [
  ['<a href="mailto:a@b.example">a@b.example</a>', false],
  ["<a href=mailto:a@b.example?subject=x>x</a>", false],
  ["<p>a.b+c@d.example, and @ada</p>", false],
  ['<script>"a@b.example"</script>', true],
  ["<style>@import url(a@b.example)</style>", true],
  ['<a href="https://a.example/@b.c">x</a>', true],
  ["<p>@ada, a @ b</p>", true],
];

for (const [html, isKept] of cases) {
  test(html, () => {
    const encoded = encodedEmails(html);
    assert.is(encoded === html, isKept);
    assert.is(decoded(encoded), html);
    if (!isKept) assert.equal(found(encoded), []);
  });
}

test("hostile lengths", () => {
  for (const piece of ["<", "<script>@", "a@", "a.", "<a href='mailto:", "@"])
    assert.type(encodedEmails(`@${piece.repeat(50_000)}`), "string");
});

test.run();
