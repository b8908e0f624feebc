import * as z from "zod";
import { file, link, text } from "../utils/schema-values.js";

/** Markdown of one line or more. */
export const markdown = z
  .string()
  .trim()
  .refine((value) => value !== "", { error: "must not be empty" });

/** Text, or a number that is read as text: a term `2024`, a code `101`. */
export const label = z.union([text, z.number().transform(String)]);

/** Additional links. */
export const links = z
  .array(
    z.strictObject({
      /** Text of the link. */
      label: text,

      /** URL of the link: a path of the site, or a full URL. */
      url: link,
    }),
  )
  .default([]);

/** An e-mail address. */
export const email = z.email({ error: 'must be an e-mail address such as "me@example.org"' });

/** The fields that the entries of every list section have. */
export const common = {
  /** URL that the title links: a full URL, or a path of the site. The default is the entry's own page, if it has one. */
  url: link.optional(),

  /** Additional links: `[{ label: Code, url: https://… }]`. @default [] */
  links,

  /** Position among the files of a folder. Files without it follow, by name. */
  order: z.number().optional(),
};

/**
 * The fields of entries that may name others: people, projects, talks, publications and posts. Each is a list of ids, or one
 * id; they are read when all ids are known, so that an invalid one is a warning. Other themes may have other things in them.
 */
export const connected = {
  /** Name by which others name it. The default is that of its file in a folder, else its name or title, as in a URL. */
  id: z.unknown().optional(),

  /** Ids of people, of a talk its speakers. */
  people: z.unknown().optional(),

  /** Ids of projects. */
  projects: z.unknown().optional(),

  /** Ids of talks. */
  talks: z.unknown().optional(),

  /** Ids of publications. */
  publications: z.unknown().optional(),

  /** The same as `publications`. */
  publication: z.unknown().optional(),

  /** Names of posts, as in their URLs, or whole URLs such as `/blog/first/`. */
  posts: z.unknown().optional(),
};

export { file, link, text };
