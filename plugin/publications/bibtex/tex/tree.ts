import type { Style } from "./styles.js";
import { type Token, tokens } from "./tokens.js";

/** A node of a value in LaTeX. */
export type Node =
  | { type: "text"; text: string }
  | { type: "space" }
  | { type: "command"; name: string; isSpaced: boolean }
  /** A group in braces, with its source. */
  | { type: "group"; children: Node[]; source: string }
  /** An element of HTML that has a style. */
  | { type: "styled"; style: Style; children: Node[] }
  /** A formula, by its source. */
  | { type: "math"; source: string };

/** How deep groups may be nested; those within are read as if they had no braces. */
const maxDepth = 100;

/** A group or an element that is open. */
interface Frame {
  /** The element's name; undefined for a group in braces. */
  tag?: string;
  style?: Style | undefined;
  start: number;
  children: Node[];
  /** For each way to start a formula, where its first child would be, and where its source starts. */
  formulas: Map<string, { index: number; start: number }>;
}

const mathEnvironments =
  /^(?:math|displaymath|equation|align|alignat|eqnarray|gather|multline|flalign|aligned|gathered|array|[pbvBV]?matrix|cases|split)\*?$/;

/** Reads LaTeX as a tree. Braces without a partner are left out, and a dollar sign without one is text. */
export function treeOf(source: string): Node[] {
  const builder = new TreeBuilder(source);
  for (const token of tokens(source)) builder.add(token);
  return builder.end();
}

class TreeBuilder {
  readonly #source: string;
  readonly #frames: Frame[] = [{ start: 0, children: [], formulas: new Map() }];
  #tooDeep = 0;

  constructor(source: string) {
    this.#source = source;
  }

  add(token: Token): void {
    switch (token.kind) {
      case "text":
        this.#push({ type: "text", text: token.text });
        break;
      case "space":
        this.#push({ type: "space" });
        break;
      case "open":
        if (this.#frames.length > maxDepth) this.#tooDeep += 1;
        else this.#frames.push({ start: token.end, children: [], formulas: new Map() });
        break;
      case "close":
        this.#close(token);
        break;
      case "dollar":
        this.#dollar(token);
        break;
      case "tag":
        this.#tag(token);
        break;
      case "begin":
        this.#begin(token);
        break;
      case "end":
        this.#end(token);
        break;
      case "command":
        this.#command(token);
        break;
    }
  }

  end(): Node[] {
    while (this.#frames.length > 1) {
      if (this.#top.tag !== undefined) this.#unwrap();
      else this.#closeGroup(this.#source.length);
    }
    return this.#top.children;
  }

  get #top(): Frame {
    return this.#frames.at(-1) as Frame;
  }

  #push(node: Node): void {
    this.#top.children.push(node);
  }

  #close({ start }: Token): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1;
      return;
    }
    if (this.#group === this.#frames[0]) return;
    while (this.#top.tag !== undefined) this.#unwrap();
    this.#closeGroup(start);
  }

  #closeGroup(end: number): void {
    const { children, start } = this.#frames.pop() as Frame;
    this.#push({ type: "group", children, source: this.#source.slice(start, end) });
  }

  /** Leaves out the element that is open: it has no end. */
  #unwrap(): void {
    const { children } = this.#frames.pop() as Frame;
    for (const child of children) this.#push(child);
  }

  #tag({ tag }: Token): void {
    if (!tag || tag.name === "") return;
    if (tag.isBlock) {
      this.#push({ type: "space" });
    } else if (tag.style === undefined && tag.name !== "span") {
      return;
    } else if (!tag.isEnd) {
      if (this.#frames.length <= maxDepth)
        this.#frames.push({ tag: tag.name, style: tag.style, start: 0, children: [], formulas: new Map() });
    } else {
      this.#endTag(tag.name);
    }
  }

  #endTag(name: string): void {
    let index = this.#frames.length - 1;
    while (index > 0 && this.#frames[index]?.tag !== undefined && this.#frames[index]?.tag !== name)
      index -= 1;
    if (this.#frames[index]?.tag !== name) return;
    // Elements within that have no end of their own end here.
    while (this.#frames.length > index) {
      const { children, style } = this.#frames.pop() as Frame;
      if (style) this.#push({ type: "styled", style, children });
      else for (const child of children) this.#push(child);
    }
  }

  #command({ text, start, end, isSpaced = false }: Token): void {
    if (text === "(" || text === "[") this.#startMath(text, end);
    const opener = text === ")" ? "(" : text === "]" ? "[" : undefined;
    if (opener !== undefined && this.#endMath(opener, start)) return;
    this.#push({ type: "command", name: text, isSpaced });
  }

  #begin({ text, start, end }: Token): void {
    if (mathEnvironments.test(text)) this.#startMath(text, isWhole(text) ? end : start);
    // If the formula has no end, its environment is left out.
    else this.#push({ type: "command", name: `begin-${text}`, isSpaced: true });
  }

  #end({ text, start, end }: Token): void {
    if (mathEnvironments.test(text) && this.#endMath(text, isWhole(text) ? start : end)) return;
    this.#push({ type: "space" });
  }

  #dollar({ start, end }: Token): void {
    const isDouble = end - start === 2;
    const { formulas } = this.#group;
    if (isDouble && !formulas.has("$")) {
      if (this.#endMath("$$", start)) return;
      this.#startMath("$$", end);
      this.#push({ type: "text", text: "$$" });
      return;
    }
    this.#singleDollar(start);
    if (isDouble) this.#singleDollar(start + 1);
  }

  #singleDollar(start: number): void {
    const open = this.#group.formulas.get("$");
    // "from $5 to $10" is about money.
    const isMoney =
      open !== undefined &&
      /\s/.test(this.#source.charAt(start - 1)) &&
      /[\w\\]/.test(this.#source.charAt(start + 1)) &&
      /\d/.test(this.#source.charAt(open.start));
    if (!isMoney && this.#endMath("$", start)) return;
    // "5 $" and "5$ each": no formula starts so.
    const isPrice = /\d/.test(this.#source.charAt(start - 1)) && /\s/.test(this.#source.charAt(start + 1));
    if (!isPrice) this.#startMath("$", start + 1);
    this.#push({ type: "text", text: "$" });
  }

  /** The innermost group in braces. */
  get #group(): Frame {
    let index = this.#frames.length - 1;
    while (index > 0 && this.#frames[index]?.tag !== undefined) index -= 1;
    return this.#frames[index] as Frame;
  }

  #startMath(opener: string, start: number): void {
    const { formulas, children } = this.#top;
    formulas.set(opener, { index: children.length, start });
  }

  /** Ends a formula: its source replaces what came since its start. Returns false if none has started that way. */
  #endMath(opener: string, end: number): boolean {
    const group = this.#group;
    const open = group.formulas.get(opener);
    if (!open) return false;
    while (this.#top !== group) this.#frames.pop();
    group.children.length = open.index;
    for (const [name, { index }] of group.formulas) if (index >= open.index) group.formulas.delete(name);
    this.#push({ type: "math", source: this.#source.slice(open.start, end) });
    return true;
  }
}

/** Whether an environment is a formula by itself, whose source has no need of it. */
const isWhole = (environment: string): boolean => /^(?:math|displaymath|equation)\*?$/.test(environment);
