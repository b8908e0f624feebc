import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { publishFile, rootUrl } from "./assets.js";
import { configFileName, type EleventyConfig } from "./eleventy.js";
import { type CheckedOptions, type IndigoOptions, parseOptions } from "./options.js";
import type { NavigationItem } from "./schemas/navigation.js";
import type { SocialService } from "./schemas/social.js";
import { isExternal } from "./schemas/values.js";
import { type SocialLink, socialLink } from "./social.js";
import { strings } from "./strings.js";

type Resolved = Omit<CheckedOptions, "social" | "resume" | "author">;

/** The site as layouts and pages see it: global data `site`. */
export interface Site extends Resolved {
  author: { name: string; email?: string | undefined; url?: string | undefined };
  social: SocialLink[];
  resume?: NavigationItem;
  strings: typeof strings;

  /** Indigo's own name for `pictureHd`. */
  picture_hd?: string;
  /** Indigo's own name for whether `picture` is at another host. */
  "external-image": boolean;
}

/**
 * Makes the one `Site` of an author's options, and has the files that they name copied.
 *
 * @throws IndigoError for what is wrong in the options.
 */
export function resolveSite(eleventyConfig: EleventyConfig, options: unknown): Site {
  const configFile = configFileName();
  const { social, resume, author, ...rest } = parseOptions(options, configFile);
  for (const [option, file] of Object.entries({ picture: rest.picture, pictureHd: rest.pictureHd, resume })) {
    if (file !== undefined) publishFile(eleventyConfig, option, file, configFile);
  }
  for (const hint of hints(eleventyConfig, options, configFile)) eleventyConfig.logger.log(`indigo: ${hint}`);
  const pictureHd = rest.pictureHd ?? rest.picture;
  return {
    ...rest,
    author: author ?? { name: rest.title },
    social: inOrderGiven(options, social),
    ...(resume && { resume: { label: strings.resume, url: rootUrl(resume) } }),
    strings,
    ...(pictureHd && { pictureHd, picture_hd: pictureHd }),
    "external-image": isExternal(rest.picture ?? ""),
  };
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
