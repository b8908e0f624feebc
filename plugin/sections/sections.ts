import type MarkdownIt from "markdown-it";
import { socialLinks } from "../accounts/links.js";
import type { BuildIndex } from "../content/index.js";
import type { EleventyConfig } from "../eleventy/api.js";
import { onBuildStart } from "../eleventy/build-start.js";
import { fileOf, renderDataMarkdown } from "../eleventy/data-markdown.js";
import { lateCopies } from "../eleventy/late-copies.js";
import { markdownLibrary } from "../eleventy/markdown-library.js";
import { isParagraphs, markdownText } from "../eleventy/markdown-text.js";
import { isServed } from "../eleventy/run-mode.js";
import { warnerOnce } from "../eleventy/warnings.js";
import { watchFiles } from "../eleventy/watched-files.js";
import { dayIn } from "../i18n/dates.js";
import { rootOf } from "../i18n/locale.js";
import { entryRoute, routeUrl } from "../options/routes.js";
import { type SectionName, sectionSetting } from "../options/sections.js";
import type { Site } from "../options/site.js";
import type { Selection, ShownList } from "../publications/index.js";
import { buildTime } from "../utils/build-time.js";
import { configFileName } from "../utils/config-file-name.js";
import { escapeHtml } from "../utils/html.js";
import { isExternal } from "../utils/schema-values.js";
import { absoluteUrl, isOtherHost } from "../utils/urls.js";
import { placesIn, placesOf } from "./locate.js";
import { type ContextOf, type EnabledSection, type LoadedSection, readAll } from "./read-all.js";
import { sectionNames } from "./registry.js";
import type { BuiltSection, Content, EntryRecord } from "./section.js";
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
  /** Sets what returns the publications of a selection; see `worksOf` of {@link RenderContext}. */
  showWorks(works: WorksOf): void;
  /** Returns the name of the section in whose folder a page is. */
  ofPage(inputPath: string): SectionName | undefined;
}

/** Returns what the structured data of an entry says of its connections, in the language of a site. */
export type DescribeConnections = (section: string, id: string, site: Site) => Record<string, unknown>;

/** Returns the publications of a selection as a list in the language of a site; undefined if there are none. */
export type WorksOf = (selection: Selection, caller: string, site: Site) => ShownList | undefined;

/** Reads the sections that are on before each build, and makes Eleventy watch their files. */
export function addSections(eleventyConfig: EleventyConfig, site: Site, index: BuildIndex): Sections {
  const enabled = sectionNames.flatMap((name): EnabledSection[] => {
    const setting = sectionSetting(site.themeSections[name]);
    return setting ? [{ name, ...setting }] : [];
  });
  const languages = Object.keys(site.languages);
  /** The data of each section, by the root of its language. */
  const current = new Map<string, Map<SectionName, Content>>();
  const folders = new Map<string, { name: SectionName; isMain: boolean }>();
  let built = new WeakMap<Site, SiteSections>();
  let now = buildTime();
  let describe: DescribeConnections = () => ({});
  let worksOf: WorksOf = () => undefined;
  const warn = warnerOnce(eleventyConfig);

  if (enabled.length > 0) {
    const copies = lateCopies(eleventyConfig);
    const findLibrary = markdownLibrary(eleventyConfig);
    let library: MarkdownIt | undefined;
    const contextOf: ContextOf = ({ name, html, pages }, translated) => {
      const advice = `To allow HTML and images at other hosts in it, which may run scripts, set the option "sections" in ${configFileName()} to { ${name}: { html: true } }.`;
      const render = (source: string, where: string, isInline: boolean): string => {
        if (!library) return escapeHtml(source);
        if (html) {
          const env = { indigoDataFile: fileOf(where) };
          return isInline ? library.renderInline(source, env) : library.render(source, env);
        }
        return renderDataMarkdown(library, source, { where, advice, siteUrl: site.url, isInline, warn });
      };
      return {
        eleventyConfig,
        site,
        isOtherHost: (url) => isOtherHost(url, site.url),
        itemOf: (file) => index.content.file(file),
        markdown: (source, where) => render(source, where, false),
        inlineMarkdown: (source, where) => render(source, where, true),
        plainText: (source) => (library ? markdownText(library, source) : source),
        isParagraphs: (source) => !library || isParagraphs(library, source),
        isForbiddenImage: (url) => !html && isOtherHost(url, site.url),
        htmlAdvice: advice,
        leavesOutDrafts: !site.jekyll && !isServed(),
        ...(pages && {
          // The theme's pages of entries are in the main language, as those of publications.
          entryUrl: (anchor) =>
            !translated || hasPage(translated, anchor)
              ? routeUrl(entryRoute(name)).replace("ID", anchor)
              : undefined,
        }),
      };
    };
    onBuildStart(eleventyConfig, async () => {
      library = await findLibrary();
      built = new WeakMap();
      now = buildTime();
      folders.clear();
      current.clear();
      const all = readAll(eleventyConfig, site, enabled, contextOf);
      for (const { name, language, content, source } of all) {
        const root = language === undefined ? "/" : rootOf(language);
        current.set(root, (current.get(root) ?? new Map()).set(name, content));
        if (source.isFolder) folders.set(`${source.path}/`, { name, isMain: language === undefined });
      }
      copies.set(all.flatMap(({ content }) => content.files));
    });
    for (const { name, place } of enabled) {
      watchFiles(eleventyConfig, "build", [
        ...placesOf(eleventyConfig, name, place),
        ...languages.flatMap((language) => placesIn(eleventyConfig, name, place, language)),
      ]);
    }
  }

  const ownIn = (name: SectionName, { root }: Site): Content | undefined => current.get(root)?.get(name);
  const main = (name: SectionName): Content | undefined => ownIn(name, site);
  const build = (name: SectionName, localized: Site): BuiltSection | undefined =>
    (ownIn(name, localized) ?? main(name))?.build({
      site: localized,
      today: dayIn(now, localized.timeZone),
      absolute: (url) =>
        isExternal(url) ? url : absoluteUrl(url, localized.url ?? "", localized.pathPrefix),
      connectionsOf: (section, id) => describe(section, id, localized),
      socialLinks: (field, profiles) => socialLinks(eleventyConfig, field, profiles),
      worksOf: (selection, caller) => worksOf(selection, caller, localized),
      warn,
    });
  return {
    of(localized) {
      const cached = built.get(localized);
      if (cached) return cached;
      const sections = siteSections(
        localized,
        (name) => build(name, localized),
        (name) => ownIn(name, localized) !== undefined,
      );
      built.set(localized, sections);
      return sections;
    },
    entriesOf: (name) => main(name)?.entries ?? [],
    hasEntryPages: (name) =>
      enabled.some((section) => section.name === name && section.pages) &&
      ![...folders.values()].some((folder) => folder.isMain && folder.name === name),
    describeConnections(other) {
      describe = other;
    },
    showWorks(other) {
      worksOf = other;
    },
    ofPage: (inputPath) => {
      const file = inputPath.replace(/^\.\//, "");
      return [...folders].find(([folder]) => file.startsWith(folder) && file !== `${folder}index.md`)?.[1]
        .name;
    },
  };
}

/** Returns whether an entry of a data file has a page. */
const hasPage = ({ source, content }: LoadedSection, anchor: string): boolean =>
  !source.isFolder && (content.entries ?? []).some((entry) => entry.anchor === anchor);
