import { statSync, utimesSync, watchFile } from "node:fs";
import { register } from "node:module";
import { isMainThread } from "node:worker_threads";

// Only for `npm start`: lets a running Eleventy load the plugin again after it was bundled. Node caches a module by its URL,
// so this hook gives every module of the project a URL that changes with the bundle.

const projectUrl = new URL("../../", import.meta.url).href;
const bundle = new URL("dist/index.js", projectUrl);

interface Resolved {
  url: string;
}

/** Node's hook for finding modules. @see https://nodejs.org/api/module.html#resolvespecifier-context-nextresolve */
export async function resolve(
  specifier: string,
  context: object,
  nextResolve: (specifier: string, context: object) => Promise<Resolved>,
): Promise<Resolved> {
  const found = await nextResolve(specifier, context);
  if (!found.url.startsWith(projectUrl) || found.url.includes("/node_modules/")) return found;
  const url = new URL(found.url);
  url.searchParams.set("bundled", String(statSync(bundle).mtimeMs));
  return { ...found, url: url.href };
}

/** Makes Eleventy load its config again, by a new URL, from which the plugin's modules are resolved again. */
function touchConfig(): void {
  const now = new Date();
  utimesSync("eleventy.config.js", now, now);
}

// Node loads this module twice: where `--import` names it, and as the hook in a thread of its own.
if (isMainThread) {
  register(import.meta.url);
  watchFile(bundle, { interval: 200 }, touchConfig);
}
