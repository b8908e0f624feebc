/** The longest value that is searched, in characters; no identifier and no list of URLs is longer. */
const maxLength = 20_000;

/** Commands that stand for a character in URLs, or for none. */
const commands: Record<string, string> = {
  textasciitilde: "~",
  sim: "~",
  textunderscore: "_",
  slash: "/",
  textless: "<",
  textgreater: ">",
  textbackslash: "",
  allowbreak: "",
  linebreak: "",
  newline: " ",
  string: "",
};

/**
 * Returns a field without what LaTeX, HTML and word processors put into URLs: escapes (`\_`), entities (`&amp;`), and
 * invisible characters. Text that has none of these stays as it is, so it may be called for a result again.
 */
export function withoutEscapes(value: string): string {
  return value
    .slice(0, maxLength)
    .replace(/(?!\s)[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, "")
    .replace(/\$\s?(\\sim|\\?[_<>~])\s?\$/g, (_, mark: string) => (mark === "\\sim" ? "~" : mark))
    .replace(/\\([a-z]{3,15})(?:\{\}|(?![a-z{]))/g, (match, name: string) => commands[name] ?? match)
    .replace(/\\~\{\}/g, "~")
    .replace(/\\([_%&#~$])/g, "$1")
    .replace(/\\[-/](?![\\/])/g, (match) => (match === "\\/" ? "/" : ""))
    .replace(/&#(?:38|x26);/gi, "&")
    .replace(/&(?:amp;)+/gi, "&")
    .replace(/&lt;/gi, "<")
    .replace(/&gt;/gi, ">")
    .replace(/&quot;/gi, '"');
}

/** A part of a field: a URL that markup names, with the text of its link, or text between such URLs. */
export interface Piece {
  text: string;
  isUrl: boolean;
  label?: string;
}

/** Returns the index of the closing bracket of one that is open at a place; the end of the text if it has none. */
function closing(text: string, from: number, open: string, close: string): number {
  let depth = 1;
  for (let index = from; index < text.length; index++) {
    if (text[index] === "\\") index++;
    else if (text[index] === open) depth++;
    else if (text[index] === close && --depth === 0) return index;
  }
  return text.length;
}

/** Returns the index of the `>` of a tag; undefined if another tag starts before it. */
function tagEnd(text: string, from: number): number | undefined {
  for (let index = from; index < text.length; index++) {
    if (text[index] === "<") return undefined;
    if (text[index] === ">") return index;
  }
  return undefined;
}

const markup = /\\(?:url|nolinkurl|path)\s*\{|\\href\s*\{|\[([^[\]\n]*)\]\((?=[a-z/])|<a\s/gi;

/**
 * Splits a field at the URLs that markup names: `\url{…}`, `\href{…}{…}`, `[…](…)` and `<a href="…">…</a>`. Each character
 * is read once.
 */
export function piecesOf(value: string): Piece[] {
  const text = value.slice(0, maxLength);
  const pieces: Piece[] = [];
  let end = 0;
  const take = (start: number, next: number, url: string, label?: string): void => {
    pieces.push({ text: withoutEscapes(text.slice(end, start)).replace(/[{}]/g, ""), isUrl: false });
    const plain = label === undefined ? "" : plainLabel(label);
    pieces.push({ text: unbraced(withoutEscapes(url)), isUrl: true, ...(plain && { label: plain }) });
    end = next;
  };
  for (const match of text.matchAll(markup)) {
    const from = match.index + match[0].length;
    if (match.index < end) continue;
    if (match[0].startsWith("\\href")) {
      const close = closing(text, from, "{", "}");
      const second = /^\s{0,20}\{/.exec(text.slice(close + 1, close + 25))?.[0].length;
      const labelEnd = second === undefined ? close : closing(text, close + 1 + second, "{", "}");
      const label = second === undefined ? undefined : text.slice(close + 1 + second, labelEnd);
      take(match.index, labelEnd + 1, text.slice(from, close), label);
    } else if (match[0].startsWith("\\")) {
      const close = closing(text, from, "{", "}");
      take(match.index, close + 1, text.slice(from, close));
    } else if (match[0].startsWith("[")) {
      const close = closing(text, from, "(", ")");
      take(match.index, close + 1, text.slice(from, close), match[1]);
    } else {
      const close = tagEnd(text, from);
      if (close === undefined) continue;
      const href = /href\s{0,5}=\s{0,5}(["']?)([^"'<>]{1,4000}?)(?:\1\s|\1$)/i.exec(
        text.slice(from, Math.min(close, from + 4000)),
      )?.[2];
      if (href === undefined) continue;
      const labelEnd = text.indexOf("<", close);
      const isClosed = labelEnd >= 0 && /^<\/a\s?>/i.test(text.slice(labelEnd, labelEnd + 6));
      const next = isClosed ? text.indexOf(">", labelEnd) + 1 : close + 1;
      take(match.index, next, href, isClosed ? text.slice(close + 1, labelEnd) : undefined);
    }
  }
  pieces.push({ text: withoutEscapes(text.slice(end)).replace(/[{}]/g, ""), isUrl: false });
  return pieces.filter((piece) => piece.text.trim() !== "");
}

const unbraced = (url: string): string => url.replace(/[{}]/g, "");

/** Returns the text of a link without markup; empty if it repeats the URL. */
function plainLabel(label: string): string {
  const plain = withoutEscapes(label.slice(0, 200))
    .replace(/\\[a-z]+\s?|[{}$\\<>]/gi, "")
    .replace(/\s+/g, " ")
    .trim();
  return /^(?:https?:|www\.|doi:|10\.\d)/i.test(plain) ? "" : plain;
}

const pairs: Record<string, string> = { ")": "(", "]": "[", "}": "{", ">": "<" };

/** Returns text without punctuation at its end that belongs to the sentence around it: brackets only if unbalanced. */
export function withoutTrailingPunctuation(text: string): string {
  const counts = new Map<string, number>();
  for (const character of text)
    if ("()[]{}<>".includes(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  let end = text.length;
  for (; end > 0; end--) {
    const last = text[end - 1] ?? "";
    const open = pairs[last];
    if (open !== undefined) {
      if ((counts.get(last) ?? 0) <= (counts.get(open) ?? 0)) break;
      counts.set(last, (counts.get(last) ?? 0) - 1);
    } else if (!/[\s.,;:!?"'“”‘’«»´`|*]/.test(last)) break;
  }
  return text.slice(0, end);
}
