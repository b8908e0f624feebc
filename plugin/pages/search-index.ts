import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import type { Post } from "../content/index.js";
import type { EleventyConfig, RenderedPage } from "../eleventy/api.js";
import type { Site } from "../options/site.js";
import { isBeingWritten, writeAtomically } from "../utils/atomic-write.js";
import { IndigoError } from "../utils/errors.js";
import { classes } from "../utils/markup.js";

/** Where Pagefind's files are in the output. */
const bundle = "pagefind";

/** Parts of Pagefind that draw a search of their own, in whose place the theme has its own: half a megabyte. */
const unused = /^pagefind-(ui|modular-ui|component-ui|highlight)\.\w+$/;

/**
 * Has every build that writes files end with an index of its pages, for a site with the option `search`. While Eleventy
 * serves, each build makes it anew: a small site takes a twentieth of a second, a thousand pages take less than one.
 *
 * @throws IndigoError where Pagefind is not installed, or can't index the pages.
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
      if (page.url && isIndexed(page)) pages.set(page.url, wellFormed(page.content));
      else if (page.url) pages.delete(page.url);
    }
    await writeIndex(pagefind, pages, path.join(eleventyConfig.directories.output, bundle));
  });
}

/**
 * Whether a page is to be found by its words.
 *
 * @param wanted - The page's `search`: all are but for those that say `false`. Layouts of lists say so by themselves.
 * @param post - The post that it is, if it is one; a hidden one is in no list and so not in this one.
 */
export function isSearchable(wanted: unknown, post: Post | undefined): boolean {
  return wanted !== false && !post?.hidden;
}

/** What of a post tells of others, of its author or its date, and would be found as if it were the post's own words. */
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

/** Pagefind leaves out what has no such mark as soon as one page has it; what it need not read is not handed over. */
const isIndexed = ({ outputPath, content }: RenderedPage): boolean =>
  typeof outputPath === "string" && outputPath.endsWith(".html") && content.includes("data-pagefind-body");

/** Half of a character, for which Pagefind would give up the whole index; in a written page it is this sign as well. */
const wellFormed = (content: string): string => content.replaceAll(/\p{Cs}/gu, "\uFFFD");

async function writeIndex(
  { createIndex, close }: Pagefind,
  pages: ReadonlyMap<string, string>,
  folder: string,
): Promise<void> {
  try {
    const { index, errors } = await createIndex({ excludeSelectors });
    if (!index) throw failure(errors);
    const problems: string[] = [];
    // One after the other and always in the same order: the index holds them as they come, and a site is to be the same
    // bytes each time.
    for (const [url, content] of [...pages].sort(([a], [b]) => (a < b ? -1 : 1)))
      problems.push(...(await index.addHTMLFile({ url, content })).errors);
    const { files, errors: ofIndex } = await index.getFiles();
    problems.push(...ofIndex);
    if (problems.length > 0) throw failure(problems);
    const needed = files.filter((file) => !unused.test(file.path));
    // That which names the others comes last, so that an index is always whole.
    needed.sort((a, b) => Number(isEntry(a.path)) - Number(isEntry(b.path)));
    for (const { path: name, content } of needed) await writeAtomically(path.join(folder, name), content);
    await removeOthers(folder, new Set(needed.map(({ path: name }) => path.normalize(name))));
  } catch (error) {
    // Such as where npm left out the program for this system.
    throw error instanceof IndigoError
      ? error
      : failure([String((error as Error).message).split("\n", 1)[0] ?? ""]);
  } finally {
    await close();
  }
}

const isEntry = (name: string): boolean => name === "pagefind-entry.json";

/** The names of most of them hold a hash: those of the build before would stay for ever. */
async function removeOthers(folder: string, needed: ReadonlySet<string>): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (!entry.isFile() || needed.has(path.relative(folder, file)) || (await isBeingWritten(file))) continue;
    await rm(file, { force: true });
  }
}

const failure = (problems: readonly string[]): IndigoError =>
  new IndigoError(...problems.map((problem) => `Pagefind could not index the site for search: ${problem}`));
