import type { EleventyConfig, Preprocess, TemplateData } from "./api.js";
import { onBuildStart } from "./build-start.js";

/** Templates that a preprocessor left out of the build, by their data, which is new in each build. */
const leftOut = new WeakSet<TemplateData>();

/**
 * Adds a preprocessor that works alike in Eleventy 3 and 4: none runs after one of the theme's has left out the template, which
 * only Eleventy 3 sees to, and an error is reported as any other.
 */
export function addPreprocessor(
  eleventyConfig: EleventyConfig,
  name: string,
  extensions: string | string[],
  preprocess: Preprocess,
): void {
  const fail = failLater(eleventyConfig);
  eleventyConfig.addPreprocessor(name, extensions, async function (data, content) {
    if (leftOut.has(data)) return false;
    try {
      const result = await preprocess.call(this, data, content);
      if (result === false) leftOut.add(data);
      return result;
    } catch (error) {
      if (data.collections) throw error;
      leftOut.add(data);
      fail(error);
      return false;
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
  const fail = failLater(eleventyConfig);
  const succeeds = (): boolean => {
    try {
      return run();
    } catch (error) {
      fail(error);
      return false;
    }
  };
  Object.defineProperty(data.page, "rawInput", {
    configurable: true,
    enumerable: true,
    get: () => undefined,
    set(value: string) {
      Object.defineProperty(data.page, "rawInput", { value, writable: true });
      if (!succeeds()) Object.assign(data, { pagination: { data: nothing, size: 1 }, [nothing]: [] });
    },
  });
  return undefined;
}

/** The data key of an empty list. Eleventy writes no page for a template that is paginated by it. */
const nothing = "indigoNothing";

const failures = new WeakMap<EleventyConfig, (error: unknown) => void>();

/**
 * Returns a function that makes the build fail before it renders pages. An error that Eleventy 4 catches from a preprocessor, or
 * from what comes between them and that event, would be printed as a place without a reason.
 */
function failLater(eleventyConfig: EleventyConfig): (error: unknown) => void {
  const known = failures.get(eleventyConfig);
  if (known) return known;
  let errors: unknown[] | undefined;
  const fail = (error: unknown): void => {
    // Only then: Node warns of more than 25 listeners of an event.
    if (!errors) {
      onBuildStart(eleventyConfig, () => {
        errors = [];
      });
      eleventyConfig.on("eleventy.contentMap", () => {
        if (errors && errors.length > 0) throw errors[0];
      });
    }
    errors = [...(errors ?? []), error];
  };
  failures.set(eleventyConfig, fail);
  return fail;
}
