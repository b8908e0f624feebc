import path from "node:path";
import { DateTime } from "luxon";
import type { BuildIndex } from "../../content/index.js";
import type { CollectionItem, EleventyConfig, TemplateData } from "../../eleventy/api.js";
import { lateCopies } from "../../eleventy/late-copies.js";
import { watchFiles } from "../../eleventy/watched-files.js";
import type { Site } from "../../options/site.js";
import { templateName } from "../../utils/errors.js";
import { lazy } from "../../utils/memoize.js";
import { readText } from "../../utils/read-text.js";
import { isRecord } from "../../utils/records.js";
import {
  type Collection,
  type CollectionFile,
  type Document,
  excerptOf,
  hasNoLayout,
  inOrder,
  insideOutput,
  isYamlFile,
  readCollections,
  readDocument,
  staticFileUrl,
} from "../collections/index.js";
import { addFloats, isBuiltBy, regularFiles, type SourceOf, unusualFiles } from "../files/index.js";
import { emojify, hasEmoji } from "../kramdown/index.js";
import type { JekyllSource } from "../read/index.js";
import { readRubyYaml } from "../yaml/index.js";
import { comparedByUrl, lazyProperties } from "./lazy.js";

/** A document as templates read it, such as an item of `site.talks`. */
export type LiveDocument = Record<string, unknown>;

/** The documents and files of a site's collections. */
export interface CollectionDocuments {
  /** Prepares for a build. Call it when the build starts. */
  begin(): void;
  /** Returns front matter and text of a document; the whole text of a YAML file is its data. */
  sourceOf(inputPath: string, found: CollectionFile): JekyllSource | undefined;
  /**
   * Adds Jekyll's data to a document before Eleventy computes its URL. A document without a page gets no URL.
   *
   * @returns Undefined for a document that is not published.
   */
  add(data: TemplateData, found: CollectionFile, source: JekyllSource): Document | undefined;
  /** Returns the files of all collections that have no front matter. */
  files(): object[];
  /** Returns whether a page is a document of a collection. */
  has(item: CollectionItem): boolean;
  /**
   * Returns the variables of `site` that are about collections.
   *
   * @param posts - Returns the posts, newest first.
   */
  siteValues(index: BuildIndex, posts: () => readonly object[]): Record<string, () => unknown>;
}

/** A document that the build reads. */
interface StoredDocument extends Document {
  found: CollectionFile;
}

/** A file of a collection without front matter, as templates read it. */
interface StaticFile {
  path: string;
  name: string;
  basename: string;
  extname: string;
  collection: string;
}

/**
 * Reads the documents of collections, and copies their other files.
 *
 * @param publishing - `isExcluded` returns whether Jekyll excludes a file; `future` publishes documents of the future.
 */
export function collectionDocuments(
  eleventyConfig: EleventyConfig,
  site: Site,
  { isExcluded, future }: { isExcluded(file: string): boolean; future: boolean },
  sourceOf: SourceOf,
): CollectionDocuments {
  const { input } = eleventyConfig.directories;
  const collections = readCollections(site.jekyllSettings);
  const stored = new Map<string, StoredDocument>();
  const files = collectionFiles(eleventyConfig, site, isExcluded);
  let now = DateTime.now();
  if (collections.list.length > 0) {
    const folders = collections.list.map(({ folder }) => path.posix.join(input, folder));
    watchFiles(eleventyConfig, "build", folders);
  }
  const storedOf = ({ inputPath }: { inputPath: string }): StoredDocument | undefined =>
    stored.get(path.posix.normalize(inputPath));

  return {
    begin() {
      now = DateTime.now();
      if (collections.list.length > 0) files.read();
    },
    sourceOf(inputPath, { within }) {
      if (!isYamlFile(within)) return sourceOf(inputPath);
      const { value } = readRubyYaml(readText(inputPath), templateName(inputPath));
      return { data: isRecord(value) ? value : {}, body: "", end: "---" };
    },
    add(data, found, source) {
      const document = readDocument(found, source.data, { ...site, future }, now);
      if (!document) return undefined;
      const key = path.posix.normalize(data.page.inputPath);
      stored.set(key, { ...document, data: { ...document.data, ...source.floats }, found });
      addDocumentData(data, found, document, { now, emoji: hasEmoji(site.jekyllSettings) });
      addFloats(data.page, source.floats);
      const live = (): LiveDocument | undefined =>
        (data.site as Record<string, LiveDocument[]>)[found.collection.label]?.find(
          (other) => other.relative_path === data.page.relative_path,
        );
      for (const name of ["previous", "next"] as const)
        Object.defineProperty(data.page, name, {
          get: () => live()?.[name],
          enumerable: true,
          configurable: true,
        });
      return document;
    },
    files: () => collections.list.flatMap((collection) => files.of(collection)),
    has: (item) => storedOf(item) !== undefined,
    siteValues(index, posts) {
      const docsOf = (collection: Collection) =>
        lazy(() => {
          const items = index.content.pages.flatMap((item) => {
            const document = storedOf(item);
            return document?.found.collection.label === collection.label ? [{ item, ...document }] : [];
          });
          return liveDocuments(inOrder(collection, items), now, site.jekyllSettings.excerpt_separator);
        });
      const docs = new Map(collections.list.map((collection) => [collection, docsOf(collection)]));
      const all = [...collections.list, collections.posts].sort((a, b) => (a.label < b.label ? -1 : 1));
      const listed = all.map((collection) =>
        lazyProperties(
          {
            ...collection.values,
            label: collection.label,
            output: collection.output,
            relative_directory: collection.relativeFolder,
            directory: collection.folder,
          },
          { docs: docs.get(collection) ?? (() => posts().toReversed()), files: () => files.of(collection) },
        ),
      );
      return {
        ...Object.fromEntries([...docs].map(([{ label }, get]) => [label, get])),
        collections: () => listed,
        documents: lazy(() => [...posts().toReversed(), ...[...docs.values()].flatMap((get) => get())]),
      };
    },
  };
}

