import { existsSync } from "node:fs";

/** The names of Eleventy's config file, in the order in which Eleventy looks for them. The last ones are new in Eleventy 4. */
export const defaultConfigFiles = [
  ".eleventy.js",
  "eleventy.config.js",
  "eleventy.config.mjs",
  "eleventy.config.cjs",
  "buildawesome.config.js",
  "buildawesome.config.mjs",
  "buildawesome.config.cjs",
];

/** Returns the name of the site's Eleventy config for messages: the value of `--config`, else the existing default file. */
export function configFileName(argv: readonly string[] = process.argv): string {
  const index = argv.findIndex((argument) => /^--config(=|$)/.test(argument));
  const configOption = index < 0 ? undefined : (argv[index]?.split("=")[1] ?? argv[index + 1]);
  return configOption ?? defaultConfigFiles.find((name) => existsSync(name)) ?? "eleventy.config.js";
}
