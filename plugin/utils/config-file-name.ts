import { existsSync } from "node:fs";

export const defaultConfigFiles = [
  ".eleventy.js",
  "eleventy.config.js",
  "eleventy.config.mjs",
  "eleventy.config.cjs",
];

/** The name of the site's Eleventy config, for messages: as `--config` gives it, else the usual one that is there. */
export function configFileName(argv: readonly string[] = process.argv): string {
  const at = argv.findIndex((word) => /^--config(=|$)/.test(word));
  const given = at < 0 ? undefined : (argv[at]?.split("=")[1] ?? argv[at + 1]);
  return given ?? defaultConfigFiles.find((name) => existsSync(name)) ?? "eleventy.config.js";
}
