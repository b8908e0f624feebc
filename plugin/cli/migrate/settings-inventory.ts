import path from "node:path";
import { indigoConfig, isSocialKey } from "../../jekyll/config/index.js";
import { readRubyYaml } from "../../jekyll/index.js";
import { isCommonMark, optionOutcomes } from "../../jekyll/kramdown/index.js";
import { readText } from "../../utils/read-text.js";
import { ownValue } from "../../utils/records.js";
import { type JekyllSite, textOf } from "./jekyll-site.js";
import type { InventoryItem } from "./liquid-inventory.js";

const works = { outcome: "works", works: true };
const unsupported = (outcome: string): { outcome: string; works: boolean } => ({ outcome, works: false });
const replaced = (outcome: string): { outcome: string; works: boolean } => ({ outcome, works: true });

/** Jekyll's own keys that the plugin does not read, with their outcome. */
const jekyllKeys: Readonly<Record<string, { outcome: string; works: boolean }>> = {
  collections: works,
  collections_dir: works,
  compress_html: unsupported("no effect"),
  excerpt_separator: works,
  gems: replaced("see the plugins below"),
  highlighter: replaced("no effect: the plugin highlights code"),
  kramdown: unsupported("no effect: it must have keys"),
  pagination: unsupported("no effect: the page lists all posts"),
  plugins: replaced("see the plugins below"),
  remote_theme: unsupported("no effect"),
  rouge: replaced("no effect: the plugin highlights code"),
  sass: works,
  scholar: replaced(
    "source, bibliography, style, query, sort_by, order, group_by, group_order and details_link work; other settings have no effect",
  ),
  theme: unsupported("no effect"),
  whitelist: replaced("no effect"),
};

/** Keys for Jekyll's command, without effect on the content. */
const commandKeys = new Set(
  "destination detach disable_disk_cache encoding error_mode future host ignore_theme_config incremental keep_files limit_posts liquid livereload lsi markdown_ext open_url port profile quiet safe serving show_dir_listing show_drafts source strict_front_matter trace unpublished verbose watch webrick".split(
    " ",
  ),
);

/** Returns what becomes of jekyll-paginate, by the templates of the new site. */
const paginateOutcome = (templates: readonly string[]): { outcome: string; works: boolean } =>
  templates.some((text) => /\bpaginator\b/.test(text))
    ? works
    : unsupported('no effect: no page of yours uses paginator; the option "postsPerPage" divides the blog');

/** Returns whether templates read a key of `_config.yml`: `site.key` or `site["key"]`. */
const readsKey = (templates: readonly string[], key: string): boolean =>
  templates.some((text) =>
    [`site.${key}`, `site["${key}"]`, `site['${key}']`].some((name) => {
      const start = text.indexOf(name);
      return start >= 0 && !/[\w-]/.test(text.charAt(start + name.length));
    }),
  );

/**
 * Returns every key of `_config.yml` with its outcome.
 *
 * @param templates - The texts of the new site's templates.
 * @param gone - The texts of the files that are not in the new site.
 */
export function keyInventory(
  { folder, config, settings }: JekyllSite,
  templates: readonly string[] = [],
  gone: readonly string[] = [],
): InventoryItem[] {
  const social = new Set(
    Object.keys(settings.options.social ?? {}).map((service) => settings.where(`social.${service}`)),
  );
  const isSocial = (name: string): boolean =>
    [...social].some((place) => place?.startsWith(`key "${name}" `) === true);
  const ownKey = (name: string): { outcome: string; works: boolean } =>
    isSocial(name)
      ? { outcome: "works: a social link", works: true }
      : !readsKey(templates, name) && readsKey(gone, name)
        ? unsupported(
            "no effect: only theme files that are not in the new site read it; set the option for it",
          )
        : replaced(`available to templates as site.${name}`);
  const file = "_config.yml";
  const { place } = readRubyYaml(readText(path.join(folder, file)), file);
  const read = new Set(Object.keys(indigoConfig.shape));
  const placeOf = (keys: readonly string[]): string => place(keys).replace(`${folder}${path.sep}`, "");
  const markdown = kramdownInventory(config, placeOf);
  const others = Object.keys(config).filter((name) => name !== "kramdown" || markdown.length === 0);
  const items = others.map((name) => ({
    name,
    count: 1,
    place: placeOf([name]),
    ...(name === "markdown"
      ? markdownOutcome(config.markdown)
      : name === "paginate" || name === "paginate_path"
        ? paginateOutcome(templates)
        : read.has(name) || isSocialKey(name)
          ? works
          : (ownValue(jekyllKeys, name) ??
            (commandKeys.has(name)
              ? replaced("no effect: Eleventy's command has its own options")
              : ownKey(name)))),
  }));
  return [...items, ...markdown];
}

