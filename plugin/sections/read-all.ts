import type { EleventyConfig } from "../eleventy/api.js";
import { warner } from "../eleventy/warnings.js";
import type { SectionName, SectionSetting } from "../options/sections.js";
import type { Site } from "../options/site.js";
import { connectionKinds, readIdsAmongOthers } from "../utils/connection-ids.js";
import { IndigoError } from "../utils/errors.js";
import type { Report } from "../utils/report.js";
import { locate, locateIn } from "./locate.js";
import { registry } from "./registry.js";
import type { Content, ReadContext, SectionSource } from "./section.js";

/** A section that is on. */
export interface EnabledSection extends SectionSetting {
  name: SectionName;
}

/** A section whose data has been read. */
export interface LoadedSection {
  name: SectionName;
  /** The additional language of its entries; undefined for the main language. */
  language: string | undefined;
  source: SectionSource;
  content: Content;
}

/** Returns what a section is read with. @param translated - The section in the main language, for an additional language. */
export type ContextOf = (section: EnabledSection, translated?: LoadedSection) => Omit<ReadContext, "report">;

/**
 * Reads all sections that are on, in each language that has data of its own.
 *
 * @throws IndigoError with every problem of every section.
 */
export function readAll(
  eleventyConfig: EleventyConfig,
  site: Site,
  enabled: readonly EnabledSection[],
  contextOf: ContextOf,
): LoadedSection[] {
  const report: Report = { problems: [], hints: [] };
  const read = (section: EnabledSection, language?: string, translated?: LoadedSection): LoadedSection[] => {
    const { name, place } = section;
    try {
      const source =
        language === undefined
          ? locate(eleventyConfig, name, place)
          : locateIn(eleventyConfig, name, place, language);
      if (!source) return [];
      const content = registry[name].read(source, { ...contextOf(section, translated), report });
      return [{ name, language, source, content }];
    } catch (error) {
      if (!(error instanceof IndigoError)) throw error;
      report.problems.push(...error.problems);
      return [];
    }
  };
  const loaded = enabled.flatMap((section): LoadedSection[] => {
    const main = read(section);
    const others = Object.keys(site.languages).flatMap((language) => read(section, language, main[0]));
    const all = [...main, ...others];
    registry[section.name].check?.(
      all.map(({ content }) => content),
      { site, report },
    );
    return all;
  });
  report.hints.push(...connectionsWithoutEffect(loaded));
  for (const hint of new Set(report.hints)) warner(eleventyConfig)(hint);
  if (report.problems.length > 0) throw new IndigoError(...report.problems);
  return loaded;
}

/**
 * Returns warnings on entries of additional languages that name others, but that are no translations: connections are those of
 * the main language, whose entry has the same id.
 */
function connectionsWithoutEffect(loaded: readonly LoadedSection[]): string[] {
  const known = new Map(
    loaded
      .filter(({ language }) => language === undefined)
      .map(({ name, content }) => [name, new Set(content.entries?.map(({ id }) => id))]),
  );
  return loaded
    .filter(({ language }) => language !== undefined)
    .flatMap(({ name, content }) =>
      (content.entries ?? [])
        .filter(({ id }) => id !== "" && !known.get(name)?.has(id))
        .flatMap(({ id, facts, where }) =>
          [...connectionKinds, "publication"]
            .filter((field) => readIdsAmongOthers(facts[field]).length > 0)
            .map(
              (field) =>
                `${where(field)} has no effect: the section "${name}" of the main language has no entry with the id "${id}", whose connections it would share.`,
            ),
        ),
    );
}
