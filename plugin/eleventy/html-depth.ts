import path from "node:path";
import { IndigoError, templateName } from "../utils/errors.js";
import type { EleventyConfig, HtmlContext } from "./api.js";

/** How deep elements may be nested in a page that is transformed. Eleventy's HTML parser overflows the stack at some 3,000. */
const maxDepth = 1_000;

/**
 * Limits how deep elements are nested in each page that Eleventy's HTML transformer changes, such as for `images` or a path
 * prefix: the transformer recurses for each level. Other pages may nest elements as deep as they want.
 *
 * @throws IndigoError during the build, with the page.
 */
export function addHtmlDepthLimit({ htmlTransformer }: EleventyConfig): void {
  const { transformContent } = htmlTransformer;
  htmlTransformer.transformContent = async (outputPath, content, context) => {
    const extension = path.extname(String(outputPath)).slice(1);
    if (htmlTransformer.isTransformable(extension, context) && isNestedTooDeep(content)) throw error(context);
    try {
      return await transformContent.call(htmlTransformer, outputPath, content, context);
    } catch (reason) {
      // What the parser counts as nested in rare markup, and what other plugins add.
      if (reason instanceof RangeError && /call stack/.test(reason.message)) throw error(context);
      throw reason;
    }
  };
}

function error({ page }: HtmlContext): IndigoError {
  const name = page?.inputPath ? templateName(page.inputPath) : "a page";
  return new IndigoError(
    `${name} has HTML elements more than ${maxDepth.toLocaleString("en-US")} levels deep in one another. Close the elements that are left open.`,
  );
}

/** Comments, elements of which the content is text, and tags. What is not closed ends with the page. */
const parts =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea|title)\b[\s\S]*?(?:<\/\1|$)|<(\/?)([a-z][^\s/>]*)([^<>]*)/gi;

const voidElements = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);

/** Elements whose end tag may be left out, since the next one of their kind ends them. */
const siblings = new Map([
  ["p", ["p"]],
  ["li", ["li", "p"]],
  ["dt", ["dt", "dd", "p"]],
  ["dd", ["dt", "dd", "p"]],
  ["tr", ["td", "th", "tr"]],
  ["td", ["td", "th", "p"]],
  ["th", ["td", "th", "p"]],
  ["tbody", ["td", "th", "tr", "thead", "tbody"]],
  ["tfoot", ["td", "th", "tr", "thead", "tbody"]],
  ["option", ["option"]],
  ["optgroup", ["option", "optgroup"]],
  ["rt", ["rt", "rp"]],
  ["rp", ["rt", "rp"]],
]);

/** Returns whether HTML nests elements too deep. Takes time linear in its length. */
function isNestedTooDeep(html: string): boolean {
  if (!hasManyTags(html)) return false;
  const open: string[] = [];
  const counts = new Map<string, number>();
  const close = (): void => {
    const name = open.pop() ?? "";
    counts.set(name, (counts.get(name) ?? 0) - 1);
  };
  for (const [, , slash, tag = "", rest = ""] of html.matchAll(parts)) {
    const name = tag.toLowerCase();
    if (name === "" || voidElements.has(name) || rest.endsWith("/")) continue;
    if (slash) {
      if (!counts.get(name)) continue;
      while (open.at(-1) !== name) close();
      close();
      continue;
    }
    while (siblings.get(name)?.includes(open.at(-1) ?? "")) close();
    open.push(name);
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (open.length > maxDepth) return true;
  }
  return false;
}

/** Returns whether HTML has more tags than may be nested. Most pages have fewer. */
function hasManyTags(html: string): boolean {
  let count = 0;
  for (let index = html.indexOf("<"); index >= 0; index = html.indexOf("<", index + 1)) {
    count += 1;
    if (count > maxDepth) return true;
  }
  return false;
}
