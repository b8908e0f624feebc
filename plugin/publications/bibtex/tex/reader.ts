import { isRenderable, mathSymbol, mathText } from "../../csl/math-text.js";
import { formulaPlaceholder } from "../../csl/rich-text.js";
import { combining, loneAccent, precomposed, withAccent } from "./accents.js";
import { characters } from "./characters.js";
import { commandShapes, definitions } from "./commands.js";
import { Cursor } from "./cursor.js";
import { formulaSource } from "./formula.js";
import { htmlCharacter } from "./html.js";
import { journals } from "./journals.js";
import { literal } from "./literal.js";
import { specialText } from "./special.js";
import { declarations, type Style, styleCommands, styled } from "./styles.js";
import { type Node, treeOf } from "./tree.js";
import { verbatim } from "./verbatim.js";

/** How deep arguments without braces may be nested, as in `\'\'\'e`. */
const maxDepth = 250;

/** Commands with an optional number: `\\linebreak[3]`. */
const breaks = /^(?:no)?(?:line|page)break$/;

/** A formula that is the raised end of a number: `21$^{st}$`, `2$^{\\rm e}$`. */
const ordinalEnd =
  /^\s*(?:\{\s*\}\s*)?\^\s*\{?\s*(?:\\(?:rm|mathrm|text|textrm|textup|mbox)\s*)?\{?\s*(st|nd|rd|th|er|re|e|ème|eme|[ao])\s*\}?\s*\}?\s*$/;

/** As many formulas as there are placeholder characters. */
const maxFormulas = 0xf8ff - 0xe100 + 1;

/** Writes the text of a value. One reader is for one value. */
export class Reader {
  readonly unknown = new Set<string>();
  readonly #formulas: string[];
  readonly #isTitle: boolean;
  #depth = 0;
  #quotes = 0;
  #isProtected = false;

  constructor(formulas: string[], isTitle: boolean) {
    this.#formulas = formulas;
    this.#isTitle = isTitle;
  }

  /** Returns a value in CSL's markup, with white space as it comes. */
  read(tex: string): string {
    let nodes = treeOf(tex);
    // Braces around all of a value, which many exporters write, protect nothing.
    for (let only = nodes[0]; nodes.length === 1 && only?.type === "group"; only = nodes[0])
      nodes = only.children;
    return this.#list(nodes);
  }

  #list(nodes: readonly Node[]): string {
    if (this.#depth > maxDepth) return "";
    this.#depth += 1;
    const cursor = new Cursor(nodes);
    // A declaration such as `\it` is for the rest of the group.
    const open: { style: Style | undefined; text: string }[] = [{ style: undefined, text: "" }];
    const add = (text: string): void => {
      (open.at(-1) as { text: string }).text += text;
    };
    const close = (): void => {
      const last = open.pop() as { style: Style | undefined; text: string };
      add(last.style ? styled(last.style, last.text) : last.text);
    };
    for (let node = cursor.peek(); node; node = cursor.peek()) {
      if (node.type === "command" && declarations.has(node.name)) {
        cursor.next();
        const style = declarations.get(node.name);
        if (style === undefined) while (open.length > 1) close();
        else if (!open.some((each) => each.style === style)) open.push({ style, text: "" });
      } else add(this.#one(cursor));
    }
    while (open.length > 1) close();
    this.#depth -= 1;
    return (open[0] as { text: string }).text;
  }

  /** Returns the next node's text and moves after it and its arguments. */
  #one(cursor: Cursor): string {
    const isFirst = cursor.isFirst;
    const node = cursor.next();
    switch (node?.type) {
      case "text":
        return literal(node.text);
      case "space":
        return " ";
      case "math":
        return this.#formula(node.source);
      case "styled":
        return styled(node.style, this.#list(node.children));
      case "group":
        return this.#group(node.children, cursor);
      case "command":
        return this.#command(node, cursor, isFirst);
      default:
        return "";
    }
  }

  #group(children: readonly Node[], cursor: Cursor): string {
    const [only] = children;
    if (children.length === 1 && only?.type === "command" && combining.has(only.name)) {
      // `{\"}u`, as some exporters write it
      const letter = cursor.character();
      const accented = letter === undefined ? undefined : precomposed(only.name, letter);
      if (letter === undefined || accented === undefined) return this.#loneAccent(only.name);
      cursor.skip(letter.length);
      return accented;
    }
    const isProtecting =
      this.#isTitle &&
      !this.#isProtected &&
      this.#depth === 1 &&
      only !== undefined &&
      only.type !== "command";
    if (!isProtecting) return this.#list(children);
    this.#isProtected = true;
    const text = this.#list(children);
    this.#isProtected = false;
    return /\p{L}/u.test(text) ? styled("noCase", text) : text;
  }

