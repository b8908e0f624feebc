import { existsSync } from "node:fs";
import path from "node:path";
import { DateTime } from "luxon";
import type { EleventyConfig, TemplateData } from "../../eleventy/api.js";
import { onBuildStart } from "../../eleventy/build-start.js";
import { addPreprocessor } from "../../eleventy/preprocessors.js";
import { virtualExtension } from "../../eleventy/virtual-templates.js";
import { warner } from "../../eleventy/warnings.js";
import type { Site } from "../../options/site.js";
import { isInsideReally } from "../../utils/real-path.js";
import {
  applyDefaults,
  encodedPath,
  type FileName,
  insideOutput,
  isEmptyDate,
  isSass,
  isWithoutExtension,
  listOf,
  pageUrl,
  postPermalink,
  postPlace,
  readCollections,
  readFileName,
  shadowedFiles,
  titleOf,
} from "../collections/index.js";
import {
  addFloats,
  globals,
  hasFrontMatter,
  isJekyllFile,
  isPage,
  ownData,
  type Sources,
} from "../files/index.js";
import { emojify, hasEmoji } from "../kramdown/index.js";
import { hideDate } from "../liquid/index.js";
import { type CollectionDocuments, dataFileNames, dirOf, type JekyllPost } from "../live/index.js";
import type { JekyllSource } from "../read/index.js";
import { addPagination, removePagination, singlePagePaginator } from "./pagination.js";
import type { Publishing } from "./publishing.js";
import { urlsOf } from "./urls.js";

/**
 * Adds Jekyll's data to each file before Eleventy computes its URL: permalink, front matter defaults, title, tags and
 * categories, and `page` with all front matter. Skips files that Jekyll does not build.
 *
 * @param sources - The front matter and the texts of files.
 * @param documents - The documents of collections.
 * @param liveSite - Returns the variable `site`.
 */
export function addFrontMatter(
  eleventyConfig: EleventyConfig,
  site: Site,
  publishing: Publishing,
  sources: Sources,
  documents: CollectionDocuments,
  liveSite: (data: TemplateData) => object,
): void {
  const { input } = eleventyConfig.directories;
  const { sourceOf, dropUnknownLayout } = sources;
  const collections = readCollections(site.jekyllSettings);
  const pagination = addPagination(eleventyConfig, site, publishing, sources);
  const warn = warner(eleventyConfig);
  const folder = path.posix.normalize(input);
  let shadowed = new Map<string, string>();
  // URLs of which Jekyll adds the extension to the file only.
  const bare = new Set<string>();
  let dataNames: string[] = [];
  onBuildStart(eleventyConfig, () => {
    documents.begin();
    bare.clear();
    shadowed = shadowedFiles(urlsOf(eleventyConfig, site, publishing, sourceOf));
    dataNames = dataFileNames(eleventyConfig.directories.data);
  });

  eleventyConfig.addUrlTransform(({ url }) =>
    bare.has(url) && url.endsWith(".html") ? url.slice(0, -".html".length) : undefined,
  );

  addPreprocessor(eleventyConfig, "indigo-jekyll", "*", function (data, content) {
    if (this.inputPath.endsWith(`.${virtualExtension}`)) {
      data.site = liveSite(data);
      return undefined;
    }
    const own = path.posix.relative(folder, path.posix.normalize(this.inputPath));
    // A further page of an `index.html` has the data of that file.
    const paginated = pagination?.pageOf(own);
    if (paginated && pagination?.isWritten(paginated) === false) return false;
    const file = paginated?.file ?? own;
    const inputPath = paginated ? path.posix.join(input, file) : this.inputPath;
    // New since the build started, else Eleventy ignores it.
    if (existsSync(this.inputPath) && !isInsideReally(input, this.inputPath)) return false;
    if (!isJekyllFile(eleventyConfig, file)) {
      data.site = liveSite(data);
      return undefined;
    }
    if (publishing.isExcluded(file)) return false;
    const found = collections.find(file);
    if (found) {
      if (shadowed.has(file)) return false;
      const source = hasFrontMatter(this.inputPath) ? documents.sourceOf(this.inputPath, found) : undefined;
      if (!source) return false;
      liveSite(data);
      removeDataFiles(data, source, dataNames);
      removePagination(data);
      const document = documents.add(data, found, source);
      if (!document) return false;
      dropUnknownLayout(this.inputPath, data);
      if (document.isWritten && document.isBare) bare.add(encodedPath(document.path));
      data.site = liveSite(data);
      return source.body === content ? undefined : source.body || "\n";
    }
    const name = readFileName(collections.relative(file));
    const isPost = name?.type === "posts" || name?.type === "drafts";
    // Jekyll reads posts without front matter, and copies other files.
    if (!isPost && name && !hasFrontMatter(inputPath)) return false;
    const source = sourceOf(inputPath);
    if (!source || data.published === false || data.published === null) return false;
    if (!name) {
      warn(`${file} is skipped: the name of a post must start with its date, such as 2024-03-05-title.md.`);
      return false;
    }
    if (isPost && !collections.hasPost(file)) {
      warn(
        `${file} is skipped: with "collections_dir" in _config.yml, Jekyll reads posts in that folder only.`,
      );
      return false;
    }
    const newer = shadowed.get(file);
    if (newer) {
      warn(`${file} is skipped: ${newer} has the same URL, and Jekyll writes it later. Rename one of them.`);
      return false;
    }
    if (name.type === "drafts" && !publishing.drafts && data.published !== true) return false;
    // First, since it reads the data files of the site, which the next line deletes from the page's data.
    liveSite(data);
    removeDataFiles(data, source, dataNames);
    const isPaginated = removePagination(data);
    if (paginated) delete data.pagination;
    addJekyllData(data, { file, source, name }, site);
    if (paginated?.folder !== undefined) data.permalink = paginated.folder;
    dropUnknownLayout(inputPath, data);
    const pattern =
      source.data.permalink ?? (isPost ? (collections.posts.permalink ?? site.permalink) : undefined);
    if (typeof data.permalink === "string" && typeof pattern === "string" && isWithoutExtension(pattern))
      bare.add(encodedPath(data.permalink));
    if (isPost && data.published === false) return false;
    if (name.type === "posts" && !publishing.future && (data.page.date as Date) > new Date()) {
      warn(`${file} is skipped until its date, unless _config.yml has "future: true".`);
      return false;
    }
    data.site = liveSite(data);
    const live = data.site as { posts: JekyllPost[] };
    if (paginated && pagination) data.paginator = pagination.paginator(paginated, live);
    else if (isPaginated) data.paginator = singlePagePaginator(live);
    if (name.type !== "pages") addNeighbors(data, live);
    if (data.render_with_liquid === false)
      data.templateEngineOverride = isPage(file) && !file.endsWith(".html") ? "md" : "html";
    // Eleventy ends front matter at the first line that starts with "---". It ignores an empty text.
    return source.body === content ? undefined : source.body || "\n";
  });
}

