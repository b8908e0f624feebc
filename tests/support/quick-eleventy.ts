/** In Eleventy's place, so that a run is over sooner: building takes so many milliseconds, and writes nothing. */
export const quickEleventy = (milliseconds: number): Record<string, string> => ({
  "node_modules/@11ty/eleventy/package.json":
    '{ "exports": { ".": { "import": "./e.js", "require": "./e.js" } } }',
  "node_modules/@11ty/eleventy/e.js": `exports.Eleventy = class {
  config = { ignores: new Set(), pathPrefix: "/", dir: {} };
  eleventyConfig = { userConfig: {} };
  async initializeConfig() {}
  async init() {}
  async write() { await new Promise((resolve) => setTimeout(resolve, ${milliseconds})); }
};`,
});
