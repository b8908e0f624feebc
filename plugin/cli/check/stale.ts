import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { BuiltSite } from "../build/build-site.js";
import type { Fault } from "./fault.js";

/** A link to one of the theme's style sheets, or to the site's own, which the theme writes too. */
const themeStylesheet = /\/indigo-(?:[a-z]+-)?[\da-f]{10}\.css\b/;

const maxNames = 10;

/**
 * Reports pages of the theme in the site's own output folder that a build no longer writes, such as those of renamed posts.
 * Eleventy does not delete files, so that they would be published. Other files there may be the author's own.
 */
export function checkStalePages({ folder, output, configuredOutput }: BuiltSite): Fault[] {
  const own = path.resolve(folder, configuredOutput);
  // In a site without an output folder of its own, pages can't be told from sources.
  if (!existsSync(own) || `${folder}${path.sep}`.startsWith(`${own}${path.sep}`)) return [];
  const stale = readdirSync(own, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => path.relative(own, path.join(entry.parentPath, entry.name)))
    .filter(
      (name) =>
        !existsSync(path.join(output, name)) &&
        themeStylesheet.test(readFileSync(path.join(own, name), "utf8")),
    )
    .map((name) => name.split(path.sep).join("/"))
    .sort();
  if (stale.length === 0) return [];
  const shown = path.relative(folder, own).split(path.sep).join("/");
  const names = stale.slice(0, maxNames).join(", ");
  const more = stale.length > maxNames ? ` and ${stale.length - maxNames} more` : "";
  return [
    {
      rule: "stale-page",
      message: `${stale.length === 1 ? "1 page is" : `${stale.length} pages are`} left from an earlier build: ${names}${more}. Delete what is left, or the whole folder with "rm -r ${shown}", before you publish it`,
      page: "/",
      pages: 1,
      file: shown,
    },
  ];
}
