import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { BuiltSite } from "../build/build-site.js";
import { type Element, elements, parsePage } from "./html.js";

/** A page of HTML in the result of a build. */
export interface ResultPage {
  /** Its address from the root of the result. */
  url: string;
  /** The file that it was made from, from the site's folder; undefined for the theme's own pages. */
  source: string | undefined;
  /** Every element, in the order of the page. */
  elements: readonly Element[];
  /** What links can lead to. */
  ids: ReadonlySet<string>;
}

/** The result of a build, as a host would serve it. */
export interface Result {
  pages: readonly ResultPage[];
  /** The path under which the site is on its host, with slashes around it. */
  prefix: string;
  /** Where the site says that it is, without a slash at its end; undefined where it does not say. */
  origin: string | undefined;
  /** The file that a host gives for an address; undefined where there is none. */
  fileAt(pathname: string): string | undefined;
  /** The page of an address. */
  pageAt(pathname: string): ResultPage | undefined;
}

/** Reads the pages of a built site. */
export function readResult(site: BuiltSite): Result {
  const sources = new Map(
    site.pages.map(({ outputPath, inputPath }) => [absolute(site, outputPath), inputPath]),
  );
  // A page that Eleventy did not make was only copied, and is checked as it is.
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
  const found = elements(parsePage(readFileSync(file, "utf8")));
  const ids = found.flatMap(({ name, attributes }) => [
    ...(attributes.id ? [attributes.id] : []),
    ...(name === "a" && attributes.name ? [attributes.name] : []),
  ]);
  // A file of HTML that was only copied has the same path in the site.
  const source = inputPath ?? path.relative(output, file);
  return {
    url,
    source: existsSync(path.join(folder, source)) ? path.posix.normalize(source) : undefined,
    elements: found,
    ids: new Set(ids),
  };
}

/** Eleventy's own prefix, else the one that the plugin took from a `_config.yml`, as the theme's style sheets have it. */
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

/** The start of the addresses that pages name as their own. */
function originOf(pages: readonly ResultPage[], prefix: string): string | undefined {
  for (const { url, elements: all } of pages) {
    const canonical = all.find(({ name, attributes }) => name === "link" && attributes.rel === "canonical");
    const href = canonical?.attributes.href;
    const end = prefix + url.slice(1);
    if (href && URL.canParse(href) && decoded(new URL(href).pathname) === end) return new URL(href).origin;
  }
  return undefined;
}

/** As GitHub Pages, Netlify and Cloudflare serve files: a folder's `index.html`, and `/about` for `about.html`. */
function hosted(output: string, pathname: string, prefix: string): string | undefined {
  const name = decoded(pathname);
  if (!`${name}/`.startsWith(prefix)) return undefined;
  const file = path.join(output, name.slice(prefix.length));
  if (file !== output && !file.startsWith(output + path.sep)) return undefined;
  const candidates = name.endsWith("/")
    ? [path.join(file, "index.html")]
    : [file, path.join(file, "index.html"), `${file}.html`];
  return candidates.find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
}

/** An address with its signs as they are; one that is wrongly encoded stays. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
