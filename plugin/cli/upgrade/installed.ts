import { existsSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { packageManifest } from "../../paths.js";
import { IndigoError } from "../../utils/errors.js";
import { readText } from "../../utils/read-text.js";

const { name } = packageManifest;

/** The theme as a site has it installed. */
export interface InstalledTheme {
  /** The folder of the package. */
  folder: string;
  version: string;
  /** The Node.js versions that it needs, such as `>=20`. */
  engines: string | undefined;
}

/**
 * Returns the theme that a site has in its own `node_modules`.
 *
 * @throws IndigoError if it is not installed, or in a folder outside the site.
 */
export function installedTheme(site: string): InstalledTheme {
  const folder = themeFolder(site);
  if (folder === undefined) throw new IndigoError(`${name} is not installed: run "npm install" first.`);
  if (!folder.startsWith(site + path.sep))
    throw new IndigoError(
      `${name} is outside the site, in "${folder}", as in a workspace or after "npm link": upgrade it there, then run "npx ${name} check".`,
    );
  const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
    version: string;
    engines?: { node?: string };
  };
  return { folder, version: manifest.version, engines: manifest.engines?.node };
}

/** Returns the real path of the theme's package, from which a config of the site loads it. */
function themeFolder(site: string): string | undefined {
  // By path, since `require` remembers what was at a path earlier.
  const paths = createRequire(path.join(site, "package.json")).resolve.paths(name) ?? [];
  const folder = paths
    .map((each) => path.join(each, name))
    .find((each) => existsSync(path.join(each, "package.json")));
  return folder === undefined ? undefined : realpathSync(folder);
}

/** How a site's `package.json` names the theme. */
export interface Declaration {
  /** The keys, such as `dependencies`, `eleventy-plugin-indigo`. */
  path: [section: string, name: string];
  range: string;
}

/**
 * Returns how a site's `package.json` names the theme.
 *
 * @throws IndigoError if it does not, or can't be read.
 */
export function declarationIn(site: string): Declaration {
  const file = path.join(site, "package.json");
  if (!existsSync(file))
    throw new IndigoError(
      'the site has no package.json: run "npm init -y && npm install @11ty/eleventy eleventy-plugin-indigo" first.',
    );
  let manifest: Record<string, Record<string, unknown> | undefined>;
  try {
    manifest = JSON.parse(readText(file)) as typeof manifest;
  } catch {
    throw new IndigoError("package.json is not valid JSON.");
  }
  for (const section of ["dependencies", "devDependencies", "optionalDependencies"]) {
    const range = manifest[section]?.[name];
    if (typeof range === "string") return { path: [section, name], range };
  }
  throw new IndigoError(
    `package.json does not name ${name} in its dependencies: run "npm install ${name}" first.`,
  );
}

/**
 * Ensures that this Node.js can run a version of the theme.
 *
 * @throws IndigoError if it is too old.
 */
export function assertEngine({ engines = "", version }: InstalledTheme): void {
  const [, major = "0", minor = "0"] = /^>=\s*(\d+)(?:\.(\d+))?/.exec(engines) ?? [];
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split(".").map(Number);
  if (ownMajor > Number(major) || (ownMajor === Number(major) && ownMinor >= Number(minor))) return;
  throw new IndigoError(
    `the site was not changed: version ${version} needs Node.js ${engines.replace(/^>=\s*/, "")} or newer, and this is ${process.versions.node}.`,
  );
}
