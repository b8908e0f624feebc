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

/** Amendments of APA's style. */
export const apa = [
  // Section 9.12: a part of a book without an author begins with its title, not with the editors of the book.
  withoutContainersEditors("author-bib"),
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
