import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { NavigationItem } from "../../options/navigation.js";
import { IndigoError } from "../../utils/errors.js";
import { type Host, hostFiles } from "../hosts.js";
import { ignoredByGit, packageName, sitePackage } from "../site-package.js";
import { type ConfigParts, configFile } from "./config.js";
import type { JekyllSite } from "./jekyll-site.js";
import { includedFile, isOffered, tagsIn, unknownTags } from "./liquid-inventory.js";
import { navigationOf } from "./navigation.js";
import { ownerOf, projectsPage } from "./theme.js";

/** Where files of the theme's go that the author has changed: Jekyll's underscore keeps them out of the site. */
export const asideFolder = "_indigo-changed";

/** What a migration does to the files of a site. Everything else stays. */
export interface Plan {
  /** The theme's own files, as they came: taken away. */
  removed: string[];
  /** The theme's files that the author has changed: moved into {@link asideFolder}, by their paths. */
  aside: string[];
  /** Files of the theme's that stay, since what stays refers to them; and by which file. */
  kept: { file: string; by: string }[];
  /** New files with what is in them, and those to which something is added. */
  written: Record<string, string>;
  /** What the author's own `nav.html` leads to, as an option, where it is not what the plugin has by itself. */
  navigation?: NavigationItem[] | undefined;
  /** Links out of the site, with where they lead. */
  outside: { file: string; target: string }[];
}

/** Whether Liquid goes through a file: pages, posts, layouts and includes. */
export const isTemplate = ({ documents, isLeftOut }: JekyllSite, file: string): boolean =>
  file.startsWith("_includes/") ||
  (documents.has(file) && (!isLeftOut(file) || file.startsWith("_layouts/")));

/** Data of Jekyll's under a name by which the plugin looks for publications: pages read it, and it is no list of these. */
const hasPublicationsData = ({ files }: JekyllSite): boolean =>
  files.some(({ file }) => /^(_data\/)?publications\.(bib|ya?ml|json)$/.test(file));

/** Layouts that the plugin brings under the names of Indigo's. */
const offeredLayouts = new Set(["default", "page", "post", "home", "blog"]);

/** Decides what becomes of each file of a site. */
export function planMigration(site: JekyllSite, options: { plugin?: string | undefined; host: Host }): Plan {
  const owners = new Map(site.files.map((file) => [file.file, ownerOf(site.folder, file)]));
  const kept = keepReferred(site, owners);
  const keptFiles = new Set(kept.map(({ file }) => file));
  const of = (owner: string): string[] =>
    [...owners].filter(([file, whose]) => whose === owner && !keptFiles.has(file)).map(([file]) => file);
  const hasLayouts = site.files.some(
    ({ file }) => file.startsWith("_layouts/") && (owners.get(file) === "own" || keptFiles.has(file)),
  );
  const aside = of("changed");
  const nav = "_includes/nav.html";
  const navigation = aside.includes(nav) ? navigationOf(textOf(site, nav), site.config) : undefined;
  // Jekyll makes the page whether or not navigation leads there, which the plugin's option for it decides.
  const makesProjects = site.config.projects === true || navigation !== undefined;
  const removed = of("theme").filter((file) => file !== projectsPage || makesProjects);
  const gone = new Set([...removed, ...aside]);
  const templates = site.files
    .filter(({ file }) => !gone.has(file) && isTemplate(site, file))
    .map(({ file }) => textOf(site, file));
  return {
    removed,
    aside,
    kept,
    written: writtenFiles(
      site,
      {
        hasLayouts,
        navigation,
        addsProjects: removed.includes(projectsPage) && site.config.projects !== true,
        tags: unknownTags(templates),
        hasPublicationsData: hasPublicationsData(site),
      },
      options,
    ),
    navigation,
    outside: site.files.flatMap(({ file, link }) => (link?.leadsOut ? [{ file, target: link.target }] : [])),
  };
}

/**
 * The theme's includes and layouts that the author's own files use and the plugin does not have: they build as they are,
 * and so they stay, and with them what they use in turn.
 */
