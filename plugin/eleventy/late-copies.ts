import { existsSync } from "node:fs";
import type { EleventyConfig } from "./api.js";
import type { FoundFile } from "./site-files.js";

type Copies = Record<string, { outputPath?: string | true; copyOptions?: object }>;

/** Eleventy's event that hands over the config it builds with. Its own RenderPlugin listens to it as well. */
interface ConfigEvents {
  on(
    event: "eleventy.config",
    listener: (config: { getConfig(): { passthroughCopies: Copies } }) => void,
  ): void;
}

type Publish = (files: readonly FoundFile[], whose: string) => void;

const publishers = new WeakMap<EleventyConfig, Publish>();

/**
 * Makes ready to have files copied that are known only when a build starts, as bibliographies change while a site is
 * served. By then Eleventy has taken its own copy of the list of files, to which `addPassthroughCopy` adds no more. Call
 * it while Eleventy is configured.
 */
export function preparePublishing(eleventyConfig: EleventyConfig): void {
  let copies = (): Copies => eleventyConfig.passthroughCopies;
  const added: Record<string, string[]> = {};
  (eleventyConfig as unknown as ConfigEvents).on("eleventy.config", (config) => {
    copies = () => config.getConfig().passthroughCopies;
  });
  publishers.set(eleventyConfig, (files, whose) => {
    const list = copies();
    for (const from of added[whose] ?? []) if (!existsSync(from)) delete list[from];
    added[whose] = files.map(({ from }) => from);
    // What the author has copied already, or another option of the theme's, stays as it is.
    for (const { from, to } of files) list[from] ??= { outputPath: to, copyOptions: {} };
  });
}

/**
 * Has the files of a build copied; they replace those of the build before.
 *
 * @param whose - What names the files, since each part of the theme replaces its own.
 */
export function publishFiles(
  eleventyConfig: EleventyConfig,
  files: readonly FoundFile[],
  whose = "publications",
): void {
  publishers.get(eleventyConfig)?.(files, whose);
}
