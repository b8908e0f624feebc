import * as z from "zod";

/** What archives of posts can be by, in the order of lists of them. */
export const archiveKinds = ["years", "categories", "tags", "series"] as const;

/** A kind of archive. */
export type ArchiveKind = (typeof archiveKinds)[number];

/** Pages that each list some of the posts, with a feed. `true` is all of them. */
export const archives = z.union([
  z.boolean(),
  z.strictObject({
    /** `/tags/NAME/`: the posts with a tag, to which the tags of posts link then. @default false */
    tags: z.boolean().default(false),

    /** `/categories/NAME/`: the posts of a category. @default false */
    categories: z.boolean().default(false),

    /** `/years/2024/`: the posts of a year. @default false */
    years: z.boolean().default(false),

    /** `/series/NAME/`: the posts of a series in their order, to which its posts link then. @default false */
    series: z.boolean().default(false),
  }),
]);

/** Returns the kinds of archives that a site has. */
export const wantedArchives = (option: z.output<typeof archives>): readonly ArchiveKind[] =>
  archiveKinds.filter((kind) => (typeof option === "boolean" ? option : option[kind]));
