import type MarkdownIt from "markdown-it";
import { socialLinks } from "../accounts/links.js";
import type { BuildIndex } from "../content/index.js";
import type { EleventyConfig } from "../eleventy/api.js";
import { lateCopies } from "../eleventy/late-copies.js";
import { markdownLibrary } from "../eleventy/markdown-library.js";
import { warner } from "../eleventy/warnings.js";
import { watchFiles } from "../eleventy/watched-files.js";
import type { SectionName } from "../options/sections.js";
import type { Site } from "../options/site.js";
import { IndigoError } from "../utils/errors.js";
import type { Report } from "../utils/report.js";
import { isExternal } from "../utils/schema-values.js";
import { absoluteUrl } from "../utils/urls.js";
import { locate, placesOf } from "./locate.js";
import { registry, sectionNames } from "./registry.js";
import type { BuiltSection, Content, ReadContext, SectionSource } from "./section.js";
import { type SiteSections, siteSections } from "./site-sections.js";

/** The site's sections, read again for each build. */
export interface Sections {
  /** Returns the sections for the layouts and shortcodes of one language. */
  of(site: Site): SiteSections;
  /** Returns the name of the section in whose folder a page is. */
  ofPage(inputPath: string): SectionName | undefined;
}

/** Reads the sections that are on before each build, and makes Eleventy watch their files. */
export function addSections(eleventyConfig: EleventyConfig, site: Site, index: BuildIndex): Sections {
  const enabled = sectionNames.flatMap((name): EnabledSection[] => {
    const option = site.themeSections[name];
    return option ? [{ name, option }] : [];
  });
  const current = new Map<SectionName, Content>();
  const folders = new Map<string, SectionName>();
  let built = new WeakMap<Site, SiteSections>();

  if (enabled.length > 0) {
    const copies = lateCopies(eleventyConfig);
    const findLibrary = markdownLibrary(eleventyConfig);
    let library: MarkdownIt | undefined;
    const context = {
      eleventyConfig,
      itemOf: (file: string) => index.content.file(file),
      markdown: (source: string) => library?.render(source) ?? source,
    };
    eleventyConfig.on("eleventy.before", async () => {
      library = await findLibrary();
      built = new WeakMap();
      folders.clear();
      for (const { name, content, source } of readAll(enabled, context)) {
        current.set(name, content);
        if (source.isFolder) folders.set(`${source.path}/`, name);
      }
      copies.set([...current.values()].flatMap((content) => content.files));
    });
    for (const { name, option } of enabled) {
      watchFiles(eleventyConfig, "build", placesOf(eleventyConfig, name, option));
    }
  }

  const build = (name: SectionName, localized: Site): BuiltSection | undefined =>
    current.get(name)?.build({
      site: localized,
      absolute: (url) =>
        isExternal(url) ? url : absoluteUrl(url, localized.url ?? "", localized.pathPrefix),
      socialLinks: (field, profiles) => socialLinks(eleventyConfig, field, profiles),
    });
  return {
    of(localized) {
      const cached = built.get(localized);
      if (cached) return cached;
      const sections = siteSections(localized, (name) => build(name, localized));
      built.set(localized, sections);
      return sections;
    },
    ofPage: (inputPath) => {
      const file = inputPath.replace(/^\.\//, "");
      return [...folders].find(([folder]) => file.startsWith(folder) && file !== `${folder}index.md`)?.[1];
    },
  };
}

/** A section that is on, with the value of its option. */
interface EnabledSection {
  name: SectionName;
  option: string | true;
}

/** A section whose data has been read. */
interface LoadedSection {
  name: SectionName;
  source: SectionSource;
  content: Content;
}

/**
 * Reads all sections that are on.
 *
 * @throws IndigoError with every problem of every section.
 */
function readAll(enabled: readonly EnabledSection[], context: Omit<ReadContext, "report">): LoadedSection[] {
  const { eleventyConfig } = context;
  const report: Report = { problems: [], hints: [] };
  const loaded: LoadedSection[] = [];
  for (const { name, option } of enabled) {
    try {
      const source = locate(eleventyConfig, name, option);
      const content = registry[name].read(source, { ...context, report });
      loaded.push({ name, source, content });
    } catch (error) {
      if (!(error instanceof IndigoError)) throw error;
      report.problems.push(...error.problems);
    }
  }
  for (const hint of report.hints) warner(eleventyConfig)(hint);
  if (report.problems.length > 0) throw new IndigoError(...report.problems);
  return loaded;
}
