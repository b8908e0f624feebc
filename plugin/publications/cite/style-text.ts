/** Abbreviations with which a title may end. */
const abbreviation =
  /(?:\.\p{L}|\b(?:al|etc|inc|jr|sr|ltd|co|corp|vs|no|vol|ed|eds|st|dr|diss|rep|\p{L}))\.$|\.\.$/iu;

/** Removes the full stop that ends a title: styles add a period or a comma of their own. */
export const withoutFullStop = (title: unknown): unknown =>
  typeof title === "string" && title.endsWith(".") && !abbreviation.test(title.slice(-20))
    ? title.slice(0, -1)
    : title;

/** Removes the full stop that ends a place or a kind of work, unless it ends an abbreviation: `Cambridge, Mass.` */
export const withoutOnlyStop = (text: unknown): unknown =>
  typeof text === "string" && !text.includes(",") && text.indexOf(".") === text.length - 1
    ? withoutFullStop(text)
    : text;

/** Removes the full stop that ends the title of a journal or book, unless the title may be abbreviated: `Tree Lett.` */
export const containerTitle = (title: unknown): unknown =>
  isSpeltOut(title) ? withoutFullStop(title) : title;

/** Returns whether a title has words that no abbreviated title has, and no other period than its last. */
const isSpeltOut = (title: unknown): boolean =>
  typeof title === "string" &&
  /\b(?:of|the|on|in|for|and|de|du|für|der)\b/i.test(title) &&
  title.indexOf(".") === title.length - 1;

/** A private-use character as a placeholder for a dash, of which citeproc would make a hyphen. */
export const dash = "\uE004";

/** Writes a range of page numbers such as `88:1` with a dash, since citeproc does so only for plain numbers. */
export const withDashes = (page: unknown): unknown =>
  typeof page === "string" && /:\d+-/.test(page) ? page.replaceAll("-", dash) : page;

/** Removes the word before the number of a volume or issue, such as `Vol. 3`, which styles write themselves. */
export const withoutLabel = (number: unknown): unknown =>
  typeof number === "string"
    ? number.replace(/^\s*(?:volume|vol|issue|iss|number|no|nr)(?:\.\s*|\s+)(?=\d)/i, "")
    : number;
