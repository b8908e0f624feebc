import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { parseFragment } from "parse5";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { finalColors, rootProperties } from "../../plugin/appearance/contrast/index.ts";
import { activeParts } from "../../plugin/cli/check/svg-parts.ts";
import { tagInventory, unknownTags } from "../../plugin/cli/migrate/liquid-inventory.ts";
import { keyInventory, pluginInventory } from "../../plugin/cli/migrate/settings-inventory.ts";
import { renderDataMarkdown } from "../../plugin/eleventy/data-markdown.ts";
import { en } from "../../plugin/i18n/strings/en.ts";
import { readConfigFile } from "../../plugin/jekyll/config/index.ts";
import type { Site } from "../../plugin/options/site.ts";
import { readResume } from "../../plugin/sections/cv/read.ts";
import { formatPartialDate, partialDate } from "../../plugin/sections/partial-dates.ts";
import { readDataFile } from "../../plugin/utils/data-file.ts";
import { IndigoError } from "../../plugin/utils/errors.ts";
import * as syntax from "../support/hostile-texts.ts";
import { holdsAsync, resultOrIndigoErrorAsync } from "../support/properties.ts";
import { themeMarkdown } from "../tools/growth/readers/markup.ts";
import { readers } from "../tools/growth/readers.ts";

const test = suite("readers of hostile texts");

/**
 * Milliseconds of processor time for 10,000 characters, once a reader is warm. The slowest reader, YAML with an error in each
 * line, takes a third of that, and a reader of quadratic time a multiple.
 */
const patience = 300;

/** Seconds for the values of one reader. */
const seconds = 2;

const folder = mkdtempSync(path.join(tmpdir(), "indigo-readers-"));
test.after(() => rmSync(folder, { recursive: true }));

/** Returns the path of a file with a text. */
function file(name: string, text: string): string {
  mkdirSync(folder, { recursive: true });
  const place = path.join(folder, name);
  writeFileSync(place, text);
  return place;
}

const growth =
  (name: string) =>
  (text: string): unknown =>
    readers[name]?.read(text);

interface Reader {
  read(text: string): unknown;
  /** What texts are made of. */
  of: syntax.Syntax;
  /** The file that each message names. */
  file?: RegExp;
  /** Whether the result is HTML that runs no script and closes its elements. */
  isSafeHtml?: boolean;
}

const md = themeMarkdown();
const site = { timeZone: "Europe/Berlin", language: "de", strings: en } as unknown as Site;

/** Returns the settings of a Jekyll site with their outcome, for a config that can be read. */
function inventories(text: string): unknown {
  const { value } = readDataFile(file("_config.yml", text));
  const config = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const settings = { options: {}, where: () => undefined };
  const jekyllSite = { folder, config, settings, files: [] } as never;
  const items = [...keyInventory(jekyllSite), ...pluginInventory(jekyllSite)];
  for (const { name, outcome } of items)
    if (typeof outcome !== "string") throw new Error(`${name}: no outcome`);
  return items;
}

const all: Readonly<Record<string, Reader>> = {
  Markdown: { read: growth("markdown"), of: syntax.markdown },
  kramdown: { read: growth("kramdown"), of: syntax.kramdown },
  "Markdown of data": {
    read: (text) =>
      renderDataMarkdown(md, text, {
        where: 'field "text" of news 1 in news.yaml:1',
        advice: "",
        siteUrl: undefined,
        warn: () => {},
      }),
    of: syntax.markdown,
    isSafeHtml: true,
  },
  Liquid: { read: growth("liquid"), of: syntax.liquid },
  "headings and contents": { read: growth("html"), of: syntax.html },
  "sizes of images": { read: growth("sizes of images"), of: syntax.html },
  "images in pages": { read: growth("images in pages"), of: syntax.html },
  fragments: { read: growth("fragments"), of: syntax.html },
  "inline SVG": { read: growth("svg"), of: syntax.svg },
  "SVG that check reads": { read: (text) => activeParts(Buffer.from(text)), of: syntax.svg },
  "pages that check reads": { read: growth("check's HTML"), of: syntax.html },
  "stylesheets that check reads": {
    read: (css) => {
      const properties = rootProperties([{ file: "a.css", css }]);
      return [...properties.light, ...properties.dark, finalColors(properties, {} as never)];
    },
    of: syntax.css,
  },
  "YAML data": { read: (text) => readDataFile(file("a.yaml", text)).value, of: syntax.yaml, file: /a\.yaml/ },
  "JSON data": { read: (text) => readDataFile(file("a.json", text)).value, of: syntax.json, file: /a\.json/ },
  "front matter": {
    read: (text) => readers["front matter"]?.read(`---\n${text}\n---\n`),
    of: syntax.yaml,
    file: /a\.md/,
  },
  "front matter that migrate reads": {
    read: (text) => readers["migrate's front matter"]?.read(`---\n${text}\n---\n`),
    of: syntax.yaml,
  },
  "navigation that migrate reads": { read: growth("migrate's navigation"), of: syntax.html },
  "Liquid that migrate reads": { read: growth("migrate's Liquid"), of: syntax.liquid },
  "settings that migrate reads": { read: inventories, of: syntax.yaml, file: /_config\.yml/ },
  "_config.yml": {
    read: (text) => readConfigFile(file("_config.yml", text), "eleventy.config.js").values,
    of: syntax.yaml,
    file: /_config\.yml/,
  },
  "CSL-JSON": { read: growth("CSL-JSON"), of: syntax.json, file: /a\.json/ },
  "publications in YAML": { read: growth("publications in YAML"), of: syntax.yaml, file: /a\.yaml/ },
  résumé: { read: (text) => readResume(file("cv.json", text)), of: syntax.json, file: /cv\.json/ },
  "résumé in YAML": { read: (text) => readResume(file("cv.yaml", text)), of: syntax.yaml, file: /cv\.yaml/ },
  "co-authors": { read: growth("co-authors"), of: syntax.words },
  names: { read: growth("names"), of: syntax.words },
  dates: {
    read: (text) => [partialDate.safeParse(text).success, formatPartialDate(text, site)],
    of: syntax.words,
  },
  tags: { read: growth("anchors"), of: syntax.words },
};

