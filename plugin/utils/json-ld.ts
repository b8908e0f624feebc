/** A thing as schema.org describes it. */
export type JsonLdNode = { "@type": string } & Record<string, unknown>;

/** Writes JSON-LD as text that cannot end the script element it stands in. Values that are undefined are left out. */
export function jsonLd(data: object): string {
  return JSON.stringify({ "@context": "https://schema.org", ...data }).replaceAll("<", "\\u003c");
}