/** Returns every option under `kramdown:` with its outcome. */
function kramdownInventory(
  { kramdown, markdown }: JekyllSite["config"],
  placeOf: (keys: readonly string[]) => string,
): InventoryItem[] {
  const unused = isCommonMark(markdown)
    ? { outcome: "no effect: the Markdown is not kramdown's", works: false }
    : {};
  return optionOutcomes(kramdown).map(({ name, outcome, works }) => ({
    name: `kramdown.${name}`,
    count: 1,
    place: placeOf(["kramdown", name]),
    outcome,
    works,
    ...unused,
  }));
}

/** Returns what becomes of a Markdown processor. */
function markdownOutcome(name: unknown): { outcome: string; works: boolean } {
  if (isCommonMark(name) || String(name).toLowerCase() === "kramdown") return works;
  return unsupported("no effect: the plugin reads kramdown's Markdown");
}

/** Jekyll plugins, with what replaces them. */
const pluginOutcomes: Readonly<Record<string, { outcome: string; works: boolean }>> = {
  "github-pages": replaced("not needed: see the other plugins"),
  "jekyll-admin": replaced("not needed to build"),
  "jekyll-compose": replaced("not needed to build"),
  "jekyll-feed": replaced("the plugin writes /feed.xml"),
  "jekyll-gist": replaced("the plugin has the tag gist"),
  "jekyll-livereload": replaced("Eleventy reloads by itself"),
  "jekyll-mentions": unsupported("no effect: @names are not linked"),
  "jekyll-archives": unsupported("no effect: the theme's page of tags is /tags/"),
  "jekyll-paginate-v2": unsupported("no effect: the page lists all posts"),
  "jekyll-redirect-from": replaced("the plugin redirects from the URLs in redirect_from"),
  "jekyll-relative-links": unsupported("no effect: links to .md files are not converted"),
  "jekyll-coffeescript": unsupported("no effect: CoffeeScript is not compiled"),
  "jekyll-sass-converter": replaced("the plugin compiles Sass"),
  "jekyll-scholar": replaced("the plugin has its tags, and pages of publications"),
  "jekyll-seo-tag": replaced("the head of the theme has the same tags"),
  "jekyll-sitemap": replaced("the plugin writes /sitemap.xml"),
  "jekyll-watch": replaced("Eleventy watches by itself"),
  "html-proofer": replaced('"eleventy-plugin-indigo check" replaces it'),
  jekyll: replaced("Eleventy builds instead"),
  jemoji: replaced("the plugin shows emoji"),
  kramdown: replaced("the plugin reads kramdown's Markdown"),
  rake: replaced("not needed to build"),
  rouge: replaced("the plugin highlights code"),
  webrick: replaced("Eleventy has a server of its own"),
};

/** The outcome of a gem that is no Jekyll plugin: a server, a library, a tool. */
const rubyOnly = replaced("not needed: only Ruby uses it");

/** Returns every Jekyll plugin in `_config.yml`, in the Gemfile or in `_plugins`, with its outcome. */
export function pluginInventory(site: JekyllSite, templates: readonly string[] = []): InventoryItem[] {
  const { files, config } = site;
  const items = new Map<string, InventoryItem>();
  const outcomeOf = (name: string): { outcome: string; works: boolean } | undefined =>
    name === "jekyll-paginate" ? paginateOutcome(templates) : ownValue(pluginOutcomes, name);
  const add = (name: string, place: string, outcome = outcomeOf(name)): void => {
    const item = items.get(name);
    if (item) item.count += 1;
    else
      items.set(name, {
        name,
        count: 1,
        place,
        ...(outcome ?? unsupported("no effect: Ruby plugins do not run in Eleventy")),
      });
  };
  for (const name of [config.plugins, config.gems].flat()) {
    if (typeof name === "string") add(name, "_config.yml");
  }
  for (const [line, name = ""] of textOf(site, "Gemfile").matchAll(
    /^[^\S\n]*gem\s*\(?\s*["']([^"'\n]+)[^\n]*/gm,
  )) {
    const isPlugin = name.startsWith("jekyll") || line.includes("jekyll_plugins") || items.has(name);
    add(name, "Gemfile", outcomeOf(name) ?? (isPlugin ? undefined : rubyOnly));
  }
  for (const { file } of files) {
    if (file.startsWith("_plugins/") && file.endsWith(".rb")) add(file, file);
  }
  return [...items.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
