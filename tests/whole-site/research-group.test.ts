import { parse } from "parse5";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { ar } from "../../plugin/i18n/strings/ar.ts";
import { en } from "../../plugin/i18n/strings/en.ts";
import type { Site } from "../support/site.ts";
import { researchGroup } from "../support/whole-sites.ts";

const test = suite<{ site: Site; output: string }>("a research group's site in Arabic");

test.before(async (context) => {
  context.site = researchGroup();
  const { code, output } = await context.site.build();
  if (code !== 0) throw new Error(output);
  context.output = output;
});

test.after(({ site }) => site.remove());

const pageFile = (address: string): string => (address.endsWith("html") ? address : `${address}index.html`);

/** Every word of a tree of the theme's words, by itself. */
const wordsOf = (tree: object): string[] =>
  Object.values(tree).flatMap((word: string | object) => (typeof word === "string" ? [word] : wordsOf(word)));

interface Node {
  nodeName: string;
  value?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
}

/**
 * What readers of a page see or hear: its text, and the attributes that are shown, read aloud or handed to a script for
 * that. Code is the same in any language, and references are in that of their style.
 */
function texts(node: Node): string[] {
  if (["script", "style", "pre", "code"].includes(node.nodeName)) return [];
  if (node.attrs?.some(({ name, value }) => name === "class" && value === "citations")) return [];
  if (node.nodeName === "#text") return [node.value ?? ""];
  const said = (node.attrs ?? []).filter(({ name }) =>
    /^(aria-label|title|alt|placeholder|data-(searching|found|nothing|failed))$/.test(name),
  );
  return [...said.map(({ value }) => value), ...(node.childNodes ?? []).flatMap(texts)];
}

test("builds without a word of what is wrong, also of its colours", ({ output }) => {
  assert.not.match(output, "indigo:");
});

test("says no English word of the theme's on its pages in Arabic", ({ site }) => {
  const same = new Set(wordsOf(ar));
  const english = wordsOf(en)
    .filter(
      (word) => !same.has(word) && word !== en.shortDate && word !== en.longDate && word !== en.monthDate,
    )
    // What stands around the places for values.
    .flatMap((word) => word.split(/%\d/))
    .map((word) => word.trim().replace(/[:.]$/, ""))
    .filter((word) => /^\p{L}.+\p{L}$/u.test(word));
  assert.ok(english.length > 90, `${english.length} words`);
  const any = new RegExp(
    `(?<!\\p{L})(?:${english.map((word) => word.replaceAll(/[.*+?^$()|[\]\\{}]/g, "\\$&")).join("|")})(?!\\p{L})`,
    "giu",
  );
  const found = site
    .pages()
    .filter((address) => !address.startsWith("en/"))
    .flatMap((address) => {
      const text = texts(parse(site.read(pageFile(address))) as unknown as Node)
        .join("\n")
        // The kind of a thesis, as the source of a publication has it.
        .replaceAll("PhD thesis", "")
        // Addresses.
        .replaceAll(/[\w.@-]*example\.org/g, "");
      return [...text.matchAll(any)].map(
        ({ 0: word, index }) =>
          `/${address} says "${word}" in: ${text.slice(Math.max(0, index - 20), index + 30)}`,
      );
    });
  assert.equal(found, []);
});

test("is in Arabic and from right to left, but for its pages in English", ({ site }) => {
  for (const address of site.pages()) {
    const language = address.startsWith("en/") ? '<html lang="en" dir="ltr">' : '<html lang="ar" dir="rtl">';
    assert.match(site.read(pageFile(address)), language, address);
  }
});

test("has everything under its prefix, once", ({ site }) => {
  for (const address of site.pages()) {
    const html = site.read(pageFile(address));
    const own = [...html.matchAll(/ (?:href|src)="(\/[^"]*)"/g)].map(([, url = ""]) => url);
    assert.ok(own.length > 5, address);
    for (const url of own) assert.match(url, /^\/lab\/(?!lab\/)/, address);
  }
});

test("links a page with its translation, for readers and search engines", ({ site }) => {
  const alternates = (address: string): string[] =>
    [...site.read(pageFile(address)).matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(
      ([, tag, url]) => `${tag} ${url?.replace("https://university.example.org/lab", "")}`,
    );
  for (const [arabic, english] of [
    ["", "en/"],
    ["about/", "en/about/"],
    ["join/", "en/join-us/"],
    ["posts/entropy/", "en/posts/entropy/"],
    ["people/", "en/people/"],
  ] as const) {
    const both = [`ar /${arabic}`, `x-default /${arabic}`, `en /${english}`];
    assert.equal(alternates(arabic), both);
    assert.equal(alternates(english), both);
    assert.match(
      site.read(pageFile(arabic)),
      `<a class="link" href="/lab/${english}" hreflang="en" lang="en" dir="ltr">English</a>`,
    );
    assert.match(
      site.read(pageFile(english)),
      `<a class="link" href="/lab/${arabic}" hreflang="ar" lang="ar" dir="rtl">العربية</a>`,
    );
  }
  assert.equal(alternates("posts/release/"), []);
});

test("has its own navigation, and the one of the theme in English", ({ site }) => {
  const labels = (address: string): string[] =>
    [...site.read(pageFile(address)).matchAll(/<li class="item"><a class="link" href="[^"]*">([^<]*)</g)].map(
      ([, label = ""]) => label,
    );
  assert.equal(labels(""), [
    ...[
      "الفريق",
      "أبحاثنا",
      "المشاريع",
      "الأخبار",
      "مدونة المختبر",
      "المحاضرات",
      "التدريس",
      "السيرة الأكاديمية",
    ],
    ...["البحث في الموقع", "الجامعة", "نبذة", "انضم إلينا"],
  ]);
  for (const label of labels("en/")) assert.match(label, /^[A-Za-z ]+$/);
});

test.run();
