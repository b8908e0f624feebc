import { readFileSync } from "node:fs";
import path from "node:path";
import type { BuildOptions, BuildResult } from "esbuild";
import { packageRoot } from "../paths.js";
import type { Files } from "./write-folder.js";

const { dependencies, peerDependencies } = JSON.parse(
  readFileSync(path.join(packageRoot, "package.json"), "utf8"),
) as Record<"dependencies" | "peerDependencies", Record<string, string>>;

/**
 * The bundles: the plugin, and its command-line tool. Each by itself, since what both share would be cut into many small
 * files, and Eleventy loads each module through a separate thread.
 */
const bundles = [
  { folder: "", names: ["index"] },
  {
    folder: "cli/",
    names: ["cli/cli", "cli/build/worker", "cli/swap-process", "cli/migrate/sass-worker"],
  },
];

/**
 * Options of esbuild that bundle the plugin or its command-line tool from TypeScript. Hundreds of modules would take longer
 * to load than building a small site takes.
 *
 * Packages that are neither dependencies nor peer dependencies are bundled: zod, whose 99 files take four times as long to
 * load.
 */
const bundleOptions = {
  absWorkingDir: packageRoot,
  outbase: "plugin",
  outdir: "dist",
  bundle: true,
  splitting: true,
  external: Object.keys({ ...dependencies, ...peerDependencies }),
  format: "esm",
  platform: "node",
  target: "node20",
  metafile: true,
  write: false,
  // Keeps the package small. Names stay, for stack traces.
  minifyWhitespace: true,
} as const satisfies BuildOptions;

type BundleOptions = typeof bundleOptions & {
  entryPoints: string[];
  chunkNames: string;
};

/** The options of every bundle. */
export const allBundleOptions: readonly BundleOptions[] = bundles.map(({ folder, names }) => ({
  ...bundleOptions,
  entryPoints: names.map((name) => `plugin/${name}.ts`),
  chunkNames: `${folder}chunk-[hash]`,
}));

/** Returns the files of a bundle, and the licenses of the bundled packages. */
export function filesOf({ outputFiles, metafile }: BuildResult<BundleOptions>): Files {
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
