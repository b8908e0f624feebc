import { escapeHtml } from "../utils/html.js";

/** Elements that only draw. */
const shapes = new Set(["g", "defs", "path", "circle", "rect", "ellipse", "line", "polyline", "polygon"]);

/** Elements with nothing to see. */
const words = new Set(["title", "desc", "metadata", "sodipodi:namedview"]);

const paints = ["fill", "stroke", "color"];

/** Attributes that say where and how to draw, and what their values may be made of. */
const drawing = new Set([
  ...paints,
  ...["d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height"],
  ...["transform", "fill-rule", "clip-rule", "opacity", "fill-opacity", "stroke-opacity", "stroke-width"],
  ...["stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset"],
]);
const harmless = /^[\w\s.,#%()+-]*$/;

/** Attributes without a look of their own: names, what editors note down, what a page says for itself. */
const unseen =
  /^(xmlns(:.*)?|xml:.*|id|class|version|role|focusable|aria-.*|data-.*|(inkscape|sodipodi|sketch|serif):.*|baseProfile|enable-background)$/;

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^[>]*>|<(\/?)([a-zA-Z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+|</g;

/** Properties in a `style` of an editor's that change nothing in a drawing without text. */
const idle = /^(-inkscape-.*|font|font-.*|line-height|paint-order|enable-background)$/;

/** A drawing that may stand in a page, or why it may not. */
export type SafeSvg = { markup: string; reason?: undefined } | { markup?: undefined; reason: string };

/**
 * Makes an icon of an SVG that stands right in a page. It is written anew from what is known to draw and nothing else,
 * so that whatever the file holds besides (script, handlers, styles, addresses) has no way in.
 * One in a single color takes that of the text around it; one in several keeps them.
 *
 * @param source - The file's text.
 * @returns The `<svg>` element, or the reason why the file can't stand in a page.
 */
export function inlineSvg(source: string): SafeSvg {
  const open: string[] = [];
  const written: { tag: string; attributes: Map<string, string>; end: string }[] = [];
  /** Of each element that is open, whether its fill is said, by itself or by one around it. */
  const filled: boolean[] = [];
  const colors = new Set<string>();
  let viewBox: string | undefined;
  let silent = 0;
  for (const [whole, closing, name = "", attributes = "", selfClosing] of source
    .replace(/^\uFEFF/, "")
    .matchAll(token)) {
    if (!name) {
      if (whole === "<" || (whole.trim() !== "" && !/^<[!?]/.test(whole) && silent === 0))
        return { reason: "it holds what is no plain SVG" };
      continue;
    }
    if (closing) {
      if (open.pop() !== name) return { reason: "it is not well-formed" };
      filled.pop();
      if (silent > 0) silent -= 1;
      else written.push({ tag: name, attributes: new Map(), end: `</${name}>` });
      continue;
    }
    const isRoot = written.length === 0;
    if (open.length === 0 && !isRoot) return { reason: "it is not well-formed" };
    const isFilled = filled.at(-1) === true || /\sfill\s*=|fill\s*:/.test(attributes);
    if (!selfClosing) {
      open.push(name);
      filled.push(isFilled);
    }
    if (silent > 0 || words.has(name)) {
      if (!selfClosing) silent += 1;
      continue;
    }
    if (isRoot ? name !== "svg" : !shapes.has(name)) return { reason: `it has <${name}>` };
    const kept = new Map<string, string>();
    const given = attributesOf(attributes);
    for (const [attribute, value] of given) {
      if (unseen.test(attribute)) continue;
      if (isRoot && /^(viewBox|x|y|width|height|preserveAspectRatio)$/.test(attribute)) continue;
      if (!drawing.has(attribute)) return { reason: `it has the attribute ${attribute}` };
      if (!harmless.test(value) || /url\s*\(/i.test(value))
        return { reason: `its ${attribute} is "${value.slice(0, 40)}"` };
      kept.set(attribute, value);
    }
    if (isRoot) {
      viewBox = viewBoxOf(given);
      if (!viewBox) return { reason: "it says no size" };
    }
    for (const color of colorsOf(kept)) colors.add(color);
    if (!isFilled && !/^(svg|g|defs)$/.test(name)) colors.add("black");
    written.push({ tag: name, attributes: kept, end: selfClosing ? "/>" : ">" });
  }
  if (!viewBox || open.length > 0) return { reason: "it is not well-formed" };
  const isPlain = colors.size <= 1;
  const body = written.map(({ tag, attributes, end }, index) => {
    if (end.startsWith("</")) return end;
    const own = [...attributes].map(
      ([name, value]) => ` ${name}="${escapeHtml(isPlain ? inText(name, value) : value)}"`,
    );
    const root = ` class="icon" viewBox="${viewBox}" aria-hidden="true"${isPlain && !attributes.has("fill") ? ' fill="currentColor"' : ""}`;
    return `<${tag}${index === 0 ? root : ""}${own.join("")}${end}`;
  });
  return { markup: body.join("") };
}

/** An element's attributes, with what it has as `style` among them. */
function attributesOf(source: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", double, single = ""] of source.matchAll(
    /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    const value = double ?? single;
    if (name !== "style") found.set(name, value);
    else {
      for (const declaration of value.split(";").filter((part) => part.trim())) {
        const [property = "", ...rest] = declaration.split(":");
        if (!idle.test(property.trim())) found.set(property.trim(), rest.join(":").trim());
      }
    }
  }
  return found;
}

const noColor = /^(none|transparent|currentcolor|inherit)$/i;

/** The colors that an element names. */
function colorsOf(attributes: Map<string, string>): string[] {
  const named = paints.flatMap((paint) => attributes.get(paint)?.toLowerCase() ?? []);
  return named
    .filter((value) => !noColor.test(value))
    .map((value) => (/^#0{3}(0{3})?$/.test(value) ? "black" : value));
}

const inText = (name: string, value: string): string =>
  paints.includes(name) && !noColor.test(value) ? "currentColor" : value;

/** The field that an SVG is drawn on: what it says, else its width and height. */
function viewBoxOf(attributes: Map<string, string>): string | undefined {
  const given = attributes.get("viewBox")?.trim();
  if (given !== undefined) return /^-?[\d.]+([\s,]+-?[\d.]+){3}$/.test(given) ? given : undefined;
  const [width, height] = ["width", "height"].map(
    (name) => /^([\d.]+)(px)?$/.exec(attributes.get(name) ?? "")?.[1],
  );
  return width && height ? `0 0 ${width} ${height}` : undefined;
}
