import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Importer, Syntax } from "sass";
import type { EleventyConfig } from "../../eleventy/api.js";
import { isFile } from "../../eleventy/site-files.js";
import type { Warn } from "../../eleventy/warnings.js";
import { watchFiles } from "../../eleventy/watched-files.js";
import { IndigoError } from "../../utils/errors.js";
import { isInsideReally } from "../../utils/real-path.js";
import { isRecord } from "../../utils/records.js";
import { load } from "../../utils/require.js";
import { isSass } from "../collections/index.js";
import { isJekyllFile } from "../files/index.js";
import { themeSass } from "./theme-files.js";

/** Compiles Sass of a Jekyll site. */
export interface SassCompiler {
  /**
   * Returns the CSS of a source. Imports are found in the folders of `sass` in `_config.yml`, then in the folder of the file, and only
   * inside the input folder, after symbolic links are resolved.
   *
   * @param file - The file of the source, relative to the input folder; undefined for a source in a template.
   * @param line - The line of the file on which the source starts, for messages.
   * @throws IndigoError for Sass that can't be compiled, with file and line.
   */
  compile(source: string, syntax: Syntax, file?: string, line?: number): string;
}

/** The settings under `sass` in `_config.yml`. */
interface SassSettings {
  /** Folders of imports, relative to the input folder. */
  folders: string[];
  style: "compressed" | "expanded";
}

/**
 * Adds a compiler of pages in Sass, which have no layout. Their front matter and Liquid are processed before.
 *
 * @param textOf - Returns the text of a page before Liquid.
 */
export function addSassPages(
  eleventyConfig: EleventyConfig,
  { compile }: SassCompiler,
  textOf: TextOf,
): void {
  const { input } = eleventyConfig.directories;
  eleventyConfig.addTransform("indigo-jekyll-sass", function (content) {
    const { inputPath, outputPath } = this.page;
    if (!isSass(inputPath) || !outputPath || !isJekyllFile(eleventyConfig, inputPath)) return content;
    const file = path.posix.relative(input, inputPath);
    const body = textOf(inputPath) ?? "";
    const full = readFileSync(inputPath, "utf8");
    const line = full.slice(0, full.length - body.length).split("\n").length;
    return compile(content, syntaxOf(file), file, line);
  });
}

/** Returns the text of a file after its front matter. */
type TextOf = (inputPath: string) => string | undefined;

/**
 * Creates the compiler for Sass in pages and templates of a Jekyll site, and watches the folders of imports.
 *
 * @param settings - The keys of `_config.yml`, of which `sass` is read.
 * @param warn - Prints each warning once a build.
 * @see https://jekyllrb.com/docs/assets/#sassscss
 */
export function sassCompiler(
  eleventyConfig: EleventyConfig,
  settings: Readonly<Record<string, unknown>>,
  warn: Warn,
): SassCompiler {
  const { input } = eleventyConfig.directories;
  const { folders, style } = sassSettings(settings.sass);
  const fullFolders = folders.map((folder) => path.join(input, folder));
  watchFiles(
    eleventyConfig,
    "build",
    folders.map((folder) => path.posix.join(input, folder)),
  );
  return {
    compile(source, syntax, file, line = 1) {
      const sass = load("sass") as typeof import("sass");
      const missing: string[] = [];
      // Jekyll knows the folders of imports only; a file in the folder of the page may have the same name as one there, or be the page itself.
      const ownFolder = file === undefined ? [] : [path.join(input, path.dirname(file))];
      const importer = siteImporter(input, [...fullFolders, ...ownFolder], (name) => missing.push(name));
      const place = file ?? templatePlace;
      try {
        const { css } = sass.compileString(source, {
          syntax,
          style,
          importers: [importer],
          logger: {
            // Deprecations are for authors of Sass, and would come with each build.
            warn: (message, { deprecation }) => {
              if (!deprecation) warn(`${place}: ${message.trim()}`);
            },
            debug: (message) => warn(`${place}: ${message.trim()}`),
          },
        });
        warnOfTheme(warn, source, place, line, missing);
        // Without a byte-order mark, as in Jekyll.
        return css === "" ? "" : `${css.replace(/^\uFEFF/, "")}\n`;
      } catch (error) {
        if (!(error instanceof sass.Exception)) throw error;
        warnOfTheme(warn, source, place, line, missing);
        const problem = sassProblem(error, input, place, line);
        if (missing.length === 0) throw new IndigoError(problem);
        // What is missing is the theme's, whose Sass is no longer there.
        warn(`${problem.replace(/\.$/, "")}, without the Sass of Indigo: its styles are left out.`);
        return "";
      }
    },
  };
}

