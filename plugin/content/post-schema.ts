import * as z from "zod";
import { link, text } from "../utils/schema-values.js";

/** One word, a list of them, or nothing. */
const words = z
  .union([z.array(z.coerce.string()), z.string().transform((word) => [word])])
  .nullish()
  .transform((given) => (given ?? []).map((word) => word.trim()).filter(Boolean));

const optionalText = z.union([text, z.literal(""), z.number().transform(String)]).nullish();
const flag = z.boolean().nullish();

/** The front matter of a post that the theme reads; Eleventy reads `date`, `layout` and `permalink`. */
export const postFields = z.object({
  /** What it is called. The default is the name of its file. */
  title: optionalText.transform((value) => value || undefined),

  /** A sentence about it, for search engines and shared links. */
  description: optionalText.transform((value) => value || undefined),

  /** What it is about. */
  tags: words,

  /** Which list it belongs to: `blog`, `project` or others of the site's own. One may stand as `category`. */
  category: words,
  categories: words,

  /** Marked in lists. @default false */
  star: flag.transform(Boolean),

  /** In no list, though at its address. @default false */
  hidden: flag.transform(Boolean),

  /** Whether it stands among the projects. @default false */
  // A list is no post's: it is the data of a site that has a file of that name.
  projects: z.union([flag, z.array(z.unknown())]).transform((value) => value === true),

  /** Where its entry in a list leads instead of to the post. */
  externalLink: z
    .union([link, z.literal(false), z.literal("")])
    .nullish()
    .transform((value) => value || undefined),

  /** Name of a series that it is part of, told where it is related to another. */
  series: optionalText.transform((value) => value || undefined),

  /** Its picture, for shared links and, with `headerImage`, above the title. */
  image: z
    .union([link, z.literal(""), z.looseObject({ path: link }).transform(({ path }) => path)])
    .nullish()
    .transform((value) => value || undefined),
  headerImage: flag.transform(Boolean),

  /** Key of its author among `authors`. */
  author: optionalText.transform((value) => value || undefined),
});

/** The same, with the categories of both names as one list. */
export const postData = postFields.transform(({ category, ...data }) => ({
  ...data,
  categories: data.categories.length > 0 ? data.categories : category,
}));
