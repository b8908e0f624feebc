import type { EleventyConfig, TemplateData } from "../eleventy/api.js";
import { onBuildStart } from "../eleventy/build-start.js";
import type { LiquidEngine } from "../eleventy/liquid-types.js";
import type { Warn } from "../eleventy/warnings.js";
import { templateName } from "../utils/errors.js";
import { unescapeHtml } from "../utils/html.js";
import { lineOfText } from "../utils/read-text.js";
import { decodePath } from "../utils/urls.js";

/** The pages that a build leaves out. */
export interface LeftOut {
  /** Adds a page, from its data before Eleventy computes its URL. */
  add(data: TemplateData): void;
}

/**
 * Warns, with file and line, of links to pages that the build leaves out.
 *
 * @param isTaken - Returns whether another page has a URL.
 */
export function warnOfLinks(
  eleventyConfig: EleventyConfig,
  { pathPrefix, isTaken, warn }: { pathPrefix: string; isTaken(url: string): boolean; warn: Warn },
): LeftOut {
  const pages = new Set<TemplateData>();
  let known: Map<string, { file: string; url: string }> | undefined;
  let liquid: LiquidEngine | undefined;
  onBuildStart(eleventyConfig, () => {
    pages.clear();
    known = undefined;
  });
  eleventyConfig.amendLibrary("liquid", (engine: LiquidEngine) => {
    liquid = engine;
  });
  // Not before pages are rendered: Eleventy may create the Liquid engine as late as that.
  const leftOut = () => {
    known ??= new Map(
      [...pages].flatMap((data) => {
        const url = urlOf(data, liquid);
        return url === undefined ? [] : [[normalize(url), { file: data.page.inputPath, url }] as const];
      }),
    );
    return known;
  };
  eleventyConfig.addTransform("indigo-unpublished-links", function (content) {
    const { url, inputPath, outputPath } = this.page;
    if (pages.size === 0 || !url || !String(outputPath).endsWith(".html")) return content;
    for (const href of hrefsIn(content)) {
      const target = leftOut().get(pathOf(href, url, pathPrefix));
      if (!target || isTaken(target.url)) continue;
      const line = lineOfText(inputPath, href);
      const place = `${templateName(inputPath)}${line ? `:${line}` : ""}`;
      warn(
        `${place} links to ${href}, but ${templateName(target.file)} is not published: the link is broken.`,
      );
    }
    return content;
  });
  return {
    add(data) {
      pages.add(data);
    },
  };
}

/** Returns the URLs that the links of a page have, each once. */
const hrefsIn = (html: string): Set<string> =>
  new Set([...html.matchAll(/<a\s[^<>]*?\bhref="([^"]*)"/gi)].map(([, href = ""]) => unescapeHtml(href)));

/** Returns the path of a link from the site's root; empty for a link to another host. */
function pathOf(href: string, pageUrl: string, pathPrefix: string): string {
  const base = new URL(pageUrl, "https://site.invalid/");
  if (!URL.canParse(href, base.href)) return "";
  const { host, pathname } = new URL(href, base.href);
  if (host !== base.host) return "";
  return normalize(pathname.startsWith(pathPrefix) ? pathname.slice(pathPrefix.length - 1) : pathname);
}

/** Returns one form of the URLs of a page: `/a`, `/a/` and `/a/index.html` are the same. */
const normalize = (url: string): string => `${decodePath(url).replace(/(\/index\.html|\/)?$/, "")}/`;

/** Returns the URL that a page would have; undefined if only Eleventy knows it. */
function urlOf({ permalink, ...data }: TemplateData, liquid: LiquidEngine | undefined): string | undefined {
  const { filePathStem } = data.page;
  if (permalink === undefined && typeof filePathStem === "string")
    return `${filePathStem.replace(/(^|\/)index$/, "")}/`;
  if (typeof permalink !== "string") return undefined;
  if (!/\{[{%]/.test(permalink)) return `/${permalink.replace(/^\//, "")}`;
  try {
    const url = liquid?.renderSync(liquid.parse(permalink), data);
    return typeof url === "string" ? `/${url.trim().replace(/^\//, "")}` : undefined;
  } catch {
    // In another template language, or with data that is computed later.
    return undefined;
  }
}
