import type { Post } from "../content/index.js";
import type { PostAuthor } from "../options/author.js";
import type { Site } from "../options/site.js";
import { type JsonLdNode, jsonLd } from "../utils/json-ld.js";

/** What the structured data of a page is made from, besides the site. */
export interface DescribedPage {
  /** Full address of the page. */
  url: string;
  /** The site's home page, as a full address. */
  home: string;
  isHome: boolean;
  title: string;
  description: string | undefined;
  /** Full address of the page's picture. */
  image: string | undefined;
  post: Post | undefined;
  author: PostAuthor | undefined;
}

/**
 * A page's structured data as schema.org has it: the home page is a WebSite with its Person, a post a BlogPosting, any
 * other a WebPage.
 *
 * @returns JSON-LD as text that cannot end the script element it stands in.
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
    author: writer(page, site),
    isPartOf: website,
    mainEntityOfPage: { "@type": "WebPage", "@id": url },
  };
}

/** The site's owner, with the accounts that are theirs. */
function person({ home, image }: DescribedPage, site: Site): JsonLdNode {
  const accounts = site.social.filter(({ isProfile }) => isProfile).map(({ url }) => url);
  return {
    "@type": "Person",
    name: site.author.name,
    url: site.author.url ?? home,
    image,
    description: site.bio,
    identifier: identifier(site),
    sameAs: accounts.length > 0 ? accounts : undefined,
  };
}

/** The owner's ORCID iD, which names a person for good. */
function identifier({ social }: Site): JsonLdNode | undefined {
  const orcid = social.find(({ service }) => service === "orcid");
  return orcid && { "@type": "PropertyValue", propertyID: "ORCID", value: orcid.account, url: orcid.url };
}

function writer({ author, home }: DescribedPage, site: Site): JsonLdNode {
  const name = author?.name ?? site.author.name;
  const url = author?.url ?? (name === site.author.name ? (site.author.url ?? home) : undefined);
  return { "@type": "Person", name, url };
}
