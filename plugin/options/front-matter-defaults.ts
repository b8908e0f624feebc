import * as z from "zod";

/**
 * Default front matter of files.
 *
 * @see https://jekyllrb.com/docs/configuration/front-matter-defaults/
 */
export const frontMatterDefault = z.looseObject({
  /** The files to which the defaults apply. Other keys than these two are ignored, as in Jekyll. */
  scope: z
    .looseObject({
      /** Folder or file, from the input folder. An empty text matches all files; `*` matches any name. */
      path: z.string().default(""),
      /** Kind of file: `posts`, `drafts` or `pages`. Another kind, such as a collection of Jekyll, matches no file. */
      type: z.string().optional(),
    })
    .prefault({}),

  /** The front matter. */
  values: z.record(z.string(), z.unknown()),
});

/** A validated entry of the option `defaults`. */
export type FrontMatterDefault = z.output<typeof frontMatterDefault>;
