import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { socialLinks } from "../accounts/links.js";
import type { EleventyConfig } from "../eleventy/api.js";
import { copyToOutput } from "../eleventy/late-copies.js";
import { findNamedFile } from "../eleventy/named-files.js";
import { rootUrl } from "../eleventy/site-files.js";
import { type Warn, warner } from "../eleventy/warnings.js";
import { watchFiles } from "../eleventy/watched-files.js";
import { directionOf } from "../i18n/locale.js";
import { stringsIn } from "../i18n/strings/index.js";
import type { Strings } from "../i18n/strings/types.js";
import { type ConfigFile, type IndigoConfig, readConfigFile } from "../jekyll/config/index.js";
import { shownFooter } from "../options/footer.js";
import type { LanguageOptions } from "../options/languages.js";
import { type IndigoOptions, parseOptions, type ValidOptions } from "../options/options.js";
import { pageNames } from "../options/routes.js";
import type { Site } from "../options/site.js";
import { tagsOfVerification } from "../options/verification.js";
import { readCoauthors } from "../publications/index.js";
import { configFileName } from "../utils/config-file-name.js";
import { IndigoError } from "../utils/errors.js";
import { hasTags } from "../utils/html.js";
import { htmlLine } from "../utils/html-text.js";
import { inlineHtml } from "../utils/inline-html.js";
import { withoutUndefined } from "../utils/records.js";
import { isExternal } from "../utils/schema-values.js";
import { normalizePrefix } from "../utils/urls.js";

/**
 * Resolves the options of a site and the `_config.yml` that they name to a `Site`, and copies the files that they name to
 * the output.
 *
 * @throws IndigoError for invalid options.
 */
export function resolveSite(eleventyConfig: EleventyConfig, options: unknown): Site {
  const source = readSource(eleventyConfig, options);
  const valid = validateOptions(source);
  const warn = warner(eleventyConfig);
  if (source.configFile) leaveOutMissing(eleventyConfig, valid, source, warn);
  copyOptionFiles(eleventyConfig, valid, source);
  const authors = copyAuthorImages(eleventyConfig, valid.authors, source, warn);
  const hints = [
    ...(source.configFile?.hints ?? []),
    ...titleHints(source),
    ...htmlHints(valid, source),
    ...dataFileHints(eleventyConfig, source),
  ];
  for (const hint of hints) warn(hint);
  return toSite(eleventyConfig, { ...valid, authors }, source, warn);
}

/** The options of a site before validation, and where they come from. */
interface OptionSource {
  /** The options of the plugin, merged with those of the `_config.yml`. */
  options: unknown;
  /** Name of the Eleventy config. */
  eleventyFile: string;
  configFile: ConfigFile | undefined;
  /** Returns an option and its place, for messages: `option "picture" in eleventy.config.js`. */
  placeOf(option: string): string;
}

/** Reads the `_config.yml` that the option `config` names, if any. Options of the plugin override its keys. */
function readSource(eleventyConfig: EleventyConfig, options: unknown): OptionSource {
  const eleventyFile = configFileName();
  // Validation reports options that are not an object.
  const pluginOptions: IndigoOptions = typeof options === "object" && options !== null ? options : {};
  const { config, coauthors } = pluginOptions;
  for (const file of [config, coauthors])
    if (typeof file === "string" && file) watchFiles(eleventyConfig, "configuration", [file]);
  const configFile = typeof config === "string" ? readConfigFile(config, eleventyFile) : undefined;
  return {
    options: configFile ? { ...configFile.options, ...pluginOptions } : options,
    eleventyFile,
    configFile,
    placeOf: (option) =>
      (option.replace(/\..*/, "") in pluginOptions ? undefined : configFile?.where(option)) ??
      `option "${option}" in ${eleventyFile}`,
  };
}

/** @throws IndigoError for invalid options, and for a link to a feed that the site does not have. */
function validateOptions({ options, placeOf }: OptionSource): ValidOptions {
  const valid = parseOptions(options, ([option, service]) =>
    placeOf(option === "social" ? `social.${String(service)}` : String(option)).replace(/^.* in /, ""),
  );
  if ((options as IndigoOptions | undefined)?.social?.rss === true && !(valid.url && valid.pages.feed)) {
    throw new IndigoError(
      `${placeOf("social.rss")} is true, but the site has no feed. Set "url", which the feed needs, and do not turn off "pages.feed".`,
    );
  }
  return valid;
}

