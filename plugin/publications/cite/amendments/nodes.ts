import type { CslNode } from "../csl-styles.js";

/** The attributes of an element, such as `{ prefix: ", " }`. */
type Attributes = Record<string, string>;

/** Creates an element of a CSL style. @see https://docs.citationstyles.org/en/stable/specification.html */
export const element = (name: string, attrs: Attributes = {}, ...children: CslNode[]): CslNode => ({
  name,
  attrs,
  children,
});

/** Creates a `text` that writes a macro. */
export const macro = (name: string, attrs: Attributes = {}): CslNode =>
  element("text", { macro: name, ...attrs });

/** Creates a `text` that writes a variable. */
export const variable = (name: string, attrs: Attributes = {}): CslNode =>
  element("text", { variable: name, ...attrs });

/** Creates a `text` that writes a term of the locale. */
export const term = (name: string, attrs: Attributes = {}): CslNode =>
  element("text", { term: name, ...attrs });

/** Creates a `group` with a delimiter between its parts. */
export const group = (delimiter: string, parts: readonly CslNode[], attrs: Attributes = {}): CslNode =>
  element("group", { ...(delimiter && { delimiter }), ...attrs }, ...parts);

/** Creates a `choose`: what is written under a condition, and what else. */
export const when = (
  condition: Attributes,
  then: readonly CslNode[],
  otherwise: readonly CslNode[] = [],
): CslNode =>
  element(
    "choose",
    {},
    element("if", condition, ...then),
    ...(otherwise.length > 0 ? [element("else", {}, ...otherwise)] : []),
  );

/** Changes the elements of a macro of a style; a style without this macro stays as it is. */
export const inMacro =
  (name: string, change: (parts: readonly CslNode[]) => CslNode[]) =>
  (style: CslNode): CslNode =>
    inChildren(
      style,
      ({ name: element, attrs }) => element === "macro" && attrs.name === name,
      changed(change),
    );

/** Changes the elements that a style's bibliography writes for each work. */
export const inLayout =
  (change: (parts: readonly CslNode[]) => CslNode[]) =>
  (style: CslNode): CslNode =>
    inChildren(
      style,
      ({ name }) => name === "bibliography",
      (bibliography) => inChildren(bibliography, ({ name }) => name === "layout", changed(change)),
    );

/** Changes those children of an element that are meant. */
const inChildren = (
  node: CslNode,
  isMeant: (child: CslNode) => boolean,
  change: (child: CslNode) => CslNode,
): CslNode => ({
  ...node,
  children: node.children.map((child) => (isNode(child) && isMeant(child) ? change(child) : child)),
});

/** Returns a function that changes the elements of an element. */
const changed =
  (change: (parts: readonly CslNode[]) => CslNode[]) =>
  (node: CslNode): CslNode => ({ ...node, children: change(node.children.filter(isNode)) });

/** Replaces elements at any depth: `change` returns the element itself, others or none in its place. */
export const everywhere =
  (change: (node: CslNode) => CslNode | CslNode[]) =>
  (node: CslNode): CslNode => ({
    ...node,
    children: node.children.flatMap((child) =>
      typeof child === "string" ? child : change(everywhere(change)(child)),
    ),
  });

/**
 * Leaves editors and translators of a book out of the names that stand in for the author of a part of it.
 *
 * @param name - The macro that writes the author.
 */
export const withoutContainersEditors = (name: string): ((style: CslNode) => CslNode) =>
  inMacro(name, (parts) =>
    parts.map(
      everywhere((node) =>
        node.name === "substitute"
          ? { ...node, children: node.children.filter(isNode).map(unlessOfContainer) }
          : node,
      ),
    ),
  );

const unlessOfContainer = (names: CslNode): CslNode =>
  names.name === "names" &&
  /^(?:editor|translator|compiler|editor-translator)$/.test(names.attrs.variable ?? "")
    ? when(
        { type: "chapter paper-conference entry entry-dictionary entry-encyclopedia", match: "any" },
        [when({ variable: "container-title", match: "none" }, [names])],
        [names],
      )
    : names;

const isNode = (node: string | CslNode): node is CslNode => typeof node !== "string";
