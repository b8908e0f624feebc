import type { CslNode } from "../csl-styles.js";
import {
  element,
  everywhere,
  group,
  inLayout,
  inMacro,
  macro,
  term,
  variable,
  when,
  withoutContainersEditors,
} from "./nodes.js";

/** The types with an article number in place of pages. */
const numberedArticles = "article-journal article-magazine paper-conference";

/** Returns the series of a book in parentheses: `(Annals of Trees, no. 1)`. */
const series = group(
  ", ",
  [
    variable("collection-title"),
    when(
      { variable: "collection-number" },
      [variable("collection-number", { prefix: "no. " })],
      [variable("volume", { prefix: "vol. " })],
    ),
  ],
  { prefix: "(", suffix: ")" },
);

const withSeries = (...parts: CslNode[]): CslNode => group(" ", [...parts, macro("collection")]);

/** Writes the title of a part, the book or the proceedings with their series, volume and editors. */
const inContainer = [macro("title"), macro("event"), macro("locators"), macro("editor")];

/** Writes publisher and date, which begin a sentence of their own: `New York: Wiley, 1994, pp. 55–70`. */
const published = [
  macro("publisher"),
  macro("issued"),
  group(" ", [element("label", { variable: "chapter-number", form: "short" }), variable("chapter-number")]),
  macro("page"),
];

/** Writes an article, which a comma divides from its DOI, and a period from its URL. */
const article = (suffix: string): CslNode =>
  group(
    ", ",
    [
      macro("title"),
      variable("container-title", { "font-style": "italic", form: "short" }),
      macro("locators"),
      macro("page"),
      macro("issued"),
    ],
    { suffix },
  );

/** The parts of a reference by the type of the work, as the IEEE Reference Guide has them; the others are the style's. */
const byType: Record<string, CslNode[]> = {
  "article-journal": [when({ variable: "DOI" }, [article(",")], [article(".")])],
  "paper-conference": [
    group(", ", [...inContainer, macro("publisher"), macro("issued"), macro("page")], { suffix: "." }),
  ],
  speech: [group(", ", [macro("title"), macro("event"), macro("issued")], { suffix: "." })],
  chapter: [
    when(
      { variable: "publisher publisher-place", match: "any" },
      [group(". ", [group(", ", inContainer), group(", ", published)], { suffix: "." })],
      [group(", ", [...inContainer, ...published], { suffix: "." })],
    ),
  ],
  report: [
    group(
      ", ",
      [
        macro("title"),
        macro("edition"),
        macro("publisher"),
        group(" ", [variable("genre"), variable("number")]),
        macro("issued"),
      ],
      { suffix: "." },
    ),
  ],
  "webpage post post-weblog": [group(". ", [macro("title"), variable("container-title")], { suffix: "." })],
  patent: [group(", ", [macro("title"), variable("number"), macro("issued")], { suffix: "." })],
  motion_picture: [
    group(". ", [macro("geographic-location"), macro("title"), macro("issued")], { suffix: "." }),
  ],
};

/** The types whose author is a sentence: `A. Roe. “Tree page.”`. */
const authorSentence = "webpage post post-weblog motion_picture";

