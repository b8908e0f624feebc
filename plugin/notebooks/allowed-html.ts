import { alignmentClasses } from "../markdown/index.js";
import { escapeHtml } from "../utils/html.js";
import { classes } from "../utils/markup.js";
import { linkText } from "../utils/remote-image.js";
import { isOtherHost, isScriptUrl } from "../utils/urls.js";
import type { ShownFile } from "./page-files.js";

/** What the HTML of a notebook needs to know of its page. */
export interface HtmlContext {
  /** Whether it is the output of a cell, in which ids, headings and images at other hosts have no place. */
  isOutput: boolean;
  /** Returns the file of an image, sound or video; undefined if there is none. */
  fileOf(url: string): ShownFile | undefined;
  /** The name of images without one. */
  label: string;
  /** Called with the name of an element that is left out. */
  leftOut(name: string): void;
}

/** The tags that are written for an element. */
export interface Tags {
  open: string;
  close: string;
}

/** Elements that stay. */
const kept = new Set(
  [
    "a abbr b bdi bdo br cite code data del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr",
    "blockquote dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre summary ul",
    "caption col colgroup table tbody td tfoot th thead tr",
  ].flatMap((names) => names.split(" ")),
);

/** Elements with the nearest of those that stay. */
const replaced: Readonly<Record<string, string>> = {
  ...{
    center: "div",
    article: "div",
    aside: "div",
    section: "div",
    header: "div",
    footer: "div",
    main: "div",
  },
  ...{ tt: "code", strike: "s", acronym: "abbr", listing: "pre", xmp: "pre" },
};

/** Elements whose content is no text, or is nothing without a script. */
const dropped = new Set(
  "script style template iframe frame frameset object embed applet noscript noembed noframes textarea select option button input form canvas math svg head title base link meta map portal dialog progress meter".split(
    " ",
  ),
);

/** Returns whether an element is left out with its content. Forms are not: their text stays. */
export const isDropped = (name: string): boolean => dropped.has(name) && name !== "form";

const voidElements = new Set(["br", "hr", "wbr", "col", "img", "source"]);

/** Attributes that stay, by element. */
const attributes: Readonly<Record<string, readonly string[]>> = {
  td: ["colspan", "rowspan"],
  th: ["colspan", "rowspan", "scope"],
  col: ["span"],
  colgroup: ["span"],
  ol: ["start", "reversed", "type"],
  li: ["value"],
  time: ["datetime"],
  details: ["open"],
  bdo: ["dir"],
};

/** Boxes of Bootstrap, which Jupyter has, with the theme's callouts. */
const boxes: Readonly<Record<string, string>> = {
  info: "note",
  success: "tip",
  warning: "warning",
  danger: "caution",
};

/**
 * Returns the tags for an element of a notebook's HTML: with attributes that neither run a script nor load a file from
 * elsewhere, and classes of the theme only, since a strict content security policy blocks styles.
 *
 * @returns Undefined for an element whose tags are left out.
 */
export function allowedTags(
  tag: string,
  values: ReadonlyMap<string, string>,
  context: HtmlContext,
): Tags | undefined {
  if (tag === "img") return imageTags(values, context);
  if (tag === "iframe") return linkTags(values.get("src") ?? "");
  if (tag === "audio" || tag === "video" || tag === "source") return recordingTags(tag, values, context);
  const name = replaced[tag] ?? tag;
  if (!kept.has(name)) return undefined;
  const names = classesOf(tag, values);
  const written: [string, string][] = [];
  if (names.length > 0) written.push(["class", names.join(" ")]);
  if (names[0] === classes.callout) written.push(["role", "note"]);
  for (const global of ["lang", "dir", "title"]) copy(global);
  for (const own of attributes[name] ?? []) copy(own);
  const id = context.isOutput
    ? undefined
    : (values.get("id") ?? (name === "a" ? values.get("name") : undefined));
  if (id && /^\S+$/.test(id)) written.push(["id", id]);
  if (name === "a") {
    const url = linkOf(values.get("href"), context);
    if (url !== undefined) written.push(["href", url]);
    else if (!id) return undefined;
  }
  // A table may be wider than the screen, and is scrolled by keyboard then.
  if (name === "table") written.push(["tabindex", "0"]);
  const isHeading = context.isOutput && /^h[1-6]$/.test(name);
  if (isHeading) return { open: "<p><strong>", close: "</strong></p>" };
  return { open: startTag(name, written), close: voidElements.has(name) ? "" : `</${name}>` };

  function copy(attribute: string): void {
    const value = values.get(attribute);
    if (value !== undefined && value.length < 1000) written.push([attribute, value]);
  }
}

