import { suite } from "uvu";
import * as assert from "uvu/assert";
import { de } from "../../plugin/i18n/strings/de.ts";
import { en } from "../../plugin/i18n/strings/en.ts";
import { fr } from "../../plugin/i18n/strings/fr.ts";
import type { SomeStrings } from "../../plugin/i18n/strings/types.ts";
import { lab, sectionsSite } from "../support/sections-site.ts";
import { Site } from "../support/site.ts";

// Each shortcode speaks the language of its page in every template language: in the site's main language, in a further one of
// the option `languages`, and on a single page whose front matter has a language of its own.

type Context = { site: Site; output: string; found: { single: string[]; paired: string[] } };
const test = suite<Context>("shortcodes in every template language and language");

interface Case {
  /** Arguments after the content. */
  args?: string[];
  /** The content of a paired shortcode. */
  content?: string;
  /** What the shortcode says in a language; nothing if it has no words of its own. */
  says?(strings: SomeStrings, language: string): string | undefined;
}

const cases: Record<string, Case> = {
  publication: { args: ["lora"], says: ({ publicationLinks }) => publicationLinks?.slides },
  publications: { args: ["by type"], says: ({ publicationTypes }) => publicationTypes?.thesis },
  publicationChart: { says: ({ publicationsPerYear }) => publicationsPerYear },
  news: {
    says: (_strings, language) =>
      (language === "en" ? "May 20" : "mai 2024").replace("mai", language === "de" ? "Mai" : "mai"),
  },
  talks: { says: ({ slides }) => slides },
  teaching: {},
  people: { says: ({ alumni }) => alumni },
  projects: {},
  cv: { says: ({ cvGroups }) => cvGroups?.education },
  callout: { args: ["warning"], content: "Hot.", says: ({ callouts }) => callouts?.warning },
  details: { content: "Folded.", says: ({ details }) => details },
  margin: { content: "Beside." },
  steps: { content: "First." },
  tabs: { content: "One or the other.", says: ({ tabs }) => tabs },
  tab: { args: ["npm"], content: "Install it." },
  cards: { content: "Some." },
  card: { args: ["Papers", "/papers/"], content: "All of them." },
  video: {
    args: ["https://youtu.be/aaaaaaaaaaa", "A talk"],
    says: ({ watchOn }) => watchOn?.replace("%1", "YouTube"),
  },
  evidence: { content: "Marked." },
  spoiler: { content: "Covered." },
  sideBySide: { content: "Both." },
  left: { content: "One." },
  right: { content: "Two." },
  caption: { content: "Below." },
  biggerImage: { args: ["assets/engine.svg", "An engine"] },
  breaker: {},
  // With the references, under their heading.
  cite: { args: ["lora", "p. 3"], says: ({ references }) => references },
};

const languages: Record<string, { folder: string; frontMatter: string; strings: SomeStrings }> = {
  en: { folder: "", frontMatter: "", strings: en },
  fr: { folder: "fr/", frontMatter: "", strings: fr },
  de: { folder: "single/", frontMatter: "lang: de\n", strings: de },
};

const quoted = (args: readonly string[]): string => args.map((arg) => JSON.stringify(arg)).join(", ");

/** Calls a shortcode as its template language does. */
const engines: Record<string, (name: string, shown: Case, frontMatter: string) => string> = {
  md: tag,
  liquid: tag,
  njk: tag,
  "11ty.js": (name, { args = [], content }, frontMatter) => {
    const values = quoted(content === undefined ? args : [content, ...args]);
    const lang = /lang: (\w+)/.exec(frontMatter)?.[1];
    return `export const data = ${JSON.stringify({ layout: "page", ...(lang && { lang }) })};
export async function render() { return String(await this.${name}(${values})); }\n`;
  },
};

function tag(name: string, { args = [], content }: Case, frontMatter: string): string {
  const call = `{% ${name} ${quoted(args)} %}`;
  return `---\nlayout: page\n${frontMatter}---\n${content === undefined ? call : `${call}${content}{% end${name} %}`}\n`;
}

