import { type Citing, citationMarker, readCiteArguments, referencesMarker } from "../../citations/index.js";
import type { EleventyConfig } from "../../eleventy/api.js";
import { addLiquidTags } from "../../eleventy/liquid.js";
import type {
  LiquidEngine,
  LiquidScope,
  LiquidTagFactory,
  LiquidTagToken,
} from "../../eleventy/liquid-types.js";
import { warnerOnce } from "../../eleventy/warnings.js";
import type { Publication, PublicationSource } from "../../publications/index.js";
import { escapeHtml } from "../../utils/html.js";
import { isRecord } from "../../utils/records.js";
import { blockContent, type RenderTag, tag, templateName } from "../liquid/index.js";
import { readArguments, type ScholarArguments, type ScholarOption } from "./arguments.js";
import { groupsOf, sorted } from "./groups.js";
import { readQuery } from "./query.js";

/** What the tags of jekyll-scholar need. */
interface Scholar {
  /** The key `scholar` of `_config.yml`. */
  settings: unknown;
  publications: PublicationSource;
  citing: Citing;
}

type Page = Parameters<Citing["get"]>[1];

/**
 * Adds the tags of jekyll-scholar, on the plugin's own publications: `bibliography`, `bibliography_count`, `cite`, `reference`,
 * `quote`, `cite_details`, `details_link` and `nocite`.
 *
 * @see https://github.com/inukshuk/jekyll-scholar#usage
 */
export function addScholarTags(
  eleventyConfig: EleventyConfig,
  { settings, publications, citing }: Scholar,
): void {
  const warn = warnerOnce(eleventyConfig);
  const values = isRecord(settings) ? settings : {};
  const setting = (name: string, fallback: string): string =>
    typeof values[name] === "string" || typeof values[name] === "number" ? String(values[name]) : fallback;

  /** Creates a tag from its arguments, in which variables of Liquid are filled in. */
  const scholarTag = (name: string, render: RenderWithArguments): LiquidTagFactory =>
    tag((token, _rest, engine) => withArguments(name, render, token, engine));

  const withArguments = (
    name: string,
    render: RenderWithArguments,
    token: LiquidTagToken,
    engine: LiquidEngine,
  ): RenderTag =>
    function* (scope) {
      const text = token.args.includes("{{")
        ? String(yield engine.renderer.renderTemplates(engine.parse(token.args), scope))
        : token.args;
      const args = readArguments(text);
      for (const option of args.unknown)
        warn(`{% ${name} %} in ${templateName(scope)} has the unknown option ${option}; it is left out.`);
      return render(args, scope);
    };

  const optionOf = (args: ScholarArguments, option: ScholarOption, fallback: string): string =>
    args.options.get(option)?.at(-1) ?? fallback;

  /** Returns the publications that a tag asks for, in its order. */
  function selected(args: ScholarArguments, scope: LiquidScope): Publication[] {
    const text = optionOf(args, "query", setting("query", "@*"));
    const query = readQuery(text);
    if (!query)
      warn(`the query "${text}" in ${templateName(scope)} can't be read; all publications are shown.`);
    const found = publications.current.all.filter((publication) => query?.(publication) ?? true);
    const ordered = sorted(found, setting("sort_by", "none"), setting("order", "ascending"));
    const start = Number.parseInt(optionOf(args, "offset", "0"), 10) || 0;
    const max = Number.parseInt(optionOf(args, "max", ""), 10);
    return ordered.slice(start, Number.isNaN(max) ? undefined : start + max);
  }

  const className = setting("bibliography_class", "bibliography");

  function listOf(works: readonly Publication[], args: ScholarArguments, scope: LiquidScope): string {
    const list = tagName(
      optionOf(args, "bibliography_list_tag", setting("bibliography_list_tag", "ol")),
      "ol",
    );
    const items = works.map((work) => `<li>${spanOf(work, args, scope)}</li>`);
    return `<${list} class="${escapeHtml(className)}">${items.join("\n")}</${list}>`;
  }

  function spanOf(work: Publication, args: ScholarArguments, scope: LiquidScope): string {
    const prefix = optionOf(args, "prefix", "");
    const id = [prefix, work.id].filter(Boolean).join("-");
    const url = citing.urlOf(work);
    const link = url
      ? ` <a class="details" href="${escapeHtml(url)}">${escapeHtml(setting("details_link", "Details"))}</a>`
      : "";
    return `<span id="${escapeHtml(id)}">${citing.reference(work, pageOf(scope))}</span>${link}`;
  }

  const bibliography = scholarTag("bibliography", (args, scope) => {
    for (const option of ["style", "locale", "template", "file"] as const)
      if (args.options.has(option))
        warn(
          `{% bibliography %} in ${templateName(scope)} has the option --${option}, which has no effect: ${reasons[option]}`,
        );
    if (args.options.has("cited") || args.options.has("cited_in_order"))
      return `<div>${referencesMarker}</div>`;
    const works = selected(args, scope);
    const field = optionOf(args, "group_by", setting("group_by", "none"));
    if (field === "none" || field === "") return listOf(works, args, scope);
    const order = optionOf(args, "group_order", setting("group_order", "ascending"));
    const [first = "year"] = field.split(/\s*,\s*/);
    return groupsOf(works, first, order)
      .map(
        ({ name, publications: inGroup }) =>
          `<h2 class="${escapeHtml(className)}">${escapeHtml(name)}</h2>${listOf(inGroup, args, scope)}`,
      )
      .join("\n");
  });

  /** Finds the work of a tag with one key; warns if there is none. */
  function one(name: string, { words }: ScholarArguments, scope: LiquidScope): Publication | undefined {
    const [key = ""] = words;
    const work = citing.get(key, pageOf(scope));
    if (!work) warn(`{% ${name} ${key} %} in ${templateName(scope)}: no publication has that key.`);
    return work;
  }

  const tags: Record<string, LiquidTagFactory> = {
    bibliography,
    bibliography_count: scholarTag("bibliography_count", (args, scope) =>
      String(selected(args, scope).length),
    ),
    // Also the plugin's own form, {% cite "roe2020" "p. 3" %}.
    cite: tag((token, _rest, engine) =>
      ownForm.test(token.args)
        ? (scope) => citeByOwnForm(token.args, citing, pageOf(scope))
        : withArguments("cite", citeByKeys, token, engine),
    ),
    nocite: scholarTag("nocite", () => ""),
    reference: scholarTag("reference", (args, scope) => {
      const work = one("reference", args, scope);
      return work
        ? `<span id="${escapeHtml(work.id ?? "")}">${citing.reference(work, pageOf(scope))}</span>`
        : missing;
    }),
    details_link: scholarTag("details_link", (args, scope) => {
      const work = one("details_link", args, scope);
      return (work && citing.urlOf(work)) ?? missing;
    }),
    cite_details: scholarTag("cite_details", (args, scope) => {
      const work = one("cite_details", args, scope);
      const url = work && citing.urlOf(work);
      const text = optionOf(args, "text", setting("details_link", "Details"));
      return url ? `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>` : missing;
    }),
    quote: tag((token, rest, engine) => {
      const content = blockContent(engine, token, rest);
      return function* (scope) {
        const html = String(yield engine.renderer.renderTemplates(content, scope)).trim();
        const { words } = readArguments(token.args);
        const cites = words.map((key) => ({ key }));
        const source = cites.length > 0 ? `<cite>${citationMarker({ cites })}</cite>` : "";
        return `<blockquote><p>${html}</p>${source}</blockquote>`;
      };
    }),
  };
  addLiquidTags(eleventyConfig, tags);
}

