import type { EleventyConfig } from "../eleventy/api.js";
import { addFilter } from "../eleventy/filters.js";
import { rootUrl } from "../eleventy/site-files.js";
import { addEmails, type Emails } from "./email.js";
import { icon } from "./icon.js";

/** Adds the filters of social links: `indigoEmail`, `indigoIcon` (the name of an icon) and `indigoRootUrl` (a file of the site). */
export function addAccountFilters(eleventyConfig: EleventyConfig, { emails }: { emails: Emails }): void {
  addEmails(eleventyConfig, emails);
  addFilter(eleventyConfig, "indigoIcon", icon);
  addFilter(eleventyConfig, "indigoRootUrl", rootUrl);
}
