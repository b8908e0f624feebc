import { addPrefix, normalizePrefix } from "../utils/urls.js";
import type { EleventyConfig } from "./api.js";

const htmlBasePlugin = "@11ty/eleventy/html-base-plugin";

/**
 * Makes links from the site's root right for a site under a `pathPrefix`, in the theme's markup and in the author's, and
 * full addresses of them where a feed asks for it. Unlike Eleventy's HTML base plugin it leaves an address alone that
 * has the prefix already, so that pages which use the `url` filter stay right. Where the author has added that plugin,
 * it does the work.
 */
export function addPathPrefix(eleventyConfig: EleventyConfig, { pathPrefix }: { pathPrefix: string }): void {
  // Where it is the site's settings that have a prefix, Eleventy's server does not know of it.
  if (normalizePrefix(eleventyConfig.pathPrefix) !== pathPrefix)
    eleventyConfig.setServerOptions({ pathPrefix });
  eleventyConfig.htmlTransformer.addUrlTransform(
    "html",
    function (url) {
      const path = addPrefix(url.trim(), pathPrefix);
      return this.baseHref && path.startsWith("/") ? new URL(path, this.baseHref).href : path;
    },
    {
      priority: -2,
      enabled: ({ baseHref }) =>
        !eleventyConfig.hasPlugin(htmlBasePlugin) && (pathPrefix !== "/" || Boolean(baseHref)),
    },
  );
}