/** Adds front matter, permalink and `page` of a document. */
function addDocumentData(
  data: TemplateData,
  { collection, within }: CollectionFile,
  document: Document,
  { now, emoji }: { now: DateTime; emoji: boolean },
): void {
  const { date: _date, ...values } = document.data;
  Object.assign(data, values);
  if (typeof data.title === "string" && emoji) data.title = emojify(data.title);
  data.permalink = document.isWritten ? insideOutput(document.path) : false;
  // Without a page it needs no layout, which may not exist.
  if (!document.isWritten || hasNoLayout(within) || data.layout === "none") data.layout = false;
  const page = documentValues({ collection, within }, document, now);
  for (const [key, value] of Object.entries(page)) if (!eleventyKeys.has(key)) data.page[key] = value;
}

/** The keys of `page` that Eleventy sets itself. */
const eleventyKeys = new Set([
  "fileSlug",
  "filePathStem",
  "inputPath",
  "outputFileExtension",
  "outputPath",
  "templateSyntax",
  "url",
]);

/** Returns the values of a document that templates read, but for its content. */
function documentValues(
  { collection, within }: CollectionFile,
  { data, date, url }: Document,
  now: DateTime,
): Record<string, unknown> {
  const file = `${collection.relativeFolder}/${within}`;
  const slug = String(data.slug ?? path.posix.parse(within).name);
  return {
    ...data,
    collection: collection.label,
    date: (date ?? now).toJSDate(),
    draft: false,
    id: path.posix.join(path.posix.dirname(url), slug),
    name: data.name ?? path.posix.basename(within),
    path: file,
    relative_path: file,
    url: url,
  };
}

/** Converts the documents of a collection to what templates read. */
function liveDocuments(
  documents: readonly (StoredDocument & { item: CollectionItem })[],
  now: DateTime,
  siteSeparator: unknown,
): LiveDocument[] {
  const values = documents.map((document) => documentValues(document.found, document, now));
  return documents.map(({ item }, at) => {
    const content = (): string => String(item.content ?? "");
    const live = lazyProperties(values[at] ?? {}, {
      content,
      output: content,
      excerpt: () => {
        const { excerpt, excerpt_separator: separator = siteSeparator } = values[at] ?? {};
        // Text other than HTML has no paragraphs.
        return excerpt ?? (excerptOf(content(), separator) || content().split(/\n\s*\n/)[0]);
      },
      // Without their own neighbors, so that serializing a document does not include all others.
      previous: () => values[at - 1],
      next: () => values[at + 1],
    }) as LiveDocument;
    return comparedByUrl(live);
  });
}

/**
 * Copies the files of collections that have no front matter, if the collection has output.
 *
 * @returns Functions that find the files when a build starts, and return those of a collection.
 */
function collectionFiles(
  eleventyConfig: EleventyConfig,
  site: Site,
  isExcluded: (file: string) => boolean,
): { read(): void; of(collection: Collection): StaticFile[] } {
  const { input } = eleventyConfig.directories;
  const collections = readCollections(site.jekyllSettings);
  const copies = collections.list.length > 0 ? lateCopies(eleventyConfig) : undefined;
  let files: (CollectionFile & { file: string })[] = [];
  return {
    read() {
      const isElsewhere = (file: string): boolean => !collections.find(file) && !collections.isAbove(file);
      const { linked } = unusualFiles(input, (file) => isExcluded(file) || isElsewhere(file));
      files = [...regularFiles(input, isExcluded), ...linked].flatMap((file) => {
        const found = collections.find(file);
        return found && !isBuiltBy(eleventyConfig, path.posix.join(input, file)) ? [{ ...found, file }] : [];
      });
      const copied = files.filter(({ collection }) => collection.output);
      copies?.set(
        copied.map(({ file, ...found }) => ({
          from: path.posix.join(input, file),
          to: staticFileUrl(found, site).slice(1),
        })),
      );
    },
    of: ({ label }) => files.filter(({ collection }) => collection.label === label).map(toStaticFile),
  };
}

function toStaticFile({ collection, within }: CollectionFile): StaticFile {
  const { base, name, ext } = path.posix.parse(within);
  return {
    path: `${collection.relativeFolder}/${within}`,
    name: base,
    basename: name,
    extname: ext,
    collection: collection.label,
  };
}
