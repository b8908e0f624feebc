import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Exception, FileImporter, Importer } from "sass";
import type { EleventyConfig } from "../eleventy/api.js";
import { stylesFolder, stylesUrl } from "../paths.js";
import { IndigoError, templateName } from "../utils/errors.js";
import { readText } from "../utils/read-text.js";
import { type StylePart, stylePartNames } from "./style-parts.js";
import { type StyleSettings, sassSettings } from "./theme-styles.js";

/** Styles of the site's own, to come after the theme's. */
export interface SiteStyles {
  css: string;
  /** The parts of the theme's styles that they hold already. */
  brings: StylePart[];
}

/**
 * The site's own styles: `indigo.scss` in the input folder, compiled, or `indigo.css` as it is. Eleventy takes neither for
 * a page or a file to copy, and builds anew when one changes.
 *
 * @returns Nothing where there is no such file.
 * @throws IndigoError for Sass that can't be compiled, with file and line, and where there are both files.
 */
export async function siteStyles(
  eleventyConfig: EleventyConfig,
  settings: StyleSettings,
): Promise<SiteStyles | undefined> {
  const files = ["indigo.scss", "indigo.css"].map((name) =>
    path.posix.join(eleventyConfig.directories.input, name),
  );
  for (const file of files) {
    // Watched also while it is not there: it may come.
    eleventyConfig.addWatchTarget(file, { resetConfig: true });
    if (existsSync(file)) eleventyConfig.ignores.add(file);
  }
  const [file, other] = files.filter((name) => existsSync(name)).map(templateName);
  if (file === undefined) return undefined;
  if (other)
    throw new IndigoError(`there are both ${file} and ${other}, but styles of your own are one file.`);
  if (file.endsWith(".css")) {
    // Behind the theme's styles a byte-order mark would be a part of the first selector.
    return { css: readText(file), brings: [] };
  }
  const { css, loaded } = await compile(file, settings);
  for (const name of loaded) {
    if (isOwn(name)) eleventyConfig.addWatchTarget(relative(name), { resetConfig: true });
  }
  return { css, brings: stylePartNames.filter((part) => loaded.includes(sheetOf(part))) };
}

const relative = (file: string): string => path.relative(process.cwd(), file).replaceAll("\\", "/");

const isOwn = (file: string): boolean => !/^\.\.(\/|$)|(^|\/)node_modules\//.test(relative(file));

const sheetOf = (part: StylePart): string => realpathSync(path.join(stylesFolder, `${part}.scss`));

const name = "pkg:eleventy-plugin-indigo";

/** The theme as an author's Sass asks for it: with the site's options, which `with (…)` there comes before. */
const theme = (settings: StyleSettings): Importer => ({
  canonicalize: (url) => (url === name ? new URL("indigo:theme") : null),
  load: () => ({
    contents: `@forward "${name}/styles/index" ${sassSettings(settings, "!default")};`,
    syntax: "scss",
  }),
});

/** A file of the theme, wherever the package is. */
const themeFiles: FileImporter = {
  findFileUrl: (url) =>
    url.startsWith(`${name}/styles/`) ? new URL(url.slice(`${name}/styles/`.length), stylesUrl) : null,
};

async function compile(file: string, settings: StyleSettings): Promise<{ css: string; loaded: string[] }> {
  const sass = await import("sass");
  try {
    const { css, loadedUrls } = sass.compile(file, {
      importers: [
        theme(settings),
        themeFiles,
        new sass.NodePackageImporter(path.dirname(path.resolve(file))),
      ],
      style: "compressed",
      // Without a byte-order mark, which belongs at the start of a file only.
      charset: false,
    });
    const files = loadedUrls.filter(({ protocol }) => protocol === "file:");
    return { css, loaded: files.map((url) => realpathSync(fileURLToPath(url))) };
  } catch (error) {
    if (error instanceof sass.Exception) throw new IndigoError(sentence(error, file));
    throw error;
  }
}

function sentence({ span, sassMessage }: Exception, file: string): string {
  const where = span.url?.protocol === "file:" ? relative(fileURLToPath(span.url)) : file;
  return `${where}:${span.start.line + 1} can't be compiled: ${sassMessage.replace(/\.$/, "")}.`;
}
