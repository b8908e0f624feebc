import { lineCounter } from "../../../utils/lines.js";
import { type JekyllSite, textOf } from "../jekyll-site.js";
import { type Fragment, fragmentsOf } from "./fragments.js";
import { compareWithTheme } from "./theme-diff.js";
import { type OwnWrapper, ownWrapper } from "./wrapper.js";

/** A part of the author's own in `_layouts/default.html`, and its lines. */
export interface OwnPart {
  text: string;
  lines: [first: number, last: number];
}

/** What the author has added to `_layouts/default.html`, by place. */
export interface FrameParts {
  head: OwnPart[];
  /** Before the content. */
  before: OwnPart[];
  /** After the content. */
  after: OwnPart[];
  /** What is not taken along, because the plugin does the same. */
  replaced: { part: OwnPart; by: string }[];
  /** The includes of the head whose own elements are all in `head`. */
  includes: string[];
  /** What is around the content if the author has changed that; `before` and `after` are empty then. */
  wrapper?: OwnWrapper;
}

/** The file of Indigo around every page. */
export const frameFile = "_layouts/default.html";

/** The includes of Indigo that have links and metas only, which `_layouts/default.html` has in its head. */
const headIncludes: readonly string[] = ["_includes/favicon.html", "_includes/metas.html"];

