/** A node of structured data, of a schema.org type. */
export type JsonLdNode = { "@type": string } & Record<string, unknown>;

/**
 * Returns JSON-LD that is safe inside a `<script>` element. Properties that are undefined are omitted. The `@` of an e-mail
 * address is escaped, so that programs that collect addresses do not find it; JSON reads it as before.
 */
export function jsonLd(data: object): string {
  return JSON.stringify({ "@context": "https://schema.org", ...data })
    .replaceAll("<", "\\u003c")
    .replaceAll(/(?<=[\w+-])@(?=[\w-]+\.\w)/g, "\\u0040");
}

/** The kinds of things that have a node of their own in the site's structured data, in addition to publications. */
export type NodeKind = "person" | "project" | "talk" | "post" | "website" | "organization";

/**
 * Returns the `@id` of a thing, the same on every page that names it: the URL of its page with its kind, `…/people/ada/#person`.
 * A publication has the URL of its page, and what has no page the URL of its list with its id.
 *
 * @param url - URL of the thing's page, full or from the site's root.
 * @see https://www.w3.org/TR/json-ld11/#node-identifiers
 */
export const nodeId = (url: string, kind: NodeKind): string => `${url}#${kind}`;

/** Returns the URL of an ORCID iD, which identifies a person. */
export const orcidUrl = (orcid: string): string => `https://orcid.org/${orcid}`;

/**
 * Returns an ORCID iD as properties of a person: an identifier with its scheme, and the URL of the profile.
 *
 * @see https://schema.org/docs/datamodel.html#identifierBg
 */
export function orcidProperties(orcid: string | undefined): { identifier?: JsonLdNode; sameAs?: string } {
  if (orcid === undefined) return {};
  const url = orcidUrl(orcid);
  return { identifier: { "@type": "PropertyValue", propertyID: "ORCID", value: orcid, url }, sameAs: url };
}
