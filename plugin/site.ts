import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { publishFile, rootUrl, sourceOf } from "./assets.js";
import { readCoauthors } from "./bibliography/coauthors.js";
import { readConfigFile } from "./config-file.js";
import { configFileName, type EleventyConfig } from "./eleventy.js";
import { type CheckedOptions, type IndigoOptions, parseOptions } from "./options.js";
import { prefixOf } from "./prefix.js";
import type { IndigoConfig } from "./schemas/indigo-config.js";
import type { NavigationItem } from "./schemas/navigation.js";
import type { SocialService } from "./schemas/social.js";
import { isExternal } from "./schemas/values.js";
import { type SocialLink, socialLink } from "./social.js";
import { type Strings, strings } from "./strings/index.js";

type Resolved = Omit<
  CheckedOptions,
  "social" | "resume" | "author" | "showAuthor" | "jekyll" | "pages" | "coauthors"
>;

/** The site as layouts and pages see it: global data `site`. */
export interface Site extends Resolved {
  author: { name: string; names: string[]; email?: string | undefined; url?: string | undefined };
  social: SocialLink[];
  resume: NavigationItem | undefined;
  showAuthor: boolean;
  /** The option `pages`, under a name that Jekyll does not have for something else. */
  themePages: CheckedOptions["pages"];
  /** Addresses of co-authors, by name. */
  coauthors: Readonly<Record<string, string>>;
  /** Whether the content is Jekyll's. */
  jekyll: boolean;
  /** Under which path of its host the site is, with slashes around it. */
  pathPrefix: string;
  strings: Strings;

  /** Indigo's own name for `pictureHd`. */
  picture_hd?: string | undefined;
  /** Indigo's own name for whether `picture` is at another host. */
  "external-image": boolean;
  /** Every key of a `_config.yml` that the theme does not know. */
  [key: string]: unknown;
}

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
    (option in given ? undefined : file?.where(option)) ?? `option "${option}" in ${optionPlace}`;
  const merged = file ? { ...file.options, ...given } : options;
  const { social, resume, author, showAuthor, jekyll, pages, coauthors, ...rest } = parseOptions(
    merged,
    ([option]) => where(String(option)).replace(/^.* in /, ""),
  );
  publishFiles(eleventyConfig, { ...rest, resume }, where, file !== undefined);
  for (const hint of hints(eleventyConfig, merged, optionPlace)) eleventyConfig.logger.log(`indigo: ${hint}`);
  const pictureHd = rest.pictureHd ?? rest.picture;
  // Frozen, so that Eleventy hands every page this very object instead of a copy.
  return Object.freeze({
    ...file?.values,
    ...rest,
    author: author ?? { name: rest.title, names: [] },
    social: inOrderGiven(merged, social),
    resume: resume ? { label: strings.resume, url: rootUrl(resume) } : undefined,
    showAuthor: showAuthor ?? Object.keys(rest.authors).length > 0,
    themePages: pages,
    coauthors: typeof coauthors === "string" ? readCoauthors(coauthors, where("coauthors")) : coauthors,
    jekyll: jekyll ?? file !== undefined,
    pathPrefix: pathPrefix(eleventyConfig, file?.values),
    strings,
    ...(pictureHd && { pictureHd, picture_hd: pictureHd }),
    "external-image": isExternal(rest.picture ?? ""),
  });
}

/** Eleventy's own prefix; for a site of Jekyll's that has none its `baseurl`, or the path in its `url`. */
function pathPrefix(eleventyConfig: EleventyConfig, config: IndigoConfig | undefined): string {
  const own = prefixOf(eleventyConfig.pathPrefix);
  if (own !== "/" || !config) return own;
  return prefixOf(config.baseurl || (config.url ? decodeURI(new URL(config.url).pathname) : ""));
}

type Files = Pick<CheckedOptions, "picture" | "pictureHd" | "icon" | "resume" | "authors">;

function publishFiles(
  eleventyConfig: EleventyConfig,
  { picture, pictureHd, icon, resume, authors }: Files,
  where: (option: string) => string,
  isJekylls: boolean,
): void {
  // Jekyll's may be the address of a page.
  const isPage = isJekylls && resume !== undefined && !sourceOf(eleventyConfig, resume);
  const files = { picture, pictureHd, icon, ...(!isPage && { resume }) };
  for (const [option, file] of Object.entries(files)) {
    if (file !== undefined) publishFile(eleventyConfig, where(option), file);
  }
  for (const [key, author] of Object.entries(authors)) {
    if (author.picture === undefined) continue;
    const option = where("authors").replace('"authors"', `"authors.${key}.picture"`);
    // Indigo came with authors who are nobody's: a picture that they lack need not stop a site that shows none of them.
    if (isJekylls && !sourceOf(eleventyConfig, author.picture) && !isExternal(author.picture)) {
      eleventyConfig.logger.log(`indigo: ${option} names a file that does not exist: "${author.picture}".`);
      author.picture = undefined;
    } else publishFile(eleventyConfig, option, author.picture);
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

/** A schema gives keys in its own order; that of the links is the author's. */
function inOrderGiven(options: unknown, social: CheckedOptions["social"]): SocialLink[] {
  const given = Object.keys((options as { social?: object } | undefined)?.social ?? {}) as SocialService[];
  return given.flatMap((service) => {
    const account = social[service];
    return account === undefined ? [] : [socialLink(service, account)];
  });
}
