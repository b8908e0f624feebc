import { type JekyllSite, textOf } from "../jekyll-site.js";

/** The include of Indigo that loads Google Analytics. */
export const analyticsFile = "_includes/analytics-google.html";

/**
 * Returns the id of Google Analytics in the site's own include for it, which the option `analytics` can have.
 *
 * @returns Empty if `_config.yml` has the id; undefined if the include does something else too.
 */
export function googleAnalyticsId(site: JekyllSite): string | undefined {
  const text = textOf(site, analyticsFile).replaceAll(/<!--[\s\S]*?-->/g, "");
  const hosts = [...text.matchAll(/(?:https?:)?\/\/([\w.-]+\.[a-z]{2,})/gi)].map(([, host = ""]) => host);
  if (
    hosts.length === 0 ||
    !hosts.every((host) => /(^|\.)(googletagmanager|google-analytics)\.com$/i.test(host))
  )
    return undefined;
  if (typeof site.config["analytics-google"] === "string") return "";
  return /["'=](G-[A-Z\d]{6,}|UA-\d{4,}-\d+)\b/.exec(text)?.[1];
}
