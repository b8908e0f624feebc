import { type DefaultTreeAdapterTypes, parse, parseFragment } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.ParentNode;
type Element = DefaultTreeAdapterTypes.Element;

/** What no reader should see in a text, by its name. */
const rules: Readonly<Record<string, RegExp>> = {
  "a value that is missing": /\b(?:undefined|NaN)\b|\[object |\bnull\b/,
  "a backslash": /\\/,
  "a brace": /[{}]/,
  "a tag as text": /<\/?[a-z][a-z\d]*(?::[a-z\d-]+)?(?:\s+[\w:-]+\s*=[^<>]*)?\s*\/?>/i,
  "a character reference as text": /&(?:[a-z]\w{1,30}|#\d+|#x[\da-f]+);/i,
  "a formula as text": /\$[^\s$\d][^$]{0,100}\$/,
  "quotes or dashes of TeX": /``|''|(?<!-)--(?!-)/,
  "a placeholder": /[\uE000-\uF8FF\uFFFD]/,
  "an accent without a letter": /(?:^|\s)\p{M}/u,
  "empty brackets": /\(\s*\)|\[\s*\]|“\s*”/,
  "punctuation without words":
    /[,;:]\s*[,;](?!\))|[^.]\.\s\.(?!\.)|\bIn\s+,|\bIn[,.:]\s*[,.(]|,\s?\.(?!\.)|^\s*[,;)]|\(\s*[,;]/,
};

/** What must not be in code either. */
const codeRules = ["a value that is missing", "a placeholder"];

/** Elements in a line of text; the others start a text of their own. */
const inline = new Set(
  "a abbr b bdi bdo cite code em i kbd mark q s small span strong sub sup time u var wbr math mrow mi mn mo ms mtext msup msub msubsup mfrac msqrt mroot mover munder munderover mstyle mpadded mspace menclose semantics mtable mtr mtd mmultiscripts mprescripts".split(
    " ",
  ),
);

/** Attributes with text for readers or search engines. */
const textAttributes = new Set(["content", "title", "alt", "aria-label", "label", "placeholder"]);

/** A text of a file, and what it is. */
interface Text {
  text: string;
  isCode: boolean;
}

/** Returns the texts of an HTML document or a part of one: of its blocks, attributes, JSON-LD and code. */
function textsOfHtml(root: Node): Text[] {
  const texts: Text[] = [];
  let line = "";
  const end = (): void => {
    if (line.trim()) texts.push({ text: line.replaceAll(/\s+/g, " ").trim(), isCode: false });
    line = "";
  };
  const visit = (node: Node): void => {
    if (node.nodeName === "#text") line += (node as DefaultTreeAdapterTypes.TextNode).value;
    if (!("childNodes" in node)) return;
    const { attrs = [], tagName } = node as Partial<Element>;
    for (const { name, value } of attrs)
      if (textAttributes.has(name)) texts.push({ text: value, isCode: false });
    const isBlock = tagName !== undefined && !inline.has(tagName);
    if (isBlock) end();
    if (tagName === "script" || tagName === "style" || tagName === "pre") {
      const before = line;
      line = "";
      for (const child of node.childNodes) visit(child);
      const isData = attrs.some(({ value }) => value === "application/ld+json");
      if (isData) texts.push(...textsOfJson(line));
      else if (tagName === "pre") texts.push({ text: line, isCode: true });
      line = before;
    } else for (const child of node.childNodes) visit(child);
    if (isBlock) end();
  };
  visit(root);
  end();
  return texts;
}

/** The tags of CSL-JSON's markup, which its texts may have. */
const cslTags = /<\/?(?:i|b|sup|sub|span(?: style="font-variant: ?small-caps;?"| class="nocase")?)>/g;

function textsOfJson(json: string): Text[] {
  const texts: Text[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === "string") texts.push({ text: value.replaceAll(cslTags, ""), isCode: false });
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(visit);
  };
  visit(JSON.parse(json));
  return texts;
}

/** Returns the texts of a feed; those that are HTML are read as such. */
function textsOfXml(xml: string): Text[] {
  const texts: Text[] = [];
  for (const [, tag = "", escaped = ""] of xml.matchAll(/<([^<>/?!]+)>([^<>]+)</g)) {
    const decoded = decodeXml(escaped);
    if (tag.includes('"html"')) texts.push(...textsOfHtml(parseFragment(decoded)));
    else texts.push({ text: decoded, isCode: false });
  }
  return texts;
}

const decodeXml = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

function textsOf(file: string, content: string): Text[] {
  if (/\.html$/.test(file)) return textsOfHtml(parse(content));
  if (/\.json$/.test(file)) return textsOfJson(content);
  if (/\.(?:xml|atom)$/.test(file)) return textsOfXml(content);
  return [{ text: content, isCode: true }];
}

/**
 * Returns what a file of the output shows that is left over of its source: the name of the rule, and the text around it.
 *
 * @param meant - Texts that look like syntax and are meant as they are.
 */
export function leftovers(file: string, content: string, meant: readonly string[] = []): string[] {
  return textsOf(file, content).flatMap(({ text, isCode }) => {
    const shown = meant.reduce((rest, each) => rest.replaceAll(each, "x"), text);
    return Object.entries(rules).flatMap(([name, rule]) => {
      const match = isCode && !codeRules.includes(name) ? null : rule.exec(shown);
      return match ? [`${name}: …${shown.slice(Math.max(0, match.index - 60), match.index + 60)}…`] : [];
    });
  });
}

/** The names of the rules, for a test of each. */
export const leftoverRules: readonly string[] = Object.keys(rules);