/** Returns the milliseconds that the processor works for a call. */
async function timeOf(call: () => unknown): Promise<{ result: unknown; time: number }> {
  const start = process.cpuUsage();
  const result = await resultOrIndigoErrorAsync(call);
  const { user, system } = process.cpuUsage(start);
  return { result, time: (user + system) / 1000 };
}

/** @throws Error if a message is not one line, or does not name the file. */
function validateMessages({ problems }: IndigoError, name: RegExp | undefined): void {
  for (const problem of problems) {
    if (/[\n\r]/.test(problem)) throw new Error(`a message of several lines: ${JSON.stringify(problem)}`);
    if (name && !name.test(problem)) throw new Error(`a message without the file: ${problem.slice(0, 300)}`);
  }
}

/** @throws Error for HTML that may run a script, that a parser reports errors for, or that leaves elements open. */
function validateHtml(html: string): void {
  const open: string[] = [];
  for (const [, slash, name = "", rest = ""] of html.matchAll(/<(\/?)([a-z][^\s/>]*)([^<>]*)>/gi)) {
    if (/^(br|hr|img|input|wbr|col)$/.test(name) || rest.endsWith("/")) continue;
    if (!slash) open.push(name);
    else if (open.pop() !== name) throw new Error(`</${name}> closes another element`);
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)}> is left open`);
  const errors: string[] = [];
  const pending: { childNodes?: unknown[]; nodeName: string; attrs?: { name: string; value: string }[] }[] = [
    parseFragment(html, { scriptingEnabled: true, onParseError: ({ code }) => errors.push(code) }),
  ] as never;
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.nodeName === "script") throw new Error("a script");
    for (const { name, value } of node.attrs ?? []) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip them
      if (/^on/.test(name) || /^[\s\0-\x1F]*javascript:/i.test(value)) throw new Error(`${name}="${value}"`);
    }
    for (const child of node.childNodes ?? []) pending.push(child as never);
  }
  // The last transform of a page removes control characters.
  const fault = errors.find((code) => !/character|surrogate|null/.test(code));
  if (fault) throw new Error(fault);
}

for (const [name, { read, of, file: named, isSafeHtml }] of Object.entries(all)) {
  test(`${name}: is read in time, twice the same, with messages of one line`, async () => {
    await timeOf(() => read("a"));
    await holdsAsync(
      fc.integer({ min: 100, max: 10_000 }).chain((length) => syntax.hostileText(of, length)),
      async (text) => {
        const limit = patience * Math.max(1, text.length / 10_000);
        const first = await timeOf(() => read(text));
        const second = await timeOf(() => read(text));
        const asText = (value: unknown): string => JSON.stringify(value) ?? "";
        if (asText(first.result) !== asText(second.result)) throw new Error("read twice, the result differs");
        if (Math.min(first.time, second.time) > limit) {
          const { time } = await timeOf(() => read(text));
          if (time > limit)
            throw new Error(
              `${Math.round(time)} ms for ${text.length} characters: ${asText(text.slice(0, 60))}`,
            );
        }
        if (first.result instanceof IndigoError) validateMessages(first.result, named);
        else if (isSafeHtml) validateHtml(String(first.result));
      },
      seconds,
    );
  });
}

test("migrate does not know tags and settings with the names of what every object inherits", () => {
  const names = ["constructor", "hasOwnProperty", "toString", "valueOf"];
  const source = names.map((name) => `{% ${name} %}\n`).join("");
  const files = new Map([["a.html", source]]);
  const config = { plugins: names, constructor: 1 };
  file("_config.yml", "constructor: 1\n");
  const settings = { options: {}, where: () => undefined };
  const jekyllSite = { folder, config, settings, files: [] } as never;
  assert.equal(
    [...tagInventory(files), ...pluginInventory(jekyllSite)].map(({ name, works }) => [name, works]),
    [...names, ...names].map((name) => [name, false]),
  );
  assert.equal(
    keyInventory(jekyllSite).map(({ outcome }) => outcome),
    ["see the plugins below", "available to templates as site.constructor"],
  );
  assert.equal(
    unknownTags([source]).map(({ name }) => name),
    names,
  );
});

test.run();
