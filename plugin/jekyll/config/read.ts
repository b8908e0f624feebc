import { existsSync } from "node:fs";
import type { IndigoOptions } from "../../options/options.js";
import { IndigoError } from "../../utils/errors.js";
import { readText } from "../../utils/read-text.js";
import { isRecord, withoutUndefined } from "../../utils/records.js";
import { validate } from "../../utils/validate.js";
import { readRubyYaml } from "../yaml.js";
import { type IndigoConfig, indigoConfig } from "./schema.js";
import { type ConfigSocial, configSocial } from "./social-links.js";

/** A site's `_config.yml`: as options of the plugin, and as written. */
export interface ConfigFile {
  /** Its keys as options of the plugin. */
  options: IndigoOptions;
  /** All its keys, which pages read as `site`. */
  values: IndigoConfig;
  /** Warnings to the author. */
  hints: string[];
  /** Returns the key of an option for messages, such as `key "picture_hd" in _config.yml:8`. Accepts `social.orcid` too. */
  where(option: string): string | undefined;
}

/** The keys of options with another name. */
const keys: Partial<Record<keyof IndigoOptions, string>> = {
  pictureHd: "picture_hd",
  resume: "resume-url",
  theme: "dark-theme",
  language: "lang",
  timeZone: "timezone",
};

/**
 * Reads and validates an Indigo `_config.yml`.
 *
 * @param file - Its path, relative to the working folder.
 * @param optionPlace - The file that sets the option `config`, for messages.
 * @throws IndigoError if the file does not exist or is invalid YAML, or if a known key has a value of the wrong type.
 */
export function readConfigFile(file: string, optionPlace: string): ConfigFile {
  if (!existsSync(file)) {
    throw new IndigoError(`option "config" in ${optionPlace} names a file that does not exist: "${file}".`);
  }
  const { value, place } = readRubyYaml(readText(file), file);
  const values = validate(indigoConfig, withoutEmpty(value ?? {}), { noun: "key", place });
  const socialLinks = configSocial(values, place);
  return {
    options: toOptions(values, socialLinks),
    values,
    hints: socialLinks.hints,
    where: (option) => {
      const service = /^social\.(.*)$/.exec(option)?.[1];
      const key =
        service !== undefined
          ? (socialLinks.keys.get(service) ?? option)
          : (keys[option as keyof IndigoOptions] ?? option);
      return key in values ? `key "${key}" in ${place([key])}` : undefined;
    },
  };
}

/** Removes empty keys, and `disqus` if all its keys are empty. Jekyll ignores them too. */
function withoutEmpty(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const isEmpty = (inner: unknown): boolean => inner === null || inner === "";
  const entries = Object.entries(value).map(([key, inner]) =>
    key === "disqus" && isRecord(inner) && Object.values(inner).every(isEmpty) ? [key, null] : [key, inner],
  );
  return Object.fromEntries(entries.filter(([, inner]) => !isEmpty(inner)));
}

/** Converts keys to options. What `_config.yml` does not turn on is off, unlike in the plugin's defaults. */
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
    // Relative to the home page, whose URL has no parent folder.
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
