import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { SiteFile } from "./files.js";
import { themePaths, themeVersions } from "./theme-files.js";

/** The owner of a file: an unchanged file of Indigo, a changed file of Indigo, or a file of the author. */
export type Owner = "theme" | "changed" | "own";

/** Files that only the Jekyll build needs, whatever their content. */
const buildFiles = new Set(["Gemfile", "Gemfile.lock"]);

/** Indigo's projects page, which the plugin generates itself. */
export const projectsPage = "projects.html";

/** Returns whether the theme has files at this path. */
const isThemePath = (file: string): boolean =>
  /^_(layouts|includes|sass)\//.test(file) || themePaths.has(file);

/** Returns the owner of a file: by its content if Indigo has had the same file, else by its path. */
export function ownerOf(folder: string, { file, link }: SiteFile): Owner {
  if (link) return "own";
  if (buildFiles.has(file) || isThemePath(file)) {
    // Compare with every file of Indigo: sites may have moved a file to another path.
    if (themeVersions.has(hashOf(path.join(folder, file)))) return "theme";
    // A changed page is the author's content.
    if (buildFiles.has(file) || (themePaths.has(file) && file !== projectsPage)) return "changed";
  }
  return "own";
}

/** Hashes a file, independent of its line endings. */
function hashOf(file: string): string {
  const text = readFileSync(file, "latin1").replaceAll("\r\n", "\n");
  return createHash("sha256").update(text, "latin1").digest("hex").slice(0, 16);
}

/** Files that only Indigo has, in one of its versions. */
const indigoOnlyFiles = [
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

/** Returns whether the theme of a site is Indigo: it has three of its files unchanged, or three that only Indigo has. */
export function isIndigo(folder: string, files: readonly SiteFile[]): boolean {
  const unchanged = files.filter((file) => file.file.startsWith("_") && ownerOf(folder, file) === "theme");
  return (
    unchanged.length >= 3 || indigoOnlyFiles.filter((file) => existsSync(path.join(folder, file))).length >= 3
  );
}
