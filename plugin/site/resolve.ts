import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { socialLinks } from "../accounts/links.js";
import type { EleventyConfig } from "../eleventy/api.js";
import { copyToOutput, rootUrl, sourceOf } from "../eleventy/site-files.js";
import { type Warn, warner } from "../eleventy/warnings.js";
import { directionOf } from "../i18n/locale.js";
import { stringsIn } from "../i18n/strings/index.js";
import type { Strings } from "../i18n/strings/types.js";
import type { IndigoConfig } from "../jekyll/config/index.js";
import { readConfigFile } from "../jekyll/config/index.js";
import type { LanguageOptions } from "../options/languages.js";
import { type IndigoOptions, parseOptions, type ValidOptions } from "../options/options.js";
import type { Site } from "../options/site.js";
import { readCoauthors } from "../publications/index.js";
import { configFileName } from "../utils/config-file-name.js";
import { IndigoError } from "../utils/errors.js";
import { withoutUndefined } from "../utils/records.js";
import { isExternal } from "../utils/schema-values.js";
import { normalizePrefix } from "../utils/urls.js";

/**
 * Makes the one `Site` of an author's options and of the `_config.yml` that they name, and has the files that they name
 * copied.
 *
 * @throws IndigoError for what is wrong in the options.
 */
export function resolveSite(eleventyConfig: EleventyConfig, options: unknown): Site {
  const optionPlace = configFileName();
  // What is no group of values at all is told by the check below.
  const given: IndigoOptions = typeof options === "object" && options !== null ? options : {};
  const file = typeof given.config === "string" ? readConfigFile(given.config, optionPlace) : undefined;
  const where = (option: string): string =>
    (option.replace(/\..*/, "") in given ? undefined : file?.where(option)) ??
    `option "${option}" in ${optionPlace}`;
  const merged = file ? { ...file.options, ...given } : options;
  const {
    social,
    resume,
    author,
    showAuthor,
    jekyll,
    pages,
    sections,
    coauthors,
    strings,
    math,
    toc,
    images,
    mermaid,
    ...rest
  } = parseOptions(merged, ([option, service]) =>
    where(option === "social" ? `social.${String(service)}` : String(option)).replace(/^.* in /, ""),
  );
  if ((merged as IndigoOptions).social?.rss === true && !(rest.url && pages.feed)) {
    throw new IndigoError(
      `${where("social.rss")} is true, but there is no feed: the theme makes one with "url".`,
    );
  }
  const warn = warner(eleventyConfig);
  copyOptionFiles(eleventyConfig, { ...rest, resume }, where, file !== undefined);
  for (const hint of [...(file?.hints ?? []), ...hints(eleventyConfig, merged, optionPlace)]) warn(hint);
  const pictureHd = rest.pictureHd ?? rest.picture;
  const words = wordsIn(rest.language, strings, warn);
  return Object.freeze({
    ...rest,
    jekyllSettings: file?.values ?? {},
    author: author ?? { name: rest.title, names: [] },
    social: socialLinks(eleventyConfig, where("social"), social),
    resume: resume ? { label: words.resume, url: rootUrl(resume) } : undefined,
    showAuthor: showAuthor ?? Object.keys(rest.authors).length > 0,
    themePages: pages,
    themeSections: sections,
    writing: { math, toc, images, mermaid },
    coauthors: typeof coauthors === "string" ? readCoauthors(coauthors, where("coauthors")) : coauthors,
    jekyll: jekyll ?? file !== undefined,
    pathPrefix: pathPrefix(eleventyConfig, file?.values),
    strings: words,
    dir: directionOf(rest.language),
    root: "/",
    ...(pictureHd && { pictureHd, picture_hd: pictureHd }),
    "external-image": isExternal(rest.picture ?? ""),
  });
}

/**
 * The site in another language: its words and its way of writing, and what the author says of it.
 *
 * @param root - Where the pages in that language start.
 */
export function siteIn(
  site: Site,
  language: string,
  { strings, ...own }: LanguageOptions,
  root: string,
  warn: Warn,
): Site {
  const words = wordsIn(language, strings, warn);
  const given = withoutUndefined(own);
  const resume = site.resume && { ...site.resume, label: words.resume };
  return Object.freeze({
    ...site,
    navigation: undefined, // its labels are words of the main language
    ...given,
    resume,
    language,
    dir: directionOf(language),
    root,
    strings: words,
  });
}

/** The theme's words in a language; the author is told what has to stay English. */
function wordsIn(language: string, own: LanguageOptions["strings"], warn: Warn): Strings {
  const { strings, missing } = stringsIn(language, own);
  if (missing.length > 0) {
    warn(
      `"${language}" lacks ${missing.length} words of the theme, which stay English: ${missing.join(", ")}. Set them by the option "strings".`,
    );
  }
  return strings;
}

/** Eleventy's own prefix; for a site of Jekyll's that has none its `baseurl`, or the path in its `url`. */
function pathPrefix(eleventyConfig: EleventyConfig, config: IndigoConfig | undefined): string {
  const own = normalizePrefix(eleventyConfig.pathPrefix);
  if (own !== "/" || !config) return own;
  return normalizePrefix(config.baseurl || (config.url ? decodeURI(new URL(config.url).pathname) : ""));
}

type Files = Pick<ValidOptions, "picture" | "pictureHd" | "icon" | "resume" | "authors">;

function copyOptionFiles(
  eleventyConfig: EleventyConfig,
  { picture, pictureHd, icon, resume, authors }: Files,
  where: (option: string) => string,
  isJekylls: boolean,
): void {
  // Jekyll's may be the address of a page.
  const isPage = isJekylls && resume !== undefined && !sourceOf(eleventyConfig, resume);
  const files = { picture, pictureHd, icon, ...(!isPage && { resume }) };
  for (const [option, file] of Object.entries(files)) {
    if (file !== undefined) copyToOutput(eleventyConfig, where(option), file);
  }
  for (const [key, author] of Object.entries(authors)) {
    if (author.picture === undefined) continue;
    const option = where("authors").replace('"authors"', `"authors.${key}.picture"`);
    // Indigo came with authors who are nobody's: a picture that they lack need not stop a site that shows none of them.
    if (isJekylls && !sourceOf(eleventyConfig, author.picture) && !isExternal(author.picture)) {
      warner(eleventyConfig)(`${option} names a file that does not exist: "${author.picture}".`);
      author.picture = undefined;
    } else copyToOutput(eleventyConfig, option, author.picture);
  }
}

/** What an author should know although the site builds. */
function hints({ directories }: EleventyConfig, options: unknown, configFile: string): string[] {
  const found: string[] = [];
  if ((options as IndigoOptions | undefined)?.title === undefined) {
    const example = 'addPlugin(indigo, { title: "Your Name", url: "https://…" })';
    found.push(`set a title and the site's address in ${configFile}: ${example}`);
  }
  const dataFiles = existsSync(directories.data) ? readdirSync(directories.data) : [];
  const own = dataFiles.find((name) => /^site\.\w+$/.test(name));
  if (own) {
    found.push(
      `${path.posix.join(directories.data, own)} and the theme both make the data "site"; where both have a key, the theme's counts, which is set in ${configFile}.`,
    );
  }
  return found;
}
