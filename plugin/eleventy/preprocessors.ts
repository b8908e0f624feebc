import type { EleventyConfig, Preprocess, TemplateData } from "./api.js";

/** Templates that a preprocessor left out of the build, by their data, which is new in each build. */
const leftOut = new WeakSet<TemplateData>();

/**
 * Adds a preprocessor that works alike in Eleventy 3 and 4: none runs after one of the theme's has left out the template, which
 * only Eleventy 3 sees to, and an error is printed, of which Eleventy 4 prints the place only.
 */
export function addPreprocessor(
  eleventyConfig: EleventyConfig,
  name: string,
  extensions: string | string[],
  preprocess: Preprocess,
): void {
  eleventyConfig.addPreprocessor(name, extensions, async function (data, content) {
    if (leftOut.has(data)) return false;
    try {
      const result = await preprocess.call(this, data, content);
      if (result === false) leftOut.add(data);
      return result;
    } catch (error) {
      if (!data.collections) printCause(eleventyConfig, error);
      throw error;
    }
  });
}

/**
 * Runs a step with the data of a template of the theme's, which imports `collections.all`, when the URLs of all other pages are
 * known. Eleventy 3 runs preprocessors at that time; Eleventy 4 runs them before it knows any URL, and later sets
 * `page.rawInput`, right before it reads pagination, permalink and other data.
 *
 * @param run - Changes the data. Returns `false` to leave the template out.
 * @returns What the preprocessor returns.
 */
export function whenPagesAreKnown(
  eleventyConfig: EleventyConfig,
  data: TemplateData,
  run: () => boolean,
): false | undefined {
  if (data.collections) return run() ? undefined : false;
  const runLater = (): void => {
    try {
      if (!run()) Object.assign(data, { pagination: { data: nothing, size: 1 }, [nothing]: [] });
    } catch (error) {
      printCause(eleventyConfig, error);
      throw error;
    }
  };
  Object.defineProperty(data.page, "rawInput", {
    configurable: true,
    enumerable: true,
    get: () => undefined,
    set(value: string) {
      Object.defineProperty(data.page, "rawInput", { value, writable: true });
      runLater();
    },
  });
  return undefined;
}

/** The data key of an empty list. Eleventy writes no page for a template that is paginated by it. */
const nothing = "indigoNothing";

function printCause({ logger }: EleventyConfig, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (logger.forceLog) logger.forceLog(text);
  else logger.log(text);
}
