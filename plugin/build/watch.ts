// Run by `npm run watch`: bundles the plugin into dist/ after every change of its TypeScript.
import { context } from "esbuild";
import { distFolder } from "../paths.js";
import { bundleOptions, filesOf } from "./bundle.js";
import { writeFolder } from "./write-folder.js";

const bundling = await context({
  ...bundleOptions,
  logLevel: "warning",
  plugins: [
    {
      name: "write",
      setup: ({ onEnd }) =>
        onEnd((result) => {
          if (result.errors.length > 0) return;
          const files = filesOf(result as Parameters<typeof filesOf>[0]);
          writeFolder(distFolder, files, (name) => name.startsWith("chunk-"));
        }),
    },
  ],
});
await bundling.watch();
