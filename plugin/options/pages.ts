import * as z from "zod";
import type { PageName } from "./routes.js";
import { type SectionPageName, sectionPageNames } from "./sections.js";

/** The pages that the theme makes where the site has none at their address; `false` leaves one out. */
export const pages = z.strictObject({
  /** `/`: header and navigation. @default true */
  home: z.boolean().default(true),

  /** `/blog/`: the posts, newest first. Made where the site has posts or `blog` is true. @default true */
  blog: z.boolean().default(true),

  /** `/projects/`: the posts with `projects: true`. Made where there are some, `projects` is true, or
   * the section of that name is on. @default true */
  projects: z.boolean().default(true),

  /** `/tags/`: every tag with its posts. Made where posts have tags. @default true */
  tags: z.boolean().default(true),

  /** `/publications/`: every publication, with filters, `/publications.bib` and `/publications.json`. Made where there are any. @default true */
  publications: z.boolean().default(true),

  /** `/publications/ID/`: a page for each, with what Google Scholar reads. @default true */
  publication: z.boolean().default(true),

  // `/news/`, `/talks/` …: one for each section that has a page.
  ...(Object.fromEntries(sectionPageNames.map((name) => [name, z.boolean().default(true)])) as Record<
    SectionPageName,
    z.ZodDefault<z.ZodBoolean>
  >),

  /** `/search/`: a field to search the site. Made with `search`. @default true */
  search: z.boolean().default(true),

  /** `/404.html`: what a host shows for an address that is not there. @default true */
  notFound: z.boolean().default(true),

  /** `/feed.xml`: the newest posts as Atom. Needs `url`. @default true */
  feed: z.boolean().default(true),

  /** `/sitemap.xml`: every page, for search engines. Needs `url`. @default true */
  sitemap: z.boolean().default(true),

  /** `/robots.txt`: lets every robot in and names the sitemap. @default true */
  robots: z.boolean().default(true),
} satisfies Record<PageName, z.ZodType>);
