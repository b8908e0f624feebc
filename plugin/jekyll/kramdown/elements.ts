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
    "rtc ruby samp select small span strong sub sup tt u var",
);

/** Void elements, which have no end tag. */
export const emptyElements = namesIn(
  "area base br col command embed hr img input keygen link meta param source track wbr",
);

/** Elements whose Markdown content is inline. */
export const textElements = namesIn("caption dt h1 h2 h3 h4 h5 h6 legend optgroup p summary th");

/** Elements whose content is raw even with `markdown="1"`. */
export const rawElements = namesIn(
  "script style math option textarea pre code kbd samp var colgroup table tbody thead tfoot tr ul ol",
);

/** Elements in which HTML has no tags. */
export const unparsedElements = namesIn("script style textarea");

/** Matches a start tag, with the groups name, attributes and `/`. */
export const startTag =
  "<([A-Za-z][\\w:.-]*)((?:\\s+[\\w:@.-]+(?:\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[^\\s\"'=<>`]+))?)*)\\s*(/?)>";

/** Returns the index after an element whose content starts at `from`; 0 if its end tag is missing. */
export function endOfElement(source: string, name: string, from: number): number {
  const isUnparsed = unparsedElements.has(name);
  const comment = isUnparsed ? "" : "<!--[\\s\\S]*?-->|";
  const tags = new RegExp(`${comment}<(/?)${name.replace(/\W/g, "\\$&")}(?=[\\s/>])[^>]*>`, "gi");
  tags.lastIndex = from;
  let depth = 1;
  for (let match = tags.exec(source); match; match = tags.exec(source)) {
    if (match[1] === undefined) continue;
    if (match[1]) depth -= 1;
    else if (!isUnparsed && !match[0].endsWith("/>")) depth += 1;
    if (depth === 0) return tags.lastIndex;
  }
  return 0;
}
