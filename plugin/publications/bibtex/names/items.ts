import * as commands from "./commands.js";
import type { Hints } from "./hints.js";
import { insideOf, type Token, tokensOf } from "./tokens.js";
import type { Word } from "./words.js";

/** A word of a list of names, a mark such as `*`, or a character between words. */
export type Item =
  | ({ kind: "word" } & Word)
  | { kind: "mark"; tex: string }
  | { kind: "comma" | "semicolon" | "and" };

/** How deep fonts may be in each other. */
const maxDepth = 5;

/** Splits a list of names into words, without fonts, spacing commands and notes, and with its marks apart. */
export function itemsOf(list: string, hints: Hints): Item[] {
  const items: Item[] = [];
  let word: Token[] = [];
  const end = (): void => {
    const tex = word.map((token) => token.tex).join("");
    if (/^and$/i.test(tex)) items.push({ kind: "and" });
    else if (tex.trim())
      items.push({ kind: "word", tex: tex.trim(), isGroup: word.length === 1 && isPlainGroup(tex) });
    word = [];
  };
  const mark = (tex: string): void => {
    // A mark is after its word, also if it is written before the end of it.
    items.push({ kind: "mark", tex });
  };
  const separator = (kind: "comma" | "semicolon" | "and"): void => {
    end();
    items.push({ kind });
  };
  const read = (tokens: readonly Token[], depth: number): void => {
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (!token) continue;
      /** Returns the argument after a command, and steps over it. */
      const argument = (): string => {
        while (tokens[at + 1]?.kind === "space") at += 1;
        if (tokens[at + 1]?.tex === "[") {
          const close = tokens.slice(at, at + 50).findIndex(({ tex }) => tex === "]");
          if (close > 0) {
            const optional = tokens
              .slice(at + 2, at + close)
              .map(({ tex }) => tex)
              .join("");
            at += close;
            if (tokens[at + 1]?.kind !== "group") return optional;
          }
        }
        const next = tokens[at + 1];
        if (!next) return "";
        at += 1;
        return next.kind === "group" ? insideOf(next.tex) : next.tex;
      };
      const name = token.tex.replace(/(?<=\w)\*$/, "");
      if (token.kind === "space") end();
      else if (token.kind === "formula") {
        const inner = markOfFormula(token.tex);
        if (inner === undefined) word.push(token);
        else mark(inner);
      } else if (token.kind === "tag") {
        if (/^<\/?(?:sup|sub|b|i|em|strong|u|span|br)\/?>$/i.test(token.tex)) {
          if (!/^<sup>$/i.test(token.tex)) continue;
          const close = tokens.slice(at, at + 20).findIndex(({ tex }) => /^<\/sup>$/i.test(tex));
          if (close < 0) continue;
          mark(
            tokens
              .slice(at + 1, at + close)
              .map(({ tex }) => tex)
              .join(""),
          );
          at += close;
        } else if (/@|orcid|^<https?:/i.test(token.tex)) hints.leftOut(token.tex);
        else word.push(token);
      } else if (token.kind === "command") {
        if (commands.ands.has(name)) separator("and");
        else if (commands.spaces.has(name)) end();
        else if (name === "\\hspace") {
          if (!/^\s*[0-]/.test(argument())) end();
        } else if (commands.invisible.has(name)) {
          if (/[a-zA-Z]$/.test(name) && tokens[at + 1]?.kind === "space") at += 1;
        } else if (commands.invisibleWithArgument.has(name)) argument();
        else if (commands.aboutPersons.has(name)) hints.leftOut(`${name}{${argument()}}`);
        else if (commands.marksWithArgument.has(name)) mark(argument());
        else if (Object.hasOwn(commands.markCharacters, name)) mark(name);
        else if (commands.fonts.has(name) && depth < maxDepth) read(tokensOf(argument()), depth + 1);
        else if (commands.fontsOfSecond.has(name) && depth < maxDepth) {
          argument();
          read(tokensOf(argument()), depth + 1);
        } else if (commands.switches.has(name)) {
          if (tokens[at + 1]?.kind === "space") at += 1;
        } else {
          word.push(token);
          // TeX swallows the space after a command: `Bj\o rn` is one word.
          const [space, next] = [tokens[at + 1], tokens[at + 2]];
          if (commands.letters.has(name) && space?.kind === "space" && isLetter(next)) {
            word.push({ kind: "character", tex: " " });
            at += 1;
          }
        }
      } else if (token.kind === "group") {
        const inner = fontGroup(token.tex);
        if (inner !== undefined && depth < maxDepth) read(tokensOf(inner), depth + 1);
        else if (token.tex.slice(1, -1).trim() === "") {
          // It ends a command: `Na\dj{}a`.
          if (word.at(-1)?.kind === "command") word.push(token);
        } else if (isInvisible(token.tex)) continue;
        else if (markOfGroup(token.tex) !== undefined) mark(insideOf(token.tex));
        else word.push(token);
      } else if (token.tex === "," || token.tex === "，") separator("comma");
      else if ((token.tex === ";" || token.tex === "；") && !isEntity(word)) separator("semicolon");
      else if (token.tex === "、") separator("and");
      else if (token.tex === "^") mark(argument());
      else word.push(token);
    }
  };
  read(tokensOf(list), 0);
  end();
  return items;
}

