import { suite } from "uvu";
import * as assert from "uvu/assert";
import { decoded } from "../support/decoded.ts";
import { config, Site } from "../support/site.ts";

const test = suite("the keys of Indigo's _config.yml");

const image =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" width="8" height="8"><rect width="8" height="8"/></svg>';
const post = (title: string, day: number, rest = ""): string =>
  `---\nlayout: post\ntitle: ${title}\ndate: 2024-01-0${day}\ncategory: blog\ntags: [x]\nauthor: ada\n${rest}---\nText.\n`;

interface Built {
  home: string;
  post: string;
  about: string;
  css: string;
  has(name: string): boolean;
}

/** Builds a small Indigo site with this _config.yml, options beside it, and hands over its pages. */
async function build(yaml: string, options: Record<string, unknown> = {}): Promise<Built> {
  const site = new Site({
    "eleventy.config.js": config({ config: "_config.yml", ...options }),
    "_config.yml": `permalink: /:title/\n${yaml}`,
    "_posts/2024-01-01-one.md": post("One", 1),
    "_posts/2024-01-02-two.md": post("Two", 2),
    "_posts/2024-01-03-package.md": post(
      "Package",
      3,
      "projects: true\nexternalLink: https://example.com/\n",
    ),
    "about.md":
      "---\ntitle: About\nlayout: page\n---\n{{ site.picture_hd }} {{ site.external-image }} {{ site.mine }} {{ site.twitter }}\n",
    "me.svg": image,
    "large.svg": image,
    "cv.pdf": "%PDF",
  });
  try {
    await site.builtInProcess();
    const css = site.files().find((file) => /^assets\/indigo-[\da-f]{10}\.css$/.test(file)) ?? "";
    return {
      home: site.read("index.html"),
      post: site.read("one/index.html"),
      about: site.read("about/index.html"),
      css: site.read(css),
      has: (
        (files) => (name: string) =>
          files.includes(name)
      )(site.files()),
    };
  } finally {
    site.remove();
  }
}

const navigation = (html: string): string[] =>
  [...html.matchAll(/<li class="item"><a class="link" href="([^"]*)">([^<]*)</g)].map(
    ([, url, label]) => `${label} ${url}`,
  );

test("all of them on", async () => {
  const {
    home,
    post: one,
    about,
    css,
    has,
  } = await build(`title: Edward Hu
bio: Likes noodles
description: His site
external-image: false
picture: me.svg
picture_hd: large.svg
dark-theme: auto
resume: true
resume-external: false
resume-url: cv.pdf
url: https://example.org
analytics-google: UA-123-4
disqus: { shortname: hu, categories: [blog] }
facebook: hu-f
twitter: hu-t
instagram: hu-i
linkedin: hu-l
github: hu-g
email: hu@example.org
authors: { ada: { name: Ada, bio: Counts, picture: me.svg, external-image: false, twitter: ada-t } }
width: large
projects: true
about: true
blog: true
read-time: true
show-tags: true
related: true
post-advance-links: [blog]
show-author: true
animation: true
mine: own
`);
  assert.match(home, '<h1 class="title">Edward Hu</h1>\n<p class="description">Likes noodles</p>');
  assert.match(home, '<meta name="description" content="His site">');
  assert.match(home, '<a class="link" href="/about/"><img class="selfie" src="/me.svg"');
  assert.match(home, 'class="wrapper-large"');
  assert.match(home, 'class="header-home animated"');
  assert.equal(navigation(home), ["Blog /blog/", "Projects /projects/", "About /about/", "Résumé /cv.pdf"]);
  const accounts = [...home.matchAll(/<a class="link" href="([^"]*)" rel="me"/g)].map(([, url = ""]) =>
    decoded(url),
  );
  assert.equal(accounts, [
    "https://facebook.com/hu-f",
    "https://x.com/hu-t",
    "https://instagram.com/hu-i",
    "https://www.linkedin.com/in/hu-l",
    "https://github.com/hu-g",
    "mailto:hu@example.org",
  ]);
  assert.match(css, "prefers-color-scheme");
  assert.match(one, 'class="reading-time"');
  assert.match(one, 'class="post-tags"');
  assert.match(one, 'class="related"');
  assert.match(one, '<a class="next" href="/two/">');
  assert.match(one, '<h2 class="name">Ada</h2>\n<p class="bio">Counts</p>');
  assert.match(one, "%40ada-t");
  assert.match(
    one,
    'data-src="https://hu.disqus.com/embed.js" data-page-url="https://example.org/one/" data-page-identifier="/one"',
  );
  assert.match(one, 'src="https://www.googletagmanager.com/gtag/js?id=UA-123-4"');
  assert.match(about, "<p>large.svg false own hu-t</p>");
  assert.ok(has("cv.pdf") && has("me.svg") && has("large.svg"));
});

test("none of them: Indigo shows nothing that its file does not turn on", async () => {
  const { home, post: one } = await build("title: Edward Hu\nurl: https://example.org\n");
  assert.equal(navigation(home), []);
  for (const part of [
    "reading-time",
    "post-tags",
    "related",
    "blog-navigation",
    'class="author"',
    "disqus",
    "googletagmanager",
  ]) {
    assert.not.match(one, part);
  }
  assert.not.match(home, "animated");
  assert.not.match(home, "social-links");
  assert.match(home, 'class="wrapper-normal"');
});

test("dark-theme and an empty or absent value", async () => {
  const scheme = async (value: string): Promise<string> =>
    /<meta name="color-scheme" content="([^"]*)"/.exec((await build(`title: Hu\n${value}`)).home)?.[1] ?? "";
  assert.is(await scheme("dark-theme: true\n"), "dark");
  assert.is(await scheme("dark-theme: false\n"), "light");
  assert.is(await scheme("description:\nbio: ''\n"), "light");
});

test("a résumé and a picture at another host", async () => {
  const { home, about } = await build(
    "title: Hu\nexternal-image: true\npicture: https://example.com/me.jpg\nresume: true\nresume-external: true\nresume-url: https://example.com/?q=my+resume\n",
  );
  assert.match(home, 'src="https://example.com/me.jpg"');
  assert.equal(navigation(home), ["Résumé https://example.com/?q=my+resume"]);
  assert.match(about, "<p>https://example.com/me.jpg true");
});

test("options beside the file come first", async () => {
  const { home } = await build("title: From the file\nwidth: large\nbio: kept\n", {
    title: "From the options",
    width: "normal",
  });
  assert.match(home, '<h1 class="title">From the options</h1>\n<p class="description">kept</p>');
  assert.match(home, 'class="wrapper-normal"');
});

test.run();
