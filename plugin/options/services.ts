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

/** Comments on posts. Nothing is loaded before a reader requests them. */
export const comments = z.strictObject({
  /** Disqus, by the shortname of the site. */
  disqus: z
    .strictObject({
      shortname,
      /** Only posts of these categories have comments. The default is all posts. */
      categories,
    })
    .optional(),

  /** giscus: comments as discussions of a GitHub repository, with the values from giscus.app. */
  giscus: z
    .strictObject({
      repo: repository,
      repoId: id("R_kgDOG"),
      category: text,
      categoryId: id("DIC_kwDOG"),
      /** How giscus finds the discussion of a post. @default "pathname" */
      mapping: z.enum(["pathname", "url", "title", "og:title"]).default("pathname"),
      /** Only posts of these categories have comments. The default is all posts. */
      categories,
    })
    .optional(),
});

/** Analytics services. Each one that is set loads its script on every page. */
export const analytics = z.strictObject({
  /** Google Analytics, by measurement id. @example "G-XXXXXXXXXX" */
  google: id("G-XXXXXXXXXX").optional(),

  /** Plausible, by the site's domain. @example "example.org" */
  plausible: id("example.org").optional(),

  /** GoatCounter, by the site's code, or the full URL of a self-hosted endpoint. @example "edwardhu" */
  goatcounter: text
    .refine((value) => isExternal(value) || /^[\w-]+$/.test(value), {
      error: 'must be a code such as "edwardhu" or a full URL such as "https://stats.example.org/count"',
    })
    .optional(),
});

/** A service to share a post at, as a plain link. */
export const shareService = z.enum(["x", "facebook", "linkedin", "bluesky", "mastodon", "email"]);

const instance = text
  .transform((value) => value.replace(/^https:\/\//i, "").replace(/\/+$/, ""))
  .refine((host) => /^(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+[\p{L}\d-]{2,}(?::\d{1,5})?$/u.test(host), {
    error: 'must be the host of a Mastodon server such as "mastodon.social"',
  });

/** A service to share a post at, or Mastodon with the server at which readers share; else they choose one. */
export const shareTarget = z.union([
  z.strictObject({
    /** Host of the server. @example "mastodon.social" */
    mastodon: instance,
  }),
  shareService,
]);

/** How links to share a post look. */
export const shareStyle = z.enum(["indigo", "quiet"]);

/** A validated service, or a Mastodon server. */
export type ShareTarget = z.output<typeof shareTarget>;

/** The name of a share service. */
export type ShareService = z.output<typeof shareService>;
