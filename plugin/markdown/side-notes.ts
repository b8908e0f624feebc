import type { DefaultTreeAdapterTypes, parseFragment } from "parse5";
import type { TemplateContext } from "../eleventy/api.js";
import type { Warn } from "../eleventy/warnings.js";
import { side } from "../options/markdown.js";
import { escapeHtml } from "../utils/html.js";
import { classes, hasClass } from "../utils/markup.js";
import { lazy } from "../utils/memoize.js";
import { load } from "../utils/require.js";
import { placeIn } from "./environment.js";

// Footnotes beside the text, without a script. The list after the text stays as it is, and a copy of each note stands after its
// number. Styles show one of the two, by the width of the screen, and hide the other one from everybody, screen readers included:
// nothing is read twice. On wide screens a note is read where it is referred to, on narrow ones and on paper at the end.
// It is done where a page is laid out, so that feeds and the search have each note once.

/** Where the footnotes of a page are. */
export interface SideNotes {
  page: TemplateContext["page"];
  /** The front matter `footnotes`. */
  own: unknown;
  /** The option `footnotes`. */
  option: string;
  warn: Warn;
}

/** The list of footnotes: a section, or the `div` of kramdown. */
const start = `class="${classes.footnotes}"`;

/** Returns whether a page has footnotes that are beside its text. Warns of a value of front matter that is unknown. */
export function hasSideNotes(content: unknown, { page, own, option, warn }: SideNotes): boolean {
  if (!hasClass(String(content ?? ""), classes.footnotes)) return false;
  // A value of another kind may be of the author's own data.
  if (typeof own !== "string") return option === side;
  if (own !== side && own !== "end") {
    const place = placeIn({ page: page ?? {} }, "footnotes:");
    warn(
      `field "footnotes" in ${place} must be "end" or "side", but it is ${JSON.stringify(own)}; the option decides.`,
    );
    return option === side;
  }
  return own === side;
}

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

const parser = lazy(() => load("parse5") as { parseFragment: typeof parseFragment });

/** A change of a text: what replaces the characters between two places. */
interface Edit {
  from: number;
  to: number;
  text: string;
}

/** Returns the text of a page with a copy of each footnote after its number, if the page has them beside its text. */
export function withSideNotes(html: string, settings: SideNotes): string {
  if (!html.includes(start) || !hasSideNotes(html, settings)) return html;
  const tree = parser().parseFragment(html, { sourceCodeLocationInfo: true });
  const elements = elementsIn(tree.childNodes);
  const notes = new Map(elements.filter(isNote).map((element) => [attribute(element, "id"), element]));
  const references = elements.filter((element) => attribute(element, "role") === "doc-noteref");
  const edits: Edit[] = [];
  const moved = new Set<string>();
  const unmovable = new Set(
    references.filter((element) => ancestorsOf(element).some(isObstacle)).map(target),
  );
  for (const element of references) {
    const id = target(element);
    const note = notes.get(id);
    const [sup] = ancestorsOf(element);
    const location = sup?.sourceCodeLocation;
    if (!note || unmovable.has(id) || sup?.tagName !== "sup" || !location) continue;
    const content = moved.has(id) ? "" : phrasing(note, html);
    if (content === undefined) continue;
    const number = innerHtml(element, html);
    const label = attribute(element, "aria-label");
    const name = label && ` aria-label="${escapeHtml(label)}"`;
    const link = `<sup class="side-ref"><a href="#side-${id}" role="doc-noteref"${name}>${number}</a></sup>`;
    const copy =
      content &&
      `<small class="side-note" id="side-${id}" role="note"${name}><span class="side-number">${number}</span> ${content}</small>`;
    edits.push({ from: location.endOffset, to: location.endOffset, text: link + copy });
    if (!moved.has(id)) edits.push(classOf(note, "at-side"));
    moved.add(id);
  }
  const [note] = notes.values();
  if (note && moved.size === notes.size) edits.push(...classOfList(note));
  return edited(html, edits);
}

/** Returns what is between the tags of an element. */
function innerHtml({ sourceCodeLocation }: Element, html: string): string {
  const { startTag, endTag } = sourceCodeLocation ?? {};
  return startTag && endTag ? html.slice(startTag.endOffset, endTag.startOffset) : "";
}

