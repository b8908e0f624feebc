import type { CslNode } from "../csl-styles.js";
import {
  element,
  everywhere,
  group,
  inLayout,
  inMacro,
  term,
  variable,
  when,
  withoutContainersEditors,
} from "./nodes.js";

/** The types of parts of books, whose edition belongs to the book: `in *Title*, 2nd ed.`. */
const parts = "chapter entry-dictionary entry-encyclopedia paper-conference";

/** Further types whose titles are in italics: CMOS 14.220, 14.235, 14.259, 14.268. */
const italicTypes =
  "report standard software periodical figure performance musical_score classic collection map";

const edition = (prefix: string, isSentence: boolean): CslNode =>
  when(
    { "is-numeric": "edition" },
    [
      group(
        " ",
        [
          element("number", { variable: "edition", form: "ordinal" }),
          term("edition", { form: "short", ...(isSentence && { "strip-periods": "true" }) }),
        ],
        { prefix },
      ),
    ],
    [variable("edition", { prefix, ...(isSentence && { "text-case": "capitalize-first" }) })],
  );

const hasType = (node: CslNode, type: string): boolean =>
  (node.attrs.type ?? "").split(" ").includes(type) && node.name !== "choose";

/** Amendments of Chicago's style, by the Chicago Manual of Style (17th edition). */
export const chicago = [
  // 15.34: what has no author begins with its title.
  withoutContainersEditors("contributors"),
  inMacro("title", (nodes) =>
    nodes.map(
      everywhere((node) => {
        // A version is a sentence of its own.
        if (node.name === "group" && node.children.some(isVersion)) return [];
        if (!hasType(node, "motion_picture")) return node;
        return { ...node, attrs: { ...node.attrs, type: `${node.attrs.type} ${italicTypes}` } };
      }),
    ),
  ),
  // 14.258: "US Patent 4,586,960"; 14.259: the number of a standard after its title; 14.268: "V. 1.4.25."
  inMacro("description", (nodes) => [
    when(
      { type: "patent" },
      [group(" ", [variable("authority"), variable("genre"), variable("number")], { prefix: ". " })],
      nodes.map(
        everywhere((node) =>
          node.name === "if" && node.attrs.type === "report"
            ? { ...node, attrs: { ...node.attrs, type: "report standard", match: "any" } }
            : node,
        ),
      ),
    ),
    when(
      { type: "software" },
      [variable("version", { prefix: ". V. " })],
      [variable("version", { prefix: ". Version " })],
    ),
  ]),
  inMacro("edition", () => [
    when(
      { type: parts, match: "any" },
      [edition(", ", false)],
      [
        when({ type: "article-journal article-magazine article-newspaper", match: "none" }, [
          edition(". ", true),
        ]),
      ],
    ),
  ]),
  // 14.126: "*Journal*, 3rd ser., 2:1–20", and without a volume "3rd ser., 1–20".
  inMacro("collection-title-journal", (nodes) => [
    ...nodes,
    when({ type: "article-journal" }, [
      when({ variable: "collection-title volume" }, [element("text", { value: "," })]),
    ]),
  ]),
  inLayout((nodes) =>
    nodes.map((node) =>
      node.attrs.macro === "collection-title-journal"
        ? { ...node, attrs: { ...node.attrs, suffix: "" } }
        : node,
    ),
  ),
  // 14.171: volume and issue of a whole issue.
  inMacro("locators", (nodes) => [
    when(
      { type: "periodical" },
      [
        group(
          ", ",
          [
            group(" ", [
              term("volume", { form: "short", "text-case": "capitalize-first" }),
              variable("volume"),
            ]),
            group(" ", [term("issue", { form: "short" }), variable("issue")]),
          ],
          { prefix: ". " },
        ),
      ],
      nodes,
    ),
  ]),
];

const isVersion = (node: string | CslNode): boolean =>
  typeof node !== "string" && node.attrs.variable === "version";