/** Amendments of IEEE's style, by the IEEE Reference Guide. */
export const ieee = [
  withoutContainersEditors("author"),
  // Section "Unpublished": a work to come has its state in place of the date, neither bold nor with a capital.
  inMacro("status", () => []),
  inMacro("issued", (parts) => [
    when(
      { variable: "issued" },
      [
        group(", ", [
          when({ variable: "page issue volume", match: "none" }, [variable("status")]),
          group("", parts),
        ]),
      ],
      [variable("status")],
    ),
  ]),
  inMacro("geographic-location", (parts) =>
    parts.map((part) => ({ ...part, attrs: { ...part.attrs, suffix: "" } })),
  ),
  // "Name of Manual, xth ed.": the style has editions of some types only.
  inMacro("edition", () => [
    when({ type: "article article-journal article-magazine", match: "none" }, [
      when(
        { "is-numeric": "edition" },
        [
          group(" ", [
            element("number", { variable: "edition", form: "ordinal" }),
            term("edition", { form: "short" }),
          ]),
        ],
        [variable("edition")],
      ),
    ]),
  ]),
  // "Title of Published Book (Title of Series, no. x)": without a number in it, the volume is that of the series.
  inMacro("collection", () => [when({ variable: "collection-title" }, [series])]),
  inMacro("locators", (parts) =>
    parts.map(
      everywhere((node) => {
        const isVolume = node.children.some(
          (child) => typeof child !== "string" && child.attrs.variable === "volume",
        );
        if (!isVolume) return node;
        const isOfBook = when({ variable: "collection-number" }, [node]);
        return when(
          { variable: "collection-title" },
          [when({ type: "article-journal" }, [node], [isOfBook])],
          [node],
        );
      }),
    ),
  ),
  inMacro("event", () => [
    when(
      { variable: "container-title" },
      [withSeries(term("in"), variable("container-title", { "font-style": "italic" }))],
      [
        group(", ", [
          group(" ", [term("presented at"), variable("event")]),
          when({ variable: "event" }, [variable("event-place")]),
        ]),
      ],
    ),
  ]),
  inMacro("page", ([choose]) => {
    const otherwise = choose?.children.flatMap((child) =>
      typeof child !== "string" && child.name === "else" ? child.children : [],
    );
    const pages = (otherwise ?? []).filter((child) => typeof child !== "string");
    const number = group(" ", [
      element("text", { value: "Art." }),
      term("issue", { form: "short" }),
      variable("number"),
    ]);
    return [
      when({ type: numberedArticles, match: "any" }, [when({ variable: "number" }, [number], pages)], pages),
    ];
  }),
  // "Nov. 4, 1978": without a leading zero.
  everywhere((node) =>
    node.name === "date-part" && node.attrs.form === "numeric-leading-zeros"
      ? { ...node, attrs: { ...node.attrs, form: "numeric" } }
      : node,
  ),
  // "arXiv:2001.00001": without a space.
  inLayout((parts) =>
    parts.map(
      everywhere((node) =>
        node.name === "group" && node.attrs.delimiter === ": " && node.children.some(isNumber)
          ? { ...node, attrs: { ...node.attrs, delimiter: ":" } }
          : node,
      ),
    ),
  ),
  inLayout((parts) => parts.flatMap(layoutPart)),
  // "Transl.", of one as of several.
  (style: CslNode): CslNode => ({ ...style, children: style.children.map(withTranslator) }),
];

const isNumber = (node: string | CslNode): boolean =>
  typeof node !== "string" && node.attrs.variable === "number";

const transl = { ...element("term", { name: "translator", form: "short" }), children: ["Transl."] };

/** Adds a term to the locale of the style. */
const withTranslator = (node: string | CslNode): string | CslNode =>
  typeof node !== "string" && node.name === "locale"
    ? {
        ...node,
        children: node.children.map((child) =>
          typeof child !== "string" && child.name === "terms"
            ? { ...child, children: [...child.children, transl] }
            : child,
        ),
      }
    : node;

/** Returns a part of the style's layout, amended by type. */
function layoutPart(node: CslNode): CslNode[] {
  if (node.attrs.macro === "author") {
    return [
      when(
        { type: authorSentence, match: "any" },
        [macro("author", { suffix: ". " })],
        [macro("author", { suffix: ", " })],
      ),
    ];
  }
  if (node.name !== "choose") return [node];
  const branches = node.children.filter((child) => typeof child !== "string").map(branch);
  const own = Object.entries(byType).map(([type, parts], index) =>
    element(index === 0 ? "if" : "else-if", { type, match: "any" }, ...parts, macro("access")),
  );
  return [element("choose", {}, ...own, ...branches)];
}

/** Returns a branch of the layout with the series after the title. */
function branch(node: CslNode): CslNode {
  const amendedNode = everywhere((child) => {
    if (child.attrs.macro === "collection") return [];
    if (child.name !== "group" || !/^\.\s*$/.test(child.attrs.suffix ?? "")) return child;
    return { ...child, children: child.children.map((part) => withSeriesAfter(part, child)) };
  })(node);
  return { ...amendedNode, name: node.name === "if" ? "else-if" : node.name };
}

/** Puts the series after the container, or after the title if the group has no container. */
function withSeriesAfter(part: string | CslNode, { children }: CslNode): string | CslNode {
  if (typeof part === "string") return part;
  const hasLocators = children.some((child) => typeof child !== "string" && child.attrs.macro === "locators");
  const container = children.find(
    (child) => typeof child !== "string" && child.attrs.variable === "container-title",
  );
  const isLast = container ? part === container : part.attrs.macro === "title";
  return hasLocators && isLast ? withSeries(part) : part;
}
