/** A node of structured data, of a schema.org type. */
export type JsonLdNode = { "@type": string } & Record<string, unknown>;

/** Returns JSON-LD that is safe inside a `<script>` element. Properties that are undefined are omitted. */
export function jsonLd(data: object): string {
  return JSON.stringify({ "@context": "https://schema.org", ...data }).replaceAll("<", "\\u003c");
}
