import * as z from "zod";
import { frontMatterDefault } from "../../options/front-matter-defaults.js";
import { navigationItem } from "../../options/navigation.js";
import { siteUrl, text, timeZone } from "../../utils/schema-values.js";

const flag = z.boolean().optional();
const textList = z.union([text.transform((word) => [word]), z.array(text)]).optional();

const author = z.looseObject({
  name: text,
  bio: text.optional(),
  "external-image": flag,
  picture: text.optional(),
  twitter: text.optional(),
});

/**
 * Validates the keys of Indigo and Jekyll in `_config.yml`. Keeps all other keys.
 *
 * @see https://github.com/sergiokopplin/indigo/blob/gh-pages/_config.yml
 */
export const indigoConfig = z.looseObject({
  title: text.optional(),
  bio: text.optional(),
  description: text.optional(),
  lang: text.optional(),
  url: siteUrl.optional(),
  baseurl: text.optional(),
  permalink: text.optional(),
  timezone: timeZone.optional(),
  "external-image": flag,
  picture: text.optional(),
  picture_hd: text.optional(),
  "dark-theme": z.union([z.literal("auto"), z.boolean()]).optional(),
  resume: flag,
  "resume-external": flag,
  "resume-url": text.optional(),
  "analytics-google": text.optional(),
  disqus: z
    .union([
      z.literal(false).transform(() => undefined),
      z.looseObject({ shortname: text.optional(), categories: textList }),
    ])
    .optional(),
  facebook: text.optional(),
  twitter: z
    .union([text, z.looseObject({ username: text.optional() }).transform(({ username }) => username)])
    .optional(),
  author: z.union([text, z.looseObject({ name: text.optional() }).transform(({ name }) => name)]).optional(),
  instagram: text.optional(),
  linkedin: text.optional(),
  github: text.optional(),
  email: text.optional(),
  navigation: z.array(navigationItem).optional(),
  authors: z.record(z.string(), author).optional(),
  width: z.enum(["normal", "large"]).optional(),
  projects: flag,
  about: flag,
  blog: flag,
  "read-time": flag,
  "show-tags": flag,
  related: flag,
  "post-advance-links": textList,
  "show-author": flag,
  animation: flag,
  defaults: z.array(frontMatterDefault).optional(),
  exclude: textList,
  include: textList,
  future: flag,
});

/** A validated `_config.yml`. */
export type IndigoConfig = z.output<typeof indigoConfig>;
