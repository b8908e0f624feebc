import type { TemplateContext } from "../eleventy/api.js";
import type { Site } from "./site.js";

/** The site in the language of a page, as filters and shortcodes need it. */
export interface PageLanguage {
  site: Site;
  /** What the theme's partials read: `site` and `indigo`. */
  data: { site: object; indigo: object };
}

/** Finds the site in the language of the page that calls a filter or shortcode. */
export interface PageLanguages {
  main: PageLanguage;
  /** Returns the full URL of a page or file, from its URL from the site's root; the same in every language. */
  absoluteUrl(url: string): string;
  /** @param context - `this` of the filter or shortcode, in any template language. */
  of(context: TemplateContext): PageLanguage;
}
