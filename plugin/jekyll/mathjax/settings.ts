import type { DollarFormulas } from "../../options/markdown.js";
import { dollarDelimitersAt, withoutComments } from "../kramdown/index.js";

/** What a site's templates and scripts set for MathJax or KaTeX. */
export interface MathJaxSettings {
  /** The pages on which `$…$` is a formula. */
  dollars: DollarFormulas;
  /** The site's LaTeX macros, by name with the backslash. */
  macros: Record<string, string>;
  /** The files with these settings. */
  files: string[];
}

/** The pages that a part of a template is on: all, or those whose front matter has one of some fields; undefined for none. */
type Pages = true | readonly string[] | undefined;

/**
 * Reads what a site's templates set for MathJax or KaTeX: whether `$…$` is a formula, and its macros. A setting within
 * `{% if page.math %}` is for pages with that field; an include that no layout has is for none.
 *
 * @param texts - The texts of layouts, includes and scripts, by their paths relative to the site.
 */
export function mathJaxSettings(texts: ReadonlyMap<string, string>): MathJaxSettings {
  const found: MathJaxSettings = { dollars: false, macros: {}, files: [] };
  let pages: Pages;
  for (const [file, text] of texts) {
    const at = dollarDelimitersAt(text);
    const own = at < 0 ? undefined : pagesOf(texts, file, at, []);
    const macros = macrosIn(text);
    pages = joined(pages, own);
    Object.assign(found.macros, macros);
    if (own !== undefined || Object.keys(macros).length > 0) found.files.push(file);
  }
  found.dollars = pages === true || (pages !== undefined && [...pages]);
  return found;
}

const joined = (a: Pages, b: Pages): Pages => {
  if (a === undefined || b === undefined) return a ?? b;
  return a === true || b === true ? true : [...new Set([...a, ...b])];
};

/** Returns the pages that a place in a file is on: through layouts, and through the files that include it or load it. */
function pagesOf(
  texts: ReadonlyMap<string, string>,
  file: string,
  at: number,
  within: readonly string[],
): Pages {
  if (within.includes(file)) return undefined;
  const fields = fieldsAt(texts.get(file) ?? "", at);
  const isLayout = file.startsWith("_layouts/");
  if (isLayout) return fields ?? true;
  let pages: Pages;
  for (const [user, text] of texts) {
    for (const use of usesOf(file, withoutComments(text)))
      pages = joined(pages, pagesOf(texts, user, use, [...within, file]));
  }
  return pages && (fields ?? pages);
}

/** Returns where a template includes a file, or names a script. */
function usesOf(file: string, text: string): number[] {
  const isInclude = file.startsWith("_includes/");
  const name = isInclude ? file.slice("_includes/".length) : file.slice(file.lastIndexOf("/") + 1);
  const places: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const isUse = isInclude
      ? /\{%-?\s*include(_cached)?\s+$/.test(text.slice(0, at).slice(-40))
      : /["'/]$/.test(text.slice(0, at));
    if (isUse) places.push(at);
  }
  return places;
}

/** Returns the fields of front matter on which a place in a template depends; undefined if it depends on none. */
function fieldsAt(text: string, at: number): readonly string[] | undefined {
  const conditions: (readonly string[] | undefined)[] = [];
  for (const [, name, condition = ""] of text
    .slice(0, at)
    .matchAll(/\{%-?\s*(if|unless|elsif|else|endif|endunless)\b([^%]*)%\}/g)) {
    if (name === "if" || name === "unless") conditions.push(name === "if" ? fieldsIn(condition) : undefined);
    else if (name?.startsWith("end")) conditions.pop();
    else conditions.splice(-1, 1, name === "elsif" ? fieldsIn(condition) : undefined);
  }
  return conditions.findLast((fields) => fields !== undefined);
}

/** Returns the fields in a condition such as `page.math or page.katex == true`; undefined for other conditions. */
function fieldsIn(condition: string): string[] | undefined {
  const parts = condition
    .replace(/-$/, "")
    .trim()
    .split(/\s+or\s+/);
  const fields = parts.map((part) => /^page\.([\w-]+)(?:\s*==\s*true)?$/.exec(part)?.[1]);
  return fields.every((field) => field !== undefined) ? fields : undefined;
}

/** Returns the macros that a text sets for MathJax or KaTeX, by name with the backslash. */
function macrosIn(text: string): Record<string, string> {
  const macros: Record<string, string> = {};
  if (!/\bmacros\b/i.test(text)) return macros;
  const source = withoutComments(text);
  for (const start of source.matchAll(/\bmacros["']?\s*:\s*\{/gi)) {
    const entry =
      /\s*(?:(["']?)(?:\\\\)?([a-zA-Z]+)\1)\s*:\s*(?:(["'])((?:\\.|(?!\3)[^\\\n])*)\3|\[\s*(["'])((?:\\.|(?!\5)[^\\\n])*)\5\s*,\s*\d\s*\])\s*,?/y;
    entry.lastIndex = start.index + start[0].length;
    for (let match = entry.exec(source); match; match = entry.exec(source)) {
      const [, , name, , plain, , withArguments = ""] = match;
      macros[`\\${name}`] = (plain ?? withArguments).replaceAll(/\\(.)/g, "$1");
    }
  }
  return macros;
}
