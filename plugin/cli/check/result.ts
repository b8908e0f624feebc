import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { decodeUrl } from "../../utils/urls.js";
import type { BuiltSite } from "../build/build-site.js";
import { type Element, elements, parsePage } from "./html.js";

/** An HTML page in the output of a build. */
export interface ResultPage {
  /** Its URL path, without the path prefix. */
  url: string;
  /** Its source file, relative to the site's folder; undefined for the theme's own pages. */
  source: string | undefined;
  /** Every element in document order. */
  elements: readonly Element[];
  /** The ids and names that links can point to. */
  ids: ReadonlySet<string>;
}

/** The output of a build, as a host serves it. */
export interface Result {
  pages: readonly ResultPage[];
  /** The path prefix of the site, with a slash at both ends. */
  prefix: string;
  /** The origin in the canonical URLs of the site, without a trailing slash; undefined if there are none. */
  origin: string | undefined;
  /** Returns the file that a host serves for a URL path; undefined if there is none. */
  fileAt(pathname: string): string | undefined;
  /** Returns the page at a URL path. */
  pageAt(pathname: string): ResultPage | undefined;
}

/** Reads the pages of a built site. */
export function readResult(site: BuiltSite): Result {
  const sources = new Map(
    site.pages.map(({ outputPath, inputPath }) => [absolute(site, outputPath), inputPath]),
  );
  // Includes HTML files that Eleventy only copied.
  const files = readdirSync(site.output, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  const byFile = new Map(files.map((file) => [file, readPage(site, file, sources.get(file))]));
  const pages = [...byFile.values()];
  const prefix = prefixIn(site, pages);
  const fileAt = (pathname: string): string | undefined => hosted(site.output, pathname, prefix);
  return {
    pages,
    prefix,
    origin: originOf(pages, prefix),
    fileAt,
    pageAt: (pathname) => byFile.get(fileAt(pathname) ?? ""),
  };
}

const absolute = ({ folder }: BuiltSite, file: string | false): string =>
  file === false ? "" : path.resolve(folder, file);

function readPage({ folder, output }: BuiltSite, file: string, inputPath: string | undefined): ResultPage {
  const url = `/${path.relative(output, file).split(path.sep).join("/")}`.replace(/(^|\/)index\.html$/, "$1");
  const pageElements = elements(parsePage(readFileSync(file, "utf8")));
  const ids = pageElements.flatMap(({ name, attributes }) => [
    ...(attributes.id ? [attributes.id] : []),
    ...(name === "a" && attributes.name ? [attributes.name] : []),
  ]);
  // A copied HTML file has the same path in the site as in the output.
  const source = inputPath ?? path.relative(output, file);
  return {
    url,
    source: existsSync(path.join(folder, source)) ? path.posix.normalize(source) : undefined,
    elements: pageElements,
    ids: new Set(ids),
  };
}

/** Returns Eleventy's path prefix, else the `baseurl` of a `_config.yml`, read from the URL of the theme's style sheet. */
function prefixIn(site: BuiltSite, pages: readonly ResultPage[]): string {
  const own = site.pathPrefix.replace(/^\/+|\/+$/g, "");
  if (own !== "") return `/${own}/`;
  for (const { elements: all } of pages) {
    const sheet = all.find(
      ({ name, attributes }) =>
        name === "link" && attributes.rel === "stylesheet" && /\/assets\/indigo-/.test(attributes.href ?? ""),
    );
    const [, prefix] = /^(\/.*?)assets\/indigo-[^/]*$/.exec(sheet?.attributes.href ?? "") ?? [];
    if (prefix) return prefix;
  }
  return "/";
}

/** Returns the origin of the first canonical URL that matches its page. */
function originOf(pages: readonly ResultPage[], prefix: string): string | undefined {
  for (const { url, elements: all } of pages) {
    const canonical = all.find(({ name, attributes }) => name === "link" && attributes.rel === "canonical");
    const href = canonical?.attributes.href;
    const end = prefix + url.slice(1);
    if (href && URL.canParse(href) && decodeUrl(new URL(href).pathname) === end) return new URL(href).origin;
  }
  return undefined;
}

/**
 * Returns the file for a URL path as GitHub Pages, Netlify and Cloudflare serve it: `index.html` for a folder, and
 * `about.html` for `/about`.
 */
function hosted(output: string, pathname: string, prefix: string): string | undefined {
  const name = decodeUrl(pathname);
  if (!`${name}/`.startsWith(prefix)) return undefined;
  const file = path.join(output, name.slice(prefix.length));
  if (file !== output && !file.startsWith(output + path.sep)) return undefined;
  const candidates = name.endsWith("/")
    ? [path.join(file, "index.html")]
    : [file, path.join(file, "index.html"), `${file}.html`];
  return candidates.find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
}
