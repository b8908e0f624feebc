import type MarkdownIt from "markdown-it";
import { socialLinks } from "../accounts/links.js";
import type { BuildIndex } from "../content/index.js";
import type { EleventyConfig } from "../eleventy/api.js";
import { fileOf, renderDataMarkdown } from "../eleventy/data-markdown.js";
import { lateCopies } from "../eleventy/late-copies.js";
import { markdownLibrary } from "../eleventy/markdown-library.js";
import { warner, warnerOnce } from "../eleventy/warnings.js";
import { watchFiles } from "../eleventy/watched-files.js";
import { dayIn } from "../i18n/dates.js";
import { entryRoute, routeUrl } from "../options/routes.js";
import { type SectionName, type SectionSetting, sectionSetting } from "../options/sections.js";
import type { Site } from "../options/site.js";
import { buildTime } from "../utils/build-time.js";
import { configFileName } from "../utils/config-file-name.js";
import { IndigoError } from "../utils/errors.js";
import { escapeHtml } from "../utils/html.js";
import type { Report } from "../utils/report.js";
import { isExternal } from "../utils/schema-values.js";
import { absoluteUrl, isOtherHost } from "../utils/urls.js";
import { locate, placesOf } from "./locate.js";
import { registry, sectionNames } from "./registry.js";
import type { BuiltSection, Content, EntryRecord, ReadContext, SectionSource } from "./section.js";
import { type SiteSections, siteSections } from "./site-sections.js";

/** The site's sections, read again for each build. */
export interface Sections {
  /** Returns the sections for the layouts and shortcodes of one language. */
  of(site: Site): SiteSections;
  /** Returns the entries of a section that others may name, in no language; none if it is off. */
  entriesOf(name: SectionName): readonly EntryRecord[];
  /** Returns whether the theme creates a page for each entry of a section: it is asked to, and the entries have no files. */
  hasEntryPages(name: SectionName): boolean;
  /** Sets what returns the connections of an entry for structured data; see `connectionsOf` of {@link RenderContext}. */
  describeConnections(describe: DescribeConnections): void;
  /** Returns the name of the section in whose folder a page is. */
  ofPage(inputPath: string): SectionName | undefined;
}

/** Returns what the structured data of an entry says of its connections, in the language of a site. */
export type DescribeConnections = (section: string, id: string, site: Site) => Record<string, unknown>;

/** Reads the sections that are on before each build, and makes Eleventy watch their files. */
export function addSections(eleventyConfig: EleventyConfig, site: Site, index: BuildIndex): Sections {
  const enabled = sectionNames.flatMap((name): EnabledSection[] => {
    const setting = sectionSetting(site.themeSections[name]);
    return setting ? [{ name, ...setting }] : [];
  });
  const current = new Map<SectionName, Content>();
  const folders = new Map<string, SectionName>();
  let built = new WeakMap<Site, SiteSections>();
  let now = buildTime();
  let describe: DescribeConnections = () => ({});

  if (enabled.length > 0) {
    const copies = lateCopies(eleventyConfig);
    const findLibrary = markdownLibrary(eleventyConfig);
    const warn = warnerOnce(eleventyConfig);
    let library: MarkdownIt | undefined;
    const contextOf = ({ name, html, pages }: EnabledSection): Omit<ReadContext, "report"> => {
      const advice = `To allow HTML and images at other hosts in it, which may run scripts, set the option "sections" in ${configFileName()} to { ${name}: { html: true } }.`;
      return {
        eleventyConfig,
        itemOf: (file) => index.content.file(file),
        markdown: (source, where) => {
          if (!library) return escapeHtml(source);
          if (html) return library.render(source, { indigoDataFile: fileOf(where) });
          return renderDataMarkdown(library, source, { where, advice, siteUrl: site.url, warn });
        },
        isForbiddenImage: (url) => !html && isOtherHost(url, site.url),
        htmlAdvice: advice,
        ...(pages && { entryUrl: (anchor) => routeUrl(entryRoute(name)).replace("ID", anchor) }),
      };
    };
    eleventyConfig.on("eleventy.before", async () => {
      library = await findLibrary();
      built = new WeakMap();
      now = buildTime();
      folders.clear();
      for (const { name, content, source } of readAll(eleventyConfig, enabled, contextOf)) {
        current.set(name, content);
        if (source.isFolder) folders.set(`${source.path}/`, name);
      }
      copies.set([...current.values()].flatMap((content) => content.files));
    });
    for (const { name, place } of enabled) {
      watchFiles(eleventyConfig, "build", placesOf(eleventyConfig, name, place));
    }
  }

  const build = (name: SectionName, localized: Site): BuiltSection | undefined =>
    current.get(name)?.build({
      site: localized,
      today: dayIn(now, localized.timeZone),
      absolute: (url) =>
        isExternal(url) ? url : absoluteUrl(url, localized.url ?? "", localized.pathPrefix),
      connectionsOf: (section, id) => describe(section, id, localized),
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
    entriesOf: (name) => current.get(name)?.entries ?? [],
    hasEntryPages: (name) =>
      enabled.some((section) => section.name === name && section.pages) &&
      ![...folders.values()].includes(name),
    describeConnections(other) {
      describe = other;
    },
    ofPage: (inputPath) => {
      const file = inputPath.replace(/^\.\//, "");
      return [...folders].find(([folder]) => file.startsWith(folder) && file !== `${folder}index.md`)?.[1];
    },
  };
}

/** A section that is on. */
interface EnabledSection extends SectionSetting {
  name: SectionName;
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
function readAll(
  eleventyConfig: EleventyConfig,
  enabled: readonly EnabledSection[],
  contextOf: (section: EnabledSection) => Omit<ReadContext, "report">,
): LoadedSection[] {
  const report: Report = { problems: [], hints: [] };
  const loaded: LoadedSection[] = [];
  for (const section of enabled) {
    const { name, place } = section;
    try {
      const source = locate(eleventyConfig, name, place);
      const content = registry[name].read(source, { ...contextOf(section), report });
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
