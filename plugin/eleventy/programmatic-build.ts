import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { packageRoot } from "../paths.js";
import { IndigoError } from "../utils/errors.js";
import { publicationWarningsEvent } from "./warnings.js";

/** A page that Eleventy has built. */
export interface BuiltPage {
  /** The template's path from the site's folder. For a page of the theme it is not a file. */
  inputPath: string;
  outputPath: string | false;
  url: string | false;
}

/** The result of a build. */
export interface BuildOutcome {
  pages: BuiltPage[];
  pathPrefix: string;
  /** The output folder that the site configures, which this build does not use. */
  configuredOutput: string;
  /** The warnings about publications that the build logged. */
  publicationWarnings: string[];
}

/** The part of Eleventy's programmatic API that is used here. Eleventy ships no declarations. */
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
  /** The argument of the config's `setOutputDirectory`. */
  directoryAssignments?: { output?: string };
  on(event: "eleventy.after", listener: (result: { results: BuiltPage[] }) => void): void;
  on(event: typeof publicationWarningsEvent, listener: (warnings: readonly string[]) => void): void;
}

/** A config that can't be loaded, with the reason. Eleventy itself prints errors in pages. */
export class ConfigFailure extends Error {}

/**
 * Builds the site in the working folder with the site's own Eleventy.
 *
 * @param module - URL of Eleventy's module.
 * @param output - The output folder, which replaces the configured one.
 * @throws ConfigFailure if the config can't be loaded; any other error for a page, which Eleventy has printed.
 */
export async function buildWith(module: string, output: string): Promise<BuildOutcome> {
  const { Eleventy } = (await import(module)) as EleventyModule;
  let pages: BuiltPage[] = [];
  const publicationWarnings: string[] = [];
  const build = new Eleventy(undefined, output, {
    // As on the command line, where the output folder takes precedence over the site's config.
    source: "cli",
    quietMode: true,
    config(eleventyConfig) {
      eleventyConfig.on("eleventy.after", ({ results }) => {
        pages = results.map(({ inputPath, outputPath, url }) => ({ inputPath, outputPath, url }));
      });
      eleventyConfig.on(publicationWarningsEvent, (warnings) => {
        publicationWarnings.push(...warnings);
      });
    },
  });
  try {
    await build.initializeConfig();
  } catch (error) {
    throw new ConfigFailure(messages(error).join(" "));
  }
  const { config } = build;
  // Ignores the configured output folder as input, although this build writes elsewhere.
  const own = build.eleventyConfig.userConfig.directoryAssignments?.output ?? config.dir.output ?? "_site";
  if (path.posix.normalize(own) !== "." && own !== config.dir.input) {
    config.ignores.add(path.posix.join(own, "**"));
  }
  await build.init();
  await build.write();
  return { pages, pathPrefix: config.pathPrefix, configuredOutput: own, publicationWarnings };
}

/** Returns the messages of an error and its causes, or the message of an IndigoError alone, which is complete. */
function messages(error: unknown): string[] {
  const { message, originalError, cause } = error as Error & { originalError?: unknown };
  const inner = (originalError ?? cause) ? messages(originalError ?? cause) : [];
  const last = inner.at(-1);
  return last?.startsWith("indigo:")
    ? [last]
    : [`${message.replace(/[.:]?$/, inner.length > 0 ? ":" : "")}`, ...inner];
}

/**
 * Returns the URL of the site's Eleventy, or else of the one installed with this package, as with `npx`.
 *
 * @throws IndigoError if neither is installed.
 */
export function findEleventy(folder: string): string {
  const found = eleventyPackage(folder);
  if (!found) throw new IndigoError(`Eleventy is not installed in ${folder}: run "npm install" there first.`);
  const { root, manifest } = found;
  return pathToFileURL(path.join(root, manifest.exports?.["."]?.import ?? "src/Eleventy.js")).href;
}

/** Returns the version of the Eleventy that {@link findEleventy} finds; undefined if it finds none. */
export const eleventyVersion = (folder: string): string | undefined =>
  eleventyPackage(folder)?.manifest.version;

/** The fields of Eleventy's `package.json` that are read. */
interface EleventyManifest {
  version?: string;
  exports?: { "."?: { import?: string } };
}

/** Returns the folder and the `package.json` of the site's Eleventy, or else of the one installed with this package. */
function eleventyPackage(folder: string): { root: string; manifest: EleventyManifest } | undefined {
  for (const start of [path.join(folder, "package.json"), path.join(packageRoot, "package.json")]) {
    try {
      const main = createRequire(start).resolve("@11ty/eleventy");
      const root = main.slice(0, main.lastIndexOf(path.join("@11ty", "eleventy")) + "@11ty/eleventy".length);
      const text = readFileSync(path.join(root, "package.json"), "utf8");
      return { root, manifest: JSON.parse(text) as EleventyManifest };
    } catch {}
  }
  return undefined;
}
