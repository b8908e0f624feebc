import type { Post } from "../content/index.js";
import { fill } from "../i18n/fill.js";
import type { ShareImage } from "../images/index.js";
import type { PostAuthor } from "../options/author.js";
import type { Edition } from "../site/index.js";
import { isExternal } from "../utils/schema-values.js";
import { structuredData } from "./structured-data.js";

/** A page as its head describes it. */
export interface Description {
  /** What a browser's tab says. */
  documentTitle: string;
  /** What the page is called where it is shared. */
  title: string;
  description: string | undefined;
  /** Full address; from the site's root where the site has none. */
  url: string;
  /** Full URL of the image of links to it: its own, else the site's. */
  image: string | undefined;
  author: PostAuthor;
  /** Handle of the site's owner at X. */
  handle: string | undefined;
  /** Handle at X of who wrote it. */
  creator: string | undefined;
  post: Post | undefined;
  structuredData: string;
}

/** What a page says of itself in front matter. */
export interface PageFacts {
  url: string;
  title: string | undefined;
  description: string | undefined;
  image: unknown;
  isHome: boolean;
  /** Eleventy's `pagination`, on a page that is one of several. */
  pageNumber: number;
}

/** Describes a page from its front matter, the post that it is, and the site. */
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
  const full = (address: string): string => (isExternal(address) ? address : absoluteUrl(address));
  const image = post?.image ?? (typeof facts.image === "string" && facts.image ? facts.image : site.picture);
  const shared = image ? shareImage(image) : undefined;
  const page = {
    title,
    description: facts.description || post?.description || site.description || site.bio,
    url: absoluteUrl(facts.url),
    image: image ? full(image) : undefined,
    author,
    post,
  };
  return {
    ...page,
    image: shared === undefined ? undefined : full(shared),
    documentTitle: documentTitle(title, site.title),
    handle: handleOf(site.social.find(({ service }) => service === "x")?.account),
    creator: handleOf(post ? author.x : undefined),
    structuredData: structuredData({ ...page, home: absoluteUrl(site.root), isHome }, site),
  };
}

/** What search engines show of a title, in letters. */
const maxTitleLength = 70;

/** The title with the site's name where there is room for it; a longer one is cut between words. */
function documentTitle(title: string, siteTitle: string): string {
  if (title === siteTitle) return title;
  const whole = `${title} | ${siteTitle}`;
  if (whole.length <= maxTitleLength) return whole;
  if (title.length <= maxTitleLength) return title;
  return `${title.slice(0, maxTitleLength - 1).replace(/\s+\S*$/u, "")}…`;
}

/** `edwardhu`, whether the account is given as that, with `@` or by its address. */
const handleOf = (account: string | undefined): string | undefined => account?.replace(/^.*[/@]/, "");
