import { unescapeHtml } from "../../utils/html.js";

/** An element of MathML, or a text in it. */
type Node = string | Element;

interface Element {
  name: string;
  attributes: string;
  children: Node[];
}

const superscripts = characterMap("0123456789+-−=()in∘′″*∗†", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁱⁿ°′″**†");
const subscripts = characterMap("0123456789+-−=()aeoxhklmnpstijruv", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ");

function characterMap(plain: string, scripts: string): ReadonlyMap<string, string> {
  const list = [...scripts];
  return new Map([...plain].map((character, index) => [character, list[index] ?? character]));
}

/** The combining character of an accent over a letter. */
const accents: ReadonlyMap<string, string> = new Map([
  ["ˆ", "\u0302"],
  ["^", "\u0302"],
  ["‾", "\u0304"],
  ["¯", "\u0304"],
  ["~", "\u0303"],
  ["˜", "\u0303"],
  ["→", "\u20D7"],
  ["˙", "\u0307"],
  ["¨", "\u0308"],
  ["˘", "\u0306"],
  ["ˇ", "\u030C"],
  ["´", "\u0301"],
  ["`", "\u0300"],
  ["˚", "\u030A"],
]);

/** Characters over or under a formula that group it, and are no part of it. */
const groups = /^[⏞⏟⏠⏡⎴⎵⌒⌣¯_‾]$/u;

const roots: ReadonlyMap<string, string> = new Map([
  ["", "√"],
  ["3", "∛"],
  ["4", "∜"],
]);

/** Returns the radical sign of a root by its degree: `∛`, `ⁿ√`. */
export function rootOf(degree: string): string {
  const plain = degree.trim();
  return roots.get(plain) ?? `${scriptOf(plain, superscripts) ?? plain}√`;
}

/** Returns a text in superscript or subscript characters; undefined if one of them does not exist. */
function scriptOf(text: string, scripts: ReadonlyMap<string, string>): string | undefined {
  const list = [...text.normalize("NFKC")].map((character) => scripts.get(character));
  return list.includes(undefined) ? undefined : list.join("");
}

/**
 * Returns Temml's MathML as plain text: `O(n²)`, `2ⁿ⁺¹`, `(a+b)/2`, or `x^k` and `x^(k/2)` if Unicode has no such
 * characters.
 */
export const mathmlText = (markup: string): string =>
  joined(parse(markup))
    .replace(/[\u2061-\u2064\u200B]/g, "")
    .normalize("NFC");

const piece = /<(\/?)([a-z]+)([^<>]*)>|[^<]+/g;

/** Reads well-formed MathML. */
function parse(markup: string): Node[] {
  const stack: Element[] = [{ name: "", attributes: "", children: [] }];
  for (const [whole, slash, name, attributes = ""] of markup.matchAll(piece)) {
    const top = stack.at(-1) as Element;
    if (name === undefined) top.children.push(unescapeHtml(whole));
    else if (slash) {
      if (stack.length > 1) stack.pop();
    } else {
      const element = { name, attributes, children: [] };
      top.children.push(element);
      if (!attributes.endsWith("/")) stack.push(element);
    }
  }
  return (stack[0] as Element).children;
}

/** Joins the texts of elements, with a space where two would be read as one word or number. */
function joined(nodes: readonly Node[]): string {
  let text = "";
  // A thin space, which only some neighbors need.
  let isThin = false;
  let wasFunction = false;
  for (const node of nodes) {
    if (typeof node !== "string" && node.name === "mspace") {
      if (widthOf(node) > 0.2) text += " ";
      else isThin = true;
      continue;
    }
    const next = textOf(node);
    if (next === "") continue;
    const [before, after] = [text.at(-1) ?? "", next.charAt(0)];
    const isWord = wasFunction || isFunction(firstOf(node));
    const isFraction = typeof node !== "string" && node.name === "mfrac";
    const needsSpace =
      (isWord && /[\p{L}\p{N}\u2061]/u.test(before) && /[\p{L}\p{N}∑∏∫√]/u.test(after)) ||
      (isThin && /\d/.test(before) && /\p{L}/u.test(after)) ||
      (isFraction && /\d/.test(before) && /\d/.test(after));
    text += needsSpace ? ` ${next}` : next;
    isThin = false;
    wasFunction = next === "\u2061" || text.endsWith("\u2061") || isFunction(node);
  }
  return text;
}

const widthOf = ({ attributes }: Element): number =>
  Number(/width="(-?[\d.]+)em"/.exec(attributes)?.[1] ?? 0);

/** Returns the first element in rows, with which the text of an element starts. */
function firstOf(node: Node): Node {
  let first = node;
  while (typeof first !== "string" && first.name === "mrow") {
    const child = first.children.find((each) => typeof each === "string" || each.name !== "mspace");
    if (child === undefined) break;
    first = child;
  }
  return first;
}

/** Returns whether an element is the name of a function, `log`, or one with limits. */
function isFunction(node: Node): boolean {
  if (typeof node === "string") return false;
  if (/^(?:msub|msup|msubsup|munder|mover|munderover)$/.test(node.name))
    return node.children[0] !== undefined && isFunction(node.children[0]);
  return (
    /^m[io]$/.test(node.name) &&
    !node.attributes.includes("mathvariant") &&
    functions.has(node.children.join(""))
  );
}

/** The functions of LaTeX. @see https://ctan.org/pkg/amsmath */
const functions = new Set(
  "arccos arcsin arctan arg argmax argmin cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min mod Pr rank sec sin sinh sup tan tanh".split(
    " ",
  ),
);

function textOf(node: Node): string {
  if (typeof node === "string") return node;
  const { name, children, attributes } = node;
  const [base = "", first, second] = children.map((child) => textOf(child));
  switch (name) {
    case "mphantom":
    case "annotation":
      return "";
    case "msup":
      return base + script(first, superscripts, "^");
    case "msub":
    case "munder":
      return groups.test(first ?? "") ? base : base + script(first, subscripts, "_");
    case "msubsup":
    case "munderover":
      return base + script(first, subscripts, "_") + script(second, superscripts, "^");
    case "mover":
      return over(base, first ?? "");
    case "msqrt":
      return `√${inBrackets(joined(children), children)}`;
    case "mroot":
      return `${rootOf(first ?? "")}${inBrackets(base, children.slice(0, 1))}`;
    case "mfrac":
      return /linethickness="0/.test(attributes)
        ? `${base} ${first ?? ""}`
        : `${inParentheses(base)}/${inParentheses(first ?? "")}`;
    case "mtable":
      return children.map((row) => textOf(row)).join("; ");
    case "mtr":
      return children.map((cell) => textOf(cell)).join(" ");
    default:
      return joined(children);
  }
}

function script(text: string | undefined, scripts: ReadonlyMap<string, string>, mark: string): string {
  if (!text) return "";
  const plain = text.replace(/[\u2061-\u2064\u200B]/g, "");
  return (
    scriptOf(plain, scripts) ?? `${mark}${/^(?:.|\p{L}{3,}|\(.*\))$/u.test(plain) ? plain : `(${plain})`}`
  );
}

function over(base: string, mark: string): string {
  const accent = accents.get(mark);
  if (accent !== undefined && [...base].length === 1) return base + accent;
  return accent !== undefined || groups.test(mark) ? base : base + script(mark, superscripts, "^");
}

/** Returns the text under a root: in brackets, unless it is one number, letter or root. */
function inBrackets(text: string, children: readonly Node[]): string {
  const parts = children.flatMap(function flat(node): Node[] {
    return typeof node !== "string" && node.name === "mrow" ? node.children.flatMap(flat) : [node];
  });
  const shown = parts.filter((node) => typeof node === "string" || node.name !== "mspace");
  const [only] = shown;
  const isToken =
    shown.length === 1 &&
    only !== undefined &&
    (typeof only === "string" || /^m(?:[ino]|root|sqrt)$/.test(only.name));
  return isToken || [...text].length === 1 ? text : `(${text})`;
}

/** Returns a text in parentheses, unless it is a number, a word or a letter with scripts. */
const inParentheses = (text: string): string =>
  /^[\p{L}\p{N}\p{No}\p{M}.,∞′]*$/u.test(text) || /^\([^()]*\)$/.test(text) ? text : `(${text})`;
