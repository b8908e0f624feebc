/**
 * Returns whether a keyword is a mark of its owner's reference manager, not a topic: `#nosource`, `_tablet`, `/unread`, or one
 * that starts with a symbol, as those of plugins of Zotero do. It may be escaped for LaTeX.
 */
export const isMark = (keyword: string): boolean =>
  /^\s*\\?(?:[#_/](?=[\p{L}_])|\p{Extended_Pictographic})/u.test(keyword);

/** Returns a value of BibTeX's `keywords` without marks; undefined if nothing else is there. */
export function withoutMarks(value: string): string | undefined {
  const [, open = "", inner = "", close = ""] = /^([{"]?)(.*?)([}"]?)$/s.exec(value) ?? [];
  const keywords = inner.split(",");
  const topics = keywords.filter((keyword) => !isMark(keyword));
  if (topics.length === keywords.length) return value;
  return topics.length > 0 ? open + topics.join(",").trim() + close : undefined;
}
