import type { Post } from "../content/index.js";
import type { PostAuthor } from "../options/author.js";
import type { Site } from "../options/site.js";
import { type JsonLdNode, jsonLd } from "../utils/json-ld.js";

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
  post: Post | undefined;
  author: PostAuthor | undefined;
}

/**
 * Returns the structured data of a page: the home page is a WebSite with its Person, a post a BlogPosting, and any other
 * page a WebPage.
 *
 * @returns JSON-LD that is safe inside a `<script>` element.
 * @see https://schema.org/BlogPosting
 */
export function structuredData(page: DescribedPage, site: Site): string {
  return jsonLd(describe(page, site));
}

function describe(page: DescribedPage, site: Site): JsonLdNode {
  const { url, description, image, post } = page;
  const common = { url, description, image, inLanguage: site.language };
  if (page.isHome) {
    return { "@type": "WebSite", name: site.title, ...common, author: person(page, site) };
  }
  const website = { "@type": "WebSite", name: site.title, url: page.home };
  if (!post) return { "@type": "WebPage", name: page.title, ...common, isPartOf: website };
  return {
    "@type": "BlogPosting",
    headline: post.title,
    ...common,
    datePublished: post.date.toISOString(),
    dateModified: post.date.toISOString(),
    keywords: post.tags.length > 0 ? post.tags : undefined,
    author: postAuthor(page, site),
    isPartOf: website,
    mainEntityOfPage: { "@type": "WebPage", "@id": url },
  };
}

/** Returns the site's owner, with their profiles. */
function person({ home, image }: DescribedPage, site: Site): JsonLdNode {
  const profiles = site.social.filter(({ isProfile }) => isProfile).map(({ url }) => url);
  return {
    "@type": "Person",
    name: site.author.name,
    url: site.author.url ?? home,
    image,
    description: site.bio,
    identifier: identifier(site),
    sameAs: profiles.length > 0 ? profiles : undefined,
  };
}

/** Returns the owner's ORCID iD, a persistent identifier. */
function identifier({ social }: Site): JsonLdNode | undefined {
  const orcid = social.find(({ service }) => service === "orcid");
  return orcid && { "@type": "PropertyValue", propertyID: "ORCID", value: orcid.account, url: orcid.url };
}

function postAuthor({ author, home }: DescribedPage, site: Site): JsonLdNode {
  const name = author?.name ?? site.author.name;
  const url = author?.url ?? (name === site.author.name ? (site.author.url ?? home) : undefined);
  return { "@type": "Person", name, url };
}
