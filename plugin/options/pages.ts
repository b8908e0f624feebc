import * as z from "zod";
import type { PageName } from "./routes.js";
import { type SectionPageName, sectionPageNames } from "./sections.js";

/** The pages that the theme creates, unless the site has one with the same URL. `false` turns one off. */
export const pages = z.strictObject({
  /** `/`: header and navigation. @default true */
  home: z.boolean().default(true),

  /** `/blog/`: the posts, newest first. Created if the site has posts or `blog` is true. @default true */
  blog: z.boolean().default(true),

  /** `/projects/`: the posts with `projects: true`. Created if there are any, if `projects` is true, or if the section
   * `projects` is on. @default true */
  projects: z.boolean().default(true),

  /** `/tags/`: every tag with its posts. Created if posts have tags. @default true */
  tags: z.boolean().default(true),

  /** `/publications/`: every publication, with filters, `/publications.bib` and `/publications.json`. Created if the site
   * has publications. @default true */
  publications: z.boolean().default(true),

  /** `/publications/ID/`: a page for each publication, with metadata for Google Scholar. @default true */
  publication: z.boolean().default(true),

  // `/news/`, `/talks/` …: one for each section with a page.
  ...(Object.fromEntries(sectionPageNames.map((name) => [name, z.boolean().default(true)])) as Record<
    SectionPageName,
    z.ZodDefault<z.ZodBoolean>
  >),

  /** `/search/`: a search field. Created if `search` is true. @default true */
  search: z.boolean().default(true),

  /** `/404.html`: the page that a host shows for a URL that does not exist. @default true */
  notFound: z.boolean().default(true),

  /** `/feed.xml`: an Atom feed of the newest posts. Needs `url`. @default true */
  feed: z.boolean().default(true),

  /** `/sitemap.xml`: all pages, for search engines. Needs `url`. @default true */
  sitemap: z.boolean().default(true),

  /** `/robots.txt`: allows all robots and names the sitemap. @default true */
  robots: z.boolean().default(true),

  /** `/llms.txt`: an overview of the site for language models, in Markdown. Needs `url`. `true` turns it on, as it is a
   * proposal that not every author wants. @default false */
  llms: z.boolean().default(false),
} satisfies Record<PageName, z.ZodType>);
