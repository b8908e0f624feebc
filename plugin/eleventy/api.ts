// Types of the Eleventy API that the theme uses. Only eleventy/ and templates/ use undocumented features of Eleventy, which
// are listed here with what Eleventy 4 (alpha 10) does, or with their risk on an upgrade of Eleventy:
//
// | use                                                        | where                              | Eleventy 4, or risk |
// | ---------------------------------------------------------- | ---------------------------------- | ------------------- |
// | loaders pushed into Nunjucks' environment, own cache       | templates/layouts, theme-loader    | the same            |
// | functions in place of the root of compiled code; `globals` | templates/template-functions       | not used            |
// | and `opts` of the environment                              |                                    |                     |
// | precompiled code                                           | templates/prebuilt-layouts         | another Nunjucks:   |
// |                                                            |                                    | not used            |
// | `data.collections` in preprocessors                        | collections, preprocessors,        | undefined: at the   |
// |                                                            | virtual-templates                  | next use instead    |
// | `page.rawInput` set before pagination and permalink        | preprocessors                      | 4 only; high        |
// | preprocessors go on after one returned `false`             | preprocessors                      | 4 only              |
// | event `eleventy.extensionmap`, `engineManager.getEngine`   | markdown-library                   | the same            |
// | stores `liquid`, `nunjucks`, `javascript` of shortcodes    | shortcodes, liquid, filters        | the same            |
// | and filters                                                |                                    |                     |
// | `slugify("a♥")` to detect Eleventy's own filter            | liquid                             | the same            |
// | `directoryAssignments`, `config.ignores` in a programmatic | programmatic-build                 | the same            |
// | build; Eleventy's path derived from its module's           |                                    |                     |
// | `htmlTransformer`                                          | path-prefix, image-elements,       | the same            |
// |                                                            | html-depth                         |                     |
// | `passthroughCopies` read                                   | site-files                         | the same            |
// | `passthroughCopiesHtmlRelative` read                       | markdown/links                     | the same            |
// | event `eleventy.globalDataFiles`, whose list is changed    | dropped-data                       | only by the first   |
// |                                                            |                                    | listener            |
// | `extensionMap` read                                        | added-extensions                   | the same            |
// | `layoutAliases` read                                       | templates/layouts, frame-hint      | the same            |
// | `this.page` as a function, if Liquid is strict             | template-context                   | the same            |
// | `__keywords` of Nunjucks' named arguments                  | shortcode-arguments                | the same            |
// | `frontMatterParsingOptions` read                           | data-limits, front-matter-languages| without engines     |
// | and replaced, with delimiters that depend on `filePath`    | front-matter-reader                | copied: no such     |
// |                                                            |                                    | delimiters          |
// | parsers of front matter loaded from Eleventy's package     | front-matter-engines               | 4 only; medium      |
// | `dataExtensions` read                                      | data-limits                        | the same            |
// | `parse` and `render` of Liquid's engine replaced           | liquid                             | the same            |
// | and `renderTemplates`, `push` and `readProperty` of scopes | liquid, jekyll/liquid/scope        | the same            |
// | `skipOriginalStack`, `__errorAlreadyLogged` of errors      | utils/errors                       | not of a `cause`    |
//
// Internals of other packages: rules and renderer of markdown-it (markdown/code/highlight, jekyll/kramdown), zod's `_zod.def`
// (utils/validate), tables of citeproc (publications/cite).

import type { LiquidEngine, LiquidFilterContext, LiquidTag } from "./liquid-types.js";

/** The project's folders, relative to the working folder, with a slash at the end. */
export interface Directories {
  readonly input: string;
  readonly includes: string;
  readonly layouts?: string;
  readonly data: string;
  readonly output: string;
}

/** What Eleventy passes as `this` to a shortcode or filter. */
export interface TemplateContext {
  page?: { inputPath?: string; url?: string | false };
  /** The template's data, if its language passes that on. */
  ctx?: Record<string, unknown>;
}

// biome-ignore lint/suspicious/noExplicitAny: filters and shortcodes take any argument of a template
export type TemplateFunction = (this: TemplateContext, ...values: any[]) => unknown;

/** An entry of a collection: the properties that the theme reads. */
export interface CollectionItem {
  readonly inputPath: string;
  readonly url: string | false | undefined;
  readonly date: Date;
  readonly page: { readonly fileSlug?: string };
  readonly data: Record<string, unknown>;
  /** Rendered content. The getter throws until the template is rendered. */
  readonly content?: unknown;
}

