import { existsSync } from "node:fs";
import path from "node:path";
import { isSass, themeSass } from "../../jekyll/index.js";
import type { NavigationItem } from "../../options/navigation.js";
import { packageManifest } from "../../paths.js";
import { IndigoError } from "../../utils/errors.js";
import { type Host, hostFiles } from "../hosts.js";
import { ignoredByGit, packageName, sitePackage } from "../site-package.js";
import { type ConfigParts, configFile } from "./config.js";
import { type Customizations, type CustomizedFile, customizationsOf } from "./customized/customized.js";
import type { OwnStyles } from "./customized/own-styles.js";
import { type Formulas, formulasOf } from "./formulas.js";
import { type JekyllSite, textOf } from "./jekyll-site.js";
import { jekyllUrls } from "./jekyll-urls.js";
import { includedFile, isInPlugin, tagsIn, unknownTags } from "./liquid-inventory.js";
import { indigoNavigation } from "./navigation.js";
import { type NotRunFile, notRunFiles } from "./not-run.js";
import { type Review, reviews } from "./reviews.js";
import { type Owner, ownerOf, projectsPage } from "./theme.js";

/** The folder for theme files that the author has changed. Its underscore excludes it from the site. */
export const asideFolder = "_indigo-changed";

/** The changes of a migration to the files of a site. All other files stay. */
export interface Plan {
  /** Unchanged theme files, which are deleted. */
  removed: string[];
  /** Theme files that the author has changed, which are moved to {@link asideFolder}. */
  aside: string[];
  /** What the author has changed in theme files, and what becomes of it. */
  customized: CustomizedFile[];
  /** Theme files that stay because a file of the site uses them, and that file. */
  kept: { file: string; by: string }[];
  /** New and extended files: path to content. */
  written: Record<string, string>;
  /** The option `navigation` from the author's `nav.html`; undefined if it is the plugin's default. */
  navigation?: NavigationItem[] | undefined;
  /** What MathJax or KaTeX of the site did; undefined if it has neither. */
  formulas: Formulas | undefined;
  /** Symbolic links out of the site, with their targets. */
  outside: { file: string; target: string }[];
  /** Files that Eleventy would execute or npm would follow, which are moved under a harmless name. */
  notRun: NotRunFile[];
  /** What to review before `npm install`. */
  review: Review[];
}

/** Returns the files that are moved to another path, with that path. */
export const movedFiles = ({ aside, notRun }: Plan): { from: string; to: string }[] => [
  ...aside.map((file) => ({ from: file, to: `${asideFolder}/${file}` })),
  ...notRun.map(({ file, to }) => ({ from: file, to })),
];

/** Returns the files of the old site that the new one does not have at their path. */
export const goneFiles = ({ removed, aside, notRun, outside }: Plan): string[] => [
  ...removed,
  ...aside,
  ...[...notRun, ...outside].map(({ file }) => file),
];

/** Returns whether a file is a Liquid template: a page, post, layout or include. */
export const isTemplate = ({ documents, isExcluded }: JekyllSite, file: string): boolean =>
  file.startsWith("_includes/") ||
  (documents.has(file) && (!isExcluded(file) || file.startsWith("_layouts/")));

/** Returns whether the site has data under the name of the plugin's bibliography, which is not a bibliography. */
const hasPublicationsData = ({ files }: JekyllSite): boolean =>
  files.some(({ file }) => /^(_data\/)?publications\.(bib|ya?ml|json)$/.test(file));

/** The layouts of Indigo that the plugin has too. */
const pluginLayouts = new Set(["default", "page", "post", "home", "blog"]);

/** Returns the owner of each file of a site. */
export const ownersOf = ({ folder, files }: JekyllSite): ReadonlyMap<string, Owner> =>
  new Map(files.map((file) => [file.file, ownerOf(folder, file)]));

/**
 * Plans the migration: which files are deleted, moved, kept and written.
 *
 * @param styles - What the author has changed in the theme's styles.
 * @param isCareful - Whether to leave out the templates of the theme that the author has changed.
 */
