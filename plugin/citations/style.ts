import path from "node:path";
import type { EleventyConfig } from "../eleventy/api.js";
import { foldersOf } from "../eleventy/named-files.js";
import { isFile } from "../eleventy/site-files.js";
import { type CslNode, parseStyle, type TextStyle, textStyles } from "../publications/index.js";
import { alternatives, IndigoError, suggestion } from "../utils/errors.js";
import { readText } from "../utils/read-text.js";
import { isInsideReally } from "../utils/real-path.js";

const names = Object.keys(textStyles);

/**
 * Returns the style that an option or field names: its name if it comes along, else the style itself.
 *
 * @param name - One of the styles that come along, or a `.csl` file of the site.
 * @param namedBy - The option or field, for messages.
 * @throws IndigoError for an unknown name, and for a file that is missing or no style.
 */
export function styleNamed(
  eleventyConfig: EleventyConfig,
  name: string,
  namedBy: string,
): TextStyle | CslNode {
  if (Object.hasOwn(textStyles, name)) return name as TextStyle;
  if (!/\.csl$/i.test(name))
    throw new IndigoError(
      `${namedBy} must be ${alternatives(names)}, or a .csl file of the site, but it is ${JSON.stringify(name)}.${suggestion(name, names)}`,
    );
  const folder = foldersOf(eleventyConfig).find((each) => isFile(path.join(each, name)));
  if (folder === undefined || !isInsideReally(folder, path.join(folder, name)))
    throw new IndigoError(`${namedBy} names a file that does not exist: "${name}".`);
  return readStyle(path.join(folder, name), namedBy);
}

function readStyle(file: string, namedBy: string): CslNode {
  const reject = (why: string): never => {
    throw new IndigoError(`${namedBy} names "${file}", which ${why}.`);
  };
  const source = readText(file);
  if (!/<style[\s>]/.test(source)) return reject("is no CSL style: it has no <style>");
  if (!/<\/style\s*>/.test(source)) return reject("is no CSL style: it ends before its </style>");
  let style: CslNode | undefined;
  try {
    style = parseStyle(source);
  } catch {}
  if (style?.name !== "style") return reject("is no CSL style that can be read");
  const parts = new Set(style.children.map((child) => (typeof child === "string" ? "" : child.name)));
  const parent =
    /<link\b[^<>]*href="([^"]*)"[^<>]*rel="independent-parent"|rel="independent-parent"[^<>]*href="([^"]*)"/.exec(
      source,
    );
  if (!parts.has("citation") && parent)
    return reject(`only points to another style: use the .csl file of ${parent[1] ?? parent[2]}`);
  if (!parts.has("citation")) return reject("has no layout of citations");
  if (style.attrs.class === "note")
    return reject(
      "is a style of notes, which are not supported: choose a style whose citations are in the text",
    );
  return style;
}
