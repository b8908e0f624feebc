import path from "node:path";
import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import type { EleventyConfig } from "../../eleventy/api.js";
import { onBuildStart } from "../../eleventy/build-start.js";
import { isFile, rootUrl } from "../../eleventy/site-files.js";
import { type SitePages, sitePages } from "../../eleventy/site-pages.js";
import { warnerOnce } from "../../eleventy/warnings.js";
import type { Site } from "../../options/site.js";
import { templateName } from "../../utils/errors.js";
import { type FileKind, isOfKind } from "../../utils/file-kinds.js";
import { decodeUrl } from "../../utils/urls.js";
import { isFileAttribute } from "../blocks/index.js";
import { type PageEnvironment, placeIn } from "../environment.js";
import { replaceUrls } from "./html-urls.js";
import { type TextFiles, textFiles } from "./text-files.js";

/** Kinds of files that a text may link. */
const linkedKinds: readonly FileKind[] = [
  ...(["image", "document", "slides", "archive", "notebook", "table", "recording", "code"] as const),
];
const shownKinds: readonly FileKind[] = ["image", "recording"];

/** What names a file in a text: an image or link of Markdown, or an attribute of HTML. */
interface Reference {
  url: string;
  isImage: boolean;
  isHtml: boolean;
}

/** The text that names a file. */
interface Source {
  /** Its file, from the working folder. */
  file: string;
  /** The URL of its page; undefined if it is shown on several, or on none. */
  url: string | undefined;
  env: PageEnvironment;
}

/** The environment of a text of a data file. */
type TextEnvironment = PageEnvironment & { indigoDataFile?: string };

/**
 * Makes relative images and links of texts work wherever a text is shown: a URL that leads to a page or file from the page of
 * the text stays; otherwise it is the path of a file from the file of the text. A link to a template becomes the URL of its
 * page; any other file is copied, and linked from the root. Warns of images and relative links that lead nowhere.
 */
export function textLinks(
  eleventyConfig: EleventyConfig,
  { writing, pathPrefix }: Pick<Site, "writing" | "pathPrefix">,
): (md: MarkdownIt) => void {
  const resolver = new Resolver(eleventyConfig, Boolean(writing.images), pathPrefix);
  return (md) => {
    md.core.ruler.push("indigo_text_links", ({ tokens, env }) => {
      const source = sourceOf(env as TextEnvironment);
      if (source) visit(tokens, (reference) => resolver.resolve(reference, source));
    });
  };
}

function sourceOf(env: TextEnvironment): Source | undefined {
  const file = env?.indigoDataFile ?? env?.page?.inputPath;
  if (!file) return undefined;
  const url = env.indigoDataFile === undefined && env.page?.url ? env.page.url : undefined;
  return { file: templateName(file), url, env: { page: { inputPath: file } } };
}

/** Replaces the URLs of tokens and of the tokens in them. */
function visit(tokens: readonly Token[], resolve: (reference: Reference) => string): void {
  for (const token of tokens) {
    const [name, isImage] = token.type === "image" ? ["src", true] : ["href", false];
    const url = token.type === "image" || token.type === "link_open" ? token.attrGet(name) : null;
    if (url) {
      const resolved = resolve({ url, isImage, isHtml: false });
      if (resolved !== url) token.attrSet(name, resolved);
    }
    // Posters and tracks of videos.
    if (token.type === "image") {
      for (const attribute of token.attrs ?? [])
        if (isFileAttribute(attribute[0]))
          attribute[1] = resolve({ url: attribute[1], isImage: true, isHtml: true });
    }
    if (token.type === "html_block" || token.type === "html_inline")
      token.content = replaceUrls(token.content, (each, isShown) =>
        resolve({ url: each, isImage: isShown, isHtml: true }),
      );
    if (token.children && token.type !== "image") visit(token.children, resolve);
  }
}

/** How many references of a file are looked for in detail: each takes time in the length of the file. */
const maxReports = 50;

/** Finds what the references of texts lead to, once a build. */
class Resolver {
  readonly #eleventyConfig: EleventyConfig;
  readonly #areResized: boolean;
  readonly #pathPrefix: string;
  readonly #pages: SitePages;
  readonly #files: TextFiles;
  readonly #warn: (message: string) => void;
  readonly #known = new Map<string, string>();
  /** How many references of a file lead nowhere. */
  readonly #reported = new Map<string, number>();

  /** @param areResized - Whether the option `images` replaces images, and reports missing ones itself. */
  constructor(eleventyConfig: EleventyConfig, areResized: boolean, pathPrefix: string) {
    this.#eleventyConfig = eleventyConfig;
    this.#areResized = areResized;
    this.#pathPrefix = pathPrefix;
    this.#pages = sitePages(eleventyConfig);
    this.#files = textFiles(eleventyConfig);
    this.#warn = warnerOnce(eleventyConfig);
    onBuildStart(eleventyConfig, () => {
      this.#known.clear();
      this.#reported.clear();
    });
  }

