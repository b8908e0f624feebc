import type { parseFragment } from "parse5";
import { memoize } from "../../../utils/memoize.js";
import { load } from "../../../utils/require.js";
import { mathSymbol } from "../../csl/math-text.js";
import { characters } from "./characters.js";
import type { Style } from "./styles.js";

/** The HTML and JATS elements that CSL's markup has, by name without a prefix. */
const styles: ReadonlyMap<string, Style> = new Map<string, Style>([
  ...["i", "em", "italic", "cite", "var", "dfn"].map((name): [string, Style] => [name, "italic"]),
  ...["b", "strong", "bold"].map((name): [string, Style] => [name, "bold"]),
  ...["sup", "superscript"].map((name): [string, Style] => [name, "super"]),
  ...["sub", "inf", "subscript"].map((name): [string, Style] => [name, "sub"]),
  ...["sc", "scp", "small-caps"].map((name): [string, Style] => [name, "smallCaps"]),
]);

/** Elements that stand on lines of their own. */
const blocks = new Set(
  "p br div li ul ol dl dt dd hr table tr td th thead tbody tfoot caption blockquote pre section article header footer h1 h2 h3 h4 h5 h6 title subtitle trans-title sec list list-item disp-formula disp-quote break label".split(
    " ",
  ),
);

/** Elements within a line. */
const inline = new Set(
  "a abbr acronym astrobj big center code del details font figure figcaption img ins kbd mark nobr noscript ruby rt rp s samp small span strike summary tt u wbr abstract article-title ext-link inline-formula inline-graphic monospace named-content overline roman sans-serif strike styled-content underline uri xref alternatives graphic email tex-math".split(
    " ",
  ),
);

/** Elements whose content is for programs. */
const unseen = new Set([
  "script",
  "style",
  "annotation",
  "annotation-xml",
  "tex-math",
  "template",
  "iframe",
  "object",
]);

/** The elements of MathML, of which the text stays. */
const mathElements = new Set(
  "math semantics annotation annotation-xml mrow mi mo mn ms mtext mspace mfrac msqrt mroot mstyle merror mpadded mphantom mfenced menclose msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr mlabeledtr mtd maction malignmark maligngroup".split(
    " ",
  ),
);

/** A tag of HTML, JATS or MathML in a value. */
export interface Tag {
  /** The name in lower case, without a prefix such as `jats:`. */
  name: string;
  isEnd: boolean;
  /** The number of characters. */
  length: number;
  style: Style | undefined;
  /** Whether it stands on a line of its own. */
  isBlock: boolean;
  /** Whether its content is left out. */
  isUnseen: boolean;
}

const attributes = String.raw`(?:\s{1,20}[\w:.-]{1,50}\s{0,5}=\s{0,5}(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^\s"'<>=\${}\\]{1,500})){0,20}`;
const element = String.raw`(/?)((?:[a-z][a-z0-9]{0,8}:)?[a-z][a-z0-9-]{0,30})(${attributes})\s{0,10}/?`;
const tag = new RegExp(`<${element}>`, "iy");

// As exporters write the tags of a title that they read: `&lt;i&gt;`, `{\textless}i{\textgreater}`, `$<$i$>$`.
const less = String.raw`(?:\\?&(?:amp;)?(?:lt|#60|#x3c);|\{\\&\}lt;|\{\\textless(?:\{\})?\}|\\textless(?:\{\}|\s{0,3})|\$(?:<|\\(?:textless|lt)\s{0,3})\$|\{<\})`;
const greater = String.raw`(?:\\?&(?:amp;)?(?:gt|#62|#x3e);|\{\\&\}gt;|\{\\textgreater(?:\{\})?\}|\\textgreater(?:\{\}|\s{0,3})|\$(?:>|\\(?:textgreater|gt)\s{0,3})\$|\{>\})`;
const escapedTag = new RegExp(less + element + greater, "iy");

const comment = /<!--[^>]{0,500}-->|<!\[CDATA\[|\]\]>/y;

const endTag = /<\/([a-z][a-z0-9:-]{0,40})\s{0,10}>/gi;

/** Returns the names of the end tags of a value, in lower case: by them, elements of which nothing is known are elements. */
export const endTagsOf = (source: string): ReadonlySet<string> =>
  new Set(
    source.includes("</") ? [...source.matchAll(endTag)].map(([, name = ""]) => name.toLowerCase()) : [],
  );

