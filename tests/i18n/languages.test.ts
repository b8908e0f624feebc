import { suite } from "uvu";
import * as assert from "uvu/assert";
import { en } from "../../plugin/i18n/strings/en.ts";
import { knownLanguages, stringsIn } from "../../plugin/i18n/strings/index.ts";
import { config, page, Site } from "../support/site.ts";

const test = suite("languages");

const post = (title: string, date: string, rest = ""): string =>
  `---\ntitle: ${title}\ndate: ${date}\nlayout: post\ntags: [posts, ${title}]\n${rest}---\nText\n`;

/** Builds a site with these options and files, and hands it over with what Eleventy printed. */
async function build(
  options: Record<string, unknown>,
  files: Record<string, string>,
  look: (site: Site, output: string) => void,
): Promise<void> {
  const site = new Site({ "eleventy.config.js": config({ title: "Ada", ...options }), ...files });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    look(site, output);
  } finally {
    site.remove();
  }
}

for (const language of knownLanguages) {
  test(`${language} has every word of the theme, and no place for a value less`, () => {
    const { strings, missing } = stringsIn(language);
    assert.equal(missing, []);
    const places = (words: object): string[] =>
      Object.entries(words).flatMap(([key, word]) =>
        typeof word === "string"
          ? [`${key} ${[...word.matchAll(/%\d/g)].map(([place]) => place).sort()}`]
          : places(word),
      );
    assert.equal(places(strings), places(en));
  });
}

test("a language sets lang, dir, words and dates", async () => {
  const files = { "index.md": page("x", "", "home"), "p.md": post("Beitrag", "2024-03-05") };
  await build({ language: "de", timeZone: "Europe/Berlin" }, files, (site, output) => {
    assert.not.match(output, "indigo:");
    assert.match(site.read("index.html"), '<html lang="de" dir="ltr">');
    assert.match(site.read("p/index.html"), "Dienstag, 5. März 2024");
    assert.match(site.read("blog/index.html"), ">Startseite</a>");
  });
  await build({ language: "ar" }, files, (site) => {
    assert.match(site.read("index.html"), '<html lang="ar" dir="rtl">');
  });
});

test("a tag with a region has the words of its language", async () => {
  await build({ language: "pt-BR" }, { "about.md": page("Sobre") }, (site, output) => {
    assert.not.match(output, "indigo:");
    assert.match(site.read("about/index.html"), '<html lang="pt-BR" dir="ltr">');
    assert.match(site.read("about/index.html"), ">Início</a>");
  });
});

test("words that a language lacks are English, and the author is told once", async () => {
  const files = { "about.md": page("Over"), "x.md": page("X") };
  await build({ language: "nl", strings: { home: "Begin" } }, files, (site, output) => {
    assert.match(site.read("about/index.html"), ">Begin</a>");
    assert.match(site.read("about/index.html"), ">Skip to content</a>");
    assert.is(output.split("indigo:").length - 1, 1, output);
    assert.match(
      output,
      /indigo: "nl" lacks \d+ UI strings, which stay English: blog, .* and \d+ more\. Set them with the option "strings"\.$/m,
    );
  });
  await build({ languages: { nl: {} } }, {}, (_, output) => {
    assert.match(output, ' more. Set them with the option "languages.nl.strings".');
  });
});

const bilingual = {
  "about.md": page("About"),
  "fr/about.md": page("À propos", "{{ site.title }}: {{ site.strings.home }}"),
  "only.md": page("Only in English"),
  "p.md": post("Hello", "2024-03-05", "translationKey: hello\n"),
  "fr/q.md": post("Bonjour", "2024-03-06", "translationKey: hello\n"),
};
const twoLanguages = {
  url: "https://ada.example",
  about: true,
  languages: { fr: { title: "Le site d’Ada", bio: "Mathématicienne" } },
};

test("a second language has its own words, pages, lists and feed", async () => {
  await build(twoLanguages, bilingual, (site) => {
    const about = site.read("fr/about/index.html");
    assert.match(about, '<html lang="fr" dir="ltr">');
    assert.match(about, "<p>Le site d’Ada: Accueil</p>");
    assert.match(about, '<a class="link" href="/fr/">Accueil</a>');
    assert.match(about, 'href="/fr/feed.xml"');
    const home = site.read("fr/index.html");
    assert.match(home, '<h1 class="title">Le site d’Ada</h1>');
    assert.match(home, '<p class="description">Mathématicienne</p>');
    assert.match(home, 'class="nav-home"');
    const blog = site.read("fr/blog/index.html");
    assert.match(blog, "Bonjour");
    assert.not.match(blog, "Hello");
    assert.not.match(site.read("blog/index.html"), "Bonjour");
    assert.match(site.read("fr/q/index.html"), 'href="/fr/tags/#bonjour"');
    assert.match(site.read("fr/feed.xml"), "<title>Bonjour</title>");
    assert.not.match(site.read("feed.xml"), "<title>Bonjour</title>");
    assert.match(site.read("sitemap.xml"), "<loc>https://ada.example/fr/q/</loc>");
    assert.match(site.read("sitemap.xml"), "<loc>https://ada.example/fr/blog/</loc>");
  });
});

test("translations are linked by their address or their key, for readers and search engines", async () => {
  await build(twoLanguages, bilingual, (site) => {
    const alternates = (file: string): string[] =>
      [...site.read(file).matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(
        ([, tag, url]) => `${tag} ${url}`,
      );
    const about = [
      "en https://ada.example/about/",
      "x-default https://ada.example/about/",
      "fr https://ada.example/fr/about/",
    ];
    assert.equal(alternates("about/index.html"), about);
    assert.equal(alternates("fr/about/index.html"), about);
    assert.equal(alternates("fr/q/index.html"), [
      "en https://ada.example/p/",
      "x-default https://ada.example/p/",
      "fr https://ada.example/fr/q/",
    ]);
    assert.equal(alternates("only/index.html"), []);
    assert.match(
      site.read("about/index.html"),
      '<a class="link" href="/fr/about/" hreflang="fr" lang="fr" dir="ltr">Français</a>',
    );
    assert.match(site.read("fr/about/index.html"), ">English</a>");
    assert.not.match(site.read("only/index.html"), "translations");
  });
});

test("a single page in another language says so", async () => {
  const files = { "about.md": page("About"), "de.md": "---\ntitle: Eins\nlayout: page\nlang: de\n---\nx\n" };
  await build({}, files, (site) => {
    assert.match(site.read("de/index.html"), '<html lang="de" dir="ltr">');
    assert.match(site.read("de/index.html"), ">Zum Inhalt</a>");
    assert.match(site.read("about/index.html"), '<html lang="en" dir="ltr">');
  });
});

test("what an author's own data adds to site stays in every language", async () => {
  const files = {
    ...bilingual,
    "_data/site.json": '{"motto":"Calculemus"}',
    "fr/x.md": page("X", "{{ site.motto }}"),
  };
  await build(twoLanguages, files, (site) => {
    assert.match(site.read("fr/x/index.html"), "<p>Calculemus</p>");
  });
});

test.run();
