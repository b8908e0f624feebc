import type { Site } from "../options/site.js";
import type { Post } from "./post.js";

/** The comments on a post, and the script that loads them when a reader requests them. */
export interface Thread {
  service: "disqus" | "giscus";
  /** The service's own name. */
  name: string;
  /** URL to read the comments without a script. */
  url: string;
  /** URL of the service's script. */
  script: string;
  /** The `data-*` attributes that the script reads. */
  data: Record<string, string>;
  /** Id of the element that the script fills. */
  container: string;
}

/**
 * Returns the comments on a post, if its categories have comments.
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
    // The page id of Jekyll, so that Disqus finds the existing threads of a migrated site.
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