/** Returns the content of a note for a place within text, without the link back and ids; undefined if it has blocks. */
function phrasing(note: Element, html: string): string | undefined {
  const { startTag, endTag } = note.sourceCodeLocation ?? {};
  const all = elementsIn(note.childNodes);
  const hasBlock = all.some(({ tagName }) => blocks.has(tagName));
  if (!startTag || !endTag || hasBlock || all.some((element) => attribute(element, "role") === "doc-noteref"))
    return undefined;
  const base = startTag.endOffset;
  const edits: Edit[] = [];
  for (const element of all) {
    const location = element.sourceCodeLocation;
    if (!location) continue;
    if (attribute(element, "role") === "doc-backlink")
      edits.push({ from: location.startOffset, to: location.endOffset, text: "" });
    else if (element.tagName === "p") {
      const { startTag: open, endTag: close } = location;
      if (open)
        edits.push({ from: open.startOffset, to: open.endOffset, text: '<span class="side-paragraph">' });
      if (close) edits.push({ from: close.startOffset, to: close.endOffset, text: "</span>" });
    } else {
      const id = location.attrs?.id;
      if (id) edits.push({ from: id.startOffset - 1, to: id.endOffset, text: "" });
    }
  }
  const shifted = edits.map(({ from, to, text }) => ({ from: from - base, to: to - base, text }));
  return edited(html.slice(base, endTag.startOffset), shifted)
    .replaceAll(/\s*\n\s*/g, " ")
    .trim();
}

/** Elements that a paragraph can't contain. */
const blocks = new Set(
  "address article aside blockquote details dialog div dl fieldset figure form h1 h2 h3 h4 h5 h6 hr iframe ol pre section table ul video audio".split(
    " ",
  ),
);

/** Elements in which a note would be cut off, or read as part of something else. */
const obstacles = new Set("a button caption figcaption h1 h2 h3 h4 h5 h6 label pre summary table".split(" "));
const obstacleClasses: readonly string[] = [
  classes.footnotes,
  classes.marginNote,
  classes.cardGrid,
  classes.gallery,
  "side-by-side",
];

const classesOf = (element: Element): string[] => attribute(element, "class").split(/\s+/);

const isObstacle = (element: Element): boolean =>
  obstacles.has(element.tagName) || classesOf(element).some((name) => obstacleClasses.includes(name));

const isNote = (element: Element): boolean =>
  element.tagName === "li" && attribute(element, "id").startsWith("fn:");

const target = (link: Element): string => attribute(link, "href").replace(/^#/, "");

const attribute = ({ attrs }: Element, name: string): string =>
  attrs.find((each) => each.name === name)?.value ?? "";

/** Adds a class to the list of footnotes around a note. */
function classOfList(note: Element): Edit[] {
  const list = ancestorsOf(note).find((element) => classesOf(element).includes(classes.footnotes));
  const { endOffset } = list?.sourceCodeLocation?.attrs?.class ?? {};
  return endOffset ? [{ from: endOffset - 1, to: endOffset - 1, text: " at-side" }] : [];
}

/** Adds a class to an element that has none. */
function classOf({ sourceCodeLocation }: Element, name: string): Edit {
  const at = (sourceCodeLocation?.startTag?.endOffset ?? 1) - 1;
  return { from: at, to: at, text: ` class="${name}"` };
}

/** Returns the elements in nodes, in the order of the text. */
function elementsIn(nodes: readonly Node[]): Element[] {
  const elements: Element[] = [];
  const waiting = nodes.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!("tagName" in node)) continue;
    elements.push(node);
    waiting.push(...node.childNodes.toReversed());
  }
  return elements;
}

/** Returns the elements around an element, innermost first. */
function ancestorsOf({ parentNode }: Element): Element[] {
  const ancestors: Element[] = [];
  for (let node = parentNode; node && "tagName" in node; node = node.parentNode) ancestors.push(node);
  return ancestors;
}

/** Applies edits, which do not overlap except that one may lie within another, which wins. */
function edited(text: string, edits: readonly Edit[]): string {
  let result = "";
  let end = 0;
  for (const { from, to, text: added } of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < end) continue;
    result += text.slice(end, from) + added;
    end = to;
  }
  return result + text.slice(end);
}
