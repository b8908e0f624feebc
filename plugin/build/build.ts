// Run by `npm run build`: writes everything that is published in dist/, or in the folder that is its argument.
import path from "node:path";
import { build } from "esbuild";
import { distFolder } from "../paths.js";
import { allBundleOptions, filesOf } from "./bundle.js";
import { declarations } from "./declarations.js";
import { prebuild } from "./prebuild.js";
import { writeFolder } from "./write-folder.js";

const folder = process.argv[2] ? path.resolve(process.argv[2]) : distFolder;

const [bundles, prebuilt] = await Promise.all([
  Promise.all(allBundleOptions.map((options) => build(options))),
  prebuild(),
]);

writeFolder(
  folder,
  new Map([
    ...bundles.flatMap((bundle) => [...filesOf(bundle)]),
    ...prebuilt,
    ["index.d.ts", declarations()],
  ]),
);
