import type { EleventyConfig, TemplateData } from "./api.js";
import { addPreprocessor, whenPagesAreKnown } from "./preprocessors.js";

/** The extension of the theme's own virtual templates. */
export const virtualExtension = "indigo";

/** A page or file of the output that the theme generates from a virtual template. */
export interface ThemeTemplate {
  /** URL from the site's root. */
  url: string;
  /** Name of the template, unique among the theme's. The default is derived from the URL. */
  name?: string;
  /** The layout of a page. A file has none. */
  layout?: string;
  /** Nunjucks source of a file. */
  template?: string;
  /** What the template reads in addition to global data. */
  data?: Record<string, unknown>;
  /** Returns whether the build writes it; called when the URLs and the content of all pages are known. @default always */
  isNeeded?(): boolean;
  /** Changes the template's data, such as its pagination. Called after {@link isNeeded}. */
  prepare?(data: TemplateData): void;
}

/** The data key in which a virtual template stores its name. */
const key = "indigoTemplate";

/** Whether data is that of one of the theme's templates, which come after all pages. A file of the author's may have their format. */
export const isThemeTemplate = (data: TemplateData): boolean => data[key] !== undefined;

const registered = new WeakMap<EleventyConfig, Map<string, ThemeTemplate>>();

/** A step that each of the theme's templates takes first. */
type Step = (data: TemplateData) => void;
const steps = new WeakMap<EleventyConfig, Step[]>();

/** Adds a step that needs the URLs and the content of all pages. It is run for each of the theme's templates. */
export function onPagesKnown(eleventyConfig: EleventyConfig, step: Step): void {
  steps.set(eleventyConfig, [...(steps.get(eleventyConfig) ?? []), step]);
}

/**
 * Registers `.indigo`, the format of the theme's virtual templates, as Nunjucks. With a separate format they work with any
 * `templateFormats` of the site, and never share a path with one of its files.
 */
export function addVirtualFormat(eleventyConfig: EleventyConfig): void {
  const templates = new Map<string, ThemeTemplate>();
  registered.set(eleventyConfig, templates);
  eleventyConfig.addTemplateFormats(virtualExtension);
  eleventyConfig.addExtension(virtualExtension, { key: "njk" });
  addPreprocessor(eleventyConfig, "indigo-templates", virtualExtension, (data) => {
    // A template of the author's.
    if (!isThemeTemplate(data)) return undefined;
    return whenPagesAreKnown(eleventyConfig, data, () => {
      for (const step of steps.get(eleventyConfig) ?? []) step(data);
      const { isNeeded, prepare } = templates.get(String(data[key])) ?? {};
      if (isNeeded?.() === false) return false;
      prepare?.(data);
      return true;
    });
  });
}

/** Adds a page or file to the output. Call {@link addVirtualFormat} first. */
export function addThemeTemplate(eleventyConfig: EleventyConfig, theme: ThemeTemplate): void {
  const { url, layout, template = "", data } = theme;
  const name = theme.name ?? url.replace(/^\//, "").replaceAll(/[/.]/g, "-");
  registered.get(eleventyConfig)?.set(name, theme);
  eleventyConfig.addTemplate(`${name}.${virtualExtension}`, template, {
    // Makes Eleventy process it after all pages, since it may need their URLs and content.
    eleventyImport: { collections: ["all"] },
    eleventyExcludeFromCollections: true,
    ...data,
    [key]: name,
    layout: layout ?? false,
    permalink: url,
  });
}
