import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of the package itself, as it is installed. */
export const packageFolder = fileURLToPath(new URL("../../", import.meta.url));

interface PackageFile {
  name: string;
  version: string;
  peerDependencies: Record<string, string>;
}

/** What the package's own `package.json` says: a new site depends on these very versions. */
export function packageInfo(): PackageFile {
  return JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as PackageFile;
}
