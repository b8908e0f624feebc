/** Returns a text of HTML with its numeric character references decoded, as a browser reads it. */
export const decoded = (html: string): string =>
  html.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
