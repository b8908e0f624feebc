import { addPrefix, normalizePrefix } from "../utils/urls.js";
import type { EleventyConfig } from "./api.js";

const htmlBasePlugin = "@11ty/eleventy/html-base-plugin";

/**
 * Adds the `pathPrefix` to root-relative links in all HTML, and makes them absolute in feeds. Unlike Eleventy's HTML base
 * plugin, it skips URLs that have the prefix already, so that it is safe to use the `url` filter as well. If the site has
 * added that plugin, the transform is disabled.
 */
export function addPathPrefix(eleventyConfig: EleventyConfig, { pathPrefix }: { pathPrefix: string }): void {
  // Eleventy's server does not know a prefix that comes from the site's settings.
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
