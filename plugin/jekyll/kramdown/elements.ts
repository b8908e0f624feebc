/** The words of a text. */
function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

/**
 * Elements that stand in text, so that a line which starts with one is a paragraph.
 *
 * @see https://kramdown.gettalong.org/syntax.html#html-blocks
 */
export const spanElements = words(
  "a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt " +
    "rtc ruby samp select small span strong sub sup tt u var",
);

/** Elements without an end tag. */
export const emptyElements = words(
  "area base br col command embed hr img input keygen link meta param source track wbr",
);

/** Elements whose content is text when it is read as Markdown. */
export const textElements = words("caption dt h1 h2 h3 h4 h5 h6 legend optgroup p summary th");

/** Elements whose content is not read with `markdown="1"`. */
export const rawElements = words(
  "script style math option textarea pre code kbd samp var colgroup table tbody thead tfoot tr ul ol",
);

/** Elements whose content has no tags for HTML itself. */
export const unparsedElements = words("script style textarea");

/** A pattern for a start tag, with the groups name, attributes and `/`. */
export const startTag =
  "<([A-Za-z][\\w:.-]*)((?:\\s+[\\w:@.-]+(?:\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[^\\s\"'=<>`]+))?)*)\\s*(/?)>";

/** Where the element ends whose content starts at a place; 0 where its end tag is missing. */
export function endOfElement(source: string, name: string, from: number): number {
  const isUnparsed = unparsedElements.has(name);
  const comment = isUnparsed ? "" : "<!--[\\s\\S]*?-->|";
  const tags = new RegExp(`${comment}<(/?)${name.replace(/\W/g, "\\$&")}(?=[\\s/>])[^>]*>`, "gi");
  tags.lastIndex = from;
  let depth = 1;
  for (let found = tags.exec(source); found; found = tags.exec(source)) {
    if (found[1] === undefined) continue;
    if (found[1]) depth -= 1;
    else if (!isUnparsed && !found[0].endsWith("/>")) depth += 1;
    if (depth === 0) return tags.lastIndex;
  }
  return 0;
}