/** Creates the `Site` from validated options. */
function toSite(
  eleventyConfig: EleventyConfig,
  options: ValidOptions,
  { configFile, placeOf }: OptionSource,
  warn: Warn,
): Site {
  const {
    social,
    resume,
    author,
    showAuthor,
    jekyll,
    pages,
    sections,
    archives,
    footer,
    verification,
    coauthors,
    strings: ownStrings,
    math,
    toc,
    footnotes,
    embeds,
    code,
    images,
    mermaid,
    numberSections,
    numberEquations,
    shareTheoremNumbers,
    ...rest
  } = options;
  const pictureHd = rest.pictureHd ?? rest.picture;
  // Indigo on Jekyll renders HTML in the bio. Elsewhere, such as in descriptions, it is text. The repository may be somebody
  // else's, so that only the markup of a text stays.
  const writtenBio = isConfigHtml("bio", rest.bio, { configFile, placeOf }) ? rest.bio : undefined;
  const bioHtml = writtenBio && inlineHtml(writtenBio);
  const strings = uiStrings(rest.language, ownStrings, "strings", warn);
  return Object.freeze({
    ...rest,
    ...(writtenBio !== undefined && { bio: htmlLine(writtenBio) }),
    bioHtml,
    // As written where a key has no valid value, since templates of the site may use it.
    jekyllSettings: { ...configFile?.written, ...configFile?.values },
    author: author ?? { name: rest.title, names: [] },
    social: socialLinks(eleventyConfig, placeOf("social"), social),
    resume: resume ? { label: strings.resume, url: rootUrl(resume) } : undefined,
    showAuthor: showAuthor ?? Object.keys(rest.authors).length > 0,
    themePages: pages,
    themeSections: sections,
    themeArchives: archives,
    themeFooter: shownFooter(footer),
    verificationTags: tagsOfVerification(verification),
    writing: { math, toc, footnotes, embeds, code, images, mermaid },
    numbering: { numberSections, numberEquations, shareTheoremNumbers },
    coauthors: typeof coauthors === "string" ? readCoauthors(coauthors, placeOf("coauthors")) : coauthors,
    jekyll: jekyll ?? configFile !== undefined,
    pathPrefix: pathPrefix(eleventyConfig, configFile?.values),
    strings,
    dir: directionOf(rest.language),
    root: "/",
    ...(pictureHd && { pictureHd, picture_hd: pictureHd }),
    "external-image": isExternal(rest.picture ?? ""),
  });
}

/**
 * Returns the site in another language: with its UI strings, its writing direction, and the options that the author sets
 * for it.
 *
 * @param root - The root of the pages in that language.
 */
export function siteIn(
  site: Site,
  language: string,
  { strings: ownStrings, footer, ...ownOptions }: LanguageOptions,
  root: string,
  warn: Warn,
): Site {
  const strings = uiStrings(language, ownStrings, `languages.${language}.strings`, warn);
  const resume = site.resume && { ...site.resume, label: strings.resume };
  const bioHtml = ownOptions.bio === undefined ? site.bioHtml : undefined;
  return Object.freeze({
    ...site,
    navigation: undefined, // its labels are in the main language
    ...withoutUndefined(ownOptions),
    bioHtml,
    ...(footer && { themeFooter: shownFooter(footer) }),
    resume,
    language,
    dir: directionOf(language),
    root,
    strings,
  });
}

/** How many names a warning lists. */
const maxNames = 10;

/** Returns the UI strings of a language, and warns of those that are missing. */
function uiStrings(language: string, own: LanguageOptions["strings"], option: string, warn: Warn): Strings {
  const { strings, missing } = stringsIn(language, own);
  if (missing.length > 0) {
    const names = missing.slice(0, maxNames).join(", ");
    const more = missing.length > maxNames ? ` and ${missing.length - maxNames} more` : "";
    warn(
      `"${language}" lacks ${missing.length} UI strings, which stay English: ${names}${more}. Set them with the option "${option}".`,
    );
  }
  return strings;
}

/** Returns Eleventy's path prefix; for a Jekyll site without one, its `baseurl`, or the path in its `url`. */
function pathPrefix(eleventyConfig: EleventyConfig, config: IndigoConfig | undefined): string {
  const prefix = normalizePrefix(eleventyConfig.pathPrefix);
  if (prefix !== "/" || !config) return prefix;
  return normalizePrefix(config.baseurl || (config.url ? decodeURI(new URL(config.url).pathname) : ""));
}

/** Leaves out images that a Jekyll site names and lacks, with a warning: Jekyll shows a broken image. */
function leaveOutMissing(
  eleventyConfig: EleventyConfig,
  valid: ValidOptions,
  { placeOf, configFile }: OptionSource,
  warn: Warn,
): void {
  for (const option of ["picture", "pictureHd"] as const) {
    const name = valid[option];
    const place = placeOf(option);
    if (name === undefined || isExternal(name) || place !== configFile?.where(option)) continue;
    const { file, refusal } = findNamedFile(eleventyConfig, { name, kinds: ["image"], isOption: true });
    if (file) continue;
    warn(`${place} names ${refusal ?? `a file that does not exist: "${name}". It is left out.`}`);
    delete valid[option];
  }
}