/** What the plugin does by itself. */
const replacements: readonly { test: RegExp; by: string }[] = [
  { test: /\|\s*s[ac]ssify\b|include\s+style(-dark)?\.scss/, by: "your compiled styles" },
  { test: /mathjax|katex/i, by: "formulas, which the plugin sets without scripts" },
  { test: /^<title\b/i, by: "the title that the theme writes" },
  { test: /^\{%-?\s*(seo|feed_meta)\b/, by: "the metadata that the theme writes" },
  {
    test: /^<meta\b[^>]*\b(charset|(name|property)\s*=\s*["']?(viewport|author|description|generator|color-scheme|og:|twitter:))/i,
    by: "the metadata that the theme writes",
  },
  { test: /^<link\b[^>]*\brel\s*=\s*["']?(canonical|alternate)\b/i, by: "the links that the theme writes" },
];

/** What files that are taken along need from the file around every page, although it is the theme's. */
const needs: readonly { used: RegExp; part: RegExp }[] = [
  { used: /class="[^"]*\bfa[bsr]?\b|\bfa-/, part: /font-?awesome/i },
  { used: /#icon-|\bhref="#/, part: /include\s+icons\.html/ },
];

/**
 * Returns what the author has added to the file around every page; undefined if the site has none.
 *
 * @param taken - The texts of other files that are taken along.
 */
export function frameParts(site: JekyllSite, taken: readonly string[]): FrameParts | undefined {
  const source = textOf(site, frameFile);
  const diff = compareWithTheme(frameFile, source);
  if (source === "" || !diff) return undefined;
  const own = new Set(diff.added.map(({ line }) => line));
  const lineAt = lineCounter(source);
  const parts: FrameParts = { head: [], before: [], after: [], replaced: [], includes: [] };
  const contentAt = source.search(/\{\{-?\s*content\b/);
  const needed = needs.filter(({ used }) => taken.some((text) => used.test(text))).map(({ part }) => part);
  const isOwn = ({ start, end }: Fragment): boolean => {
    if (needed.some((part) => part.test(source.slice(start, end)))) return true;
    for (let line = lineAt(start); line <= lineAt(end - 1); line += 1) if (own.has(line)) return true;
    return false;
  };
  const fragments = fragmentsOf(
    source.replace(/^---\r?\n[\s\S]*?^---\r?$/m, (text) => text.replaceAll(/[^\n]/g, " ")),
  );
  const wrapper = ownWrapper(source, fragments, isOwn, (text) =>
    replacements.find(({ test }) => test.test(text)),
  );
  if (wrapper) {
    parts.wrapper = wrapper;
    for (const { start, end, by } of wrapper.replaced)
      parts.replaced.push({
        part: { text: source.slice(start, end), lines: [lineAt(start), lineAt(end - 1)] },
        by,
      });
  }
  const visit = (fragments: readonly Fragment[], place: "head" | "body" | undefined): void => {
    for (const fragment of fragments) {
      if (!isOwn(fragment)) continue;
      const { name, start, end, children } = fragment;
      const inner = name === "head" || name === "body" ? name : place;
      if (name === "body" && wrapper) continue;
      const isAround = start < contentAt && contentAt < end;
      if (name === "html" || name === "head" || name === "body" || isAround) {
        visit(children, inner);
        continue;
      }
      const text = source.slice(start, end).trim();
      // Without a place it is part of neither: the doctype.
      if (place === undefined || /^<!(--|doctype)/i.test(text)) continue;
      const part: OwnPart = { text, lines: [lineAt(start), lineAt(end - 1)] };
      const replacement = replacements.find(({ test }) => test.test(text));
      if (replacement) parts.replaced.push({ part, by: replacement.by });
      else
        parts[place === "head" ? "head" : contentAt < 0 || start > contentAt ? "after" : "before"].push(part);
    }
  };
  visit(fragments, undefined);
  for (const file of headIncludes) {
    const links = ownLinks(textOf(site, file), file);
    if (!links || parts.head.some(({ text }) => text.includes(file.slice("_includes/".length)))) continue;
    parts.head.push(...links);
    parts.includes.push(file);
  }
  return parts;
}

/** Returns the links and metas that the author has added to an include; undefined if there are none, or others too. */
function ownLinks(source: string, file: string): OwnPart[] | undefined {
  const own = new Set(compareWithTheme(file, source)?.added.map(({ line }) => line));
  const lineAt = lineCounter(source);
  const links: OwnPart[] = [];
  for (const { start, end } of fragmentsOf(source)) {
    const text = source.slice(start, end).trim();
    const lines: OwnPart["lines"] = [lineAt(start), lineAt(end - 1)];
    let isOwn = false;
    for (let line = lines[0]; line <= lines[1]; line += 1) isOwn ||= own.has(line);
    if (!isOwn || text.startsWith("<!--") || replacements.some(({ test }) => test.test(text))) continue;
    if (!/^<(link|meta)\b/i.test(text)) return undefined;
    links.push({ text, lines });
  }
  return links.length > 0 ? links : undefined;
}

/** The places of {@link FrameParts}. */
const placeNames = ["head", "before", "after"] as const;

/** Returns the include in which the parts of a place are, under a name that the site does not have. */
function includeOf(site: JekyllSite, place: (typeof placeNames)[number]): string {
  let file = `_includes/indigo-${place}.html`;
  while (site.files.some((each) => each.file === file)) file = file.replace(".html", "-2.html");
  return file;
}

/** The block `header` with the author's header: it says itself on which pages it has more than the navigation. */
const ownHeader = `{% if not showHeader %}{% indigoInclude "header.html" %}
{% if not hasTitle and not (content | indigoHasHeading) %}<h1 class="visually-hidden">{{ title or site.title }}</h1>
{% endif %}{% endif %}`;

/**
 * Returns the new files that take these parts along: path to content.
 *
 * @param hasHeader - Whether the author's header takes the place of the theme's.
 */
export function frameFiles(
  site: JekyllSite,
  parts: FrameParts | undefined,
  hasHeader: boolean,
): Record<string, string> {
  const files: Record<string, string> = {};
  const calls = { head: "", before: "", after: "" };
  const wrapper = parts?.wrapper;
  for (const place of placeNames) {
    const text =
      place !== "head" && wrapper
        ? wrapper[place]
        : (parts?.[place] ?? []).map((part) => part.text).join("\n");
    if (text === "") continue;
    const file = includeOf(site, place);
    files[file] = `${text}\n`;
    calls[place] = includeCall(file);
  }
  const header = hasHeader ? ownHeader : "{{ super() }}";
  const blocks = [
    block("head", ["{{ super() }}", calls.head]),
    ...(wrapper
      ? [
          block("frameStart", [calls.before]),
          block("header", [header]),
          block("mainStart", [wrapper.needsTarget ? '<span id="main-content" tabindex="-1"></span>' : ""]),
          block("mainEnd", []),
          block("frameEnd", [calls.after]),
        ]
      : [block("header", [calls.before, header]), block("footer", ["{{ super() }}", calls.after])]),
  ].filter((text) => wrapper !== undefined || text.includes("indigoInclude"));
  if (blocks.length > 0)
    files["_includes/indigo/default.njk"] =
      `{# What you had added to ${frameFile}. #}\n{% extends "theme/default.njk" %}\n${blocks.join("\n")}\n`;
  return files;
}

const block = (name: string, parts: readonly string[]): string =>
  `{% block ${name} %}${parts.filter(Boolean).join("\n")}{% endblock %}`;

const includeCall = (file: string): string => `{% indigoInclude "${file.slice("_includes/".length)}" %}`;

/** Returns the file that makes an include of the author's the theme's part. */
export const partFile = (include: string): string =>
  `{# Your ${include}, which is rendered as in Jekyll. #}\n${includeCall(`_includes/${include}`)}\n`;