/** jekyll-scholar's text for a work that is not there. */
const missing = "(missing reference)";

const reasons = {
  style: "set citationStyle in the front matter of the page.",
  locale: "the language of the page decides.",
  template: "references are as the style has them; {% publications %} shows entries with links.",
  file: "all files of the option bibliography are one list. --query selects from it.",
};

const pageOf = (scope: LiquidScope): Page => scope.get(["page"]) as Page;

const tagName = (name: string, fallback: string): string => (/^[a-z]+$/.test(name) ? name : fallback);

type RenderWithArguments = (args: ScholarArguments, scope: LiquidScope) => string;

/** Renders `{% cite roe2020 yang2019 -l 3 -l chapter:4 %}`. */
function citeByKeys({ words, options }: ScholarArguments): string {
  const locators = options.get("locator") ?? [];
  const labels = options.get("label") ?? [];
  const isAuthorSuppressed = options.has("suppress_author");
  const cites = words.map((key, index) => {
    const [, ownLabel, value] = /^([a-z-]+):(.+)$/.exec(locators[index] ?? "") ?? [];
    const locator = value ?? locators[index];
    return {
      key,
      ...(locator && { locator, label: ownLabel ?? labels[index] ?? "page" }),
      ...(isAuthorSuppressed && index === 0 && { isAuthorSuppressed }),
    };
  });
  return cites.length > 0 ? citationMarker({ cites }) : missing;
}

/** One or two texts in quotes. */
const ownForm = /^\s*(?:"[^"]*"|'[^']*')(?:\s+(?:"[^"]*"|'[^']*'))?\s*$/;

/** Renders `{% cite "roe2020" "p. 3" %}`. */
function citeByOwnForm(args: string, citing: Citing, page: Page): string {
  const [keys = "", place] = [...args.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, a, b]) => a ?? b ?? "");
  const cites = readCiteArguments(keys, place, citing.locators(page));
  return cites.length > 0 ? citationMarker({ cites }) : missing;
}