const resumeKinds = ["document", "image", "archive"] as const;

/** Copies the files of options to the output. */
function copyOptionFiles(
  eleventyConfig: EleventyConfig,
  { picture, pictureHd, icon, resume }: ValidOptions,
  { configFile, placeOf }: OptionSource,
): void {
  // In a Jekyll site, the résumé may be a page.
  const isPage =
    configFile !== undefined &&
    resume !== undefined &&
    Object.keys(findNamedFile(eleventyConfig, { name: resume, kinds: resumeKinds, isOption: true }))
      .length === 0;
  const files = [
    ["picture", picture, ["image"]],
    ["pictureHd", pictureHd, ["image"]],
    ["icon", icon, ["image"]],
    ["resume", isPage ? undefined : resume, resumeKinds],
  ] as const;
  for (const [option, file, kinds] of files) {
    if (file !== undefined) copyToOutput(eleventyConfig, placeOf(option), file, kinds);
  }
}

/** Copies the images of authors to the output. Returns the authors, without images that a Jekyll site lacks. */
function copyAuthorImages(
  eleventyConfig: EleventyConfig,
  authors: ValidOptions["authors"],
  { configFile, placeOf }: OptionSource,
  warn: Warn,
): ValidOptions["authors"] {
  return Object.fromEntries(
    Object.entries(authors).map(([key, { picture, ...author }]) => {
      if (picture === undefined) return [key, author];
      const option = placeOf("authors").replace('"authors"', `"authors.${key}.picture"`);
      // Indigo comes with sample authors, so a missing image must not stop a site that does not show them.
      const { file, refusal } = findNamedFile(eleventyConfig, {
        name: picture,
        kinds: ["image"],
        isOption: true,
      });
      if (configFile && !file && !isExternal(picture)) {
        warn(`${option} names ${refusal ?? `a file that does not exist: "${picture}".`}`);
        return [key, author];
      }
      copyToOutput(eleventyConfig, option, picture, ["image"]);
      return [key, { ...author, picture }];
    }),
  );
}

/** Suggests to set a title, if there is none. A site that turns the theme's pages off may show none. */
function titleHints({ options, eleventyFile }: OptionSource): string[] {
  const { title, url, pages } = (options ?? {}) as IndigoOptions;
  if (title !== undefined || pageNames.every((name) => pages?.[name] === false)) return [];
  return url === undefined
    ? [
        `set a title and the site's URL in ${eleventyFile}: addPlugin(indigo, { title: "Your Name", url: "https://…" })`,
      ]
    : [`set a title in ${eleventyFile}: addPlugin(indigo, { title: "Your Name" })`];
}

/** Returns whether an option comes from a `_config.yml` and has HTML. */
const isConfigHtml = (
  option: string,
  value: string | undefined,
  { configFile, placeOf }: Pick<OptionSource, "configFile" | "placeOf">,
): boolean => value !== undefined && hasTags(value) && placeOf(option) === configFile?.where(option);

/** Warns of HTML in texts that the layouts show: Indigo on Jekyll renders it, but here it is shown as text. */
function htmlHints({ title, bio, authors, languages }: ValidOptions, source: OptionSource): string[] {
  const { placeOf } = source;
  const inner = Object.entries({ authors, languages }).flatMap(([option, values]) =>
    Object.entries(values ?? {}).map(([key, value]) => ({ option, key: `${option}.${key}.`, ...value })),
  );
  const shownBio = isConfigHtml("bio", bio, source) ? undefined : bio;
  return [{ option: "", key: "", title, bio: shownBio }, ...inner].flatMap(({ option, key, ...texts }) =>
    Object.entries(texts).flatMap(([name, value]) => {
      const place = placeOf(option || name).replace(`"${option || name}"`, `"${key}${name}"`);
      const isText = ["title", "bio", "name"].includes(name) && typeof value === "string";
      return isText && hasTags(value)
        ? [
            `${place} has HTML, which is shown as text. Write it without tags, or change the partial that shows it.`,
          ]
        : [];
    }),
  );
}

/** Warns of a global data file `site`, whose keys the theme overrides. */
function dataFileHints({ directories }: EleventyConfig, { eleventyFile }: OptionSource): string[] {
  const files = existsSync(directories.data) ? readdirSync(directories.data) : [];
  const siteFile = files.find((name) => /^site\.\w+$/.test(name));
  if (!siteFile) return [];
  const file = path.posix.join(directories.data, siteFile);
  return [
    `${file} and the theme both define the data "site". If both have a key, the theme's value is used, which is set in ${eleventyFile}.`,
  ];
}
