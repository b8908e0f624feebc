import * as z from "zod";
import { account } from "../accounts/schema.js";
import { file, link, text } from "../utils/schema-values.js";
import { orcid } from "./coauthors.js";

/** An e-mail address. */
export const email = z.email({ error: 'must be an e-mail address such as "me@example.org"' });

const details = z.strictObject({
  /** Full name. */
  name: text,

  /** Other forms of the name in publications. Initials, order and accents match without them. @default [] */
  names: z.array(text).default([]),

  /** E-mail address, shown in the feed only. */
  email: email.optional(),

  /** Home page of the author. */
  url: link.optional(),
});

/** The site's author: a name, or a name with contact data. */
export const author = z.union([text.transform((name) => ({ name, names: [] as string[] })), details]);

/** A validated affiliation. */
export interface Affiliation {
  name: string;
  url?: string | undefined;
}

/** An institution that an author works at: its name, or that with its home page. */
export const affiliation = z
  .union([
    text,
    z.strictObject({
      /** Name, with the department and the place if you like. @example "Analytical Lab, London" */
      name: text,

      /** Home page. */
      url: link.optional(),
    }),
  ])
  .transform((one): Affiliation => (typeof one === "string" ? { name: one } : one));

/** An author of posts, named as `author: key` in the front matter of a post. */
export const postAuthor = z.strictObject({
  /** Full name. */
  name: text,

  /** One line about the author, under the name. */
  bio: text.optional(),

  /** Image of the author, best square: a file of the site, which the plugin copies, or a full URL. */
  picture: file.optional(),

  /** Handle at X, with or without `@`, which is mentioned when a reader shares the post. */
  x: account.optional(),

  /** Home page of the author. */
  url: link.optional(),

  /** E-mail address, shown if a post names them as its corresponding author. */
  email: email.optional(),

  /** ORCID iD, or the URL of the profile. */
  orcid: orcid.optional(),

  /** Institution, or a list of them: names, or `{ name, url }`. Posts show them below their titles. */
  affiliations: z.union([z.array(affiliation), affiliation.transform((one) => [one])]).optional(),
});

/** A validated author of posts. */
export type PostAuthor = z.output<typeof postAuthor>;
