import * as z from "zod";
import { isRecord } from "../utils/records.js";
import { link, text } from "../utils/schema-values.js";

/** One word, a list of them, or nothing. */
const words = z
  .union([z.array(z.coerce.string()), z.string().transform((word) => [word])])
  .nullish()
  .transform((values) => (values ?? []).map((word) => word.trim()).filter(Boolean));

const optionalText = z
  .union([text, z.literal(""), z.number().transform(String)], { error: "must be text" })
  .nullish();
const flag = z.boolean().nullish();

/** Returns whether a value may be the author of a post, or several; `authorReader` reads it. */
function isAuthor(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => typeof item === "string" || isRecord(item));
  return value === null || ["undefined", "string", "number"].includes(typeof value) || isRecord(value);
}

/** The front matter of a post that the theme reads. Eleventy reads `date`, `layout` and `permalink`. */
export const postFields = z.object({
  /** Title. The default is the name of the file. */
  title: optionalText.transform((value) => value || undefined),

  /** One sentence about the post, for search engines and shared links. */
  description: optionalText.transform((value) => value || undefined),

  /** Subjects of the post. */
  tags: words,

  /** Lists that the post belongs to: `blog`, `project` or others of the site. A single one may be in `category`. */
  category: words,
  categories: words,

  /** Whether lists highlight it. @default false */
  star: flag.transform(Boolean),

  /** Whether it is in no list. It still has a page. @default false */
  hidden: flag.transform(Boolean),

  /** Whether it is among the projects. @default false */
  // A list or a text names projects, as on any page; a list may also come from a global data file of this name.
  projects: z.union([flag, z.array(z.unknown()), z.string()]).transform((value) => value === true),

  /** URL that its entry in a list links instead of the post. */
  externalLink: z
    .union([link, z.literal(false), z.literal("")])
    .nullish()
    .transform((value) => value || undefined),

  /** Name of the series that it is part of, shown among related posts. */
  series: optionalText.transform((value) => value || undefined),

  /** Its image, for shared links and, with `headerImage`, above the title. */
  image: z
    .union([link, z.literal(""), z.looseObject({ path: link }).transform(({ path }) => path)])
    .nullish()
    .transform((value) => value || undefined),
  headerImage: flag.transform(Boolean),

  /** Its author: a key of the option `authors`, the id of one of the people, a name, or a group of values; or a list of these. */
  author: z
    .custom<unknown>(isAuthor, { error: "must be text, a group with a name, or a list of these" })
    .optional(),

  /** The same, for authors who are shown below the title; read if there is no `author`. */
  authors: z.unknown().optional(),

  /** Institutions, which authors name by id. */
  affiliations: z.unknown().optional(),

  /** Whether it ends with how to cite it. Other themes have other values under this name. @default the option `citePosts` */
  citation: z
    .unknown()
    .optional()
    .transform((value) => (typeof value === "boolean" ? value : undefined)),
});

/** The schema of a post's front matter, with `category` and `categories` as one list. */
export const postData = postFields.transform(({ category, ...data }) => ({
  ...data,
  categories: data.categories.length > 0 ? data.categories : category,
}));
