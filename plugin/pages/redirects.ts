import { statSync } from "node:fs";
import path from "node:path";
import type { BuildIndex } from "../content/index.js";
import type { CollectionItem, EleventyConfig } from "../eleventy/api.js";
import { writeLate } from "../eleventy/late-files.js";
import { addPreprocessor } from "../eleventy/preprocessors.js";
import { isThemeTemplate } from "../eleventy/virtual-templates.js";
import { type Warn, warnerOnce } from "../eleventy/warnings.js";
import type { Edition, Editions } from "../site/index.js";
import type { RenderPartial } from "../templates/partials.js";
import { templateName } from "../utils/errors.js";
import { placeOfField } from "../utils/field-place.js";
import { addPrefix } from "../utils/urls.js";
import { jekyllRedirects, ownRedirects } from "./redirect-fields.js";

/** A URL that leads to a page. */
interface Redirect {
  /** From the site's root, decoded: the URL of the file that redirects. */
  from: string;
  /** The URL of the page from the site's root. */
  to: string;
  /** The same for links: encoded, with the path prefix. */
  target: string;
  title: string;
  /** The file of the page. */
  file: string;
  /** The language of the page, its direction, and what it says of itself. */
  language: string;
  dir: string;
  moved: string;
}

/**
 * Makes the URLs in front matter `redirectFrom`, or `redirect_from` in a site from Jekyll, lead to their page: with a page at each
 * of them, or with lines of the file `_redirects`. They are written at the end of a build, when the URLs of all pages are known,
 * and are in no list of pages.
 */
export function addRedirects(
  eleventyConfig: EleventyConfig,
  editions: Editions,
  renderPartial: RenderPartial,
): void {
  const { site, index } = editions.main;
  const warn = warnerOnce(eleventyConfig);
  const field = site.jekyll ? jekyllRedirects : ownRedirects;
  addPreprocessor(eleventyConfig, "indigo-redirects", "*", (data) => {
    const isUnknown = data.eleventyExcludeFromCollections === true || data.permalink === false;
    if (isUnknown && !isThemeTemplate(data) && field.name in data)
      warn(
        `field "${field.name}" in ${placeOfField(data.page.inputPath, field.name)} has no effect, since the page is not written or in no collection.`,
      );
    return undefined;
  });
  writeLate(eleventyConfig, () => {
    const redirects = redirectsOf(eleventyConfig, editions, field, warn);
    if (redirects.length === 0) return [];
    if (site.redirectsFile && !index.isTaken(hostFile))
      return [{ url: hostFile, text: redirects.map((each) => lines(each, site.pathPrefix)).join("") }];
    if (site.redirectsFile)
      warn(
        `the option "redirectsFile" has no effect, since the site has a file ${hostFile} of its own: the redirects are pages.`,
      );
    return redirects.map((each) => ({
      url: fileOf(each.from),
      text: renderPartial("indigo/parts/redirect.njk", { ...editions.main.data, redirect: each }),
    }));
  });
}

/** The file of redirects that hosts read. */
const hostFile = "/_redirects";

const fileOf = (url: string): string => (url.endsWith("/") ? `${url}index.html` : url);

/** Returns the redirects of a site, and warns of those that are not possible. */
function redirectsOf(
  eleventyConfig: EleventyConfig,
  editions: Editions,
  field: typeof ownRedirects,
  warn: Warn,
): Redirect[] {
  const { index } = editions.main;
  const redirects = new Map<string, Redirect>();
  const seen = new Set<string>();
  for (const item of index.content.withField(field.name).toSorted(byFile)) {
    // Of a paginated template, the first page.
    if (typeof item.url !== "string" || seen.has(item.inputPath)) continue;
    seen.add(item.inputPath);
    const place = `field "${field.name}" in ${placeOfField(item.inputPath, field.name)}`;
    for (const value of [item.data[field.name]].flat()) {
      const from = field.read(value);
      const problem =
        from === undefined
          ? `must be a URL of the site without "?" and "#", such as /old/, or a list of such, but has ${JSON.stringify(value)}`
          : (whyTaken(from, item, redirects, index) ??
            whyUnwritable(from, eleventyConfig.directories.output));
      if (problem === undefined && from !== undefined)
        redirects.set(from, redirect(from, item, item.url, editions));
      else warn(`${place} ${problem}; it has no effect.`);
    }
  }
  return [...redirects.values()];
}

/** Returns why a URL can't redirect to a page, to complete a sentence; undefined if it can. */
function whyTaken(
  from: string,
  { url, inputPath }: CollectionItem,
  redirects: ReadonlyMap<string, Redirect>,
  index: BuildIndex,
): string | undefined {
  if (from === url) return `has ${from}, the URL of the page itself`;
  if (index.isTaken(from)) return `has ${from}, but the site has a page or file with this URL`;
  const other = redirects.get(from);
  if (!other) return undefined;
  return other.file === templateName(inputPath)
    ? `has ${from} twice`
    : `has ${from}, as ${other.file} has, to which it leads`;
}

/** Returns why the file of a URL can't be written: a folder has its name, or a file that of one of its folders. */
function whyUnwritable(from: string, output: string): string | undefined {
  const statOf = (file: string) => statSync(path.join(output, file), { throwIfNoEntry: false });
  const file = fileOf(from);
  const folders = file.split("/").map((_, index, names) => names.slice(0, index).join("/"));
  // From the top, since a path below a file can't be looked up.
  const isFree =
    folders.every((folder) => statOf(folder)?.isDirectory() !== false) && !statOf(file)?.isDirectory();
  return isFree ? undefined : `has ${from}, which is at the same time a file and a folder of the site`;
}

function redirect(from: string, item: CollectionItem, to: string, { all, main }: Editions): Redirect {
  const { inputPath, data } = item;
  const language = main.index.languageOf(inputPath, data.lang);
  const { site }: Edition = all.find((edition) => edition.language === language) ?? main;
  const title = typeof data.title === "string" && data.title.trim() ? data.title : to;
  return {
    from,
    to,
    target: encoded(addPrefix(to, site.pathPrefix)),
    title,
    file: templateName(inputPath),
    language: site.language,
    dir: site.dir,
    moved: site.strings.moved,
  };
}

/** Returns the lines of `_redirects` for a URL, with and without a slash at its end, which hosts may tell apart. */
function lines({ from, target }: Redirect, pathPrefix: string): string {
  const url = encoded(addPrefix(from, pathPrefix));
  const urls = url.endsWith("/") && url !== "/" ? [url, url.slice(0, -1)] : [url];
  return urls.map((each) => `${each} ${target} 301\n`).join("");
}

const encoded = (url: string): string => new URL(url, "https://site.invalid/").pathname;

const byFile = (a: CollectionItem, b: CollectionItem): number => (a.inputPath < b.inputPath ? -1 : 1);
