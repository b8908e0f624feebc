import { readdirSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import type { EleventyConfig } from "./api.js";
import { assetsFolder, hashedFileNames, isHashedFileNeeded } from "./hashed-file.js";
import { isPublished } from "./site-files.js";

/** Files that may name another: a file that one of them names stays. */
const mayName = /\.(?:html?|css|m?js|json|xml|svg|txt|webmanifest|map)$/i;

/**
 * Deletes the theme's hashed files that an earlier build left in the output folder, since each change of a style sheet gives it
 * another name. After a full build, a file goes that has such a name, is not of this build, is no page or copy of the site, and is
 * named by no file in the output: so pages that another build wrote into the same folder keep their styles.
 */
export function removeStaleFiles(eleventyConfig: EleventyConfig): void {
  eleventyConfig.on("eleventy.after", async ({ outputMode, incremental, results }) => {
    if (outputMode !== "fs" || incremental) return;
    // After the files that are rendered at the end of the build, which may link others.
    await Promise.resolve();
    const { output } = eleventyConfig.directories;
    const written = new Set(results.map(({ outputPath }) => outputPath && path.normalize(outputPath)));
    const stale = ["/", assetsFolder].flatMap((folder) =>
      namesIn(path.join(output, folder))
        .filter((name) => hashedFileNames[folder]?.test(name))
        .map((name) => folder + name)
        .filter(
          (url) =>
            !isHashedFileNeeded(eleventyConfig, url) &&
            !written.has(path.join(output, url)) &&
            !isPublished(eleventyConfig, url),
        ),
    );
    const named = namedIn(output, stale);
    await Promise.all(
      stale
        .filter((url) => !named.has(url))
        .map((url) => rm(path.join(output, url), { force: true }).catch(() => undefined)),
    );
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Returns which of these files another file in the output names. Reads the output only if there are any. */
function namedIn(output: string, urls: readonly string[]): ReadonlySet<string> {
  const unnamed = new Map(urls.map((url) => [path.posix.basename(url), url]));
  const named = new Set<string>();
  if (unnamed.size === 0) return named;
  for (const entry of readdirSync(output, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !mayName.test(entry.name)) continue;
    const text = readFileSync(path.join(entry.parentPath, entry.name), "utf8");
    for (const [name, url] of unnamed) if (name !== entry.name && text.includes(name)) named.add(url);
  }
  return named;
}