function sassSettings(value: unknown): SassSettings {
  const { sass_dir: sassDir, load_paths: loadPaths, style } = isRecord(value) ? value : {};
  const folders = [...[loadPaths].flat(), sassDir || "_sass"].filter((folder) => typeof folder === "string");
  return {
    folders: [...new Set(folders.flatMap((folder) => insideInput(folder) ?? []))],
    style: String(style).replace(/^:/, "") === "compressed" ? "compressed" : "expanded",
  };
}

/** Returns a folder relative to the input folder; undefined for one outside. */
function insideInput(folder: string): string | undefined {
  const relative = path.posix.normalize(folder.replace(/^\/+/, ""));
  return /^\.\.(\/|$)/.test(relative) || /[*?[]/.test(relative) ? undefined : relative.replace(/\/$/, "");
}

/** Resolves imports of files inside the input folder. Files of Indigo that the site no longer has are empty. */
function siteImporter(
  input: string,
  folders: readonly string[],
  onMissing: (name: string) => void,
): Importer<"sync"> {
  const find = (base: string): URL | null => {
    const file = candidates(base).find((name) => isFile(name) && isInsideReally(input, name));
    return file === undefined ? null : pathToFileURL(path.resolve(file));
  };
  return {
    canonicalize(url) {
      if (url.startsWith("file:")) return find(fileURLToPath(url));
      if (/^[a-z][a-z\d+.-]+:/i.test(url)) return null;
      const name = decodeURI(url);
      for (const folder of folders) {
        const found = find(path.join(folder, name));
        if (found) return found;
      }
      if (!themeNames.has(withoutExtension(name))) return null;
      onMissing(name);
      return new URL(`${themeUrl}${encodeURIComponent(name)}`);
    },
    load(url) {
      if (url.href.startsWith(themeUrl)) return { contents: "", syntax: "scss" };
      const file = fileURLToPath(url);
      return { contents: readFileSync(file, "utf8").replace(frontMatter, ""), syntax: syntaxOf(file) };
    },
  };
}

const themeNames = new Set(themeSass.map((file) => file.replace(/\.\w+$/, "")));

/** Sass in a template, in messages. */
const templatePlace = "Sass in a template";

const themeUrl = "indigo-theme:";

/** Front matter of a partial, which is no Sass. */
const frontMatter = /^\uFEFF?---\s*\n(?:.*\n)*?---\s*\n/;

const withoutExtension = (name: string): string =>
  name.replace(/\.(sass|scss)$/, "").replace(/(^|\/)_(?=[^/]*$)/, "$1");

/** Returns the files that an import may mean, in the order of Sass. */
function candidates(base: string): string[] {
  const partials = (file: string): string[] => [
    path.join(path.dirname(file), `_${path.basename(file)}`),
    file,
  ];
  if (/\.(sass|scss|css)$/.test(base)) return partials(base);
  const extensions = [".sass", ".scss", ".css"];
  return [base, path.join(base, "index")].flatMap((file) =>
    extensions.flatMap((extension) => partials(`${file}${extension}`)),
  );
}

/** Returns the syntax of a file, by its extension. */
function syntaxOf(file: string): Syntax {
  if (file.endsWith(".sass")) return "indented";
  return file.endsWith(".css") ? "css" : "scss";
}

/** Warns of each import of Indigo's own Sass, with its line. */
function warnOfTheme(
  warn: Warn,
  source: string,
  file: string,
  line: number,
  missing: readonly string[],
): void {
  const lines = source.split("\n");
  for (const name of missing) {
    const at = lines.findIndex((text) => /@(import|use|forward)/.test(text) && text.includes(name));
    const place = at < 0 || file === templatePlace ? file : `${file}:${line + at}`;
    warn(
      `${place} imports "${name}", Sass of Indigo that the plugin replaces: remove the import, or set the option "tokens".`,
    );
  }
}

function sassProblem(
  { span, sassMessage }: import("sass").Exception,
  input: string,
  place: string,
  line: number,
): string {
  const other = span.url?.protocol === "file:" ? path.relative(input, fileURLToPath(span.url)) : place;
  const isOwn = other.replaceAll(path.sep, "/") === place;
  const at = place === templatePlace && isOwn ? "" : `:${span.start.line + (isOwn ? line : 1)}`;
  return `${other.replaceAll(path.sep, "/")}${at} can't be compiled: ${sassMessage.replace(/\.$/, "")}.`;
}
