import type { CslNode } from "../csl-styles.js";
import {
  everywhere,
  group,
  inMacro,
  macro,
  term,
  variable,
  when,
  withoutContainersEditors,
} from "./nodes.js";

/** The variables that stand in the place of the author, before the title does. */
const names =
  "composer author illustrator director guest host producer executive-producer series-creator editor-translator editor " +
  "editorial-director compiler chair organizer curator collection-editor";

const isMacro =
  (name: string) =>
  (node: string | CslNode): boolean =>
    typeof node !== "string" && node.attrs.macro === name;

/** Leaves the letter case of a state as it is: it may name a journal or a conference. */
function inOwnCase(node: CslNode): CslNode {
  if (node.attrs.variable !== "status") return node;
  const { "text-case": _, ...attrs } = node.attrs;
  return { ...node, attrs };
}

/** Adds what is in brackets to a title in the place of the author. */
const withBrackets = (node: CslNode): CslNode =>
  node.name === "group" && node.children.some(isMacro("title"))
    ? { ...node, children: [...node.children, macro("bracketed")] }
    : node;

/** Writes what is in brackets after the date only if the title is there too. */
const bracketsOfNamed = (node: string | CslNode): string | CslNode =>
  typeof node !== "string" && isMacro("bracketed")(node)
    ? when({ variable: names, match: "any" }, [node])
    : node;

/** Amendments of APA's style. */
export const apa = [
  // Section 9.12: a part of a book without an author begins with its title, not with the editors of the book.
  withoutContainersEditors("author-bib"),
  // Section 9.12: without an author, what is in brackets stays with the title before the date.
  inMacro("author-bib", (parts) => parts.map(everywhere(withBrackets))),
  inMacro("title-and-descriptions", (parts) =>
    parts.map(
      everywhere((node) => {
        const isTitle = node.name === "group" && node.children.some(isMacro("title"));
        return isTitle ? { ...node, children: node.children.map(bracketsOfNamed) } : node;
      }),
    ),
  ),
  // "Accepted at NeurIPS" is no name of a state only.
  inMacro("date-bib", (parts) => parts.map(everywhere(inOwnCase))),
  // Section 10.1: "Article e12" in place of pages.
  inMacro("number", (parts) => [
    when(
      { type: "chapter paper-conference", match: "any" },
      [group(" ", [term("article-locator", { "text-case": "capitalize-first" }), variable("number")])],
      parts,
    ),
  ]),
  // Publication Manual (7th edition), section 11.9: the name of a treaty comes first. The style has none.
  inMacro("legal-cites", (parts) =>
    parts.map(
      everywhere((node) => {
        const [first] = node.children;
        const isTreaty = node.attrs.delimiter === ", " && node.attrs.suffix === ".";
        return isTreaty && typeof first !== "string" && first?.attrs.variable === "author"
          ? { ...node, children: [macro("title-legal"), ...node.children.slice(1)] }
          : node;
      }),
    ),
  ),
];
