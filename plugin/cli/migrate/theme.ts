import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { SiteFile } from "./files.js";
import { themePlaces, themeVersions } from "./theme-files.js";

/** Whose a file is: Indigo's as it came, Indigo's with changes of the author's, or the author's. */
export type Owner = "theme" | "changed" | "own";

/** Files that a Jekyll site needs for its build alone, whatever is in them. */
const buildFiles = new Set(["Gemfile", "Gemfile.lock"]);

/** Indigo's page of projects, which the plugin makes itself, with headings that fit its header. */
export const projectsPage = "projects.html";

/** Whether a file has a place in which the theme's own files are. */
const isThemePlace = (file: string): boolean =>
  /^_(layouts|includes|sass)\//.test(file) || themePlaces.has(file);

/** Whose a file of the site is: known by its content, else by its place. */
export function ownerOf(folder: string, { file, link }: SiteFile): Owner {
  if (link) return "own";
  if (buildFiles.has(file) || isThemePlace(file)) {
    // Of any file: sites have them under other paths too, such as in a folder of their own.
    if (themeVersions.has(hashOf(path.join(folder, file)))) return "theme";
    // A page that the author has changed is content.
    if (buildFiles.has(file) || (themePlaces.has(file) && file !== projectsPage)) return "changed";
  }
  return "own";
}

/** A hash that does not depend on how a system ends lines. */
function hashOf(file: string): string {
  const text = readFileSync(file, "latin1").replaceAll("\r\n", "\n");
  return createHash("sha256").update(text, "latin1").digest("hex").slice(0, 16);
}

/** What only Indigo has, of its many versions. */
const signs = [
  "_sass/pages/home-blog-projects.sass",
  "_sass/components/side-by-side.sass",
  "_includes/social-links.html",
  "_includes/read-time.html",
  "_includes/style-dark.scss",
  "_includes/blog-post.html",
  "_includes/main.css",
  "src/styles/main.styl",
  "assets/styles/main.styl",
];

/** Whether a site is made with Indigo: it has some of its files as they came, or several that only it has. */
export function isIndigo(folder: string, files: readonly SiteFile[]): boolean {
  const asTheyCame = files.filter((file) => file.file.startsWith("_") && ownerOf(folder, file) === "theme");
  return asTheyCame.length >= 3 || signs.filter((sign) => existsSync(path.join(folder, sign))).length >= 3;
}
