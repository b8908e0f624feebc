import { readdirSync } from "node:fs";
import { type JekyllSite, textOf } from "./jekyll-site.js";

/** A file that is taken along although npm or Node.js may run code because of it, and what to look at. */
export interface Review {
  file: string;
  why: string;
}

/** Keys of package.json because of which npm runs or downloads something. */
const packageKeys = [
  "scripts",
  "dependencies",
  "devDependencies",
  "optionalDependencies",
  "peerDependencies",
  "overrides",
  "workspaces",
  "bin",
  "gypfile",
];

const lockFile = /^(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?)$/;

/**
 * Returns what to review before `npm install`, which runs what a repository asks for, and which scripts readers' browsers run.
 *
 * @param written - New files: path to content.
 */
export function reviews(site: JekyllSite, written: Readonly<Record<string, string>>): Review[] {
  const found: Review[] = [];
  const keys = packageKeys.filter((key) => hasKey(site, key));
  if (keys.length > 0) found.push({ file: "package.json", why: `npm follows its ${keys.join(", ")}` });
  for (const { file } of site.files)
    if (lockFile.test(file)) found.push({ file, why: "npm downloads what it lists" });
  for (const name of readdirSync(site.folder)) {
    if (/^node_modules$/i.test(name))
      found.push({ file: name, why: 'Node.js runs the packages in it: delete it, and run "npm install"' });
  }
  for (const [file, content] of Object.entries(written)) {
    const scripts = content.match(/<script\b/gi)?.length ?? 0;
    if (scripts > 0)
      found.push({
        file,
        why: `readers' browsers run the ${scripts === 1 ? "script" : `${scripts} scripts`} of your old layout in it`,
      });
  }
  return found;
}

function hasKey(site: JekyllSite, key: string): boolean {
  const value: unknown = (JSON.parse(textOf(site, "package.json") || "{}") as Record<string, unknown>)[key];
  return typeof value === "object" && value !== null ? Object.keys(value).length > 0 : Boolean(value);
}