/** A rendered template, as the event `eleventy.after` passes it. */
export interface RenderedPage {
  readonly url: string | false;
  readonly outputPath: string | false;
  readonly content: string;
}

/** The argument of the event `eleventy.before`. */
export interface BuildStart {
  /** `fs` if the build writes files. */
  outputMode: "fs" | "json" | "ndjson" | "none";
  /** Whether only changed templates are built. */
  incremental: boolean;
}

/** The argument of the event `eleventy.after`. */
export interface BuildResult {
  readonly results: readonly RenderedPage[];
  /** `fs` if the build wrote files. */
  readonly outputMode: string;
  /** Whether only changed templates were built. */
  readonly incremental: boolean;
}

/** A template's data, which a preprocessor may change. */
export interface TemplateData extends Record<string, unknown> {
  /** Undefined in preprocessors of Eleventy 4. */
  collections?: { all?: CollectionItem[] };
  page: Record<string, unknown> & { inputPath: string };
}

/** Changes the data of a template, and returns another content, `false` to leave the template out, or undefined. */
export type Preprocess = (
  this: { inputPath: string },
  data: TemplateData,
  content: string,
) => string | false | undefined | Promise<string | false | undefined>;

/** What Eleventy passes as `this` to a transform of URLs in HTML. */
export interface UrlTransformContext {
  /** The base of absolute URLs, set when a feed is rendered. */
  baseHref?: string;
}

/** What Eleventy passes as context when it transforms the HTML of a page. */
export interface HtmlContext {
  page?: { inputPath?: string };
}

/** The page of the HTML that is transformed. */
export interface HtmlPage {
  inputPath: string;
  url: string | false;
}

/** An element of the HTML that is transformed. */
export interface HtmlNode {
  tag?: string;
  attrs?: Record<string, string | undefined>;
}

/** The HTML of a page that is transformed. */
export interface HtmlTree {
  match(pattern: { tag: string }, change: (node: HtmlNode) => HtmlNode): void;
}

/** A parser of front matter. Eleventy passes the path of the file among the options. */
export type FrontMatterParser = (source: string, options?: { filePath?: string }) => unknown;

/** The same as a function, or as the object of gray-matter. */
export type FrontMatterEngine = FrontMatterParser | { parse: FrontMatterParser };

/** Options of gray-matter. */
export interface FrontMatterParsingOptions {
  engines?: Record<string, FrontMatterEngine>;
  delimiters?: string | [start: string, end: string];
}

/**
 * The part of Eleventy's configuration API that the theme uses. Eleventy 3.1 ships no declarations of its own.
 *
 * @see https://www.11ty.dev/docs/config/
 */
