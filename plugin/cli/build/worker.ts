// Runs in a process of its own, in the folder of a site: builds it with the site's own Eleventy, and tells which file
// each page of the output was made from.
import path from "node:path";
import type { BuildRequest, BuiltPage } from "./build-site.js";

/** The part of Eleventy that is used here; it ships no declarations. */
interface EleventyModule {
  Eleventy: new (
    input: undefined,
    output: string,
    options: { source: "cli"; quietMode: boolean; config(eleventyConfig: UserConfig): void },
  ) => {
    readonly config: { ignores: Set<string>; pathPrefix: string; dir: { input?: string; output?: string } };
    initializeConfig(): Promise<void>;
    init(): Promise<unknown>;
    write(): Promise<unknown>;
    readonly eleventyConfig: { readonly userConfig: UserConfig };
  };
}

interface UserConfig {
  /** What the config's `setOutputDirectory` was called with. */
  directoryAssignments?: { output?: string };
  on(event: string, listener: (result: { results: BuiltPage[] }) => void): void;
}

// Whoever wants the result is no more.
const leave = (): never => process.exit(1);
process.on("disconnect", leave);

const { eleventy, output } = JSON.parse(process.argv[2] ?? "{}") as BuildRequest;
const { Eleventy } = (await import(eleventy)) as EleventyModule;

let pages: BuiltPage[] = [];
const build = new Eleventy(undefined, output, {
  // As on the command line, where an output folder comes before that of the site's config.
  source: "cli",
  quietMode: true,
  config(eleventyConfig) {
    eleventyConfig.on("eleventy.after", ({ results }) => {
      pages = results.map(({ inputPath, outputPath, url }) => ({ inputPath, outputPath, url }));
    });
  },
});
try {
  await build.initializeConfig();
} catch (error) {
  // Eleventy says what is wrong with a page, but not with a config.
  process.stderr.write(`${messages(error).join(" ")}\n`);
  process.exit(1);
}
const { config } = build;
// The output folder of the site's config is no input, although this build writes elsewhere.
const own = build.eleventyConfig.userConfig.directoryAssignments?.output ?? config.dir.output ?? "_site";
if (path.posix.normalize(own) !== "." && own !== config.dir.input) {
  config.ignores.add(path.posix.join(own, "**"));
}
try {
  await build.init();
  await build.write();
} catch {
  process.exit(1);
}
process.send?.({ pages, pathPrefix: config.pathPrefix }, () => {
  process.off("disconnect", leave);
  process.disconnect();
});

/** What an error says, and the one that it comes from; a mistake that the plugin found says everything itself. */
function messages(error: unknown): string[] {
  const { message, originalError, cause } = error as Error & { originalError?: unknown };
  const inner = (originalError ?? cause) ? messages(originalError ?? cause) : [];
  const last = inner.at(-1);
  return last?.startsWith("indigo:")
    ? [last]
    : [`${message.replace(/[.:]?$/, inner.length > 0 ? ":" : "")}`, ...inner];
}
