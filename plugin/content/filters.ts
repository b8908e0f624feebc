import type { CollectionItem, EleventyConfig, TemplateContext } from "../eleventy/api.js";
import { addFilter } from "../eleventy/filters.js";
import { warnerOnce } from "../eleventy/warnings.js";
import type { PageLanguages } from "../options/page-language.js";
import type { Site } from "../options/site.js";
import { isExternal } from "../utils/schema-values.js";
import type { Author } from "./authors.js";
import { bylineOf } from "./byline.js";
import { thread } from "./comments.js";
import { type Post, toPost } from "./post.js";
import type { Publishing } from "./publishing.js";
import { shareLinks } from "./share.js";
import { authorReader } from "./written-authors.js";

/** What a page in no collection has of Eleventy's `page`. */
type LonePage = Pick<CollectionItem, "inputPath" | "url" | "date"> & CollectionItem["page"];

/** Finds the site in the language of a page, and the authors of its posts. */
interface PostLanguages extends PageLanguages {
  of(context: TemplateContext): {
    site: Site;
    data: PageLanguages["main"]["data"];
    authorsOf(post: Post): readonly Author[];
    authorOf(post: Post): Author;
  };
}

/**
 * Adds the filters of posts: `indigoAuthor`, `indigoPostAuthors`, `indigoByline`, `indigoShareLinks` and `indigoComments`. Each
 * takes a post. `indigoMark` takes Eleventy's `page`, and returns the mark of a page that a build would leave out;
 * `indigoLonePost` takes it and the content, and returns the post of a page that is in no collection and so in no list.
 */
export function addPostFilters(
  eleventyConfig: EleventyConfig,
  languages: PostLanguages,
  publishing: Publishing,
): void {
  addFilter(eleventyConfig, "indigoMark", function (page?: { inputPath?: string }) {
    const mark = publishing.markOf(page?.inputPath ?? "");
    return mark && languages.of(this).site.strings[mark];
  });
  const readAuthors = authorReader(warnerOnce(eleventyConfig));
  addFilter(eleventyConfig, "indigoLonePost", function (page: LonePage, content: unknown) {
    const { inputPath, url, date } = page;
    const item = { inputPath, url: url || "", date, page, data: this.ctx ?? {}, content };
    return toPost(item, undefined, readAuthors(item, {}), undefined, languages.of(this).site.jekyll);
  });
  addFilter(eleventyConfig, "indigoAuthor", function (post: Post) {
    return languages.of(this).authorOf(post);
  });
  addFilter(eleventyConfig, "indigoPostAuthors", function (post: Post) {
    return languages.of(this).authorsOf(post);
  });
  addFilter(eleventyConfig, "indigoByline", function (post: Post) {
    const authors = languages.of(this).authorsOf(post);
    const isShown = post.hasByline || authors.some(({ affiliations = [] }) => affiliations.length > 0);
    return isShown ? bylineOf(authors) : undefined;
  });
  addFilter(eleventyConfig, "indigoShareLinks", function (post: Post) {
    const { site, authorOf } = languages.of(this);
    const { name, x } = authorOf(post);
    return site.url ? shareLinks(post, languages.absoluteUrl(post.url), handleOr(name, x), site) : [];
  });
  addFilter(eleventyConfig, "indigoComments", function (post: Post) {
    return thread(post, languages.absoluteUrl(post.url), languages.of(this).site);
  });
}

/** Returns the handle of an author (`@edwardhu`), or the name if there is no account, or only its full URL. */
function handleOr(name: string, account: string | undefined): string {
  return account && !isExternal(account) ? `@${account.replace(/^@/, "")}` : name;
}