export interface EleventyConfig {
  readonly directories: Directories;
  readonly pathPrefix: string;
  readonly passthroughCopies: Record<
    string,
    { outputPath?: string | true; copyOptions?: { filter?: unknown; dot?: boolean } }
  >;
  readonly ignores: Set<string>;
  versionCheck(range: string): void;
  addPlugin<Options>(
    plugin: (eleventyConfig: EleventyConfig, options: Options) => unknown,
    options?: NoInfer<Options>,
  ): unknown;
  addGlobalData(name: string, value: unknown): void;
  addTemplate(path: string, content: string, data?: Record<string, unknown>): void;
  readonly layoutAliases: Record<string, string>;
  addLayoutAlias(from: string, to: string): void;
  addTemplateFormats(formats: string): void;
  /** The extensions added so far. */
  readonly extensionMap: ReadonlySet<{ extension: string }>;
  addExtension(extension: string, options: Record<string, unknown>): void;
  /** Parsers of front matter by language. */
  frontMatterParsingOptions?: FrontMatterParsingOptions;
  setFrontMatterParsingOptions(options: FrontMatterParsingOptions): void;
  /** Parsers of data files by extension. */
  readonly dataExtensions: ReadonlyMap<string, unknown>;
  addDataExtension(extensions: string, parse: (source: string, file: string) => unknown): void;
  addPassthroughCopy(paths: Record<string, string>, options?: { filter?(path: string): boolean }): void;
  addWatchTarget(path: string, options?: { resetConfig?: boolean }): void;
  addCollection(name: string, build: (api: { getAll(): CollectionItem[] }) => unknown): void;
  addPreprocessor(name: string, extensions: string | string[], preprocess: Preprocess): void;
  addDateParsing(
    parse: (this: { page: { inputPath: string } }, value: unknown) => Date | string | undefined,
  ): void;
  addTransform(
    name: string,
    transform: (
      this: { page: { inputPath: string; url: string | false; outputPath: string | false } },
      content: string,
    ) => string | Promise<string>,
  ): void;
  addUrlTransform(transform: (page: { url: string }) => string | undefined): void;
  addFilter(name: string, filter: TemplateFunction): void;
  addLiquidTag(name: string, tag: (engine: LiquidEngine) => LiquidTag): void;
  setServerOptions(options: { pathPrefix: string }): void;
  setLiquidOptions(options: Record<string, unknown>): void;
  /** Registered Liquid options, tags, filters and shortcodes: the site's, and Eleventy's filters. */
  readonly liquid: {
    readonly options: Record<string, unknown>;
    readonly tags: Record<string, unknown>;
    readonly filters: Record<string, (value: unknown) => unknown>;
    readonly shortcodes: Record<string, unknown>;
    readonly pairedShortcodes: Record<string, unknown>;
  };
  addLiquidFilter(
    name: string,
    filter: (this: LiquidFilterContext, value: unknown, ...values: unknown[]) => unknown,
  ): void;
  addShortcode(name: string, shortcode: TemplateFunction): void;
  getFilter(name: string): TemplateFunction;
  getFilters(): Record<string, TemplateFunction>;
  addLiquidShortcode(name: string, shortcode: TemplateFunction): void;
  addNunjucksShortcode(name: string, shortcode: TemplateFunction): void;
  addJavaScriptShortcode(name: string, shortcode: TemplateFunction): void;
  addPairedShortcode(name: string, shortcode: TemplateFunction): void;
  addPairedLiquidShortcode(name: string, shortcode: TemplateFunction): void;
  addPairedNunjucksShortcode(name: string, shortcode: TemplateFunction): void;
  addPairedJavaScriptShortcode(name: string, shortcode: TemplateFunction): void;
  /** Registered filters and shortcodes of Nunjucks and JavaScript, by kind and name. */
  readonly nunjucks: { readonly filters: Readonly<Record<string, object | undefined>> };
  readonly javascript: object;
  amendLibrary(engine: "njk", amend: (environment: import("nunjucks").Environment) => void): void;
  amendLibrary(engine: "liquid", amend: (engine: LiquidEngine) => void): void;
  amendLibrary(engine: "md", amend: (library: import("markdown-it").default) => void): void;
  on(
    event: "eleventy.contentMap",
    listener: (map: { inputPathToUrl: Record<string, (string | false)[]> }) => void,
  ): void;
  on(event: "eleventy.before", listener: (build: BuildStart) => void | Promise<void>): void;
  on(event: "eleventy.after", listener: (build: BuildResult) => void | Promise<void>): void;
  on(event: "eleventy.globalDataFiles", listener: (files: string[]) => void): void;
  on(event: "eleventy.extensionmap", listener: (map: unknown) => void): void;
  on(event: string, listener: () => void | Promise<void>): void;
  /** Missing in tests' own configs. */
  emit?(event: string, ...values: unknown[]): unknown;
  hasPlugin(name: string): boolean;
  /** Passthrough copies with the mode `html-relative`. */
  readonly passthroughCopiesHtmlRelative?: ReadonlySet<unknown>;
  readonly htmlTransformer: {
    addUrlTransform(
      extensions: string,
      transform: (this: UrlTransformContext, url: string) => string,
      options: { priority: number; enabled(context: UrlTransformContext): boolean },
    ): void;
    addPosthtmlPlugin(
      extensions: string,
      plugin: (context: { page: HtmlPage }) => (tree: HtmlTree) => Promise<HtmlTree>,
      options: { priority: number },
    ): void;
    isTransformable(extension: string, context: object): boolean;
    transformContent(outputPath: string, content: string, context: HtmlContext): Promise<string>;
  };
  /** Its method `forceLog` prints in quiet builds too; tests' own loggers lack it. */
  readonly logger: { log(message: string): void; forceLog?(message: string): void };
}
