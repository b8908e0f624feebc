import type { Site } from "../options/site.js";
import type { Post } from "./post.js";

/** Where the comments on a post are, and what loads them when a reader asks. */
export interface Thread {
  service: "disqus" | "giscus";
  /** The service's own name. */
  name: string;
  /** Where they can be read without a script. */
  url: string;
  /** The service's script, and what it reads from its element. */
  script: string;
  data: Record<string, string>;
  /** The service's id of the element that it fills. */
  container: string;
}

/**
 * The comments on a post, if it is of a category that has any.
 *
 * @see https://help.disqus.com/en/articles/1717112-universal-embed-code
 * @see https://giscus.app
 */
export function thread(post: Post, url: string, site: Site): Thread | undefined {
  const { disqus, giscus } = site.comments;
  const isWanted = (categories: string[] | undefined): boolean =>
    !categories || post.categories.some((category) => categories.includes(category));
  if (disqus && isWanted(disqus.categories)) {
    const host = `https://${disqus.shortname}.disqus.com/`;
    // What Jekyll calls a page's id, so that the threads of an old site are found again.
    const identifier = post.url.replace(/\/$/, "");
    return {
      service: "disqus",
      name: "Disqus",
      url: host,
      script: `${host}embed.js`,
      data: { "page-url": url, "page-identifier": identifier },
      container: "disqus_thread",
    };
  }
  if (giscus && isWanted(giscus.categories)) {
    return {
      service: "giscus",
      name: "GitHub",
      url: `https://github.com/${giscus.repo}/discussions`,
      script: "https://giscus.app/client.js",
      data: {
        repo: giscus.repo,
        "repo-id": giscus.repoId,
        category: giscus.category,
        "category-id": giscus.categoryId,
        mapping: giscus.mapping,
        theme: site.theme === "auto" ? "preferred_color_scheme" : site.theme,
        lang: site.language,
      },
      container: "giscus_thread",
    };
  }
  return undefined;
}