/**
 * Removes the values of data files from a page's data, unless its front matter sets them. Eleventy adds them to every page,
 * Jekyll only to `site.data`: `_data/projects.yml` must not be the front matter `projects` of each post.
 */
function removeDataFiles(data: TemplateData, source: JekyllSource, names: readonly string[]): void {
  for (const name of names) {
    if (!globals.has(name) && !Object.hasOwn(source.data, name)) delete data[name];
  }
}

/** Adds permalink, defaults, title, tags, categories and `page`. */
function addJekyllData(
  data: TemplateData,
  { file, source, name }: { file: string; source: JekyllSource; name: FileName },
  site: Site,
): void {
  const isPost = name.type !== "pages";
  const { base, relative } = readCollections(site.jekyllSettings);
  const place = isPost ? relative(file) : file;
  applyDefaults(data, { path: place, type: name.type, base: isPost ? base : "" }, site.defaults);
  // Eleventy converts `tags` from a string to a list, Jekyll splits it at spaces.
  data.tags = listOf(data.tag, source.data.tags ?? data.tags);
  // A layout of the author's may take the place of the theme's for posts.
  if (data.layout === "post") data.mainClass ??= "post";
  data.categories = [...new Set([...name.categories, ...listOf(data.category, data.categories)])];
  if (isPost) data.title ??= titleOf(String(data.slug ?? name.slug));
  else addTitleAppearance(data);
  data.slug ??= name.slug;
  if (typeof data.title === "string" && hasEmoji(site.jekyllSettings)) data.title = emojify(data.title);
  if (isSass(file) || source.data.layout === "none" || data.layout === "none") data.layout = false;
  data.permalink = insideOutput(permalink(data, file, name, site));
  Object.assign(data.page, withoutKeysOf({ ...source.data, ...ownData(data) }, data.page), {
    path: place,
    relative_path: place,
    name: path.posix.basename(file),
    ...(isPost && {
      collection: "posts",
      ext: path.posix.extname(file),
      slug: data.slug,
      draft: source.data.draft ?? /(^|\/)_drafts\//.test(place),
    }),
  });
  const { page } = data;
  addFloats(page, source.floats);
  if (!isPost && isEmptyDate(source.data.date)) hideDate(page);
  // The URL is known only when the page is rendered.
  const get = (): string => (isPost ? String(page.url).replace(/\/$/, "") : dirOf(String(page.url)));
  const field = isPost ? "id" : "dir";
  if (!Object.hasOwn(source.data, field))
    Object.defineProperty(page, field, { get, enumerable: true, configurable: true });
}

/** Adds `page.previous`, `next` and `excerpt` as getters, since all posts are known only when pages are rendered. */
function addNeighbors({ page }: TemplateData, site: { posts: JekyllPost[] }): void {
  for (const name of ["previous", "next", "excerpt"] as const) {
    if (name === "excerpt" && page.excerpt !== undefined) continue;
    const get = () => site.posts.find(({ url }) => url === page.url)?.[name];
    Object.defineProperty(page, name, { get, enumerable: true, configurable: true });
  }
}

/** Sets the CSS class of a page and whether it has the owner's header by its title, as Indigo does on Jekyll. */
function addTitleAppearance(data: TemplateData): void {
  if (typeof data.title !== "string") return;
  data.pageClass ??= data.title.toLowerCase();
  if (/^home$/i.test(data.title)) data.showHeader ??= true;
  // The header of lists is that of the option `listHeader`.
  if (/^(blog|projects|tags)$/i.test(data.title)) data.isList ??= true;
}

/** Returns the permalink of a page or post as Jekyll computes it. */
function permalink(data: TemplateData, file: string, name: FileName, site: Site): unknown {
  const own = data.permalink;
  if (own !== undefined && typeof own !== "string") return own;
  if (name.type === "pages") return pageUrl(file, own, site.permalink ?? "date");
  const date = DateTime.fromJSDate(data.page.date as Date, { zone: site.timeZone });
  const pattern = own ?? readCollections(site.jekyllSettings).posts.permalink ?? site.permalink ?? "date";
  return postPermalink(pattern, {
    date,
    slug: String(data.slug),
    categories: data.categories as string[],
    ...postPlace(name),
  });
}

/** Returns the values whose keys another object lacks. */
function withoutKeysOf(
  values: Record<string, unknown>,
  other: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !(key in other)));
}
