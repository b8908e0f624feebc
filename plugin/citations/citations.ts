import path from "node:path";
import type { EleventyConfig, TemplateData } from "../eleventy/api.js";
import { onBuildStart } from "../eleventy/build-start.js";
import { addPreprocessor } from "../eleventy/preprocessors.js";
import { virtualExtension } from "../eleventy/virtual-templates.js";
import { publicationWarningsEvent, warnerOnce } from "../eleventy/warnings.js";
import { watchFiles, watchKinds } from "../eleventy/watched-files.js";
import type { PageLanguages } from "../options/page-language.js";
import type { Site } from "../options/site.js";
import {
  type CitedWorks,
  cslPart,
  localeFor,
  type Publication,
  type PublicationSource,
  readCitedWorks,
} from "../publications/index.js";
import { configFileName } from "../utils/config-file-name.js";
import { IndigoError, templateName } from "../utils/errors.js";
import { memoize } from "../utils/memoize.js";
import { readText } from "../utils/read-text.js";
import { isInsideReally } from "../utils/real-path.js";
import { citationsOfPages } from "./citations-of-pages.js";
import { textFormatters } from "./formatters.js";
import { keptReferences } from "./kept-references.js";
import { type Locators, locatorsOf } from "./locators.js";
import { useCitations } from "./markdown.js";
import { keysIn } from "./marker.js";
import { addPageReferences } from "./page-references.js";
import { resolveCitations, type TextSettings } from "./resolve.js";
import { addCitationShortcodes } from "./shortcodes.js";
import type { NamedStyle } from "./style.js";
import { type WorkFinder, workFinder } from "./works.js";

/** The environment of a Markdown text: the data of its page. */
interface Environment {
  page?: { inputPath?: string; url?: string | false };
}

/**
 * Adds citations to texts: pandoc's syntax in Markdown, the shortcodes `cite` and `references`, and the references to what a
 * text cites. Works are the site's publications, those of the option `references`, and those of the page's own file.
 *
 * @throws IndigoError for an option that names no style or no file.
 */
