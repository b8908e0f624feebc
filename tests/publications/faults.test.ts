import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, Site } from "../support/site.ts";
import { faults } from "./faults-table.ts";

// What real bibliographies hold, in every output: the list, the entry's page with its references and meta tags, CSL-JSON, .bib
// and feed.

interface Outputs {
  list: string;
  page: string;
  references: string;
  metas: Record<string, string[]>;
  json: Record<string, unknown>;
  bib: string;
  feed: string;
}

const test = suite<{ site: Site; output: string }>("faults of real bibliographies");

test.before(async (context) => {
  context.site = new Site({
    "eleventy.config.js": config({ title: "A", url: "https://example.org" }),
    "publications.bib": faults.map(({ entry }, index) => entry.replace("KEY", `key${index}`)).join("\n\n"),
  });
  const { code, output } = await context.site.buildInProcess();
  assert.is(code, 0, output);
  context.output = output;
});

test.after(({ site }) => site.remove());

const decoded = (html: string): string =>
  html
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

/** Returns the text of HTML, with plain spaces and apostrophes. */
const textOf = (html: string): string => spaced(decoded(html.replaceAll(/<[^>]*>/g, "")));

const spaced = (text: string): string =>
  text
    .replaceAll(/[\s\u00A0\u202F]+/g, " ")
    .replaceAll("’", "'")
    .trim();

/** Returns a part of a text between two others. */
const between = (text: string, start: string, end: string): string => {
  const from = text.indexOf(start);
  return from < 0 ? "" : text.slice(from, text.indexOf(end, from + start.length));
};

/** Returns a name as a meta tag has it: given name first, but family name first in Han. */
function asShown(name: string): string {
  const [family = "", given = ""] = name.split(", ");
  return /\p{Script=Han}/u.test(family) ? family + given : `${given} ${family}`;
}

function outputsOf(site: Site, key: string): Outputs {
  const page = site.read(`publications/${key}/index.html`);
  const metas: Record<string, string[]> = {};
  for (const [, name = "", content = ""] of page.matchAll(/<meta name="([^"]*)" content="([^"]*)">/g))
    metas[name] = [...(metas[name] ?? []), decoded(content)];
  const items = JSON.parse(site.read("publications.json")) as Record<string, unknown>[];
  const main = page.split("<main")[1]?.split("</main>")[0] ?? "";
  return {
    list: between(site.read("publications/index.html"), `id="${key}"`, "</li>"),
    page: main,
    references: between(main, '<dl class="citations">', "</dl>"),
    metas,
    json: items.find(({ id }) => id === key) ?? {},
    bib: between(`${site.read("publications.bib")}\n\n@`, `{${key},`, "\n\n@"),
    feed: between(site.read("publications.xml"), `/publications/${key}/`, "</entry>"),
  };
}

for (const [index, { what, title, authors, reference, links, page, nowhere }] of faults.entries()) {
  const key = `key${index}`;
  test(what, ({ site }) => {
    const outputs = outputsOf(site, key);
    // The feed has the newest ones with a year.
    for (const [name, content] of Object.entries(outputs))
      assert.ok(name === "feed" || Object.keys(content).length > 0, name);
    const shown = textOf(outputs.page);
    if (title !== undefined) {
      assert.is(spaced(outputs.metas.citation_title?.[0] ?? ""), title);
      assert.is(
        spaced(
          String(outputs.json.title)
            .replaceAll(/<[^>]*>/g, "")
            .replace("₂", "2"),
        ),
        title,
      );
      assert.match(shown, title);
      assert.match(textOf(outputs.list), title);
    }
    if (authors) {
      const [written, read] = [outputs.metas.citation_author?.map(spaced), outputs.json.author];
      assert.equal(written, authors.map(asShown));
      const names = read as Record<string, string>[];
      assert.equal(
        names.map(({ family, given, literal, "non-dropping-particle": own, "dropping-particle": dropping }) =>
          spaced(literal ?? `${[own ?? dropping, family].filter(Boolean).join(" ")}, ${given}`),
        ),
        authors,
      );
      const [family = ""] = authors[0]?.split(", ") ?? [];
      for (const text of [outputs.list, outputs.references]) assert.match(textOf(text), family);
    }
    for (const text of reference ?? []) assert.match(textOf(outputs.references), spaced(text));
    for (const text of page ?? []) assert.match(shown, spaced(text));
    for (const url of links ?? []) assert.match(decoded(outputs.page), `href="${url}"`);
    const all = { ...outputs, metas: JSON.stringify(outputs.metas), json: JSON.stringify(outputs.json) };
    for (const text of nowhere ?? [])
      for (const [name, content] of Object.entries(all)) {
        // BibTeX is as it was written, but for what is private.
        if (name === "bib" && text !== "hidden") continue;
        const own = /^(?:page|list)$/.test(name) ? content.replace(/<pre[\s\S]*?<\/pre>/g, "") : content;
        assert.not.ok(own.includes(text), `${name} has ${JSON.stringify(text)}: ${own.slice(0, 2000)}`);
      }
    for (const [name, content] of Object.entries(all))
      assert.not.match(content, /undefined|NaN|\[object/, name);
  });
}

test.run();
