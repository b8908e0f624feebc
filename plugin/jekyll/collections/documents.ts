import path from "node:path";
import type { DateTime } from "luxon";
import type { EleventyConfig } from "../../eleventy/api.js";
import type { FrontMatterDefault } from "../../options/front-matter-defaults.js";
import type { Site } from "../../options/site.js";
import { type CollectionFile, readCollections } from "./collections.js";
import { isEmptyDate, momentOf } from "./dates.js";
import { applyDefaults } from "./defaults.js";
import { dayOf, listOf, titleOf } from "./file-names.js";
import { isCoffeeScript, isSass, outputExtension } from "./output-extension.js";
import {
  collectionPattern,
  encodedPath,
  insideOutput,
  isWithoutExtension,
  postPermalink,
} from "./permalink.js";

/** The settings that a document depends on. */
export interface DocumentSettings {
  /** IANA time zone of the site. */
  timeZone: string;
  /** The key `permalink` of `_config.yml`. Default: `date`. */
  permalink?: string | undefined;
  defaults: readonly FrontMatterDefault[];
  /** Whether documents with a date in the future become pages. */
  future: boolean;
}

/** A document of a collection, as Jekyll reads it. */
export interface Document {
  /** Its front matter, with defaults, title, slug, extension, tags and categories. */
  data: Record<string, unknown>;
  /** The date in its front matter, else in its name. */
  date: DateTime | undefined;
  /** Its path in the output, with a slash at its start; a slash at its end stands for `index.html`. */
  path: string;
  /** Its URL path. */
  url: string;
  /** Whether its URL lacks the extension of its path. */
  isBare: boolean;
  /** Whether it becomes a page. */
  isWritten: boolean;
}

/** Returns whether the whole text of a document is data. */
export const isYamlFile = (file: string): boolean => /\.ya?ml$/.test(file);

/** Returns whether Jekyll puts no layout around a document, whatever its front matter says. */
export const hasNoLayout = (file: string): boolean =>
  isYamlFile(file) || isSass(file) || isCoffeeScript(file);

/** Returns a function that tests whether Jekyll puts its layout around a file, by the file's path from the working folder. */
export function layoutTest(
  { directories: { input } }: EleventyConfig,
  { jekyllSettings }: Site,
): (file: string, layout: unknown) => boolean {
  const collections = readCollections(jekyllSettings);
  return (file, layout) => {
    const { collection, within = "" } = collections.find(path.posix.relative(input, file)) ?? {};
    return layout !== "none" && !isSass(file) && (!collection || (collection.output && !hasNoLayout(within)));
  };
}

/**
 * Reads the moment of a document, from its front matter, else from its name: `2024-03-05-talk.md`.
 *
 * @returns Undefined for a document without a date, or with an invalid one.
 */
export function documentMoment(value: unknown, within: string, zone: string): DateTime | undefined {
  if (!isEmptyDate(value)) return momentOf(value, zone);
  const { day } = nameOf(within);
  const date = day === undefined ? undefined : dayOf(day, zone);
  return date?.isValid ? date : undefined;
}

/**
 * Reads a document as Jekyll does.
 *
 * @param own - Its front matter.
 * @param now - The time of the build, which is the date of documents without one.
 * @returns Undefined for a document that is not published, which is not even data.
 * @see https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/document.rb
 */
export function readDocument(
  { collection, within }: CollectionFile,
  own: Readonly<Record<string, unknown>>,
  settings: DocumentSettings,
  now: DateTime,
): Document | undefined {
  const data: Record<string, unknown> = { ...own };
  const source = `${collection.relativeFolder}/${within}`;
  const base = collection.folder.slice(0, -collection.relativeFolder.length - 1);
  if (!isYamlFile(within))
    applyDefaults(data, { path: source, type: collection.label, base }, settings.defaults);
  if (data.published === false) return undefined;
  const { slug, extension } = nameOf(within);
  const date = documentMoment(data.date, within, settings.timeZone);
  if (!isYamlFile(within)) {
    data.title ??= titleOf(slug);
    data.slug ??= slug;
    data.ext ??= extension;
    data.tags = listOf(data.tag, data.tags);
    data.categories = listOf(data.category, data.categories);
  }
  const pattern =
    typeof data.permalink === "string"
      ? data.permalink
      : (collection.permalink ?? collectionPattern(settings.permalink ?? "date"));
  const file = postPermalink(pattern, {
    date: date ?? now,
    slug: String(data.slug ?? slug),
    categories: listOf(undefined, data.categories),
    collection: collection.label,
    path: withoutExtension(within),
    extension: outputExtension(extension),
  });
  const isFuture = date !== undefined && date > now;
  const isBare = isWithoutExtension(pattern);
  return {
    data,
    date,
    path: file,
    url: encodedPath(isBare ? file.replace(/\.html$/, "") : file),
    isBare,
    isWritten: collection.output && (settings.future || !isFuture),
  };
}

/** Returns the URL path of a file without front matter in a collection. */
export function staticFileUrl(
  { collection, within }: CollectionFile,
  { permalink = "date" }: Pick<DocumentSettings, "permalink">,
): string {
  const stem = withoutExtension(within);
  const values: Record<string, string> = {
    collection: collection.label,
    path: stem,
    name: path.posix.basename(stem),
  };
  const filled = (collection.permalink ?? collectionPattern(permalink)).replaceAll(
    /:([a-z_]+)/g,
    (_match, name: string) => values[name.replace(/_$/, "")] ?? "",
  );
  const url = `/${filled}`.replaceAll(/\/{2,}/g, "/").replace(/\/$/, "");
  return String(insideOutput(`${url}${path.posix.extname(within)}`));
}

/** Returns what Jekyll reads from the name of a document. */
function nameOf(within: string): { slug: string; extension: string; day?: string | undefined } {
  const base = path.posix.basename(within);
  const extension = path.posix.extname(base);
  const dated = /^(\d{2,4}-\d{1,2}-\d{1,2})-(.*)$/.exec(withoutExtension(base));
  const slug = (dated?.[2] ?? withoutExtension(base)).replace(/\.+$/, "");
  return { slug, extension, day: dated?.[1] };
}

const withoutExtension = (file: string): string =>
  file.slice(0, file.length - path.posix.extname(file).length).replace(/\.+$/, "");
