import type { EleventyConfig } from "../eleventy/api.js";
import { addFilter } from "../eleventy/filters.js";
import { escapeHtml } from "../utils/html.js";
import { Search } from "../utils/search.js";

/** Which e-mail addresses are encoded; see the option `emails`. */
export type Emails = "encoded" | "all" | "plain";

const address = /(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]+(?:\.[\w-]+)+/g;

/** The characters by which programs find addresses. */
const encode = (text: string): string =>
  text.replaceAll(/^m(?=ailto:)|[@.:]/gi, (character) => `&#${character.codePointAt(0)};`);

/**
 * Adds the filter `indigoEmail`: an address, or a `mailto:` URL, as HTML in which the characters that programs look for are
 * character references, which browsers and screen readers read as before; any other text is escaped only. With `all`, it also
 * adds a transform that encodes the addresses in the texts and links of all pages.
 */
export function addEmails(eleventyConfig: EleventyConfig, emails: Emails): void {
  addFilter(eleventyConfig, "indigoEmail", (value: unknown) => {
    const html = escapeHtml(String(value ?? ""));
    return emails !== "plain" && /^(?:mailto:)?[^\s@/]+@[^\s@/]+$/i.test(html) ? encode(html) : html;
  });
  if (emails !== "all") return;
  eleventyConfig.addTransform("indigo-emails", function (content) {
    return typeof content === "string" && /\.html?$/.test(String(this.page.outputPath))
      ? encodedEmails(content)
      : content;
  });
}

/** Tags and texts. */
const pieces = /<(script|style)\b[^<>]*>|<[^<>]*>|[^<]+/gi;

const ends = { script: /<\/script/gi, style: /<\/style/gi };

/** Returns HTML in which the addresses in texts and in `mailto:` links are encoded. */
export function encodedEmails(html: string): string {
  if (!html.includes("@")) return html;
  const search = new Search(html);
  // Scripts and styles, in which no character reference is read, stay as they are.
  let after = 0;
  return html.replaceAll(pieces, (piece, raw: string | undefined, at: number) => {
    if (raw && at >= after) after = search.next(ends[raw.toLowerCase() as keyof typeof ends], at).end;
    if (at < after || !piece.includes("@")) return piece;
    return piece.startsWith("<")
      ? piece.replace(/(?<=\shref=["']?)mailto:[^"'\s>]+/i, encode)
      : piece.replaceAll(address, encode);
  });
}
