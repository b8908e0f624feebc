import path from "node:path";
import { packageManifest } from "../paths.js";
import { slug } from "../utils/slug.js";

/** The fields of a site's `package.json` that the command writes. */
export interface SitePackage {
  name: string;
  private: true;
  type: "module";
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
}

/** Returns a package name that npm and hosts accept, from the name of a folder. */
export const packageName = (folder: string): string =>
  // Package names are limited to Latin letters.
  slug(
    path
      .basename(folder)
      .normalize("NFKD")
      .replaceAll(/[^\w.-]+/g, "-"),
  ) || "site";

/**
 * Returns the `package.json` of a site.
 *
 * @param plugin - The npm package spec of the plugin; by default the version of this package.
 */
export function sitePackage(folder: string, plugin?: string): SitePackage {
  const { name, version, peerDependencies } = packageManifest;
  // The range of the released Eleventy comes first.
  const [eleventy = ""] = (peerDependencies["@11ty/eleventy"] ?? "").split(" || ");
  return {
    name: packageName(folder),
    private: true,
    type: "module",
    scripts: {
      start: "eleventy --serve",
      build: "eleventy",
      check: "eleventy-plugin-indigo check",
    },
    dependencies: {
      "@11ty/eleventy": eleventy,
      [name]: plugin ?? `^${version}`,
    },
  };
}

/** The lines that a site's `.gitignore` needs. */
export const ignoredByGit = ["node_modules/", "_site/"] as const;

/** Returns the shell commands that install and serve a site in a folder. */
export const firstCommands = (folder: string): string[] => [
  ...(path.resolve(folder) === process.cwd() ? [] : [`cd ${quoted(folder)}`]),
  "npm install",
  "npm start",
];

const quoted = (word: string): string =>
  /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