export function addCitations(
  eleventyConfig: EleventyConfig,
  source: PublicationSource,
  languages: PageLanguages,
): Citing {
  const { site } = languages.main;
  const optionOf = (name: string): string => `option "${name}" in ${configFileName()}`;
  const files = [site.references ?? []].flat();
  const nothing: CitedWorks = { byId: new Map(), warnings: [] };
  const warn = warnerOnce(eleventyConfig);
  const ownPages = new Map<string, PageCitations>();
  let others = nothing;
  let filesOfPages = new Map<string, Promise<CitedWorks>>();
  let unknownKeys: string[] = [];
  let finders = new Map<CitedWorks | undefined, WorkFinder>();

  const cited = citationsOfPages((work) => source.current.byId.get(work.id ?? "") === work);
  onBuildStart(eleventyConfig, async () => {
    cited.start();
    [filesOfPages, finders, unknownKeys] = [new Map(), new Map(), []];
    formatters.clear();
    others = files.length > 0 ? await readCitedWorks(eleventyConfig, files, optionOf("references")) : nothing;
    report(others);
  });
  watchFiles(eleventyConfig, "build", files);
  // Pages name files of their own, which are known only when their front matter is read.
  watchKinds(eleventyConfig, ["bib", "csl"]);
  eleventyConfig.on("eleventy.after", () => {
    if (unknownKeys.length > 0) eleventyConfig.emit?.(publicationWarningsEvent, unknownKeys);
  });

  function report({ warnings }: CitedWorks): void {
    if (warnings.length > 0 && site.bibliographyErrors === "fail") throw new IndigoError(...warnings);
    for (const warning of warnings) warn(warning);
  }

  const kept = keptReferences(eleventyConfig);
  const formatters = textFormatters(eleventyConfig, kept);
  if (site.citationStyle !== undefined) formatters.style(site.citationStyle, optionOf("citationStyle"));
  const locatorsIn = memoize(
    (language: string): Locators => locatorsOf([cslPart(localeFor(language)), cslPart("en-US")]),
  );

  const finderFor = (file: string): WorkFinder => {
    const own = ownPages.get(file)?.works;
    let finder = finders.get(own);
    if (!finder) {
      finder = workFinder([...(own ? [own.byId] : []), source.current.byId, others.byId]);
      finders.set(own, finder);
    }
    return finder;
  };
  const urlOf = (work: Publication): string | undefined => source.catalogue.byPublication.get(work)?.url;
  const siteOf = (page: Environment["page"]): Site => languages.of({ ...(page && { page }) }).site;
  /** Returns the style of a page's texts. */
  const styleOfPage = (file: string): NamedStyle => {
    const { style } = ownPages.get(file) ?? {};
    const namedBy =
      style === undefined ? optionOf("citationStyle") : `field "citationStyle" in ${templateName(file)}`;
    return formatters.style(style ?? site.citationStyle ?? "apa", namedBy);
  };
  const settingsOf = (page: Environment["page"]): TextSettings => {
    const file = page?.inputPath ?? "";
    const { strings, language } = siteOf(page);
    const works = finderFor(file);
    return {
      works,
      formatter: formatters.of(styleOfPage(file), language),
      strings,
      pageOf: urlOf,
      cites: (cites) => {
        if (page?.url) cited.add(page.url, cites);
      },
      unknown(key) {
        const message = `${placeOf(key, file)} cites "${key}", which is in no bibliography.${works.near(key)}`;
        if (!unknownKeys.includes(message)) unknownKeys.push(message);
        warn(message);
      },
    };
  };

  // Front matter of pages
  addPreprocessor(eleventyConfig, "indigo-citations", "*", async function (data, content) {
    const file = this.inputPath;
    if (file.endsWith(`.${virtualExtension}`)) return undefined;
    ownPages.delete(file);
    const page = await pageCitations(data, file);
    if (page) ownPages.set(file, page);
    // In Markdown the text knows its end; in another language it would end with the page.
    const isOther = /\.(?:njk|liquid|html?)$/.test(file);
    return isOther && /\{%-?\s*cite\s/.test(content) && !/\{%-?\s*references\s/.test(content)
      ? `${content}\n{% references %}\n`
      : undefined;
  });

  async function pageCitations(data: TemplateData, file: string): Promise<PageCitations | undefined> {
    const { citationStyle: style, references } = data;
    if (style === undefined && references === undefined) return undefined;
    const place = templateName(file);
    if (style !== undefined && typeof style !== "string")
      throw new IndigoError(
        `field "citationStyle" in ${place} must be a text, but it is ${JSON.stringify(style)}.`,
      );
    const names = [references ?? []].flat();
    // Other themes have other things under this name.
    const isOurs =
      names.length > 0 &&
      names.every((name) => typeof name === "string" && /\.(bib|json|ya?ml)$/i.test(name));
    const works = isOurs ? await worksOf(names as string[], file) : undefined;
    return { ...(style !== undefined && { style }), ...(works && { works }) };
  }

  /** Reads the works of a page's own files: in its folder, or in the input folder. */
  async function worksOf(names: readonly string[], file: string): Promise<CitedWorks> {
    const { input } = eleventyConfig.directories;
    const namedBy = `field "references" in ${templateName(file)}`;
    const lists = await Promise.all(
      names.map((name) => {
        const inItsFolder = path.posix.join(path.posix.dirname(file), name);
        const found = isInsideReally(input, inItsFolder) ? inItsFolder : path.posix.join(input, name);
        if (!isInsideReally(input, found))
          throw new IndigoError(`${namedBy} names a file that does not exist: "${name}".`);
        const known = filesOfPages.get(found);
        if (known) return known;
        const reading = readCitedWorks(eleventyConfig, [found], namedBy).then((works) => {
          report(works);
          return works;
        });
        filesOfPages.set(found, reading);
        return reading;
      }),
    );
    return { byId: new Map(lists.flatMap(({ byId }) => [...byId]).reverse()), warnings: [] };
  }

  // Texts
  const pageOf = (env: unknown): Environment["page"] => (env as Environment | undefined)?.page;
  const fileOf = (env: unknown): string => pageOf(env)?.inputPath ?? "";
  eleventyConfig.amendLibrary("md", (md) => {
    useCitations(md, {
      isOn: (env) => fileOf(env) !== "" && finderFor(fileOf(env)).hasAny,
      locators: (env) => locatorsIn(siteOf(pageOf(env)).language),
      isWork(key, env) {
        const works = finderFor(fileOf(env));
        return works.get(key) !== undefined || works.near(key) !== "";
      },
      isOfNotes: (env) => styleOfPage(fileOf(env)).isOfNotes,
      resolve(html, env) {
        const page = pageOf(env);
        if (fileOf(env) === "") return html;
        if (page?.url) cited.add(page.url, []);
        return resolveCitations(html, () => settingsOf(page));
      },
    });
  });
  addCitationShortcodes(eleventyConfig, () => locatorsIn(site.language), site.jekyll);
  eleventyConfig.addTransform("indigo-citations", function (content) {
    if (typeof content !== "string" || !/\.html?$/.test(String(this.page.outputPath))) return content;
    if (this.page.url) cited.add(this.page.url, []);
    // The path prefix has been added to the page's links already.
    const prefixed = (url: string): string => site.pathPrefix + url.replace(/^\//, "");
    const settings = (): TextSettings => {
      const { pageOf: find, ...others } = settingsOf(this.page);
      return {
        ...others,
        pageOf(work) {
          const url = find(work);
          return url && prefixed(url);
        },
      };
    };
    return resolveCitations(content, settings, true);
  });

  const reference = (work: Publication, page: Environment["page"]): string =>
    settingsOf(page).formatter.reference(work);
  addPageReferences(eleventyConfig, source, languages, {
    style: () =>
      site.citationStyle === undefined
        ? undefined
        : formatters.style(site.citationStyle, optionOf("citationStyle")),
    reference,
    kept,
  });
  return {
    locators: (page) => locatorsIn(siteOf(page).language),
    reference,
    get: (key, page) => finderFor(page?.inputPath ?? "").get(key),
    urlOf,
    citedOn(page, content) {
      // A page that is not Markdown is resolved when it is written, perhaps after the page that asks.
      const keys = typeof content === "string" ? keysIn(content) : [];
      const works = keys.flatMap((key) => finderFor(page.inputPath).get(key) ?? []);
      if (works.length > 0) cited.add(page.url, works);
      return cited.of(page.url);
    },
  };
}

/** What other ways of citing need, such as the tags of jekyll-scholar. */
export interface Citing {
  /** Returns the reader of locators in the language of a page. */
  locators(page: Environment["page"]): Locators;
  /** Returns the reference to a work by itself, as HTML, in the style and language of a page. */
  reference(work: Publication, page: Environment["page"]): string;
  /** Finds a work that a page can cite. */
  get(key: string, page: Environment["page"]): Publication | undefined;
  /** Returns the URL of the page of one of the site's publications. */
  urlOf(work: Publication): string | undefined;
  /**
   * Returns the ids of the site's publications that the text of a page cites. Only for pages whose content is rendered.
   *
   * @param content - The HTML of its content, in which citations may still be markers.
   */
  citedOn(page: { url: string; inputPath: string }, content: unknown): readonly string[];
}

/** What a page says about its citations. */
interface PageCitations {
  style?: string;
  works?: CitedWorks;
}

/** Returns file and line of a key, for messages. */
function placeOf(key: string, file: string): string {
  const name = templateName(file);
  try {
    const lines = readText(file).split("\n");
    const at = lines.findIndex(
      (line) => line.includes(`@${key}`) || (/\bcite\b/.test(line) && line.includes(key)),
    );
    return at < 0 ? name : `${name}:${at + 1}`;
  } catch {
    return name || "a template";
  }
}
