import type { Node } from "./tree.js";

/** How many nodes an argument in brackets may have. */
const maxOptional = 60;

/** A position in a list of nodes, and in the text of one. */
export class Cursor {
  readonly #nodes: readonly Node[];
  #index = 0;
  #offset = 0;

  constructor(nodes: readonly Node[]) {
    this.#nodes = nodes;
  }

  get isFirst(): boolean {
    return this.#index === 0 && this.#offset === 0;
  }

  /** Returns the next node, of a text what is left of it; undefined at the end. */
  peek(): Node | undefined {
    const node = this.#nodes[this.#index];
    return node?.type === "text" && this.#offset > 0
      ? { type: "text", text: node.text.slice(this.#offset) }
      : node;
  }

  next(): Node | undefined {
    const node = this.peek();
    this.#index += 1;
    this.#offset = 0;
    return node;
  }

  skipSpaces(): void {
    while (this.#nodes[this.#index]?.type === "space") this.#index += 1;
  }

  /** Returns the next character if text is next. */
  character(): string | undefined {
    const node = this.#nodes[this.#index];
    if (node?.type !== "text") return undefined;
    const point = node.text.codePointAt(this.#offset);
    return point === undefined ? undefined : String.fromCodePoint(point);
  }

  /** Skips characters of the next text. */
  skip(length: number): void {
    const node = this.#nodes[this.#index];
    this.#offset += length;
    if (node?.type === "text" && this.#offset >= node.text.length) {
      this.#index += 1;
      this.#offset = 0;
    }
  }

  /** Returns the next node if it is a group, after white space, and moves after it. */
  group(): (Node & { type: "group" }) | undefined {
    const start = this.#index;
    if (this.#offset === 0) this.skipSpaces();
    const node = this.#nodes[this.#index];
    if (this.#offset === 0 && node?.type === "group") {
      this.#index += 1;
      return node;
    }
    this.#index = start;
    return undefined;
  }

  /** Returns the nodes of an argument in brackets, and moves after it; undefined if there is none. */
  optional(): Node[] | undefined {
    if (this.character() !== "[") return undefined;
    for (let index = this.#index + 1; index < this.#index + maxOptional; index += 1) {
      const node = this.#nodes[index];
      if (!node) return undefined;
      if (node.type !== "text" || node.text !== "]") continue;
      const inner = this.#nodes.slice(this.#index + 1, index);
      this.#index = index + 1;
      return inner;
    }
    return undefined;
  }

  /** Skips all nodes up to the next group, as in `\def\x#1{…}`. */
  skipToGroup(): void {
    while (this.#index < this.#nodes.length && this.#nodes[this.#index]?.type !== "group") this.#index += 1;
    this.#offset = 0;
  }
}
