import path from "node:path";
import { packageManifest } from "../paths.js";
import { slug } from "../utils/slug.js";

/** The part of a site's `package.json` that the command writes. */
export interface SitePackage {
  name: string;
  private: true;
  type: "module";
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
}

/** A name that npm and hosts take, from that of a folder. */
export const packageName = (folder: string): string =>
  // Other scripts than Latin are no part of such names.
  slug(
    path
      .basename(folder)
      .normalize("NFKD")
      .replaceAll(/[^\w.-]+/g, "-"),
  ) || "site";

/**
 * The `package.json` of a site.
 *
 * @param plugin - What npm installs the plugin from; by default the version of this very package.
 */
export function sitePackage(folder: string, plugin?: string): SitePackage {
  const { name, version, peerDependencies } = packageManifest;
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
      "@11ty/eleventy": peerDependencies["@11ty/eleventy"] ?? "^3.1.0",
      [name]: plugin ?? `^${version}`,
    },
  };
}

/** What a site's `.gitignore` must leave out. */
export const ignoredByGit = ["node_modules/", "_site/"] as const;

/** What to type first to see a site, given the folder in which it is. */
export const firstCommands = (folder: string): string[] => [
  ...(path.resolve(folder) === process.cwd() ? [] : [`cd ${quoted(folder)}`]),
  "npm install",
  "npm start",
];

const quoted = (word: string): string =>
  /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