export function planMigration(
  site: JekyllSite,
  styles: OwnStyles,
  options: { plugin?: string | undefined; host: Host },
  isCareful = false,
): Plan {
  assertOwnName(site);
  const notRun = notRunFiles(site);
  const isNotRun = new Set(notRun.map(({ file }) => file));
  const owners = new Map([...ownersOf(site)].filter(([file]) => !isNotRun.has(file)));
  const custom = customizationsOf(site, owners, styles, isCareful);
  for (const file of custom.staying) owners.set(file, "own");
  const kept = themeFilesInUse(site, owners, custom);
  const keptFiles = new Set(kept.map(({ file }) => file));
  // For layouts without the theme's frame. In the frame the theme's own parts stay.
  for (const file of frameIncludes) {
    const part = file.replace(/^_includes\/(.*)html$/, "parts/$1njk");
    if (keptFiles.has(file)) custom.written[`_includes/indigo/${part}`] ??= `{% include "theme/${part}" %}\n`;
  }
  const ownedBy = (owner: string): string[] =>
    [...owners]
      .filter(([file, fileOwner]) => fileOwner === owner && !keptFiles.has(file))
      .map(([file]) => file);
  const hasLayouts = site.files.some(
    ({ file }) => file.startsWith("_layouts/") && (owners.get(file) === "own" || keptFiles.has(file)),
  );
  const aside = ownedBy("changed");
  const formulas = formulasOf(site, new Set([...aside, ...ownedBy("theme")]));
  const { tokens } = custom;
  const navigation =
    custom.navigation ??
    (custom.parts.includes("_includes/nav.html")
      ? undefined
      : indigoNavigation(site.config, new Set(jekyllUrls(site).map(({ url }) => url))));
  // Jekyll always builds the projects page; the plugin builds it only if the option or the navigation asks for it.
  const hasProjects = site.config.projects === true || custom.navigation !== undefined;
  // In some versions of Indigo it leaves out hidden projects, which the theme's page lists.
  const isReplaced = hasProjects && !/\bhidden\b/.test(textOf(site, projectsPage));
  const removed = ownedBy("theme").filter((file) => file !== projectsPage || isReplaced);
  const gone = new Set([...removed, ...aside, ...isNotRun]);
  const templates = site.files
    .filter(({ file }) => !gone.has(file) && isTemplate(site, file))
    .map(({ file }) => textOf(site, file));
  return {
    removed,
    aside,
    customized: custom.files.map((file) =>
      keptFiles.has(file.file) ? { ...file, outcome: "stays, since your files use it", works: true } : file,
    ),
    kept,
    written: writtenFiles(
      site,
      {
        hasLayouts,
        navigation,
        tokens,
        addsProjects: removed.includes(projectsPage) && site.config.projects !== true,
        tags: unknownTags(templates),
        math: formulas?.option,
        analytics: custom.analytics,
        hasPublicationsData: hasPublicationsData(site),
      },
      custom,
      options,
    ),
    navigation,
    formulas,
    outside: site.files.flatMap(({ file, link }) => (link?.leadsOut ? [{ file, target: link.target }] : [])),
    notRun,
    review: reviews(site, custom.written),
  };
}

/**
 * Returns the theme's includes and layouts that the author's own files use and the plugin does not have, directly or through
 * other files. They stay, since they build unchanged.
 */
function themeFilesInUse(
  site: JekyllSite,
  owners: ReadonlyMap<string, Owner>,
  { parts, written }: Customizations,
): Plan["kept"] {
  const kept = new Map<string, string>();
  const seen = new Set<string>();
  const visit = (file: string, source: string, isFramed: boolean): void => {
    if (seen.has(`${file} ${isFramed}`)) return;
    seen.add(file).add(`${file} ${isFramed}`);
    for (const used of [...includesIn(source, owners), ...layoutOf(site, file, owners)]) {
      const owner = owners.get(used);
      // The frame has them already.
      if (owner === undefined || (owner !== "own" && isFramed && frameIncludes.has(used))) continue;
      if (owner !== "own" && !kept.has(used)) kept.set(used, file);
      visit(used, textOf(site, used), isFramed);
    }
  };
  for (const [file, owner] of owners) {
    const isStart = site.documents.has(file) ? isTemplate(site, file) : file.startsWith("_layouts/");
    if (owner === "own" && isStart) visit(file, textOf(site, file), isFramed(site, file, owners));
  }
  // The header, as the frame includes it, has the theme's navigation.
  for (const file of parts) visit(file, textOf(site, file), true);
  for (const [file, source] of Object.entries(written)) if (file.endsWith(".html")) visit(file, source, true);
  // A template that compiles Sass imports files by name, as does a style sheet with front matter: keep all of them.
  const compiling =
    [...seen].find((file) => /\|\s*s[ac]ssify\b/.test(textOf(site, file))) ??
    [...seen].find((file) => isSass(file) && importsTheme(site, owners));
  for (const [file, owner] of compiling ? owners : []) {
    if (file.startsWith("_sass/") && owner !== "own") kept.set(file, compiling ?? "");
  }
  return [...kept].map(([file, by]) => ({ file, by }));
}

