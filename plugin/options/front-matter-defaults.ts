import * as z from "zod";

/**
 * Front matter that files have unless they say otherwise.
 *
 * @see https://jekyllrb.com/docs/configuration/front-matter-defaults/
 */
export const frontMatterDefault = z.looseObject({
  /** Which files. Other keys than these two, such as the `layout` in Indigo's own file, narrow nothing in Jekyll either. */
  scope: z
    .looseObject({
      /** Folder or file, from the input folder; an empty text is all. `*` stands for any name. */
      path: z.string().default(""),
      /** Kind of file. */
      type: z.enum(["posts", "drafts", "pages"]).optional(),
    })
    .prefault({}),

  /** The front matter. */
  values: z.record(z.string(), z.unknown()),
});

/** Front matter by path, checked. */
export type FrontMatterDefault = z.output<typeof frontMatterDefault>;
