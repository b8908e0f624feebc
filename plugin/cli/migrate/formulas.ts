import { mathJaxSettings } from "../../jekyll/mathjax/index.js";
import type { DollarFormulas } from "../../options/markdown.js";
import { type JekyllSite, textOf } from "./jekyll-site.js";

/** What becomes of the MathJax or KaTeX of a site. */
export interface Formulas {
  /** The option `math`; undefined if its default does the same. */
  option: { dollars?: DollarFormulas; macros?: Record<string, string> } | undefined;
  /** The files with settings that the option has taken from them. */
  files: string[];
  /** Files that stay and load a script for formulas, which the plugin has already set. */
  scripts: string[];
}

/** Scripts longer than this are libraries, not settings. */
const maxScript = 20_000;

/**
 * Finds what a site sets for MathJax or KaTeX, and where it loads them.
 *
 * @param gone - The files that do not stay at their path.
 */
export function formulasOf(site: JekyllSite, gone: ReadonlySet<string>): Formulas | undefined {
  const texts = new Map<string, string>();
  for (const { file } of site.files) {
    const isTemplate = /^_(layouts|includes)\//.test(file);
    if (!isTemplate && (!/\.(m?js|html)$/.test(file) || site.isExcluded(file))) continue;
    const text = textOf(site, file);
    if (isTemplate || text.length < maxScript) texts.set(file, text);
  }
  const { dollars, macros, files } = mathJaxSettings(texts);
  const hasMacros = Object.keys(macros).length > 0;
  const scripts = [...texts, ...[...site.documents].map(([file, { body }]) => [file, body] as const)]
    .filter(([file, text]) => !gone.has(file) && loadsScript(text))
    .map(([file]) => file);
  if (dollars === false && !hasMacros && scripts.length === 0) return undefined;
  const option = {
    ...(dollars !== false && {
      dollars: Array.isArray(dollars) && dollars.length === 1 ? dollars[0] : dollars,
    }),
    ...(hasMacros && { macros }),
  };
  return {
    option: Object.keys(option).length > 0 ? option : undefined,
    files,
    scripts: [...new Set(scripts)],
  };
}

/** Returns whether a template loads MathJax or KaTeX. */
const loadsScript = (text: string): boolean =>
  /<script\b[^>]*\bsrc\s*=[^>]*(mathjax|tex-(mml|svg|chtml)|katex)/i.test(text);
