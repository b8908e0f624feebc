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

export { file, link, text };
