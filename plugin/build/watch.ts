// Run by `npm run watch`: bundles the plugin into dist/ after every change of its TypeScript.
import { context } from "esbuild";
import { distFolder } from "../paths.js";
import { allBundleOptions, filesOf } from "./bundle.js";
import { writeFolder } from "./write-folder.js";

for (const options of allBundleOptions) {
  const chunks = options.chunkNames.replace("[hash]", "");
  const bundling = await context({
    ...options,
    logLevel: "warning",
    plugins: [
      {
        name: "write",
        setup: ({ onEnd }) =>
          onEnd((result) => {
            if (result.errors.length > 0) return;
            const files = filesOf(result as Parameters<typeof filesOf>[0]);
            writeFolder(distFolder, files, (name) => name.startsWith(chunks));
          }),
      },
    ],
  });
  await bundling.watch();
}
