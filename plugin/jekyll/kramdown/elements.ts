/** Returns the names in a list that is separated by spaces. */
function namesIn(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

/**
 * Inline elements: a line that starts with one is a paragraph.
 *
 * @see https://kramdown.gettalong.org/syntax.html#html-blocks
 */
export const spanElements = namesIn(
  "a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt " +
    "rtc ruby samp select small span strong sub sup time tt u var",
);

/** Elements that are text within a paragraph. */
export const blockElements = namesIn(
  "address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption footer form h1 h2 h3 " +
    "h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre section summary table tbody td " +
    "th thead tfoot tr ul",
);

/** Void elements, which have no end tag. */
export const emptyElements = namesIn(
  "area base br col command embed hr img input keygen link meta param source track wbr",
);

/** Elements whose Markdown content is inline. */
const textElements = namesIn(
  "a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb rbc rp rt " +
    "rtc ruby select small span strong sub sup th tt",
);

/** Elements whose Markdown content is blocks. */
const containers = namesIn(
  "address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form header hgroup iframe " +
    "li main map menu nav noscript object section summary td",
);

/** Elements in which HTML has no tags. */
export const unparsedElements = namesIn("script style");

/** How the content of an element is parsed. */
export type ContentModel = "block" | "span" | "raw";

/** Returns how the content of an element is parsed if its content is Markdown. */
export function modelOf(name: string): ContentModel {
  if (containers.has(name)) return "block";
  return textElements.has(name) ? "span" : "raw";
}

/** Returns the name of an element as kramdown compares it: HTML ignores case. */
export function nameOf(name: string): string {
  const lower = name.toLowerCase();
  const isHtml =
    spanElements.has(lower) ||
    blockElements.has(lower) ||
    emptyElements.has(lower) ||
    modelOf(lower) !== "raw";
  return isHtml || rawNames.has(lower) ? lower : name;
}

const rawNames = namesIn("script style math textarea pre");

const namePattern = "[A-Za-z_][\\w:.-]*";

/** Matches a start tag, with the groups name, attributes and `/`. */
const startTag = new RegExp(
  `<(${namePattern})((?:\\s+${namePattern}(?:\\s*=\\s*(?:[\\p{L}\\p{N}_]+|"[^"]*"|'[^']*'))?)*)\\s*(/?)>`,
  "uy",
);
const endTag = new RegExp(`</(${namePattern})\\s*>`, "y");
const attribute = new RegExp(
  `\\s(${namePattern})(?:\\s*=\\s*(?:([\\p{L}\\p{N}_]+)|"([^"]*)"|'([^']*)'))?`,
  "gu",
);

/** A tag in a text. */
export interface Tag {
  readonly name: string;
  /** Whether it is an end tag. */
  readonly isEnd: boolean;
  /** Whether it ends with a slash, or the element is void. */
  readonly isClosed: boolean;
  /** Its HTML, without the attribute `markdown`, and without a slash. */
  readonly html: string;
  /** The value of the attribute `markdown`. */
  readonly markdown: string | undefined;
  readonly end: number;
}

/** Returns the tag at an index. */
export function tagAt(source: string, index: number): Tag | undefined {
  startTag.lastIndex = index;
  endTag.lastIndex = index;
  const start = source[index + 1] === "/" ? undefined : startTag.exec(source);
  if (!start) {
    const name = endTag.exec(source)?.[1];
    if (!name) return undefined;
    const html = `</${nameOf(name)}>`;
    return {
      name: nameOf(name),
      isEnd: true,
      isClosed: false,
      html,
      markdown: undefined,
      end: endTag.lastIndex,
    };
  }
  const [, name = "", list = "", slash] = start;
  let markdown: string | undefined;
  const rest = list.replace(
    attribute,
    (text, key: string, bare?: string, double?: string, single?: string) => {
      if (key.toLowerCase() !== "markdown") return text;
      markdown = bare ?? double ?? single ?? "";
      return "";
    },
  );
  return {
    name: nameOf(name),
    isEnd: false,
    isClosed: slash === "/" || emptyElements.has(nameOf(name)),
    html: `<${nameOf(name)}${rest}>`,
    markdown,
    end: startTag.lastIndex,
  };
}
