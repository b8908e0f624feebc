/** The versions of Node that the plugin supports, as `npm run compat`, the workflows and SECURITY.md have them. */
export const nodeVersions = ["20", "22", "24"];

/** The oldest and the newest version of Eleventy that the plugin supports. */
export const eleventyVersions = ["3.1.0", "3.1"];

/** The next version of Eleventy, of which `package.json` allows the first one that worked; the workflow "Test" may fail with it. */
export const nextEleventyVersions = ["^4.0.0-alpha.10"];

/** The versions of Node on which the next Eleventy runs. */
export const nextNodeVersions = ["22", "24"];
