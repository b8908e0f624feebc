import * as z from "zod";
import { account } from "../accounts/schema.js";
import { file, link, text } from "../utils/schema-values.js";

const email = z.email({ error: 'must be an e-mail address such as "me@example.org"' });

const details = z.strictObject({
  /** Full name. */
  name: text,

  /** Other forms of the name in which publications have it; initials, order and accents are known without. @default [] */
  names: z.array(text).default([]),

  /** E-mail address, shown in the feed only. */
  email: email.optional(),

  /** Where the author is at home on the web. */
  url: link.optional(),
});

/** The site's author: a name, or a name with an address. */
export const author = z.union([text.transform((name) => ({ name, names: [] as string[] })), details]);

/** One of those who write posts, called by `author: key` in a post's front matter. */
export const postAuthor = z.strictObject({
  /** Full name. */
  name: text,

  /** One line about them, under the name. */
  bio: text.optional(),

  /** Picture, best square: a file of the site, which the plugin copies, or a full address. */
  picture: file.optional(),

  /** Handle at X, with or without `@`, named where a reader shares the post there. */
  x: account.optional(),

  /** Where they are at home on the web. */
  url: link.optional(),
});

/** An author of posts, checked. */
export type PostAuthor = z.output<typeof postAuthor>;
