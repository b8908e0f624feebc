import { statSync, utimesSync, watchFile } from "node:fs";
import { register } from "node:module";
import { isMainThread } from "node:worker_threads";

// Only for `npm start`, and left out of the package: lets a running Eleventy load the plugin anew after it was compiled.
// Node keeps a module for ever by its address, so this hook gives every module of the project one that changes with it.

const projectUrl = new URL("../../", import.meta.url).href;
const compiled = new URL("../index.js", import.meta.url);

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
  url.searchParams.set("compiled", String(statSync(compiled).mtimeMs));
  return { ...found, url: url.href };
}

/** Makes Eleventy load its config again, under a new address, from which the plugin's modules are looked for again. */
function touchConfig(): void {
  const now = new Date();
  utimesSync("eleventy.config.js", now, now);
}

// Node loads this module twice: where `--import` names it, and as the hook in a thread of its own.
if (isMainThread) {
  register(import.meta.url);
  watchFile(compiled, { interval: 200 }, touchConfig);
}
