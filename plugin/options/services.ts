import * as z from "zod";
import { isExternal, text } from "../utils/schema-values.js";

const repository = text.refine((value) => /^[\w.-]+\/[\w.-]+$/.test(value), {
  error: 'must be a repository such as "edwardhu/edwardhu.github.io"',
});

const shortname = text.refine((value) => /^[\w-]+$/.test(value), {
  error: "must be the shortname that Disqus shows in its settings, of letters, digits and hyphens",
});

const id = (example: string) =>
  text.refine((value) => /^[\w./=-]+$/.test(value), { error: `must be an id such as "${example}"` });

const categories = z.array(text).optional();

/** Comments under posts. Nothing is loaded before a reader asks for it. */
export const comments = z.strictObject({
  /** Disqus, by the shortname of the site there. */
  disqus: z
    .strictObject({
      shortname,
      /** Only posts of these categories have comments. The default is all posts. */
      categories,
    })
    .optional(),

  /** giscus: comments as discussions of a GitHub repository, with the values that giscus.app gives. */
  giscus: z
    .strictObject({
      repo: repository,
      repoId: id("R_kgDOG"),
      category: text,
      categoryId: id("DIC_kwDOG"),
      /** What a discussion is found by. @default "pathname" */
      mapping: z.enum(["pathname", "url", "title", "og:title"]).default("pathname"),
      /** Only posts of these categories have comments. The default is all posts. */
      categories,
    })
    .optional(),
});

/** Services that count visits. Each loads its script on every page, and only where it is set. */
export const analytics = z.strictObject({
  /** Google Analytics, by its measurement id. @example "G-XXXXXXXXXX" */
  google: id("G-XXXXXXXXXX").optional(),

  /** Plausible, by the site's domain there. @example "example.org" */
  plausible: id("example.org").optional(),

  /** GoatCounter, by the code of the site there, or the full address of a count of one's own. @example "edwardhu" */
  goatcounter: text
    .refine((value) => isExternal(value) || /^[\w-]+$/.test(value), {
      error: 'must be a code such as "edwardhu" or a full address such as "https://stats.example.org/count"',
    })
    .optional(),
});

/** Where a reader can share a post; each is a plain link. */
export const shareService = z.enum(["x", "facebook", "linkedin", "bluesky", "mastodon", "email"]);

/** The name of a service to share a post at. */
export type ShareService = z.output<typeof shareService>;