/**
 * Returns the tag at a position of a value; undefined for other text, such as `<0.05`. Databases have elements of their own,
 * such as ADS's `<ASTROBJ>`: what has an end tag, attributes or a prefix is an element, but "The <dialog> element" has none.
 *
 * @param endTags - The names of the value's end tags, from {@link endTagsOf}.
 */
export function tagAt(source: string, position: number, endTags: ReadonlySet<string>): Tag | undefined {
  comment.lastIndex = position;
  const note = comment.exec(source);
  if (note) return { ...nothing, length: note[0].length };
  tag.lastIndex = position;
  escapedTag.lastIndex = position;
  const plain = tag.exec(source);
  const match = plain ?? escapedTag.exec(source);
  if (!match) return undefined;
  const [whole, slash, fullName = "", rest = ""] = match;
  const prefixed = /^(?:([a-z][a-z0-9]*):)?(.*)$/.exec(fullName.toLowerCase()) ?? [];
  const [prefix, name = ""] = [prefixed[1], prefixed[2]];
  const isMath = mathElements.has(name) || prefix === "mml" || prefix === "m";
  const isKnown =
    prefix !== undefined ||
    rest !== "" ||
    whole.endsWith("/>") ||
    endTags.has(fullName.toLowerCase()) ||
    isMath ||
    styles.has(name) ||
    blocks.has(name) ||
    inline.has(name) ||
    unseen.has(name);
  if (!isKnown) return undefined;
  // An escaped tag may be what a title is about: "The {\textless}canvas{\textgreater} element".
  const isUsual =
    prefix !== undefined ||
    isMath ||
    styles.has(name) ||
    /^(p|br|div|span|a|title|sec|li|ul|astrobj)$/.test(name);
  if (!plain && !isUsual) return undefined;
  return {
    name,
    isEnd: slash === "/",
    length: whole.length,
    style: styles.get(name) ?? (name === "span" && /small-caps/i.test(rest) ? "smallCaps" : undefined),
    isBlock: blocks.has(name) || (prefix === "jats" && !inline.has(name) && !styles.has(name) && !isMath),
    isUnseen: unseen.has(name) && !whole.endsWith("/>"),
  };
}

const nothing: Tag = { name: "", isEnd: true, length: 0, style: undefined, isBlock: false, isUnseen: false };

const entity =
  /(?:\\?&|\{\\&\})(?:amp;|\\?#38;){0,3}(#\d{1,7}|\\#\d{1,7}|\\?#x[\da-f]{1,6}|[a-z][a-z0-9]{1,30});/iy;

/** Returns the character of HTML's character reference at a position; undefined if there is none. */
export function entityAt(source: string, position: number): { text: string; length: number } | undefined {
  entity.lastIndex = position;
  const match = entity.exec(source);
  const text = match && characterOf((match[1] ?? "").replace("\\", ""));
  return match && text ? { text, length: match[0].length } : undefined;
}

const everyEntity = new RegExp(entity.source, "gi");

/** Replaces HTML's character references by their characters, as `write` returns them. */
export const decodeEntities = (source: string, write: (text: string) => string): string =>
  source.replace(everyEntity, (reference, name: string) => {
    const text = characterOf(name.replace("\\", ""));
    return text === undefined ? reference : write(text);
  });

/** Returns the characters of a reference's name or number: HTML's, and those that databases have by LaTeX's names, `&sun;`. */
const characterOf = memoize((name: string): string | undefined => htmlCharacter(name) ?? texCharacter(name));

function texCharacter(name: string): string | undefined {
  const text = characters.get(name) ?? mathSymbol(name);
  return text?.trim() ? text : undefined;
}

/** Returns the characters of HTML's reference by this name or number; undefined if it has none. */
export const htmlCharacter = memoize((name: string): string | undefined => {
  if (!name.startsWith("#") && !/^[a-z]/i.test(name)) return undefined;
  const parse5 = load("parse5") as { parseFragment: typeof parseFragment };
  const [first] = parse5.parseFragment(`&${name};`).childNodes;
  const text = first && "value" in first ? first.value : undefined;
  return text?.endsWith(";") ? undefined : text;
});
