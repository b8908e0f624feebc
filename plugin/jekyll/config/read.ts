import { existsSync } from "node:fs";
import * as z from "zod";
import { postAuthor } from "../../options/author.js";
import { type IndigoOptions, optionsSchema } from "../../options/options.js";
import { IndigoError } from "../../utils/errors.js";
import { readText } from "../../utils/read-text.js";
import { isRecord, ownValue, withoutUndefined } from "../../utils/records.js";
import { describeIssues } from "../../utils/validate.js";
import { floatEntries, readRubyYaml } from "../yaml/index.js";
import { configAuthor, type IndigoConfig, indigoConfig } from "./schema.js";
import { scholarFiles, scholarStyle } from "./scholar.js";
import { type ConfigSocial, configSocial } from "./social-links.js";

/** A site's `_config.yml`: as options of the plugin, and as written. */
export interface ConfigFile {
  /** Its keys as options of the plugin. */
  options: IndigoOptions;
  /** All its keys, which pages read as `site`, as far as they are valid. */
  values: IndigoConfig;
  /** Its keys as written, but for those that the plugin reads from `values`. */
  written: Readonly<Record<string, unknown>>;
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
 * @returns Without the keys that have a value of the wrong type, each with a hint: Jekyll builds such a site.
 * @throws IndigoError if the file does not exist or is invalid YAML.
 */
export function readConfigFile(file: string, optionPlace: string): ConfigFile {
  if (!existsSync(file)) {
    throw new IndigoError(`option "config" in ${optionPlace} names a file that does not exist: "${file}".`);
  }
  const { value, exact, place } = readRubyYaml(readText(file), file);
  if (value !== undefined && !isRecord(value))
    throw new IndigoError(`${file} must be a list of keys and values, such as "title: Home".`);
  const written = value ?? {};
  const { valid, hints } = validKeys(indigoConfig, withoutEmpty(written), place, (key) => [key]);
  const values = valid as IndigoConfig;
  const socialLinks = configSocial(values, place);
  const authors = readAuthors(values.authors ?? {}, place);
  const options = toOptions(values, socialLinks);
  const validOptions = validKeys(optionsSchema, options, place, (option) => [keyOf(option)]);
  const where = (option: string): string | undefined => {
    const service = /^social\.(.*)$/.exec(option)?.[1];
    const key = service !== undefined ? (socialLinks.keys.get(service) ?? option) : keyOf(option);
    return key in values ? `key "${key}" in ${place([key])}` : undefined;
  };
  return {
    // As written, since the schema is applied to them once more.
    options: {
      ...Object.fromEntries(Object.entries(options).filter(([option]) => option in validOptions.valid)),
      authors: authors.valid,
    },
    values: { ...values, ...ownFloats(exact) },
    written: Object.fromEntries(Object.entries(written).filter(([key]) => !pluginKeys.has(key))),
    hints: [
      ...hints,
      ...validOptions.hints,
      ...authors.hints,
      ...disqusHints(values, place),
      ...socialLinks.hints,
    ],
    where,
  };
}

/** Returns the key of `_config.yml` that an option comes from. */
const keyOf = (option: string): string => keys[option as keyof IndigoOptions] ?? option;

/** Returns the keys that only templates read, with each number as Ruby prints it. */
const ownFloats = (exact: unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(isRecord(exact) ? floatEntries(exact) : {}).filter(
      ([key]) => !(key in indigoConfig.shape),
    ),
  );

/** Keys that the plugin reads where it reads `site` as templates do. */
const pluginKeys = new Set(["baseurl", "exclude", "future", "include"]);

type Place = (path: readonly PropertyKey[]) => string;

/** Validates each key of an object by itself. Returns those that are valid, and a hint for each problem of another. */
function validKeys(
  schema: z.ZodObject,
  values: Readonly<Record<string, unknown>>,
  place: Place,
  pathOf: (key: string) => string[],
): { valid: Record<string, unknown>; hints: string[] } {
  const valid: Record<string, unknown> = {};
  const hints: string[] = [];
  for (const [key, value] of Object.entries(values)) {
    const keySchema = ownValue(schema.shape, key);
    const result = keySchema && z.safeParse(keySchema, value, { reportInput: true });
    if (!result || result.success) {
      const output = result ? result.data : value;
      if (output !== undefined) valid[key] = output;
      continue;
    }
    const [name = key] = pathOf(key);
    hints.push(...problemsOf(result.error.issues, keySchema, value, name, place));
  }
  return { valid, hints };
}

/** Returns a sentence for each issue with the value of a key. */
function problemsOf(
  issues: readonly z.core.$ZodIssue[],
  schema: z.core.$ZodType,
  value: unknown,
  name: string,
  place: Place,
): string[] {
  const owned = issues.map((issue) => ({ ...issue, path: [name, ...issue.path] }));
  return describeIssues(
    owned,
    z.object({ [name]: schema }),
    { [name]: value },
    {
      noun: "key",
      place,
      instead: () => "it has no effect",
    },
  );
}

/** Reads the authors of posts. An invalid one, or an invalid key of one, does not cost the others. */
function readAuthors(
  authors: Readonly<Record<string, unknown>>,
  place: Place,
): { valid: NonNullable<IndigoOptions["authors"]>; hints: string[] } {
  const valid: NonNullable<IndigoOptions["authors"]> = {};
  const hints: string[] = [];
  for (const [key, written] of Object.entries(authors)) {
    const where = `key "authors.${key}" in ${place(["authors", key])}`;
    if (!isRecord(written)) {
      hints.push(`${where} must be a group of named values, such as "name: Ada"; it has no effect.`);
      continue;
    }
    const inAuthor: Place = (path) => place(["authors", key, ...path]);
    const pathOf = (name: string): string[] => [`authors.${key}.${name === "x" ? "twitter" : name}`];
    const read = validKeys(configAuthor, written, inAuthor, pathOf);
    const { name, bio, picture, twitter } = read.valid as z.output<typeof configAuthor>;
    const fields = validKeys(
      postAuthor,
      withoutUndefined({ name, bio, picture, x: twitter }),
      inAuthor,
      pathOf,
    );
    hints.push(...read.hints, ...fields.hints);
    if (name === undefined) hints.push(`${where} has no "name", so that it has no effect.`);
    else valid[key] = { ...withoutUndefined(fields.valid), name };
  }
  return { valid, hints };
}

/** Warns of comments that no post has: Indigo compares the categories of posts with those of `disqus`. */
function disqusHints({ disqus }: IndigoConfig, place: Place): string[] {
  if (!disqus?.shortname || disqus.isForAll || (disqus.categories?.length ?? 0) > 0) return [];
  return [
    `key "disqus" in ${place(["disqus"])} has no categories, so that no post has comments: add them as in Indigo, such as "categories: [blog]" after "shortname: ${disqus.shortname}".`,
  ];
}

/**
 * Removes empty keys, also of `authors`, and `disqus` if all its keys are empty. Jekyll ignores them too. Removes authors that
 * are no mapping: Indigo looks for one by its key.
 */
function withoutEmpty(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const isEmpty = (inner: unknown): boolean => inner === null || inner === undefined || inner === "";
  const filled = (inner: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(inner).filter(([, value]) => !isEmpty(value)));
  const entries = Object.entries(values).map(([key, inner]) => {
    if (key === "disqus" && isRecord(inner))
      return [key, Object.values(inner).every(isEmpty) ? null : filled(inner)];
    if (key !== "authors" || !isRecord(inner)) return [key, inner];
    const authors = Object.entries(inner).map(([name, author]) => [
      name,
      isRecord(author) ? filled(author) : author,
    ]);
    return [key, filled(Object.fromEntries(authors))];
  });
  return filled(Object.fromEntries(entries));
}

/** Converts keys to options. What `_config.yml` does not turn on is off, unlike in the plugin's defaults. */
function toOptions(config: IndigoConfig, { social }: ConfigSocial): IndigoOptions {
  const darkTheme = config["dark-theme"];
  const advance = config["post-advance-links"];
  const shortname = config.disqus?.shortname;
  const { categories, isForAll } = config.disqus ?? {};
  const options: { [K in keyof IndigoOptions]: IndigoOptions[K] | undefined } = {
    // Older sites of Indigo, and many of Jekyll, have their title in `name`.
    title: config.title ?? config.name,
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
    bibliography: scholarFiles(config.scholar),
    citationStyle: scholarStyle(config.scholar),
    analytics: withoutUndefined({ google: config["analytics-google"] }),
    comments:
      shortname && (isForAll || (categories?.length ?? 0) > 0)
        ? { disqus: { shortname, categories } }
        : undefined,
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
