import { readFileSync } from "node:fs";
import path from "node:path";
import type { BuildOptions, BuildResult } from "esbuild";
import { packageRoot } from "../paths.js";
import type { Files } from "./write-folder.js";

const { dependencies, peerDependencies } = JSON.parse(
  readFileSync(path.join(packageRoot, "package.json"), "utf8"),
) as Record<"dependencies" | "peerDependencies", Record<string, string>>;

/**
 * Options of esbuild that bundle the plugin and its command-line tool from TypeScript. Eleventy loads each module through a
 * separate thread, which for hundreds of modules takes longer than building a small site.
 *
 * Packages that are neither dependencies nor peer dependencies are bundled: zod, whose 99 files take four times as long to
 * load.
 */
export const bundleOptions = {
  absWorkingDir: packageRoot,
  entryPoints: ["index", "cli/cli", "cli/build/worker", "cli/migrate/swap-process"].map(
    (name) => `plugin/${name}.ts`,
  ),
  outbase: "plugin",
  outdir: "dist",
  chunkNames: "chunk-[hash]",
  bundle: true,
  splitting: true,
  external: Object.keys({ ...dependencies, ...peerDependencies }),
  format: "esm",
  platform: "node",
  target: "node20",
  metafile: true,
  write: false,
} as const satisfies BuildOptions;

/** Returns the files of a bundle, and the licenses of the bundled packages. */
export function filesOf({ outputFiles, metafile }: BuildResult<typeof bundleOptions>): Files {
  const files: Files = new Map(
    outputFiles.map((file) => [
      path.relative(path.join(packageRoot, "dist"), file.path).replaceAll("\\", "/"),
      file.contents,
    ]),
  );
  for (const input of Object.keys(metafile.inputs)) {
    const [, name] = /.*\bnode_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input) ?? [];
    if (!name) continue;
    const license = path.join(packageRoot, "node_modules", name, "LICENSE");
    files.set(`${name.replaceAll("/", "-")}-LICENSE.txt`, readFileSync(license));
  }
  return files;
}