  #command({ name, isSpaced }: Node & { type: "command" }, cursor: Cursor, isFirst: boolean): string {
    if (combining.has(name)) return this.#accent(name, cursor);
    const style = styleCommands.get(name);
    if (style !== undefined) return this.#styled(name, style, cursor);
    const special = specialText(name, {
      source: () => this.#source(cursor),
      text: () => this.#argument(cursor) ?? "",
      optional: () => this.#optional(cursor),
      formula: (source) => this.#formula(source),
    });
    if (special !== undefined) return special;
    const shape = commandShapes.get(name);
    if (shape) return this.#shaped(shape, cursor);
    const ofLatex = characters.get(name);
    if (breaks.test(name)) cursor.optional();
    if (ofLatex !== undefined) return literal(ofLatex);
    // What follows a journal is text: `\mnras in press`.
    const journal = journals.has(name) ? `${journals.get(name)}${isSpaced ? " " : ""}` : undefined;
    if (isFirst && journal !== undefined) return journal;
    if (definitions.has(name)) return this.#definition(name, cursor);
    const symbol = mathSymbol(name);
    if (symbol !== undefined) return literal(symbol);
    if (journal !== undefined) return journal;
    // `\textalpha`, of the package textgreek
    const greek = name.startsWith("text") ? mathSymbol(name.slice(4)) : undefined;
    if (greek !== undefined) return literal(greek);
    // `{\rsquo}`: a character reference of HTML that a program has turned into a command.
    const next = cursor.peek();
    const hasArgument = next?.type === "group" && next.children.length > 0;
    const character = /^[A-Za-z]{2}/.test(name) && !hasArgument && htmlCharacter(name);
    if (character) return literal(character) + (isSpaced ? " " : "");
    return this.#unknownCommand(name, isSpaced, cursor);
  }

  /** Leaves a command out, and shows its arguments. */
  #unknownCommand(name: string, isSpaced: boolean, cursor: Cursor): string {
    // Environments without arguments show their content.
    if (name.startsWith("begin-")) return " ";
    if (/^[A-Za-z]/.test(name)) this.unknown.add(name);
    if (cursor.character() === "[") cursor.optional();
    let text = isSpaced ? " " : "";
    for (let node = cursor.peek(); node?.type === "group"; node = cursor.peek()) {
      cursor.next();
      text += this.#list(node.children);
    }
    return text;
  }

  #loneAccent(name: string): string {
    const { text, isKnown } = loneAccent(name);
    if (!isKnown) this.unknown.add(name);
    return text;
  }

  #accent(name: string, cursor: Cursor): string {
    const text = this.#argument(cursor);
    if (text === undefined || text.trim() === "") return this.#loneAccent(name) + (text ?? "");
    return withAccent(name, text.trimStart()) ?? loneAccent(name).text + text;
  }

  #styled(name: string, style: Style, cursor: Cursor): string {
    cursor.optional();
    if (style === "quotes") return this.#quoted(cursor);
    // `\up`, `\sp` and others have an argument in braces only.
    if (name.length < 3 && cursor.peek()?.type !== "group") return "";
    return styled(style, this.#argument(cursor) ?? "");
  }

  #quoted(cursor: Cursor): string {
    this.#quotes += 1;
    const text = this.#argument(cursor) ?? "";
    this.#quotes -= 1;
    return this.#quotes % 2 === 0 ? `“${text}”` : `‘${text}’`;
  }

  /** Returns the text of the next argument: a group, a command or one character. Undefined if there is none. */
  #argument(cursor: Cursor): string | undefined {
    const group = cursor.group();
    if (group) return this.#list(group.children);
    cursor.skipSpaces();
    const character = cursor.character();
    if (character !== undefined) {
      cursor.skip(character.length);
      return literal(character);
    }
    const type = cursor.peek()?.type;
    if (type === undefined || this.#depth > maxDepth) return undefined;
    this.#depth += 1;
    const text = this.#one(cursor);
    this.#depth -= 1;
    return text;
  }

  #shaped(
    { count, shown, isVerbatim }: { count: number; shown: number; isVerbatim?: boolean },
    cursor: Cursor,
  ) {
    let text = "";
    for (let index = 1; index <= count; index += 1) {
      while (cursor.optional());
      const group = cursor.group();
      if (!group) break;
      if (index === shown)
        text = isVerbatim
          ? literal(verbatim(group.source.replaceAll("\\\\", "")))
          : this.#list(group.children);
    }
    return text;
  }

  #definition(name: string, cursor: Cursor): string {
    if (name === "let") {
      cursor.next();
      cursor.skipSpaces();
      if (cursor.character() === "=") cursor.skip(1);
      this.#argument(cursor);
      return "";
    }
    if (name.endsWith("def")) {
      cursor.skipToGroup();
      cursor.next();
      return "";
    }
    if (!cursor.group()) cursor.next();
    while (cursor.optional());
    cursor.group();
    if (name.endsWith("environment")) cursor.group();
    return "";
  }

  #source(cursor: Cursor): string {
    cursor.optional();
    return cursor.group()?.source ?? "";
  }

  #optional(cursor: Cursor): string {
    const nodes = cursor.optional();
    return nodes ? this.#list(nodes) : "";
  }

  /** Returns the placeholder of a formula; if it can't be set, its text without commands. */
  #formula(tex: string): string {
    const ordinal = ordinalEnd.exec(tex)?.[1];
    if (ordinal !== undefined) return styled("super", ordinal);
    const source = formulaSource(tex);
    if (source === "") return "";
    const isSafe = !/\\(?:(?:re)?newcommand|providecommand|[egx]?def|let|global|html[A-Z])/.test(source);
    const readable = [source, source.replaceAll("$", "")].find((each) => isSafe && isRenderable(each));
    // The text of a formula is read without formulas in it.
    if (readable === undefined)
      return this.#list(treeOf(tex.replace(/\$|\\[()[\]]|\\(?:begin|end)\s*\{[^{}]*\}/g, "")));
    if (this.#formulas.length >= maxFormulas) return literal(mathText(readable));
    this.#formulas.push(readable);
    return formulaPlaceholder(this.#formulas.length - 1);
  }
}
