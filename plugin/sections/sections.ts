import type MarkdownIt from "markdown-it";
import { socialLinks } from "../accounts/links.js";
import type { BuildIndex } from "../content/index.js";
import type { EleventyConfig } from "../eleventy/api.js";
import { lateCopies } from "../eleventy/late-copies.js";
import { markdownLibrary } from "../eleventy/markdown-library.js";
import { warner } from "../eleventy/warnings.js";
import type { SectionName } from "../options/sections.js";
import type { Site } from "../options/site.js";
import { IndigoError } from "../utils/errors.js";
import type { Report } from "../utils/report.js";
import { absoluteUrl } from "../utils/urls.js";
import { locate, placesOf } from "./locate.js";
import { registry, sectionNames } from "./registry.js";
import type { BuiltSection, Content, ReadContext, SectionSource } from "./section.js";
import { type SiteSections, siteSections } from "./site-sections.js";

/** The site's sections, read anew with each build. */
export interface Sections {
  /** The sections as layouts and shortcodes of one language have them. */
  of(site: Site): SiteSections;
  /** The section whose folder a page lies in. */
  ofPage(inputPath: string): SectionName | undefined;
}

/** Reads the sections that are on before each build, and has a serving Eleventy watch their files. */
export function addSections(eleventyConfig: EleventyConfig, site: Site, index: BuildIndex): Sections {
  const on = sectionNames.flatMap((name) => {
    const given = site.themeSections[name];
    return given ? [{ name, given }] : [];
  });
  const current = new Map<SectionName, Content>();
  const folders = new Map<string, SectionName>();
  let built = new WeakMap<Site, SiteSections>();

  if (on.length > 0) {
    const copies = lateCopies(eleventyConfig);
    const findLibrary = markdownLibrary(eleventyConfig);
    let library: MarkdownIt | undefined;
    const reading = {
      eleventyConfig,
      itemOf: (file: string) => index.content.file(file),
      markdown: (source: string) => library?.render(source) ?? source,
    };
    eleventyConfig.on("eleventy.before", async () => {
      library = await findLibrary();
      built = new WeakMap();
      folders.clear();
      for (const [name, { content, found }] of readAll(on, reading)) {
        current.set(name, content);
        if (found.isFolder) folders.set(`${found.path}/`, name);
      }
      copies.set([...current.values()].flatMap((content) => content.files));
    });
    for (const { name, given } of on) {
      for (const place of placesOf(eleventyConfig, name, given)) eleventyConfig.addWatchTarget(place);
    }
  }

  const build = (name: SectionName, of: Site): BuiltSection | undefined =>
    current.get(name)?.build({
      site: of,
      absolute: (url) => absoluteUrl(url, of.url ?? "", of.pathPrefix),
      socialLinks: (field, accounts) => socialLinks(eleventyConfig, field, accounts),
    });
  return {
    of(language) {
      const known = built.get(language);
      if (known) return known;
      const made = siteSections(language, (name) => build(name, language));
      built.set(language, made);
      return made;
    },
    ofPage: (inputPath) => {
      const file = inputPath.replace(/^\.\//, "");
      return [...folders].find(([folder]) => file.startsWith(folder) && file !== `${folder}index.md`)?.[1];
    },
  };
}

/**
 * Reads all sections that are on.
 *
 * @throws IndigoError that names every problem of every section.
 */
function readAll(
  on: readonly { name: SectionName; given: string | true }[],
  reading: Omit<ReadContext, "report">,
): Map<SectionName, { content: Content; found: SectionSource }> {
  const { eleventyConfig } = reading;
  const report: Report = { problems: [], hints: [] };
  const read = new Map<SectionName, { content: Content; found: SectionSource }>();
  for (const { name, given } of on) {
    try {
      const found = locate(eleventyConfig, name, given);
      read.set(name, { found, content: registry[name].read(found, { ...reading, report }) });
    } catch (error) {
      if (!(error instanceof IndigoError)) throw error;
      report.problems.push(...error.problems);
    }
  }
  for (const hint of report.hints) warner(eleventyConfig)(hint);
  if (report.problems.length > 0) throw new IndigoError(...report.problems);
  return read;
}
