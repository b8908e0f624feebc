import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { page, root, run, Site } from "./site.ts";

// Two versions of the package, made of the built one, and a site that has the older one installed with npm. They name no
// dependencies, so that npm asks no registry: Node.js finds the project's own, which are above the site.

const name = "eleventy-plugin-indigo";

export const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** What differs in a version: a file of the package, and replacements in it. */
export type Alterations = Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>;

interface Manifest {
  version: string;
  peerDependencies: Record<string, string>;
  [key: string]: unknown;
}

/** Writes a version of the package to a folder. Returns its folder. */
export function writePackage(
  folder: string,
  version: string,
  changes: readonly object[],
  altered: Alterations,
): string {
  for (const file of ["package.json", "dist", "layouts", "styles", "changes.json"])
    cpSync(path.join(root, file), path.join(folder, file), { recursive: true });
  const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as Manifest;
  const { dependencies, scripts, ...rest } = manifest;
  const peers = Object.keys(manifest.peerDependencies).map((peer) => [peer, { optional: true }]);
  const json = { ...rest, version, peerDependenciesMeta: Object.fromEntries(peers) };
  writeFileSync(path.join(folder, "package.json"), JSON.stringify(json, null, 2));
  writeFileSync(path.join(folder, "changes.json"), JSON.stringify({ format: 1, changes }));
  for (const [file, replacements] of Object.entries(altered)) {
    let text = readFileSync(path.join(folder, file), "utf8");
    for (const [from, to] of replacements) {
      if (!text.includes(from)) throw new Error(`${file} has no "${from}"`);
      text = text.replaceAll(from, to);
    }
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

/** Packs a version of the package. Returns the file. */
export async function packVersion(
  within: string,
  version: string,
  changes: readonly object[] = [],
  altered: Alterations = {},
): Promise<string> {
  const folder = path.join(within, `package-${version}`);
  mkdirSync(folder, { recursive: true });
  writePackage(path.join(folder, "package"), version, changes, altered);
  const file = path.join(within, `${name}-${version}.tgz`);
  const { code, output } = await run("tar", ["-czf", file, "-C", folder, "package"], within);
  if (code !== 0) throw new Error(output);
  return file;
}

/** The files of a small site, without those that npm writes. */
export const smallSite: Record<string, string> = {
  "package.json": `{
  "name": "site",
  "private": true,
  "type": "module",
  "dependencies": {
    "${name}": "^0.1.0"
  }
}
`,
  "eleventy.config.js": `import indigo from "${name}";

export default function (eleventyConfig) {
  eleventyConfig.addPlugin(indigo, {
    title: "Ada", // the owner
    listHeader: "small",
    url: "https://ada.example.org",
  });
}
`,
  "about.md": page("About", "I write about the *Engine*."),
  ".gitignore": "node_modules/\n_site/\n",
};

/** Creates a site that has a version installed, committed to git. */
export async function installedSite(files: Record<string, string>, tarball: string): Promise<Site> {
  const site = new Site(files);
  const { code, output } = await run(
    npm,
    ["install", "--offline", "--no-audit", "--no-fund", tarball],
    site.folder,
  );
  if (code !== 0) throw new Error(output);
  // As from a registry: the range, not the file.
  site.write({ "package.json": smallSite["package.json"] ?? "" });
  const lock = site.source("package-lock.json").replaceAll(/"file:[^"]*"/g, '"^0.1.0"');
  site.write({ "package-lock.json": lock });
  await run("git", ["init", "--quiet"], site.folder);
  await commitTracked(site.folder);
  return site;
}

/** Commits what is not ignored. */
export async function commitTracked(folder: string): Promise<void> {
  for (const args of [
    ["add", "--all", "."],
    ["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message=a"],
  ]) {
    const { code, output } = await run("git", args, folder);
    if (code !== 0) throw new Error(output);
  }
}

/** The command of the version that a site has installed. */
export const installedCommand = (site: Site): string =>
  path.join(site.folder, "node_modules", name, "dist/cli/cli.js");

/** The version that a site has installed. */
export const installedVersion = (site: Site): string =>
  (JSON.parse(site.source(`node_modules/${name}/package.json`)) as Manifest).version;
