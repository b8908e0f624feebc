import { elementsOf } from "./elements.ts";

/** A typed link of a page's head. */
export interface TypedLink {
  rel: string;
  href: string;
  type?: string | undefined;
}

const relations = new Set(["author", "cite-as", "describedby", "item", "license", "type"]);

/** Returns the links of a page with the relations of FAIR Signposting. */
export const typedLinks = (html: string): TypedLink[] =>
  elementsOf(html).flatMap(({ name, attributes: { rel = "", href = "", type } }) =>
    name === "link" && relations.has(rel) ? [{ rel, href, ...(type !== undefined && { type }) }] : [],
  );

/** The types of creative works of schema.org that a scholarly work may have. */
const works =
  "ScholarlyArticle Article Thesis Book Chapter Dataset SoftwareSourceCode SoftwareApplication Report WebPage BlogPosting CreativeWork".split(
    " ",
  );

/** Media types for many formats, which need an attribute `profile` that HTML does not have. */
const generic = ["text/plain", "application/xml", "application/json", "application/ld+json"];

const isMediaType = (type = ""): boolean => /^[a-z]+\/[a-z0-9][a-z0-9.+-]*$/.test(type);

const isWebUrl = (url: string): boolean => /^https?:\/\/[^/]+/.test(url) && URL.canParse(url);

/** The rules of level 1 for a landing page, in the words of the profile, each with its check. */
const rules: Readonly<Record<string, (links: Record<string, TypedLink[]>) => boolean>> = {
  "links have web locations (HTTP URIs) as their target": (links) =>
    Object.values(links)
      .flat()
      .every(({ href }) => isWebUrl(href)),
  "cite-as: 1": ({ "cite-as": cite = [] }) => cite.length === 1,
  "describedby: 1 or more": ({ describedby = [] }) => describedby.length > 0,
  "describedby: provide the media type of the metadata in the type attribute": ({ describedby = [] }) =>
    describedby.every(({ type }) => isMediaType(type)),
  "describedby: media types of many formats need a profile": ({ describedby = [] }) =>
    describedby.every(({ type = "" }) => !generic.includes(type)),
  "item: use the type attribute to convey the media type of the content resource": ({ item = [] }) =>
    item.every(({ type }) => isMediaType(type)),
  "license: 0 or 1": ({ license = [] }) => license.length <= 1,
  "license: an SPDX license identifier, not the page about it": ({ license = [] }) =>
    license.every(({ href }) => !/^https?:\/\/(www\.)?spdx\.org\/licenses\/.*\.html$/.test(href)),
  "type: 2 or 1": ({ type = [] }) => type.length === 1 || type.length === 2,
  "type: a first link to the term of schema.org for a creative work": ({
    type: [first] = [] as TypedLink[],
  }) => works.includes(first?.href.replace("https://schema.org/", "") ?? ""),
  "type: a second link to AboutPage": ({ type: [, ...others] = [] as TypedLink[] }) =>
    others.every(({ href }) => href === "https://schema.org/AboutPage"),
};

/** The names of the rules. */
export const ruleNames = Object.keys(rules);

/**
 * Validates the links of a landing page against level 1 of the FAIR Signposting Profile. Returns the rules that are broken.
 *
 * @see https://signposting.org/FAIR/#level1
 */
export function brokenRules(links: readonly TypedLink[]): string[] {
  const byRelation: Record<string, TypedLink[]> = {};
  for (const link of links) byRelation[link.rel] = [...(byRelation[link.rel] ?? []), link];
  return ruleNames.filter((name) => !rules[name]?.(byRelation));
}
