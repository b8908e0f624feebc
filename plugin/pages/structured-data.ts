import type { KnownPerson, PageNodes } from "../connections/index.js";
import type { Author, Post } from "../content/index.js";
import type { Site } from "../options/site.js";
import { type JsonLdNode, jsonLd, nodeId, orcidProperties } from "../utils/json-ld.js";

/** The properties of a page for its structured data. */
export interface DescribedPage {
  /** Full URL of the page. */
  url: string;
  /** Full URL of the site's home page. */
  home: string;
  isHome: boolean;
  title: string;
  description: string | undefined;
  /** Full URL of the page's image. */
  image: string | undefined;
  /** Full URL of the owner's image; that of the home page, if it has one of its own. */
  portrait: string | undefined;
  post: Post | undefined;
  /** When a page that is no post was changed. */
  updated: Date | undefined;
  /** The authors of a post. */
  authors: readonly Author[];
  /** What it says of its connections. */
  nodes: PageNodes | undefined;
  /** The `@id` of the site. */
  website: string;
  /** Finds what the site knows of a person by their name. */
  person(name: string): KnownPerson;
}

/**
 * Returns the structured data of a page: the home page is a WebSite with its Person, a post a BlogPosting, the page of a person a
 * ProfilePage, and any other page a WebPage. The site, its owner, posts, people, projects and talks have an `@id`, which is the
 * same on all pages; see `nodeId`.
 *
 * @returns JSON-LD that is safe inside a `<script>` element.
 * @see https://schema.org/BlogPosting
 * @see https://schema.org/ProfilePage
 */
export function structuredData(page: DescribedPage, site: Site): string {
  return jsonLd(describe(page, site));
}

function describe(page: DescribedPage, site: Site): JsonLdNode {
  const { url, description, image, post, nodes } = page;
  const license = site.themeFooter.license?.url;
  const common = { url, description, image, inLanguage: site.language, license };
  if (page.isHome) {
    return {
      "@type": "WebSite",
      "@id": page.website,
      name: site.title,
      ...common,
      author: person(page, site),
    };
  }
  const authorNode = postAuthors(page, site);
  const website = { "@type": "WebSite", "@id": page.website, name: site.title, url: page.home };
  if (!post) {
    return {
      "@type": nodes?.kind === "people" ? "ProfilePage" : "WebPage",
      name: page.title,
      ...common,
      dateModified: page.updated?.toISOString(),
      isPartOf: website,
      ...(nodes?.entity && { mainEntity: nodes.entity }),
    };
  }
  return {
    "@type": "BlogPosting",
    "@id": nodeId(url, "post"),
    headline: post.title,
    ...common,
    datePublished: post.date.toISOString(),
    dateModified: post.modified.toISOString(),
    keywords: post.tags.length > 0 ? post.tags : undefined,
    author: page.authors.length > 1 ? page.authors.map(authorNode) : authorNode(page.authors[0]),
    isPartOf: website,
    mainEntityOfPage: { "@type": "WebPage", "@id": url },
    ...nodes?.properties,
  };
}

/** Returns the site's owner, with their profiles. */
function person({ home, portrait, person: find }: DescribedPage, site: Site): JsonLdNode {
  const profiles = site.social.filter(({ isProfile }) => isProfile).map(({ url }) => url);
  const { id, url, orcid } = find(site.author.name);
  return {
    "@type": "Person",
    "@id": id,
    name: site.author.name,
    url: site.author.url ?? url ?? home,
    image: portrait,
    description: site.bio,
    identifier: orcidProperties(orcid).identifier,
    sameAs: profiles.length > 0 ? profiles : undefined,
  };
}

/**
 * Returns a function that describes an author of a post.
 *
 * @see https://schema.org/Person
 */
function postAuthors({ home, person: find }: DescribedPage, site: Site): (author?: Author) => JsonLdNode {
  return (author) => {
    const name = author?.name ?? site.author.name;
    const known = find(name);
    const owner = name === site.author.name ? (site.author.url ?? home) : undefined;
    const affiliations = author?.affiliations?.map((one) => ({ "@type": "Organization", ...one })) ?? [];
    return {
      "@type": "Person",
      "@id": known.id,
      name,
      url: author?.url ?? known.url ?? owner,
      ...orcidProperties(author?.orcid),
      affiliation: affiliations.length > 1 ? affiliations : affiliations[0],
    };
  };
}