function keepReferred(site: JekyllSite, owners: ReadonlyMap<string, string>): Plan["kept"] {
  const kept = new Map<string, string>();
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const used of uses(site, file)) {
      if (!owners.has(used)) continue;
      if (owners.get(used) !== "own" && !kept.has(used)) kept.set(used, file);
      visit(used);
    }
  };
  for (const [file, owner] of owners) {
    const isStart = site.documents.has(file) && isTemplate(site, file);
    if (owner === "own" && isStart) visit(file);
  }
  // Sass that a template compiles itself is imported by its name.
  const compiling = [...seen].find((file) => /\|\s*s[ac]ssify\b/.test(textOf(site, file)));
  for (const [file, owner] of compiling ? owners : []) {
    if (file.startsWith("_sass/") && owner !== "own") kept.set(file, compiling ?? "");
  }
  return [...kept].map(([file, by]) => ({ file, by }));
}

/** The includes and the layout that a file names and that the plugin does not bring. */
function uses(site: JekyllSite, file: string): string[] {
  const source = textOf(site, file);
  const includes = tagsIn(source).flatMap((tag) => includedFile(tag) ?? []);
  const layout = site.documents.get(file)?.data.layout;
  const found = includes.filter((name) => !isOffered(name)).map((name) => `_includes/${name}`);
  if (typeof layout === "string" && !offeredLayouts.has(layout)) found.push(`_layouts/${layout}.html`);
  return found;
}

export const textOf = ({ folder }: JekyllSite, file: string): string => {
  const full = path.join(folder, file);
  return existsSync(full) ? readFileSync(full, "utf8") : "";
};

function writtenFiles(
  site: JekyllSite,
  config: ConfigParts,
  { plugin, host }: { plugin?: string | undefined; host: Host },
): Record<string, string> {
  const own = readPackage(site);
  // Without "type": "module" only the ending says that a config is one.
  const isModule = own === undefined || own.data.type === "module";
  return {
    [isModule ? "eleventy.config.js" : "eleventy.config.mjs"]: configFile(config),
    "package.json": packageFile(site.folder, own, plugin),
    ...gitignore(site),
    ...Object.fromEntries(
      Object.entries(hostFiles(host, packageName(site.folder))).filter(([file]) => !exists(site, file)),
    ),
  };
}

const exists = ({ folder }: JekyllSite, file: string): boolean => existsSync(path.join(folder, file));

interface OwnPackage {
  text: string;
  data: Record<string, unknown> & { type?: unknown };
}

function readPackage(site: JekyllSite): OwnPackage | undefined {
  if (!exists(site, "package.json")) return undefined;
  const text = textOf(site, "package.json");
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data === "object" && data !== null && !Array.isArray(data)) {
      return { text, data: data as OwnPackage["data"] };
    }
  } catch {}
  throw new IndigoError("package.json of the site is not valid JSON: mend it first.");
}

/** A package.json of the author's gets what it lacks; nothing in it is changed. */
function packageFile(folder: string, own: OwnPackage | undefined, plugin: string | undefined): string {
  const needed = sitePackage(folder, plugin);
  if (!own) return `${JSON.stringify(needed, null, 2)}\n`;
  const join = (name: "scripts" | "dependencies"): object => ({
    ...needed[name],
    ...(own.data[name] as object | undefined),
  });
  const joined = { ...own.data, scripts: join("scripts"), dependencies: join("dependencies") };
  const indent = /^([ \t]+)"/m.exec(own.text)?.[1] ?? "  ";
  return `${JSON.stringify(joined, null, indent)}\n`;
}

/** What git must leave out and does not yet. */
function gitignore(site: JekyllSite): Record<string, string> {
  const text = textOf(site, ".gitignore");
  const lines = text.split(/\r?\n/).map((line) => line.trim().replaceAll(/^\/|\/$/g, ""));
  const missing = ignoredByGit.filter((name) => !lines.includes(name.slice(0, -1)));
  if (missing.length === 0) return {};
  const end = text === "" || text.endsWith("\n") ? "" : "\n";
  return { ".gitignore": `${text}${end}${missing.join("\n")}\n` };
}
