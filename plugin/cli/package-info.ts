import { readFileSync } from "node:fs";
import path from "node:path";
import { packageRoot } from "../paths.js";

interface PackageFile {
  name: string;
  version: string;
  peerDependencies: Record<string, string>;
}

/** What the package's own `package.json` says: a new site depends on these very versions. */
export function packageInfo(): PackageFile {
  return JSON.parse(readFileSync(path.join(packageRoot, "package.json"), "utf8")) as PackageFile;
}
