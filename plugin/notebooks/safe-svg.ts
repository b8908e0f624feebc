import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { escapeHtml } from "../utils/html.js";

/** Elements that draw. */
const drawing = new Set(
  [
    "svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc switch image",
    "linearGradient radialGradient stop clipPath mask pattern marker filter style",
    "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset feSpecularLighting feTile feTurbulence feDistantLight fePointLight feSpotLight",
  ].flatMap((names) => names.split(" ")),
);

/** Elements that stay without their tags. */
const grouping = new Set(["a"]);

/** How deep elements may be in one another; what is deeper is left out. */
const maxDepth = 100;

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** A drawing that is safe as a file of the site, and its size. */
export interface SafeSvg {
  markup: string;
  width: number | undefined;
  height: number | undefined;
}

/**
 * Returns an SVG with elements that only draw: no scripts, handlers, HTML, animations and links, and nothing from elsewhere,
 * since a reader may open the file by itself. Undefined if the text has no `<svg>`.
 */
export function safeSvg(source: string): SafeSvg | undefined {
  const { childNodes } = parseFragment(source);
  const root = findRoot(childNodes);
  return root && safeSvgElement(root);
}

/** The same for an element of HTML. */
export function safeSvgElement(root: Element): SafeSvg {
  const attributes = new Map(root.attrs.map(({ name, value }) => [name, value]));
  const [, , boxWidth, boxHeight] = (attributes.get("viewBox") ?? "").trim().split(/[\s,]+/);
  const width = pixels(attributes.get("width")) ?? pixels(boxWidth);
  const height = pixels(attributes.get("height")) ?? pixels(boxHeight);
  // Without it an image that is made smaller would be cut.
  const box = attributes.has("viewBox") || !width || !height ? "" : ` viewBox="0 0 ${width} ${height}"`;
  return { markup: `${write(root, 0, box)}\n`, width, height };
}

function findRoot(nodes: readonly Node[]): Element | undefined {
  const waiting = [...nodes];
  for (let node = waiting.shift(); node; node = waiting.shift()) {
    if (!("tagName" in node)) continue;
    if (node.tagName === "svg") return node;
    waiting.unshift(...node.childNodes);
  }
  return undefined;
}

/** Units of lengths in pixels. */
const units: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};

function pixels(length: string | undefined): number | undefined {
  const [, number = "", unit = "px"] = /^\s*(\d*\.?\d+)(px|pt|pc|in|cm|mm)?\s*$/.exec(length ?? "") ?? [];
  const value = Math.round(Number(number) * (units[unit] ?? 1));
  return number !== "" && value > 0 ? value : undefined;
}

const textOf = (node: Node): string =>
  node.nodeName === "#text" ? (node as DefaultTreeAdapterTypes.TextNode).value : "";

// biome-ignore lint/suspicious/noControlCharactersInRegex: characters that XML can't have
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

/** @param box - The attributes that the root has in addition. */
function write(node: Node, depth: number, box?: string): string {
  if (node.nodeName === "#text") return escapeHtml(textOf(node).replaceAll(controls, ""));
  if (!("tagName" in node) || depth > maxDepth) return "";
  const inner = (): string => node.childNodes.map((child) => write(child, depth + 1)).join("");
  if (grouping.has(node.tagName)) return `<g>${inner()}</g>`;
  if (!drawing.has(node.tagName)) return "";
  const attributes = node.attrs.flatMap(({ prefix, name, value }) =>
    attribute(node.tagName, prefix, name, value),
  );
  if (node.tagName === "image" && !attributes.some((each) => /^ (xlink:)?href=/.test(each))) return "";
  if (node.tagName === "style") return styleOf(node);
  const namespaces =
    box === undefined
      ? ""
      : ` xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${box}`;
  return `<${node.tagName}${namespaces}${attributes.join("")}>${inner()}</${node.tagName}>`;
}

function attribute(tag: string, prefix: string | undefined, name: string, value: string): string[] {
  if (name === "xmlns" || prefix === "xmlns" || !/^[a-z][\w-]*$/i.test(name) || /^on/i.test(name)) return [];
  const isLink = name === "href";
  if (prefix && !(prefix === "xlink" && isLink) && !(prefix === "xml" && name === "space")) return [];
  if (isLink) {
    const isLocal = /^#[^\s"'<>]*$/.test(value);
    const isImage =
      tag === "image" && /^data:image\/(?:png|jpe?g|gif|webp);base64,[a-z\d+/=\s]*$/i.test(value);
    if (!isLocal && !isImage) return [];
  } else if (!isHarmless(value)) return [];
  return [` ${prefix ? `${prefix}:` : ""}${name}="${escapeHtml(value)}"`];
}

/** Returns whether a value, or a style sheet, loads nothing: its URLs lead to parts of the file. */
const isHarmless = (value: string): boolean => {
  const withoutLocal = value.replaceAll(/url\(\s*(["']?)#[^()"'\\]*\1\s*\)/gi, "");
  return !/url|@import|@font-face|image-set|expression|javascript:|\\/i.test(withoutLocal);
};

function styleOf(node: Element): string {
  const css = node.childNodes.map(textOf).join("");
  return isHarmless(css) ? `<style>${escapeHtml(css)}</style>` : "";
}
