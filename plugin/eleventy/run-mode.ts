/** Returns whether Eleventy serves or watches the site, rather than building it to be published. */
export const isServed = (): boolean => process.env.ELEVENTY_RUN_MODE !== "build";