/** Has the shortcodes that the plugin adds written into the site's folder. */
const configWithNames = (options: object): string => `
import { writeFileSync } from "node:fs";
import indigo from "eleventy-plugin-indigo";
export default function (eleventyConfig) {
  const names = (config) => [Object.keys(config.getShortcodes()), Object.keys(config.getPairedShortcodes())];
  let before;
  eleventyConfig.addPlugin((config) => { before = names(config); });
  eleventyConfig.addPlugin(indigo, ${JSON.stringify(options)});
  eleventyConfig.addPlugin((config) => {
    const [single, paired] = names(config).map((all, kind) => all.filter((name) => !before[kind].includes(name)));
    writeFileSync("found.json", JSON.stringify({ single, paired }));
  });
}
`;

test.before(async (context) => {
  const pages = Object.entries(cases).flatMap(([name, shown]) =>
    Object.values(languages).flatMap(({ folder, frontMatter }) =>
      Object.entries(engines).map(([engine, write]) => [
        `${folder}${name}-in-${engine.replace(".", "-")}.${engine}`,
        write(name, shown, frontMatter),
      ]),
    ),
  );
  context.site = new Site({
    ...sectionsSite,
    "eleventy.config.js": configWithNames({
      ...lab,
      languages: { fr: { title: "Laboratoire" } },
      sections: { news: true, talks: true, teaching: true, people: true, projects: true, cv: true },
    }),
    "cv.yaml":
      "basics: { name: Ada }\neducation:\n  - { institution: Home, area: Mathematics, startDate: '1830' }\n",
    "publications.yaml": `- { id: lora, title: LoRA, venue: ICLR, year: 2022, slides: "https://example.org/slides" }
- { id: thesis, title: A thesis, venue: London, year: 2020, type: thesis }
`,
    ...Object.fromEntries(pages),
  });
  const { code, output } = await context.site.buildInProcess();
  assert.is(code, 0, output);
  context.output = output;
  context.found = JSON.parse(context.site.source("found.json"));
});
test.after(({ site }) => site.remove());

test("every shortcode of the plugin is in the table, with content if it is paired", ({ found }) => {
  // The references are shown with `cite`: alone they are empty.
  const shown = [...found.single, ...found.paired].filter((name) => name !== "references");
  assert.equal(shown.sort(), Object.keys(cases).sort());
  for (const [name, { content }] of Object.entries(cases))
    assert.is(found.paired.includes(name), content !== undefined, name);
});

/** What a page shows, without its frame. */
function shownBy(site: Site, language: string, name: string, engine: string): string {
  const folder = languages[language]?.folder ?? "";
  const html = site.read(`${folder}${name}-in-${engine.replace(".", "-")}/index.html`);
  const main = /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1]?.replaceAll(/\s+/g, " ").trim() ?? "";
  assert.ok(main.length > 10, `${name} in ${engine} shows nothing`);
  return main;
}

for (const [name, { says }] of Object.entries(cases)) {
  for (const engine of Object.keys(engines)) {
    for (const [language, { strings }] of Object.entries(languages)) {
      test(`{% ${name} %} in ${engine}, ${language}`, ({ site }) => {
        const shown = shownBy(site, language, name, engine);
        if (!says) {
          assert.is(shown, shownBy(site, "en", name, engine));
          return;
        }
        const word = says(strings, language) ?? "";
        assert.ok(word.length > 2, `the table has no word of ${name} in ${language}`);
        assert.ok(shown.includes(word), `"${word}" in: ${shown}`);
        for (const [other, { strings: others }] of Object.entries(languages)) {
          const otherWord = says(others, other) ?? "";
          if (word.includes(otherWord)) continue;
          assert.not.ok(shown.includes(otherWord), `"${otherWord}" in: ${shown}`);
        }
      });
    }
  }
}

test.run();
