import * as z from "zod";
import { navigationItem } from "../../options/navigation.js";
import { siteUrl, text, timeZone } from "../../utils/schema-values.js";

const flag = z.boolean().optional();

/** A scalar of YAML as text: Ruby converts a number, a date or `true` where Jekyll shows it. */
const word = z.union([
  text,
  z.number().transform(String),
  z.boolean().transform(String),
  z.date().transform((date) => date.toISOString().slice(0, 10)),
]);

/** A word, or a list of them, in which Jekyll ignores everything else. */
const wordList = z
  .union([
    word.transform((one) => [one]),
    z.array(z.unknown()).transform((items) =>
      items.flatMap((item) => {
        const { data } = word.safeParse(item);
        return data === undefined ? [] : [data];
      }),
    ),
  ])
  .optional();

/** An author of posts. */
export const configAuthor = z.looseObject({
  name: word.optional(),
  bio: word.optional(),
  "external-image": flag,
  picture: word.optional(),
  twitter: word.optional(),
});

/** An entry of `defaults`. Jekyll compares its type with the names of collections. */
const configDefault = z.looseObject({
  scope: z
    .looseObject({
      path: z
        .string()
        .nullish()
        .transform((path) => path ?? ""),
      type: z.string().nullish(),
    })
    .nullish()
    .transform((scope) => ({ ...scope, path: scope?.path ?? "", type: scope?.type ?? undefined })),
  values: z.record(z.string(), z.unknown()),
});

/**
 * Validates the keys of Indigo and Jekyll in `_config.yml`. Keeps all other keys.
 *
 * @see https://github.com/sergiokopplin/indigo/blob/gh-pages/_config.yml
 */
export const indigoConfig = z.looseObject({
  title: word.optional(),
  name: word.optional(),
  bio: word.optional(),
  description: word.optional(),
  lang: word.transform((tag) => tag.replaceAll("_", "-")).optional(),
  url: siteUrl.optional(),
  baseurl: word.optional(),
  permalink: word.optional(),
  timezone: timeZone.optional(),
  "external-image": flag,
  picture: word.optional(),
  picture_hd: word.optional(),
  "dark-theme": z.union([z.literal("auto"), z.boolean()]).optional(),
  resume: flag,
  "resume-external": flag,
  "resume-url": word.optional(),
  "analytics-google": word.optional(),
  disqus: z
    .union([
      z.literal(false).transform(() => undefined),
      // As the versions of Indigo had it that show comments on every post.
      word.transform((shortname) => ({ shortname, categories: undefined, isForAll: true })),
      z
        .looseObject({ shortname: word.optional(), categories: wordList })
        .transform((values) => ({ ...values, isForAll: false })),
    ])
    .optional(),
  facebook: word.optional(),
  twitter: z
    .union([word, z.looseObject({ username: word.optional() }).transform(({ username }) => username)])
    .optional(),
  author: z.union([word, z.looseObject({ name: word.optional() }).transform(({ name }) => name)]).optional(),
  instagram: word.optional(),
  linkedin: word.optional(),
  github: word.optional(),
  email: word.optional(),
  navigation: z.array(navigationItem).optional(),
  authors: z.record(z.string(), z.unknown()).optional(),
  width: z.enum(["normal", "large"]).optional(),
  projects: flag,
  about: flag,
  blog: flag,
  "read-time": flag,
  "show-tags": flag,
  related: flag,
  "post-advance-links": wordList,
  "show-author": flag,
  animation: flag,
  defaults: z.array(configDefault).optional(),
  exclude: wordList,
  include: wordList,
  future: flag,
});

/** A validated `_config.yml`. */
export type IndigoConfig = z.output<typeof indigoConfig>;
