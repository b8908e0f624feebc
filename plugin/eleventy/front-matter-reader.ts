import type {
  EleventyConfig,
  FrontMatterEngine,
  FrontMatterParser,
  FrontMatterParsingOptions,
} from "./api.js";
import { copiesFrontMatterOptions } from "./front-matter-engines.js";

/** What a reader finds in a file: the data of its front matter, and the line that ends it, if there is any. */
export interface ReadFrontMatter {
  data: object;
  end: string | undefined;
}

/** Text that no file starts with. */
const never = "\0";

/**
 * Lets a function read front matter in place of gray-matter, which neither accepts several end lines nor files that start like
 * front matter and have none. Call it after the author's config. The text after front matter that contains an end line of
 * gray-matter's is cut off there: a preprocessor has to replace it.
 *
 * @param read - Returns undefined for files that stay Eleventy's own.
 */
export function addFrontMatterReader(
  eleventyConfig: EleventyConfig,
  read: (file: string) => ReadFrontMatter | undefined,
): void {
  const options = eleventyConfig.frontMatterParsingOptions ?? {};
  const parse = options.engines?.yaml;
  const yaml: FrontMatterParser = (source, context) => {
    const found = context?.filePath === undefined ? undefined : read(context.filePath);
    if (found) return found.data;
    return typeof parse === "function" ? parse(source, context) : parse?.parse(source, context);
  };
  if (copiesFrontMatterOptions(eleventyConfig)) {
    // Without delimiters of its own, so that front matter without an end is the whole file: a preprocessor replaces the text.
    eleventyConfig.setFrontMatterParsingOptions({ engines: { yaml } });
    return;
  }
  eleventyConfig.frontMatterParsingOptions = new ReadOptions(
    { ...options, engines: { ...options.engines, yaml } },
    read,
  );
  // Eleventy merges later options into plain objects only.
  eleventyConfig.setFrontMatterParsingOptions = ({ engines, ...more }) => {
    Object.assign(eleventyConfig.frontMatterParsingOptions ?? {}, more);
    Object.assign(eleventyConfig.frontMatterParsingOptions?.engines ?? {}, engines);
  };
}

/**
 * Eleventy's options for gray-matter, with delimiters that depend on the file. A class, since Eleventy copies plain objects with
 * the values of their getters.
 */
class ReadOptions implements FrontMatterParsingOptions {
  /** Set by Eleventy before each file. */
  filePath?: string;
  declare engines: Record<string, FrontMatterEngine>;

  constructor(options: FrontMatterParsingOptions, read: (file: string) => ReadFrontMatter | undefined) {
    Object.assign(this, options);
    Object.defineProperty(this, "delimiters", {
      enumerable: true,
      get: () => {
        const found = this.filePath === undefined ? undefined : read(this.filePath);
        if (!found) return options.delimiters;
        return found.end === undefined ? [never, never] : ["---", found.end];
      },
    });
  }
}
