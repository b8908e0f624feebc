import { existsSync } from "node:fs";
import type { IndigoOptions } from "../../options/options.js";
import { readDataFile } from "../../utils/data-file.js";
import { IndigoError } from "../../utils/errors.js";
import { isRecord, withoutUndefined } from "../../utils/records.js";
import { validate } from "../../utils/validate.js";
import { type ConfigSocial, configSocial } from "./accounts.js";
import { type IndigoConfig, indigoConfig } from "./schema.js";

/** A site's `_config.yml`, in the theme's terms and in its own. */
export interface ConfigFile {
  /** Its settings as the plugin's options. */
  options: IndigoOptions;
  /** Everything in it, by Jekyll's names, since pages refer to it as `site`. */
  values: IndigoConfig;
  /** What the author should know although the site builds. */
  hints: string[];
  /** The key that stands behind an option, for messages: `key "picture_hd" in _config.yml:8`. Also of `social.orcid`. */
  where(option: string): string | undefined;
}

/** Which key an option comes from, where the two differ. */
const keys: Partial<Record<keyof IndigoOptions, string>> = {
  pictureHd: "picture_hd",
  resume: "resume-url",
  theme: "dark-theme",
  language: "lang",
  timeZone: "timezone",
};

/**
 * Reads an Indigo `_config.yml` as it is.
 *
 * @param file - Its path, from the folder in which Eleventy runs.
 * @throws IndigoError for a file that is not there or malformed, and for a known key of a wrong type.
 */
export function readConfigFile(file: string, optionPlace: string): ConfigFile {
  if (!existsSync(file)) {
    throw new IndigoError(`option "config" in ${optionPlace} names a file that does not exist: "${file}".`);
  }
  const { value, place } = readDataFile(file);
  const values = validate(indigoConfig, withoutEmpty(value ?? {}), { noun: "key", place });
  const accounts = configSocial(values, place);
  return {
    options: toOptions(values, accounts),
    values,
    hints: accounts.hints,
    where: (option) => {
      const service = /^social\.(.*)$/.exec(option)?.[1];
      const key =
        service !== undefined
          ? (accounts.keys.get(service) ?? option)
          : (keys[option as keyof IndigoOptions] ?? option);
      return key in values ? `key "${key}" in ${place([key])}` : undefined;
    },
  };
}

/** A key with nothing behind it, or an empty text, counts as none; so does a service with nothing behind its keys. */
function withoutEmpty(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const isEmpty = (inner: unknown): boolean => inner === null || inner === "";
  const services = Object.entries(value).map(([key, inner]) =>
    key === "disqus" && isRecord(inner) && Object.values(inner).every(isEmpty) ? [key, null] : [key, inner],
  );
  return Object.fromEntries(services.filter(([, inner]) => !isEmpty(inner)));
}

/** Indigo shows nothing that its file does not turn on, unlike the plugin's own defaults. */
function toOptions(config: IndigoConfig, { social }: ConfigSocial): IndigoOptions {
  const darkTheme = config["dark-theme"];
  const advance = config["post-advance-links"];
  const shortname = config.disqus?.shortname;
  const categories = config.disqus?.categories;
  const options: { [K in keyof IndigoOptions]: IndigoOptions[K] | undefined } = {
    title: config.title,
    bio: config.bio,
    description: config.description,
    language: config.lang,
    url: config.url,
    timeZone: config.timezone,
    author: config.author,
    permalink: config.permalink,
    defaults: config.defaults,
    picture: config.picture,
    pictureHd: config.picture_hd,
    theme: darkTheme === true ? "dark" : darkTheme === "auto" ? "auto" : "light",
    // Behind the site's address, which has nothing above it.
    resume: config.resume ? config["resume-url"]?.replace(/^(\.{1,2}\/)+/, "") : undefined,
    social,
    navigation: config.navigation,
    analytics: withoutUndefined({ google: config["analytics-google"] }),
    comments:
      shortname && categories && categories.length > 0 ? { disqus: { shortname, categories } } : undefined,
    authors: Object.fromEntries(
      Object.entries(config.authors ?? {}).map(([key, { name, bio, picture, twitter }]) => [
        key,
        withoutUndefined({ name, bio, picture, x: twitter }),
      ]),
    ),
    width: config.width,
    blog: config.blog ?? false,
    projects: config.projects ?? false,
    about: config.about ?? false,
    readTime: config["read-time"] ?? false,
    showTags: config["show-tags"] ?? false,
    related: config.related ?? false,
    postAdvanceLinks: advance ?? false,
    showAuthor: config["show-author"] ?? false,
    animation: config.animation ?? false,
  };
  return withoutUndefined(options);
}
