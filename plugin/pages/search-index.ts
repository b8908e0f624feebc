import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import type { Post } from "../content/index.js";
import type { EleventyConfig, RenderedPage } from "../eleventy/api.js";
import type { Site } from "../options/site.js";
import { isBeingWritten, writeAtomically } from "../utils/atomic-write.js";
import { IndigoError } from "../utils/errors.js";
import { classes } from "../utils/markup.js";

/** The folder of Pagefind's files in the output. */
const pagefindFolder = "pagefind";

/** Pagefind's own search interfaces, half a megabyte, which the theme does not use. */
const unusedFiles = /^pagefind-(ui|modular-ui|component-ui|highlight)\.\w+$/;

/**
 * Indexes the pages with Pagefind at the end of every build that writes files, if the option `search` is on. While the site
 * is served, each build creates the index again: it takes 0.05 s for a small site, and less than 1 s for a thousand pages.
 *
 * @throws IndigoError if Pagefind is not installed, or can't index the pages.
 */
export async function addSearch(eleventyConfig: EleventyConfig, { search }: Site): Promise<void> {
  if (!search) return;
  const pagefind = await loadPagefind();
  const pages = new Map<string, string>();
  eleventyConfig.on("eleventy.after", async ({ results, outputMode, incremental }) => {
    if (outputMode !== "fs") return;
    // An incremental build has only the pages that changed.
    if (!incremental) pages.clear();
    for (const page of results) {
      if (page.url && isIndexed(page)) pages.set(page.url, withoutLoneSurrogates(page.content));
      else if (page.url) pages.delete(page.url);
    }
    await writeIndex(pagefind, pages, path.join(eleventyConfig.directories.output, pagefindFolder));
  });
}

/**
 * Returns whether the search should find a page.
 *
 * @param search - The page's data `search`. Pages are searchable unless it is `false`, as in layouts of lists.
 * @param post - The post, if the page is one. Hidden posts are not searchable.
 */
export function isSearchable(search: unknown, post: Post | undefined): boolean {
  return search !== false && !post?.hidden;
}

/** Parts of a post that are not its own text: its date, and parts about its author, other posts and comments. */
const excludeSelectors = [
  `.${classes.post} > .${classes.date}`,
  `section.${classes.related}`,
  `section.${classes.author}`,
  `section.${classes.comments}`,
];

type Pagefind = typeof import("pagefind");

async function loadPagefind(): Promise<Pagefind> {
  try {
    return await import("pagefind");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new IndigoError('option "search" needs pagefind: npm install pagefind');
  }
}

/** Returns whether Pagefind would index a page, so that others are not passed to it. */
const isIndexed = ({ outputPath, content }: RenderedPage): boolean =>
  typeof outputPath === "string" && outputPath.endsWith(".html") && content.includes("data-pagefind-body");

/** Replaces lone surrogates, which would make Pagefind fail. Written files contain the same replacement character. */
const withoutLoneSurrogates = (content: string): string => content.replaceAll(/\p{Cs}/gu, "\uFFFD");

async function writeIndex(
  { createIndex, close }: Pagefind,
  pages: ReadonlyMap<string, string>,
  folder: string,
): Promise<void> {
  try {
    const { index, errors } = await createIndex({ excludeSelectors });
    if (!index) throw failure(errors);
    const problems: string[] = [];
    // Sequentially and in a fixed order, so that each build writes the same bytes.
    for (const [url, content] of [...pages].sort(([a], [b]) => (a < b ? -1 : 1)))
      problems.push(...(await index.addHTMLFile({ url, content })).errors);
    const { files, errors: ofIndex } = await index.getFiles();
    problems.push(...ofIndex);
    if (problems.length > 0) throw failure(problems);
    const needed = files.filter((file) => !unusedFiles.test(file.path));
    // The entry file, which names the others, comes last, so that the index is always complete.
    needed.sort((a, b) => Number(isEntry(a.path)) - Number(isEntry(b.path)));
    for (const { path: name, content } of needed) await writeAtomically(path.join(folder, name), content);
    await removeOthers(folder, new Set(needed.map(({ path: name }) => path.normalize(name))));
  } catch (error) {
    // For example, if npm did not install the binary for this platform.
    throw error instanceof IndigoError
      ? error
      : failure([String((error as Error).message).split("\n", 1)[0] ?? ""]);
  } finally {
    await close();
  }
}

const isEntry = (name: string): boolean => name === "pagefind-entry.json";

/** Removes files of previous builds, most of which have a hash in their names. */
async function removeOthers(folder: string, needed: ReadonlySet<string>): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (!entry.isFile() || needed.has(path.relative(folder, file)) || (await isBeingWritten(file))) continue;
    await rm(file, { force: true });
  }
}

const failure = (problems: readonly string[]): IndigoError =>
  new IndigoError(...problems.map((problem) => `Pagefind could not index the site for search: ${problem}`));