const isLetter = (token: Token | undefined): boolean =>
  token?.kind === "character" && /\p{Ll}/u.test(token.tex);

/** Returns whether a group has nothing that is set, such as `{\\noopsort{b}}`. */
function isInvisible(tex: string): boolean {
  const name = /^\{\s*(\\[a-zA-Z]+)\s*(?:\{[^{}]{0,100}\}\s*)?\}$/.exec(tex.slice(0, 200))?.[1];
  return name !== undefined && (commands.invisibleWithArgument.has(name) || commands.invisible.has(name));
}

/** Returns whether a group is no special character, which starts with a command. */
const isPlainGroup = (tex: string): boolean => /^\{(?!\\(?!text|emph))/.test(tex);

/** Returns whether a word so far is the start of an HTML entity such as `&eacute;`. */
function isEntity(word: readonly Token[]): boolean {
  const near = word
    .slice(-12)
    .map(({ tex }) => tex)
    .join("");
  return /(?:\\?&)#?\w+$/.test(near);
}

/** Returns the content of a group for a font, `{\it Ann Roe}`; undefined for others, and if the braces protect an "and". */
function fontGroup(tex: string): string | undefined {
  const name = /^\{\s*(\\[a-zA-Z]+)\s*/.exec(tex.slice(0, 50));
  if (!name?.[1] || !commands.switches.has(name[1]) || /\sand\s/i.test(tex)) return undefined;
  return tex.slice(name[0].length, -1);
}

/** The whole of a mark: of characters, commands and digits. */
const onlyMarks =
  /^(?:[*∗⁎＊⋆†‡§¶‖#✉•,\s$^{}]|\\(?:dagger|ddagger|dag|ddag|ast|star|S|P|\||\*|#|parallel|bullet|sharp|text(?:dagger|daggerdbl|asteriskcentered|section|paragraph|bullet)|textsuperscript|rm|mathrm|text)(?![a-zA-Z]))+$/u;

/** Returns a formula that is a mark, such as `$^{*}$`, without its dollar signs; undefined for others. */
function markOfFormula(tex: string): string | undefined {
  const inner = tex.replace(/^\$+|\$+$|^\\\(|\\\)$/g, "").trim();
  return /^(?:\{\s*\})?\s*\^/.test(inner) || onlyMarks.test(inner) ? inner : undefined;
}

/** Returns a group that has a mark and nothing else, such as `{$^*$}`. */
function markOfGroup(tex: string): string | undefined {
  if (tex.length > 80) return undefined;
  const inner = insideOf(tex).trim();
  if (/^\\textsuperscript\s*\{[^{}]*\}$/.test(inner) || onlyMarks.test(inner)) return inner;
  return inner.startsWith("$") && inner.indexOf("$", 1) === inner.length - 1
    ? markOfFormula(inner)
    : undefined;
}

/** Returns the characters of marks: `^{\dagger}` is `†`. */
export const markText = (tex: string, text: (tex: string) => string): string =>
  text(
    tex
      .replace(/\\(?:textsuperscript|mathrm|rm|text|textrm|mathit)(?![a-zA-Z])/g, "")
      .replace(/\\(?:[a-zA-Z]+|[*#|])/g, (command) => commands.markCharacters[command] ?? command)
      .replace(/[{}$^\s]/g, ""),
  )
    .replaceAll("∗", "*")
    .replace(/^,+|,+$/g, "");
