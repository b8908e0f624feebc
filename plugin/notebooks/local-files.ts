import path from "node:path";
import type { EleventyConfig } from "../eleventy/api.js";
import { findNamedFile } from "../eleventy/named-files.js";
import { type SiteFile, urlOfFile } from "../eleventy/site-files.js";
import { isExternal } from "../utils/schema-values.js";
import { decodePath, isScriptUrl } from "../utils/urls.js";
import type { Cell } from "./notebook.js";
import type { PageFiles, ShownFile } from "./page-files.js";

/** What finding the files of a notebook's texts needs. */
export interface FileContext {
  /** The notebook's path from the working folder. */
  inputPath: string;
  cells: readonly Cell[];
  files: PageFiles;
  /** Called with each file of the site that the page shows. */
  copy(file: SiteFile): void;
  /** Whether the Markdown library has reported the missing files of texts, but not those of outputs. */
  hasReported: boolean;
  /** Called with what is wrong with a file of a cell: `shows an image that does not exist: "a.png"`. */
  report(cell: Cell, problem: string): void;
}

/**
 * Returns a function that finds the file of an image or recording in a cell by its URL: an attachment of the cell, one that the
 * URL contains, or a file of the site by its path from the notebook.
 */
export function fileFinder(
  eleventyConfig: EleventyConfig,
  { inputPath, cells, files, copy, hasReported, report }: FileContext,
): (url: string, cell: Cell, isOutput: boolean) => ShownFile | undefined {
  const attachment = (name: string, cell: Cell): ShownFile | undefined => {
    // Tools that copy cells leave attachments in others.
    const bundle = [cell, ...cells].find(({ attachments }) => Object.hasOwn(attachments, name))?.attachments[
      name
    ];
    for (const [type, value] of Object.entries(bundle ?? {})) {
      const file =
        typeof value !== "string"
          ? undefined
          : type === "image/svg+xml"
            ? files.addSvg(svgOf(value))
            : files.add(value);
      if (file) return file;
    }
    report(cell, `shows the attachment ${JSON.stringify(name)}, which the notebook does not have`);
    return undefined;
  };

  const besideNotebook = (url: string, cell: Cell, isOutput: boolean): ShownFile | undefined => {
    const name = decodePath(url.replace(/[?#].*$/, ""));
    const folder = path.posix.dirname(inputPath);
    const found = findNamedFile(eleventyConfig, {
      name: path.posix.normalize(name),
      kinds: ["image", "recording"],
      folders: [],
      beside: { folder, to: path.posix.relative(eleventyConfig.directories.input, folder), climbs: true },
    });
    if (!found.file) {
      const missing = `a file that does not exist: ${JSON.stringify(url)}`;
      if (isOutput || !hasReported) report(cell, `shows ${found.refusal?.replace(/\.$/, "") ?? missing}`);
      return undefined;
    }
    copy(found.file);
    return { src: urlOfFile(found.file) };
  };

  return (url, cell, isOutput) => {
    if (/^attachment:/i.test(url)) return attachment(decodePath(url.slice("attachment:".length)), cell);
    if (/^data:/i.test(url)) return files.addDataUrl(url);
    if (url === "" || isScriptUrl(url)) return undefined;
    const isElsewhere = isExternal(url) || /^(?:[a-z][a-z\d+.-]*:|\/)/i.test(url);
    return isElsewhere ? { src: url } : besideNotebook(url, cell, isOutput);
  };
}

/** An SVG may be base64, as Jupyter attaches it, or text. */
const svgOf = (value: string): string =>
  value.includes("<svg") ? value : Buffer.from(value, "base64").toString("utf8");
