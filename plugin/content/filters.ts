import type { EleventyConfig, TemplateContext } from "../eleventy/api.js";
import type { PageLanguages } from "../options/page-language.js";
import type { Site } from "../options/site.js";
import { isExternal } from "../utils/schema-values.js";
import type { Author } from "./authors.js";
import { bylineOf } from "./byline.js";
import { thread } from "./comments.js";
import type { Post } from "./post.js";
import type { Publishing } from "./publishing.js";
import { shareLinks } from "./share.js";

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
 * takes a post. `indigoMark` takes
 * Eleventy's `page`, and returns the mark of a page that a build would leave out.
 */
export function addPostFilters(
  eleventyConfig: EleventyConfig,
  languages: PostLanguages,
  publishing: Publishing,
): void {
  eleventyConfig.addFilter("indigoMark", function (page?: { inputPath?: string }) {
    const mark = publishing.markOf(page?.inputPath ?? "");
    return mark && languages.of(this).site.strings[mark];
  });
  eleventyConfig.addFilter("indigoAuthor", function (post: Post) {
    return languages.of(this).authorOf(post);
  });
  eleventyConfig.addFilter("indigoPostAuthors", function (post: Post) {
    return languages.of(this).authorsOf(post);
  });
  eleventyConfig.addFilter("indigoByline", function (post: Post) {
    const authors = languages.of(this).authorsOf(post);
    const isShown = post.hasByline || authors.some(({ affiliations = [] }) => affiliations.length > 0);
    return isShown ? bylineOf(authors) : undefined;
  });
  eleventyConfig.addFilter("indigoShareLinks", function (post: Post) {
    const { site, authorOf } = languages.of(this);
    const { name, x } = authorOf(post);
    return site.url ? shareLinks(post, languages.absoluteUrl(post.url), handleOr(name, x), site) : [];
  });
  eleventyConfig.addFilter("indigoComments", function (post: Post) {
    return thread(post, languages.absoluteUrl(post.url), languages.of(this).site);
  });
}

/** Returns the handle of an author (`@edwardhu`), or the name if there is no account, or only its full URL. */
function handleOr(name: string, account: string | undefined): string {
  return account && !isExternal(account) ? `@${account.replace(/^@/, "")}` : name;
}
