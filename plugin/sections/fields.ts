import * as z from "zod";
import { file, link, text } from "../utils/schema-values.js";

/** Text in Markdown, of one line or more. */
export const markdown = z
  .string()
  .trim()
  .refine((value) => value !== "", { error: "must not be empty" });

/** Text, or a number that stands for it: a term `2024`, a code `101`. */
export const label = z.union([text, z.number().transform(String)]);

/** Further links. */
export const links = z
  .array(
    z.strictObject({
      /** The words of the link. */
      label: text,

      /** Where it leads: a path of the site, or a full address. */
      url: link,
    }),
  )
  .default([]);

/** An e-mail address. */
export const email = z.email({ error: 'must be an e-mail address such as "me@example.org"' });

/** What every section's entries may have. */
export const common = {
  /** Where its title leads: a full address or a path of the site. The default is its own page, if it has one. */
  url: link.optional(),

  /** Further links: `[{ label: Code, url: https://… }]`. @default [] */
  links,

  /** Its place among the files of a folder, which else are in the order of their names. */
  order: z.number().optional(),
};

export { file, link, text };
