import type { Author, Post } from "../content/index.js";
import type { EleventyConfig } from "../eleventy/api.js";
import { addFilter } from "../eleventy/filters.js";
import { callingPage } from "../eleventy/template-context.js";
import { warner } from "../eleventy/warnings.js";
import type { DateFormatter } from "../i18n/dates.js";
import type { PageLanguages } from "../options/page-language.js";
import type { Site } from "../options/site.js";
import {
  bibtexEntry,
  highwireTags,
  keyFromText,
  type MetaTag,
  nameFromText,
  type Publication,
  publication,
  toCsl,
} from "../publications/index.js";
import { configFileName } from "../utils/config-file-name.js";
import type { Citing } from "./citations.js";

/** How a post is cited. */
export interface PostCitation {
  /** The reference to it, as HTML, in the style and language of its page. */
  reference: string;
  bibtex: string;
  /** The `<meta>` elements of its page. */
  tags: MetaTag[];
}

interface PostLanguages extends PageLanguages {
  main: PageLanguages["main"] & { dates: DateFormatter };
  of(
    ...context: Parameters<PageLanguages["of"]>
  ): ReturnType<PageLanguages["of"]> & { authorsOf(post: Post): readonly Author[] };
}

/**
 * Adds the filter `indigoPostCitation`, which returns how a post is cited: a {@link PostCitation}; undefined unless the
 * option `citePosts` or the post's `citation` asks for it.
 */
export function addPostCitations(
  eleventyConfig: EleventyConfig,
  languages: PostLanguages,
  citing: Citing,
): void {
  const { main, absoluteUrl } = languages;
  const { citePosts, url } = main.site;
  if (citePosts && !url)
    warner(eleventyConfig)(
      `option "citePosts" in ${configFileName()} has no effect without "url", as references need the full URL of a post.`,
    );
  addFilter(eleventyConfig, "indigoPostCitation", function (post: Post | undefined):
    | PostCitation
    | undefined {
    if (!post || !url || !(post.citation ?? citePosts)) return undefined;
    const full = absoluteUrl(post.url);
    const { site, authorsOf } = languages.of(this);
    const authors = authorsOf(post);
    const work = postWork(post, authors, site, main.dates.iso(post.date), full);
    const { id = "" } = work;
    return {
      reference: citing.reference(work, callingPage(this)),
      // BibLaTeX has no type for posts of a blog; BibTeX takes `@online` as `@misc`.
      bibtex: bibtexEntry({ ...toCsl(work), type: "webpage" }, { key: id }),
      tags: [
        ...highwireTags(work, {
          ownFile: () => undefined,
          affiliations: (index) => authors[index]?.affiliations?.map(({ name }) => name) ?? [],
        }),
        { name: "citation_fulltext_html_url", content: full },
        { name: "citation_public_url", content: full },
      ],
    };
  });
}

/**
 * Returns a post as a work, which the blog is the venue of.
 *
 * @param day - Its date in the site's time zone: `2024-03-05`.
 * @param url - Its full URL.
 */
function postWork(post: Post, authors: readonly Author[], site: Site, day: string, url: string): Publication {
  const [year, month, dayOfMonth] = day.split("-").map(Number);
  const facts = {
    title: post.title,
    authors: authors.map(({ name, parts, orcid }) => {
      // A name in parts is cited as its author wrote it; the parts of others are found.
      const named = parts ?? (orcid === undefined ? undefined : nameFromText(name));
      return named ? { ...named, ...(orcid !== undefined && { orcid }) } : name;
    }),
    editors: [],
    venue: site.title,
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(dayOfMonth !== undefined && { day: dayOfMonth }),
    type: "post-weblog" as const,
    selected: false,
    links: [],
    url,
  };
  const work = publication(facts);
  const [first] = work.authors;
  const author = first?.family ?? first?.literal ?? "";
  return { ...work, id: keyFromText(`${author} ${year} ${post.title}`) || "post" };
}
