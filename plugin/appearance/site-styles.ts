import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Exception, FileImporter, Importer } from "sass";
import type { EleventyConfig } from "../eleventy/api.js";
import { watchFiles } from "../eleventy/watched-files.js";
import { stylesFolder, stylesUrl } from "../paths.js";
import { IndigoError, templateName } from "../utils/errors.js";
import { readText } from "../utils/read-text.js";
import { type StylePart, stylePartNames } from "./style-parts.js";
import { type StyleSettings, sassSettings } from "./theme-styles.js";

/** The site's styles, which come after the theme's. */
export interface SiteStyles {
  css: string;
  /** The parts of the theme's styles that they include. */
  includedParts: StylePart[];
}

/**
 * Reads the site's styles: compiles `indigo.scss` in the input folder, or reads `indigo.css`. Excludes both from Eleventy's
 * pages and copied files, and watches them.
 *
 * @returns `undefined` if there is no such file.
 * @throws IndigoError for Sass that can't be compiled, with file and line, and if both files exist.
 */
export async function siteStyles(
  eleventyConfig: EleventyConfig,
  settings: StyleSettings,
): Promise<SiteStyles | undefined> {
  const files = ["indigo.scss", "indigo.css"].map((name) =>
    path.posix.join(eleventyConfig.directories.input, name),
  );
  watchFiles(eleventyConfig, "configuration", files);
  for (const file of files) if (existsSync(file)) eleventyConfig.ignores.add(file);
  const [file, other] = files.filter((name) => existsSync(name)).map(templateName);
  if (file === undefined) return undefined;
  if (other) throw new IndigoError(`there are both ${file} and ${other}. Move your styles into one of them.`);
  if (file.endsWith(".css")) {
    // Without a byte-order mark, which would be part of the first selector.
    return { css: readText(file), includedParts: [] };
  }
  const { css, loaded } = await compile(file, settings);
  watchFiles(eleventyConfig, "configuration", loaded.filter(isInSite).map(relative));
  return { css, includedParts: stylePartNames.filter((part) => loaded.includes(sheetOf(part))) };
}

const relative = (file: string): string => path.relative(process.cwd(), file).replaceAll("\\", "/");

const isInSite = (file: string): boolean => !/^\.\.(\/|$)|(^|\/)node_modules\//.test(relative(file));

const sheetOf = (part: StylePart): string => realpathSync(path.join(stylesFolder, `${part}.scss`));

const packageUrl = "pkg:eleventy-plugin-indigo";

/** Resolves the theme in the site's Sass, with the site's options as defaults, which a `with (…)` there overrides. */
const themeImporter = (settings: StyleSettings): Importer => ({
  canonicalize: (url) => (url === packageUrl ? new URL("indigo:theme") : null),
  load: () => ({
    contents: `@forward "${packageUrl}/styles/index" ${sassSettings(settings, "!default")};`,
    syntax: "scss",
  }),
});

/** Resolves single files of the theme's styles. */
const themeFileImporter: FileImporter = {
  findFileUrl: (url) =>
    url.startsWith(`${packageUrl}/styles/`)
      ? new URL(url.slice(`${packageUrl}/styles/`.length), stylesUrl)
      : null,
};

async function compile(file: string, settings: StyleSettings): Promise<{ css: string; loaded: string[] }> {
  const sass = await import("sass");
  try {
    const { css, loadedUrls } = sass.compile(file, {
      importers: [
        themeImporter(settings),
        themeFileImporter,
        new sass.NodePackageImporter(path.dirname(path.resolve(file))),
      ],
      style: "compressed",
      // Without a byte-order mark, since more CSS may come before it.
      charset: false,
    });
    const files = loadedUrls.filter(({ protocol }) => protocol === "file:");
    return { css, loaded: files.map((url) => realpathSync(fileURLToPath(url))) };
  } catch (error) {
    if (error instanceof sass.Exception) throw new IndigoError(sassError(error, file));
    throw error;
  }
}

function sassError({ span, sassMessage }: Exception, file: string): string {
  const where = span.url?.protocol === "file:" ? relative(fileURLToPath(span.url)) : file;
  return `${where}:${span.start.line + 1} can't be compiled: ${sassMessage.replace(/\.$/, "")}.`;
}