  /** Returns the URL of what a text names; the same if it works already, or does not exist. */
  resolve(reference: Reference, source: Source): string {
    const { url, isImage, isHtml } = reference;
    if (!this.#pages.areKnown()) return url;
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|[#?\\]|$)|\{[{%]/i.test(url)) return url;
    // Many texts link the same pages from the root.
    if (url.startsWith("/") && !isImage && (isHtml || !/\.\w+$/.test(url.replace(/[?#].*$/s, ""))))
      return url;
    const key = [isImage, isHtml, source.file, source.url, url].join("\n");
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const resolved = this.#find(reference, source);
    this.#known.set(key, resolved);
    return resolved;
  }

  #find({ url, isImage, isHtml }: Reference, source: Source): string {
    const [, encoded = "", suffix = ""] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
    const isRooted = encoded.startsWith("/");
    const name = this.#withoutPrefix(decodeUrl(encoded));
    if (this.#works(encoded, source)) return url;
    // Eleventy's own ways to do the same, if the site has added them.
    if (isImage && (this.#eleventyConfig.passthroughCopiesHtmlRelative?.size ?? 0) > 0) return url;
    const folder = path.posix.dirname(source.file);
    const page = isImage ? undefined : this.#pageOf(name, folder);
    if (page) return this.#hasOwnLinks() ? url : `${rootUrl(page)}${suffix}`;
    const kinds = isImage ? shownKinds : linkedKinds;
    const areResized = this.#areResized && !isOfKind(name, ["recording"]);
    const isCopied = isHtml || !isImage || !areResized || /\.(?:svg|gif|apng|webp|avif)$/i.test(name);
    const { file, refusal } = page === false ? {} : this.#files.publish(name, folder, kinds, isCopied);
    if (file) return isRooted ? url : `${rootUrl(file.to)}${suffix}`;
    // A text of data may be shown on one page only, from which its links lead to other pages.
    const mayWork = source.url === undefined && !/\.\w+$/.test(name);
    const isReported = isImage ? !areResized && !(isRooted && isHtml) : !isRooted && !mayWork;
    if (isReported) this.#report({ url, isImage, isHtml }, source, { name, folder, page, refusal });
    return url;
  }

  /** Returns a path from the root of the site: authors may write it with or without the path prefix. */
  #withoutPrefix = (name: string): string =>
    name.startsWith(this.#pathPrefix) ? `/${name.slice(this.#pathPrefix.length)}` : name;

  /** Returns whether a URL leads to a page or file of the site from the page of the text. */
  #works(url: string, source: Source): boolean {
    if (source.url === undefined && !url.startsWith("/")) return false;
    let target: string;
    try {
      target = decodeUrl(new URL(url, `http://site.invalid${encodeURI(source.url ?? "/")}`).pathname);
    } catch {
      return false;
    }
    return [target, this.#withoutPrefix(target)].some(
      (each) => this.#pages.has(each) || this.#files.has(each),
    );
  }

  /** Returns the URL of the template that a link names, with or without its extension; `false` for a draft and the like. */
  #pageOf(name: string, folder: string): string | false | undefined {
    const { input } = this.#eleventyConfig.directories;
    const bare = name.replace(/\/+$/, "") || ".";
    const inFolder = path.posix.join(name.startsWith("/") ? input : folder, bare);
    const inInput = path.posix.join(input, bare);
    const extensions = [
      "",
      ".md",
      ".ipynb",
      ".njk",
      ".liquid",
      ".html",
      "/index.md",
      "/index.njk",
      "/index.html",
    ];
    for (const extension of extensions) {
      for (const file of [inFolder, inInput]) {
        const url = this.#pages.urlOf(path.posix.normalize(`${file}${extension}`));
        if (url !== undefined) return url;
      }
    }
    return /\.(?:md|njk|liquid)$/.test(bare) && [inFolder, inInput].some(isFile) ? false : undefined;
  }

  #hasOwnLinks = (): boolean =>
    this.#eleventyConfig.hasPlugin("@11ty/eleventy/inputpath-to-url-transform-plugin");

  #report(
    { url, isImage }: Reference,
    source: Source,
    target: { name: string; folder: string; page: string | false | undefined; refusal: string | undefined },
  ): void {
    const { name, folder, page, refusal } = target;
    const count = (this.#reported.get(source.file) ?? 0) + 1;
    this.#reported.set(source.file, count);
    if (count === maxReports) this.#warn(`${source.file} has more images and links that lead nowhere.`);
    if (count >= maxReports) return;
    const what = `${placeOf(url, name, source)} ${isImage ? "shows" : "links"}`;
    const kind = isImage ? "an image" : /\.\w{1,10}$/.test(name) ? "a file" : "a page";
    const missing = `${kind} that does not exist: "${name}".${this.#files.near(name, folder)}`;
    this.#warn(
      page === false
        ? `${what} a page that is not published: "${name}".`
        : `${what} ${refusal === undefined ? missing : refusal}`,
    );
  }
}

/** Returns the file and line that name a file. */
function placeOf(url: string, name: string, { env }: Source): string {
  const spellings = [name, url].flatMap((text) => [
    `(${text}`,
    `<${text}`,
    `"${text}`,
    `'${text}`,
    `]: ${text}`,
    text,
  ]);
  const places = spellings.map((text) => placeIn(env, text));
  return places.find((place) => /:\d+$/.test(place)) ?? places[0] ?? "";
}
