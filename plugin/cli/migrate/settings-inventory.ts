import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { indigoConfig } from "../../jekyll/config/index.js";
import { readDataFile } from "../../utils/data-file.js";
import type { JekyllSite } from "./jekyll-site.js";
import type { Met } from "./liquid-inventory.js";

const works = { outcome: "works", works: true };
const without = (outcome: string): { outcome: string; works: boolean } => ({ outcome, works: false });
const builtIn = (outcome: string): { outcome: string; works: boolean } => ({ outcome, works: true });

/** Jekyll's own keys that the plugin does not read, with what is in their place. */
const jekyllKeys: Readonly<Record<string, { outcome: string; works: boolean }>> = {
  collections: without("no effect: files of collections are not built"),
  compress_html: without("no effect"),
  excerpt_separator: without("no effect: an excerpt is the first paragraph"),
  gems: builtIn("see the plugins below"),
  highlighter: builtIn("no effect: code is coloured by the plugin"),
  kramdown: builtIn("no effect: kramdown's usual settings count"),
  markdown: builtIn("no effect: Markdown is kramdown's"),
  paginate: without("no effect: such a page lists all posts"),
  paginate_path: without("no effect: such a page lists all posts"),
  pagination: without("no effect: such a page lists all posts"),
  plugins: builtIn("see the plugins below"),
  remote_theme: without("no effect"),
  rouge: builtIn("no effect: code is coloured by the plugin"),
  sass: builtIn("no effect: the plugin brings its styles"),
  theme: without("no effect"),
  whitelist: builtIn("no effect"),
};

/** Keys by which Jekyll's command runs, which a site does not show. */
const commandKeys = new Set(
  "destination detach disable_disk_cache encoding error_mode future host ignore_theme_config incremental keep_files limit_posts liquid livereload lsi markdown_ext open_url port profile quiet safe serving show_dir_listing show_drafts source strict_front_matter trace unpublished verbose watch webrick".split(
    " ",
  ),
);

/** Every key of `_config.yml`, and what became of it. */
export function keyInventory({ folder, config }: JekyllSite): Met[] {
  const file = "_config.yml";
  const { place } = readDataFile(path.join(folder, file));
  const read = new Set(Object.keys(indigoConfig.shape));
  return Object.keys(config).map((name) => ({
    name,
    count: 1,
    place: place([name]).replace(`${folder}${path.sep}`, ""),
    ...(read.has(name)
      ? works
      : (jekyllKeys[name] ??
        (commandKeys.has(name)
          ? builtIn("no effect: Eleventy's command has its own")
          : builtIn(`pages read it as site.${name}`)))),
  }));
}

/** Plugins of Jekyll's, with what does their work here. */
const pluginOutcomes: Readonly<Record<string, { outcome: string; works: boolean }>> = {
  "github-pages": builtIn("not needed: see the plugins beside it"),
  "jekyll-admin": builtIn("not needed to build"),
  "jekyll-compose": builtIn("not needed to build"),
  "jekyll-feed": builtIn("the plugin makes /feed.xml"),
  "jekyll-gist": builtIn("the plugin has its tag"),
  "jekyll-livereload": builtIn("Eleventy reloads by itself"),
  "jekyll-mentions": without("no effect: @names are no links"),
  "jekyll-paginate": without("no effect: such a page lists all posts"),
  "jekyll-paginate-v2": without("no effect: such a page lists all posts"),
  "jekyll-redirect-from": without("no effect: addresses in redirect_from are not made"),
  "jekyll-relative-links": without("no effect: links to .md files stay as they are"),
  "jekyll-sass-converter": builtIn("not needed: the plugin brings its styles"),
  "jekyll-seo-tag": builtIn("the plugin's head says the same"),
  "jekyll-sitemap": builtIn("the plugin makes /sitemap.xml"),
  "jekyll-watch": builtIn("Eleventy watches by itself"),
  "html-proofer": builtIn('"eleventy-plugin-indigo check" does its work'),
  jekyll: builtIn("Eleventy builds instead"),
  jemoji: builtIn("the plugin shows emoji"),
  kramdown: builtIn("the plugin reads kramdown's Markdown"),
  rake: builtIn("not needed to build"),
  rouge: builtIn("the plugin colours code"),
  webrick: builtIn("Eleventy has a server of its own"),
};

/** Every plugin of Jekyll's that the settings or the Gemfile name or that lies in `_plugins`, and what became of it. */
export function pluginInventory({ folder, config }: JekyllSite): Met[] {
  const found = new Map<string, Met>();
  const add = (name: string, place: string, judged = pluginOutcomes[name]): void => {
    const known = found.get(name);
    if (known) known.count += 1;
    else
      found.set(name, { name, count: 1, place, ...(judged ?? without("no effect: Ruby does not run here")) });
  };
  for (const name of [config.plugins, config.gems].flat()) {
    if (typeof name === "string") add(name, "_config.yml");
  }
  const gemfile = path.join(folder, "Gemfile");
  for (const [, name = ""] of existsSync(gemfile)
    ? readFileSync(gemfile, "utf8").matchAll(/^\s*gem\s*\(?\s*["']([^"']+)/gm)
    : []) {
    add(name, "Gemfile");
  }
  const own = path.join(folder, "_plugins");
  for (const name of existsSync(own) ? readdirSync(own, { recursive: true, encoding: "utf8" }) : []) {
    if (name.endsWith(".rb")) add(path.posix.join("_plugins", name), `_plugins/${name}`);
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
