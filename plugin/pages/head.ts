import type { KnownPerson, PageNodes } from "../connections/index.js";
import type { Post } from "../content/index.js";
import { fill } from "../i18n/fill.js";
import type { ShareImage } from "../images/index.js";
import type { PostAuthor } from "../options/author.js";
import type { Edition } from "../site/index.js";
import { htmlLine } from "../utils/html-text.js";
import { nodeId } from "../utils/json-ld.js";
import { isExternal } from "../utils/schema-values.js";
import { structuredData } from "./structured-data.js";

/** The metadata in the head of a page. */
export interface Description {
  /** Content of the element `title`. */
  documentTitle: string;
  /** Title of shared links. */
  title: string;
  description: string | undefined;
  /** Full URL; root-relative if the option `url` is not set. */
  url: string;
  /** Full URL of the image of shared links: the page's image, else the site's. */
  image: string | undefined;
  author: PostAuthor;
  /** X handle of the site's owner. */
  handle: string | undefined;
  /** X handle of the post's author. */
  creator: string | undefined;
  post: Post | undefined;
  structuredData: string;
}

/** The data of a page that its head uses. */
export interface PageFacts {
  url: string;
  title: string | undefined;
  description: string | undefined;
  /** In a site from Jekyll, what jekyll-seo-tag reads of `page`. */
  seo: SeoFields;
  image: unknown;
  isHome: boolean;
  /** What its structured data says of its connections. */
  nodes: PageNodes | undefined;
  /** Finds what the site knows of a person by their name. */
  person(name: string): KnownPerson;
  /** Eleventy's `pagination.pageNumber`, from 0. */
  pageNumber: number;
}

/** What `page` has in a site from Jekyll. */
export interface SeoFields {
  /** The URL that search engines list in place of the page's own. */
  canonical_url?: unknown;
  /** The HTML of its excerpt, which is its description if it has no other. */
  excerpt?: unknown;
}

/** Returns the metadata of a page, from its front matter, its post if it is one, and the site. */
export function describe(
  facts: PageFacts,
  { site, data: { indigo }, authorOf }: Edition,
  absoluteUrl: (url: string) => string,
  shareImage: ShareImage,
): Description {
  const { isHome } = facts;
  const post = isHome ? undefined : indigo.content.post(facts.url);
  const author = post ? authorOf(post) : { name: site.author.name, url: site.author.url };
  const ownTitle = post?.title ?? facts.title ?? site.title;
  const number = facts.pageNumber > 0 ? ` (${fill(site.strings.pageNumber, facts.pageNumber + 1)})` : "";
  const title = isHome ? site.title : ownTitle + number;
  const full = (url: string): string => (isExternal(url) ? url : absoluteUrl(url));
  const image = post?.image ?? (typeof facts.image === "string" && facts.image ? facts.image : site.picture);
  const shared = image ? shareImage(image) : undefined;
  const page = {
    title,
    description:
      facts.description || post?.description || excerptOf(facts.seo.excerpt) || site.description || site.bio,
    url: canonicalUrl(facts.seo) ?? absoluteUrl(facts.url),
    image: image ? full(image) : undefined,
    author,
    post,
    updated: post || isHome ? undefined : indigo.content.updateOf(facts.url),
  };
  return {
    ...page,
    image: shared === undefined ? undefined : full(shared),
    documentTitle: documentTitle(title, site.title),
    handle: handleOf(site.social.find(({ service }) => service === "x")?.account),
    creator: handleOf(post ? author.x : undefined),
    structuredData: structuredData(
      {
        ...page,
        home: absoluteUrl(site.root),
        isHome,
        nodes: facts.nodes,
        website: nodeId(absoluteUrl(site.root), "website"),
        person: facts.person,
      },
      site,
    ),
  };
}

/** Returns the URL that a page sets itself. */
const canonicalUrl = ({ canonical_url: url }: SeoFields): string | undefined =>
  typeof url === "string" && url !== "" ? url : undefined;

/** Returns the text of an excerpt that a page has. */
const excerptOf = (html: unknown): string => (typeof html === "string" ? htmlLine(html) : "");

/** Number of characters of a title that search engines show. */
const maxTitleLength = 70;

/** Returns the title with the site's title, if there is room for it. A title that is too long is cut between words. */
function documentTitle(title: string, siteTitle: string): string {
  if (title === siteTitle) return title;
  const whole = `${title} | ${siteTitle}`;
  if (whole.length <= maxTitleLength) return whole;
  if (title.length <= maxTitleLength) return title;
  return `${title.slice(0, maxTitleLength - 1).replace(/\s+\S*$/u, "")}…`;
}

/** Returns the handle of an account: `edwardhu` for `edwardhu`, `@edwardhu` or the URL of the profile. */
const handleOf = (account: string | undefined): string | undefined => account?.replace(/^.*[/@]/, "");
