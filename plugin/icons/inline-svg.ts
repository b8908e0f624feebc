import { escapeHtml } from "../utils/html.js";

/** Elements that only draw. */
const shapes = new Set(["g", "defs", "path", "circle", "rect", "ellipse", "line", "polyline", "polygon"]);

/** Elements that are never visible, which are removed with their content. */
const invisible = new Set(["title", "desc", "metadata", "sodipodi:namedview"]);

/** Attributes with a color as their value. */
const paints = ["fill", "stroke", "color"];

/** Attributes that define shapes and their paint. */
const drawing = new Set([
  ...paints,
  ...["d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height"],
  ...["transform", "fill-rule", "clip-rule", "opacity", "fill-opacity", "stroke-opacity", "stroke-width"],
  ...["stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset"],
]);

/** The only characters that values of these attributes may have. */
const harmless = /^[\w\s.,#%()+-]*$/;

/** Attributes that change nothing visible, which are removed: names, editors' notes, and what the page sets itself. */
const removedAttributes =
  /^(xmlns(:.*)?|xml:.*|id|class|version|role|focusable|aria-.*|data-.*|(inkscape|sodipodi|sketch|serif):.*|baseProfile|enable-background)$/;

/** Attributes of the root that the page replaces. */
const rootAttributes = /^(viewBox|x|y|width|height|preserveAspectRatio)$/;

/** Properties that editors write in a `style` and that change nothing in a drawing without text. */
const removedProperties = /^(-inkscape-.*|font|font-.*|line-height|paint-order|enable-background)$/;

/** An SVG that is safe in a page, or the reason why it is not. */
export type SafeSvg = { markup: string; reason?: undefined } | { markup?: undefined; reason: string };

/**
 * Converts an SVG file to an icon that is safe inline in a page. The icon is rebuilt from an allowlist of elements and
 * attributes, so that nothing else in the file (scripts, handlers, styles, URLs) gets into the page. An icon in a single
 * color takes the color of the text around it; one in several colors keeps them.
 *
 * @param source - Content of the file.
 * @returns The `<svg>` element, or the reason why the file can't be inline.
 */
export function inlineSvg(source: string): SafeSvg {
  try {
    const { tags, viewBox } = sanitize(visibleTags(tokenize(source)));
    return { markup: write(tags, viewBox) };
  } catch (error) {
    if (error instanceof UnsafeSvg) return { reason: error.message };
    throw error;
  }
}

/** The reason why an SVG can't be inline, as its message. */
class UnsafeSvg extends Error {}

const notWellFormed = "it is not well-formed";
const notPlain = "it holds what is no plain SVG";

interface OpenTag {
  kind: "open";
  name: string;
  attributes: ReadonlyMap<string, string>;
  isSelfClosing: boolean;
}

interface CloseTag {
  kind: "close";
  name: string;
}

type Tag = OpenTag | CloseTag;

/** A tag, or text other than white space. */
type Token = Tag | { kind: "text" };

/** Comments, processing instructions and doctypes; tags; text; and any other `<`, which is not allowed. */
const tokenPattern =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^[>]*>|<(\/?)([a-zA-Z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+|</g;

/**
 * Splits an SVG into tokens. The grammar is a small part of XML on purpose: no CDATA sections and no entity definitions.
 *
 * @throws UnsafeSvg for anything else.
 */
function* tokenize(source: string): Generator<Token> {
  const matches = source.replace(/^\uFEFF/, "").matchAll(tokenPattern);
  for (const [whole, slash, name, attributes = "", selfClosing] of matches) {
    if (whole === "<") throw new UnsafeSvg(notPlain);
    if (name && slash) yield { kind: "close", name };
    else if (name) {
      yield { kind: "open", name, attributes: attributesOf(attributes), isSelfClosing: selfClosing === "/" };
    } else if (whole.trim() !== "" && !/^<[!?]/.test(whole)) yield { kind: "text" };
  }
}

/** Parses the attributes of a tag. The properties of its `style` count as attributes. */
function attributesOf(source: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single = ""] of source.matchAll(
    /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    const value = double ?? single;
    if (name !== "style") attributes.set(name, value);
    else {
      for (const declaration of value.split(";").filter((part) => part.trim())) {
        const [property = "", ...rest] = declaration.split(":");
        if (!removedProperties.test(property.trim())) {
          attributes.set(property.trim(), rest.join(":").trim());
        }
      }
    }
  }
  return attributes;
}

/**
 * Removes invisible elements with their content.
 *
 * @throws UnsafeSvg for tags that are not balanced, for a second root, and for text outside invisible elements.
 */
function* visibleTags(tokens: Iterable<Token>): Generator<Tag> {
  const open: string[] = [];
  /** How many of the open elements are invisible, or in one that is. */
  let invisibleDepth = 0;
  let hasRoot = false;
  for (const token of tokens) {
    if (token.kind === "text") {
      if (invisibleDepth === 0) throw new UnsafeSvg(notPlain);
    } else if (token.kind === "close") {
      if (open.pop() !== token.name) throw new UnsafeSvg(notWellFormed);
      if (invisibleDepth > 0) invisibleDepth -= 1;
      else yield token;
    } else {
      if (open.length === 0 && hasRoot) throw new UnsafeSvg(notWellFormed);
      hasRoot = true;
      const isInvisible = invisibleDepth > 0 || invisible.has(token.name);
      if (!token.isSelfClosing) {
        open.push(token.name);
        if (isInvisible) invisibleDepth += 1;
      }
      if (!isInvisible) yield token;
    }
  }
  if (open.length > 0) throw new UnsafeSvg(notWellFormed);
}

/**
 * Applies the allowlist to every element and attribute.
 *
 * @throws UnsafeSvg for an element, attribute or value that is not allowed, and for a root without a size.
 */
function sanitize(tags: Iterable<Tag>): { tags: Tag[]; viewBox: string } {
  const safe: Tag[] = [];
  let viewBox: string | undefined;
  for (const tag of tags) {
    if (tag.kind === "close") {
      safe.push(tag);
      continue;
    }
    const isRoot = safe.length === 0;
    if (isRoot ? tag.name !== "svg" : !shapes.has(tag.name)) throw new UnsafeSvg(`it has <${tag.name}>`);
    const attributes = safeAttributes(tag.attributes, isRoot);
    if (isRoot) {
      viewBox = viewBoxOf(tag.attributes);
      if (!viewBox) throw new UnsafeSvg("it says no size");
    }
    safe.push({ ...tag, attributes });
  }
  if (!viewBox) throw new UnsafeSvg(notWellFormed);
  return { tags: safe, viewBox };
}

/** @throws UnsafeSvg for an attribute or value that is not allowed. */
function safeAttributes(attributes: ReadonlyMap<string, string>, isRoot: boolean): Map<string, string> {
  const safe = new Map<string, string>();
  for (const [name, value] of attributes) {
    if (removedAttributes.test(name) || (isRoot && rootAttributes.test(name))) continue;
    if (!drawing.has(name)) throw new UnsafeSvg(`it has the attribute ${name}`);
    if (!harmless.test(value) || /url\s*\(/i.test(value)) {
      throw new UnsafeSvg(`its ${name} is "${value.slice(0, 40)}"`);
    }
    safe.set(name, value);
  }
  return safe;
}

/** Returns the `viewBox` of the root, or one made from its width and height. */
function viewBoxOf(attributes: ReadonlyMap<string, string>): string | undefined {
  const viewBox = attributes.get("viewBox")?.trim();
  if (viewBox !== undefined) return /^-?[\d.]+([\s,]+-?[\d.]+){3}$/.test(viewBox) ? viewBox : undefined;
  const [width, height] = ["width", "height"].map(
    (name) => /^([\d.]+)(px)?$/.exec(attributes.get(name) ?? "")?.[1],
  );
  return width && height ? `0 0 ${width} ${height}` : undefined;
}

/** Writes an icon, in the color of the text if it has a single color. */
function write(tags: readonly Tag[], viewBox: string): string {
  const isSingleColor = colorsOf(tags).size <= 1;
  const markup = tags.map((tag, index) => {
    if (tag.kind === "close") return `</${tag.name}>`;
    const attributes = [...tag.attributes].map(
      ([name, value]) => ` ${name}="${escapeHtml(isSingleColor ? asTextColor(name, value) : value)}"`,
    );
    const fill = isSingleColor && !tag.attributes.has("fill") ? ' fill="currentColor"' : "";
    const root = index === 0 ? ` class="icon" viewBox="${viewBox}" aria-hidden="true"${fill}` : "";
    return `<${tag.name}${root}${attributes.join("")}${tag.isSelfClosing ? "/>" : ">"}`;
  });
  return markup.join("");
}

const notAColor = /^(none|transparent|currentcolor|inherit)$/i;

const asTextColor = (attribute: string, value: string): string =>
  paints.includes(attribute) && !notAColor.test(value) ? "currentColor" : value;

/** Returns the colors of an icon, including the black of shapes without a fill. */
function colorsOf(tags: readonly Tag[]): Set<string> {
  const colors = new Set<string>();
  /** Of each open element, whether it or one around it has a fill. */
  const filled: boolean[] = [];
  for (const tag of tags) {
    if (tag.kind === "close") {
      filled.pop();
      continue;
    }
    const isFilled = filled.at(-1) === true || tag.attributes.has("fill");
    if (!tag.isSelfClosing) filled.push(isFilled);
    for (const color of paintsOf(tag.attributes)) colors.add(color);
    if (!isFilled && !/^(svg|g|defs)$/.test(tag.name)) colors.add("black");
  }
  return colors;
}

/** Returns the colors that an element names. */
function paintsOf(attributes: ReadonlyMap<string, string>): string[] {
  return paints
    .flatMap((paint) => attributes.get(paint)?.toLowerCase() ?? [])
    .filter((value) => !notAColor.test(value))
    .map((value) => (/^#0{3}(0{3})?$/.test(value) ? "black" : value));
}
