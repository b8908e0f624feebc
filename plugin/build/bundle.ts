import { copyFileSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { keeperFile, packageRoot, workerFile } from "../paths.js";

// Run by `npm run build`, at its end. Eleventy has each module that it loads go through a thread of its own, which for
// as many as the plugin has takes longer than to build a small site: what users get is a few files. The modules stay
// beside them, for tests of one, and are left out of the package.

const { dependencies, peerDependencies } = JSON.parse(
  readFileSync(path.join(packageRoot, "package.json"), "utf8"),
) as Record<"dependencies" | "peerDependencies", Record<string, string>>;

/**
 * Its 99 files take four times as long to load as what the plugin uses of them in one. It stays a dependency, for the
 * types of the options.
 */
const bundled = "zod";

const external = Object.keys({ ...dependencies, ...peerDependencies }).filter((name) => name !== bundled);

const folder = path.join(packageRoot, "dist");

for (const file of readdirSync(folder)) if (file.startsWith("chunk-")) rmSync(path.join(folder, file));

copyFileSync(
  path.join(packageRoot, "node_modules", bundled, "LICENSE"),
  path.join(folder, `${bundled}-LICENSE.txt`),
);

await build({
  entryPoints: [path.join(folder, "index.js"), path.join(folder, "cli/cli.js"), workerFile, keeperFile],
  outdir: folder,
  // paths.ts finds the package's files from where it stands itself.
  chunkNames: "chunk-[hash]",
  allowOverwrite: true,
  bundle: true,
  splitting: true,
  external,
  format: "esm",
  platform: "node",
  target: "node20",
});
