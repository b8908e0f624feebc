import path from "node:path";
import type { EleventyConfig } from "../eleventy/api.js";
import { foldersOf } from "../eleventy/named-files.js";
import { isFile } from "../eleventy/site-files.js";
import {
  type CslNode,
  parseStyle,
  type TextStyle,
  textStyleNames,
  textStyles,
} from "../publications/index.js";
import { alternatives, IndigoError, suggestion } from "../utils/errors.js";
import { longHash } from "../utils/hash.js";
import { readText } from "../utils/read-text.js";
import { isInsideReally } from "../utils/real-path.js";

const names = Object.keys(textStyles);

/** A citation style that an option or field names. */
export interface NamedStyle {
  /** Its name, if it comes along. */
  name: TextStyle | undefined;
  /** That name, or the style itself. */
  style: TextStyle | CslNode;
  /** The name by which readers know it. */
  label: string;
  /** Whether its citations are footnotes. */
  isOfNotes: boolean;
  /** What its references depend on. */
  key: string;
}

/**
 * Returns the style that an option or field names.
 *
 * @param name - One of the styles that come along, or a `.csl` file of the site.
 * @param namedBy - The option or field, for messages.
 * @throws IndigoError for an unknown name, and for a file that is missing or no style.
 */
export function styleNamed(eleventyConfig: EleventyConfig, name: string, namedBy: string): NamedStyle {
  if (isTextStyle(name))
    return { name, style: name, label: textStyleNames[name], isOfNotes: false, key: name };
  if (!/\.csl$/i.test(name))
    throw new IndigoError(
      `${namedBy} must be ${alternatives(names)}, or a .csl file of the site, but it is ${JSON.stringify(name)}.${suggestion(name, names)}`,
    );
  const folder = foldersOf(eleventyConfig).find((each) => isFile(path.join(each, name)));
  if (folder === undefined || !isInsideReally(folder, path.join(folder, name)))
    throw new IndigoError(`${namedBy} names a file that does not exist: "${name}".`);
  const source = readText(path.join(folder, name));
  const style = readStyle(source, name, namedBy);
  const isOfNotes = style.attrs.class === "note";
  return { name: undefined, style, label: titleOf(style) ?? name, isOfNotes, key: longHash(source) };
}

const isTextStyle = (name: string): name is TextStyle => Object.hasOwn(textStyles, name);

/** Returns the title of a style: a short one, if it has one. */
function titleOf(style: CslNode): string | undefined {
  const textIn = (node: string | CslNode | undefined, name: string): string | undefined => {
    if (typeof node !== "object") return undefined;
    const found = node.children.find((child) => typeof child !== "string" && child.name === name);
    const text = typeof found === "object" ? found.children[0] : undefined;
    return typeof text === "string" && text.trim() !== "" ? text.trim() : undefined;
  };
  const info = style.children.find((child) => typeof child !== "string" && child.name === "info");
  return textIn(info, "title-short") ?? textIn(info, "title");
}

function readStyle(source: string, file: string, namedBy: string): CslNode {
  const reject = (why: string): never => {
    throw new IndigoError(`${namedBy} names "${file}", which ${why}.`);
  };
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
  return style;
}