const startTag = (name: string, values: readonly [string, string][]): string =>
  `<${name}${values.map(([key, value]) => ` ${key}="${escapeHtml(value)}"`).join("")}>`;

function classesOf(tag: string, values: ReadonlyMap<string, string>): string[] {
  const own = values.get("class") ?? "";
  const box = /\balert-(info|success|warning|danger)\b/.exec(own)?.[1];
  if (box) return [classes.callout, `callout-${boxes[box]}`];
  const align =
    tag === "center"
      ? "center"
      : (values.get("align") ?? /(?:^|[;\s])text-align:\s*(\w+)/i.exec(values.get("style") ?? "")?.[1]);
  const name = alignmentClasses[align?.toLowerCase() ?? ""];
  const isFrame = tag === "table" && /\bdataframe\b/.test(own);
  // As the kernel of R writes vectors.
  const isVector = (tag === "ol" || tag === "ul" || tag === "dl") && /\b(?:list|dl)-inline\b/.test(own);
  return [
    ...(isFrame ? ["notebook-frame"] : []),
    ...(isVector ? ["notebook-vector"] : []),
    ...(name ? [name] : []),
  ];
}

/** Returns a URL over http(s) or mailto, or of the site; in an output, ids to which links lead are left out. */
function linkOf(href: string | undefined, { isOutput }: HtmlContext): string | undefined {
  const url = href?.trim() ?? "";
  if (url === "" || (isOutput && url.startsWith("#"))) return undefined;
  try {
    return /^(?:https?|mailto):$/.test(new URL(url, "https://site.invalid/").protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

function linkTags(address: string, text?: string): Tags | undefined {
  const url = address.replace(/^\/\//, "https://");
  if (!/^https?:\/\/\S+$/i.test(url)) return undefined;
  return { open: `<a href="${escapeHtml(url)}">${escapeHtml(text ?? url)}</a>`, close: "" };
}

function imageTags(values: ReadonlyMap<string, string>, context: HtmlContext): Tags | undefined {
  const src = values.get("src")?.trim() ?? "";
  const alt = values.get("alt")?.trim();
  if (context.isOutput && isOtherHost(src) && !isScriptUrl(src))
    return linkTags(src, linkText(src, alt ?? ""));
  const file = context.fileOf(src);
  if (!file) return alt ? { open: escapeHtml(alt), close: "" } : undefined;
  const sizes = ["width", "height"].flatMap((name): [string, string][] => {
    const value = /^(\d{1,5})(?:px)?$/.exec(values.get(name) ?? "")?.[1];
    return value === undefined ? [] : [[name, value]];
  });
  const own: [string, string][] = [];
  if (sizes.length === 0 && file.width && file.height)
    own.push(["width", String(file.width)], ["height", String(file.height)]);
  const name = alt ?? (context.isOutput ? context.label : "");
  return { open: startTag("img", [["src", file.src], ["alt", name], ...sizes, ...own]), close: "" };
}

/** Sounds and videos are files of the site, which a reader starts. */
function recordingTags(
  tag: string,
  values: ReadonlyMap<string, string>,
  context: HtmlContext,
): Tags | undefined {
  const url = values.get("src")?.trim() ?? "";
  if (tag === "source" && url === "") return undefined;
  const isElsewhere = isOtherHost(url) && !isScriptUrl(url);
  const file = url === "" || isElsewhere ? undefined : context.fileOf(url);
  if (tag === "source")
    return file ? { open: startTag("source", [["src", file.src]]), close: "" } : undefined;
  if (isElsewhere) return linkTags(url);
  const written: [string, string][] = [
    ["controls", ""],
    ["preload", "metadata"],
  ];
  if (file) written.push(["src", file.src]);
  written.push(["aria-label", values.get("aria-label") ?? context.label]);
  return { open: startTag(tag, written), close: `</${tag}>` };
}
