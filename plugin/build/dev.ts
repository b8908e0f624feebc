import { statSync, utimesSync, watchFile } from "node:fs";
import { register } from "node:module";
import { isMainThread } from "node:worker_threads";

// Only for `npm start`: makes a running Eleventy reload the plugin after it was bundled. Node.js caches modules by URL, so
// this hook gives every module of the project a URL that changes with the bundle.

const projectUrl = new URL("../../", import.meta.url).href;
const bundle = new URL("dist/index.js", projectUrl);

interface Resolved {
  url: string;
}

/** The hook of Node.js that resolves modules. @see https://nodejs.org/api/module.html#resolvespecifier-context-nextresolve */
export async function resolve(
  specifier: string,
  context: object,
  nextResolve: (specifier: string, context: object) => Promise<Resolved>,
): Promise<Resolved> {
  const resolved = await nextResolve(specifier, context);
  if (!resolved.url.startsWith(projectUrl) || resolved.url.includes("/node_modules/")) return resolved;
  const url = new URL(resolved.url);
  url.searchParams.set("bundled", String(statSync(bundle).mtimeMs));
  return { ...resolved, url: url.href };
}

/** Makes Eleventy reload its config with a new URL, so that the plugin's modules are resolved again. */
function touchConfig(): void {
  const now = new Date();
  utimesSync("eleventy.config.js", now, now);
}

// Node.js loads this module twice: for `--import`, and as the hook in a separate thread.
if (isMainThread) {
  register(import.meta.url);
  watchFile(bundle, { interval: 200 }, touchConfig);
}