/** Returns whether Sass of the author imports that of the theme. */
function importsTheme(site: JekyllSite, owners: ReadonlyMap<string, string>): boolean {
  const names = themeSass.map((file) => file.replace(/\.\w+$/, "")).join("|");
  const imported = new RegExp(`@(import|use|forward)\\b[^;]*?(${names})\\b`);
  return [...owners].some(
    ([file, owner]) => owner === "own" && isSass(file) && imported.test(textOf(site, file)),
  );
}

/** Includes of Indigo that are in the theme's frame. */
const frameIncludes = new Set(["_includes/header.html", "_includes/footer.html", "_includes/nav.html"]);

/** Returns whether the layouts of a file end in one of the theme's. */
function isFramed(site: JekyllSite, file: string, owners: ReadonlyMap<string, Owner>): boolean {
  const seen = new Set<string>();
  for (let current = file; !seen.has(current); ) {
    seen.add(current);
    const layout = site.documents.get(current)?.data.layout;
    if (typeof layout !== "string") return false;
    const own = `_layouts/${layout}.html`;
    if (owners.get(own) !== "own") return pluginLayouts.has(layout);
    current = own;
  }
  return false;
}

/** Returns the includes that a template uses and the plugin does not have, or that the author has changed. */
function includesIn(source: string, owners: ReadonlyMap<string, Owner>): string[] {
  return tagsIn(source)
    .flatMap((tag) => includedFile(tag) ?? [])
    .filter((name) => owners.get(`_includes/${name}`) === "changed" || !isInPlugin(name))
    .map((name) => `_includes/${name}`);
}

/** Returns the layout of a file if the plugin does not have it, or if it is the author's own. */
function layoutOf(site: JekyllSite, file: string, owners: ReadonlyMap<string, Owner>): string[] {
  const layout = site.documents.get(file)?.data.layout;
  if (typeof layout !== "string") return [];
  const own = `_layouts/${layout}.html`;
  return pluginLayouts.has(layout) && owners.get(own) !== "own" ? [] : [own];
}

function writtenFiles(
  site: JekyllSite,
  config: ConfigParts,
  custom: Customizations,
  { plugin, host }: { plugin?: string | undefined; host: Host },
): Record<string, string> {
  const own = readPackage(site);
  // Without "type": "module", the extension .mjs marks the config as a module.
  const isModule = own === undefined || own.data.type === "module";
  return {
    [isModule ? "eleventy.config.js" : "eleventy.config.mjs"]: configFile(config),
    "package.json": packageFile(site.folder, own, plugin),
    ...gitignore(site),
    ...custom.written,
    ...Object.fromEntries(
      Object.entries(hostFiles(host, packageName(site.folder))).filter(([file]) => !exists(site, file)),
    ),
  };
}

const exists = ({ folder }: JekyllSite, file: string): boolean => existsSync(path.join(folder, file));

/**
 * Ensures that the site's own package.json does not make the site take the place of a package that it uses: Node.js resolves a
 * package's own name to the package itself.
 *
 * @throws IndigoError
 */
function assertOwnName(site: JekyllSite): void {
  const name = readPackage(site)?.data.name;
  if (typeof name !== "string") return;
  const { name: plugin, peerDependencies } = packageManifest;
  if ([plugin, ...Object.keys(peerDependencies)].includes(name.toLowerCase()))
    throw new IndigoError(
      `package.json has the "name" of a package that the new site uses, "${name}": give the site another name.`,
    );
}

interface OwnPackage {
  text: string;
  data: Record<string, unknown> & { name?: unknown; type?: unknown };
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
  throw new IndigoError("package.json is not valid JSON: fix it first.");
}

/** Adds missing scripts and dependencies to the author's package.json. Changes no value in it. */
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

/** Adds the missing lines to the author's `.gitignore`. */
function gitignore(site: JekyllSite): Record<string, string> {
  const text = textOf(site, ".gitignore");
  const lines = text.split(/\r?\n/).map((line) => line.trim().replaceAll(/^\/|\/$/g, ""));
  const missing = ignoredByGit.filter((name) => !lines.includes(name.slice(0, -1)));
  if (missing.length === 0) return {};
  const end = text === "" || text.endsWith("\n") ? "" : "\n";
  return { ".gitignore": `${text}${end}${missing.join("\n")}\n` };
}
