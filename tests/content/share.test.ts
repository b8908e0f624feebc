import { suite } from "uvu";
import * as assert from "uvu/assert";
import { failsToBuild } from "../support/fails.ts";
import { config, Site } from "../support/site.ts";

const test = suite("links to share a post");

const title = 'Äpfel & "Birnen" + 50 %: a < b #1?';

const post = (fields: string): string =>
  `---\nlayout: post\ntags: posts\ndate: 2024-03-05\n${fields}\n---\nText.\n`;

async function build(settings: object, use: (html: string, site: Site) => void): Promise<void> {
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada", url: "https://example.org", ...settings }),
    "a.md": post(`title: ${JSON.stringify(title)}`),
    "de/a.md": post("title: Eins"),
    "ja/a.md": post("title: 一"),
  });
  try {
    await site.builtInProcess();
    use(site.read("a/index.html"), site);
  } finally {
    site.remove();
  }
}

const services = [
  "x",
  "facebook",
  "linkedin",
  "bluesky",
  "mastodon",
  { mastodon: "https://Fedi.example.org/" },
  "email",
];

const nav = (html: string): string => /<nav class="share-quiet".*?<\/nav>/s.exec(html)?.[0] ?? "";

const linksOf = (html: string): { url: URL; rel: string | undefined; text: string }[] =>
  [...nav(html).matchAll(/<a href="([^"]*)"(?: rel="(\w+)")?>(.*?)<\/a>/gs)].map(
    ([, url = "", rel, inner = ""]) => ({
      url: new URL(url.replaceAll("&amp;", "&")),
      rel,
      text: inner.replaceAll(/<svg.*<\/svg>/gs, ""),
    }),
  );

test("quiet links are a list with a name, in the order of the option, without an author below the post", async () => {
  await build({ share: services, shareStyle: "quiet" }, (html) => {
    const links = linksOf(html);
    assert.equal(
      links.map(({ text }) => text),
      ["X", "Facebook", "LinkedIn", "Bluesky", "Mastodon", "Mastodon", "E-mail"],
    );
    assert.equal(
      links.map(({ rel }) => rel),
      [...Array<string>(6).fill("nofollow"), undefined],
    );
    assert.match(
      nav(html),
      '<nav class="share-quiet" aria-labelledby="indigo-share">\n<span id="indigo-share">Share</span>\n<ul>',
    );
    assert.not.match(html, 'class="share"');
    assert.match(html, "indigo-variants");
  });
});

test("every value is encoded, with spaces that each service reads", async () => {
  await build({ share: services, shareStyle: "quiet" }, (html) => {
    const [x, facebook, linkedin, bluesky, mastodon, server, email] = linksOf(html).map(({ url }) => url);
    const url = "https://example.org/a/";
    const text = `${title} by Ada`;
    assert.equal([x?.searchParams.get("text"), x?.searchParams.get("url")], [text, url]);
    assert.is(facebook?.searchParams.get("u"), url);
    assert.is(linkedin?.searchParams.get("url"), url);
    for (const link of [bluesky, mastodon, server]) {
      assert.is(link?.searchParams.get("text"), `${text} ${url}`);
      assert.not.match(link?.search ?? "", "+");
    }
    assert.is(`${bluesky?.origin}${bluesky?.pathname}`, "https://bsky.app/intent/compose");
    assert.is(mastodon?.host, "share.joinmastodon.org");
    assert.is(`${server?.origin}${server?.pathname}`, "https://fedi.example.org/share");
    assert.equal(
      [...new URLSearchParams(email?.search)],
      [
        ["subject", title],
        ["body", url],
      ],
    );
    assert.not.match(email?.search ?? "", "+");
  });
});

test("names are in the language of the page", async () => {
  const languages = { de: { title: "Ada" }, ja: { title: "Ada" } };
  await build({ share: ["email"], shareStyle: "quiet", languages }, (_, site) => {
    for (const [file, share, email] of [
      ["de/a/index.html", "Teilen", "E-Mail"],
      ["ja/a/index.html", "シェア", "メール"],
    ] as const) {
      assert.match(nav(site.read(file)), `<span id="indigo-share">${share}</span>`);
      assert.equal(
        linksOf(site.read(file)).map(({ text }) => text),
        [email],
      );
    }
  });
});

test("links in Indigo's look stay next to the author, and none are where nobody can be sent", async () => {
  const authors = { ada: { name: "Ada" } };
  await build({ share: ["x", "email"], authors }, (html) => {
    assert.match(html, '<div class="share"><a class="twitter"');
    assert.match(html, '<span>Share</span><span class="visually-hidden"> by e-mail</span>');
    assert.not.match(html, /share-quiet|indigo-variants/);
  });
  await build({ share: [], shareStyle: "quiet" }, (html) => assert.is(nav(html), ""));
  await build({ url: undefined, shareStyle: "quiet" }, (html) => assert.is(nav(html), ""));
});

const fails = (name: string, share: unknown, message: string): void =>
  void test(name, async () => {
    await failsToBuild({ "eleventy.config.js": config({ title: "A", share }) }, [message]);
  });

fails(
  "a service that does not exist",
  ["blusky"],
  'option "share[0]" in eleventy.config.js must be one of "x", "facebook", "linkedin", "bluesky", "mastodon" or "email", but it is "blusky". Did you mean "bluesky"?',
);
fails(
  "a server that is no host",
  [{ mastodon: "@ada@mastodon.social" }],
  'option "share[0].mastodon" in eleventy.config.js must be the host of a Mastodon server such as "mastodon.social", but it is "@ada@mastodon.social".',
);
fails(
  "a server of another service",
  [{ mastodn: "mastodon.social" }],
  'unknown option "share[0].mastodn" in eleventy.config.js. Did you mean "mastodon"?',
);

test.run();
